import Foundation
import Testing

/// Every command that the README shows works, in the order shown, in a folder of its own.
@Test func `every command of the README runs`() throws {
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let place = try Workspace()
  try FileManager.default.removeItem(at: place.url.appendingPathComponent("Scenarios"))
  try FileManager.default.copyItem(
    at: root.appendingPathComponent("Scenarios"),
    to: place.url.appendingPathComponent("Scenarios"))
  try place.write("points.csv", "people.minor_share\n10 %\n20 %\n")
  let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  let commands = text.split(separator: "\n").compactMap { line -> [String]? in
    let words = line.split(separator: "#")[0].split(separator: " ").map(String.init)
    guard line.hasPrefix("    "), words.first == ".build/release/vigie" else { return nil }
    return Array(words.dropFirst())
  }
  #expect(commands.count >= 7)
  for words in commands {
    let ending = try Program(small(words), in: place).wait()
    #expect(ending.status == 0, "\(words.joined(separator: " ")): \(ending.err)")
    #expect(!ending.out.isEmpty || words.first == "worker", "\(words.joined(separator: " "))")
  }
}

/// The same command on a small platform for a short time, once or twice.
private func small(_ words: [String]) -> [String] {
  if words.first == "demo" { return words + ["--set", "people.count=300"] }
  if words.first == "plan" { return words + ["--set", "people.count=300", "--until", "3 h"] }
  guard ["run", "compare", "sweep", "sensitivity"].contains(words.first) else { return words }
  if words.contains("--function") { return words }
  if words.first == "sensitivity" { return words + ["--set", "people.count=300"] }
  var kept: [String] = [], isValue = false
  for word in words {
    if isValue {
      isValue = false
    } else if word == "-r" {
      isValue = true
    } else {
      kept.append(word)
    }
  }
  return kept + ["-r", "1", "--set", "people.count=300", "--until", "3 h"]
}
