import Foundation
import Testing

/// The straight line of modules, held by the sources themselves.
private enum Sources {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources")

  /// Every Swift file with its lines, in the order of paths.
  static func files() throws -> [(path: String, module: String, lines: [String])] {
    let walker = FileManager.default.enumerator(atPath: root.path)
    let paths = (walker?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted()
    return try paths.map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let module = path.split(separator: "/").first.map(String.init) ?? ""
      return (path, module, text.components(separatedBy: "\n"))
    }
  }

  static func imports(_ lines: [String]) -> [String] {
    lines.compactMap { indented in
      let line = indented.drop { $0 == " " }
      guard line.hasPrefix("import ") || line.hasPrefix("@testable import ") else { return nil }
      return line.split(separator: " ").last.map(String.init)
    }
  }
}

@Test func `modules import only what stands to their left`() throws {
  let line = ["Schema", "Simulation", "Experiment", "Report", "Lab", "vigie-lab", "vigie"]
  let files = try Sources.files()
  #expect(files.count > 100)
  for file in files {
    let own = try #require(line.firstIndex(of: file.module))
    for module in Sources.imports(file.lines) {
      if let other = line.firstIndex(of: module) { #expect(other < own, "\(file.path)") }
    }
  }
}

@Test func `each outside package is imported where the design says`() throws {
  var found: [String: [String]] = [:]
  for file in try Sources.files() {
    for module in Sources.imports(file.lines) { found[module, default: []].append(file.path) }
  }
  #expect(found["Yams"] == ["Schema/Tree/Document.swift"])
  #expect(
    found["CGSL"]?.sorted() == [
      "Experiment/Statistics/LeastSquares.swift", "Experiment/Statistics/Regression.swift",
      "Experiment/Statistics/Statistics.swift",
      "Schema/Values/Distribution.swift",
    ])
  #expect(found["ArgumentParser"]?.allSatisfy { $0.hasPrefix("vigie") } == true)
  #expect(found["Lab"]?.allSatisfy { $0.hasPrefix("vigie-lab/") } == true)
  #expect(found["Hummingbird"]?.allSatisfy { $0.hasPrefix("vigie-lab/") } == true)
}

/// A line without its comment and without what stands between quotes: code alone.
private func code(of line: String) -> String {
  var code = "", isQuoted = false, wasEscape = false
  for mark in line {
    if mark == "\"", !wasEscape { isQuoted.toggle() } else if !isQuoted { code.append(mark) }
    wasEscape = mark == "\\" && !wasEscape
  }
  return code.components(separatedBy: "//")[0]
}

@Test func `libraries never print, exit, or read clock and environment`() throws {
  let forbidden = [
    "print(", "exit(", "Date()", "ProcessInfo", "random(in", "shuffled(", "try!", "as!",
    "SystemRandomNumberGenerator",
  ]
  func words(_ line: String) -> [String] { forbidden.filter(code(of: line).contains) }
  #expect(words("let a = \"x\"; print(a)") == ["print("])
  #expect(words("let a = \"print(\\\"\"  // exit(1)") == [])
  for file in try Sources.files() where !file.module.hasPrefix("vigie") {
    for (number, line) in file.lines.enumerated() {
      for word in words(line) { Issue.record("\(file.path):\(number + 1): \(word)") }
    }
  }
}

@Test func `files stay short enough to read`() throws {
  for file in try Sources.files() {
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
  }
}

/// Names of the types that conform to a protocol, in files of a folder, which a list doesn't name.
private func missing(
  from list: String, of files: [(path: String, lines: [String])], conforming mark: String
) -> [String] {
  let listed = Set(list.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  return files.flatMap(\.lines).compactMap { line in
    guard line.hasPrefix("struct "), line.hasSuffix(" {"), !line.contains("<"),
      line.contains(": \(mark) {") || line.contains(", \(mark) {")
    else { return nil }
    let name = String(line.dropFirst("struct ".count).prefix { $0.isLetter || $0.isNumber })
    return listed.contains(name) ? nil : name
  }
}

/// The part of a file that is a list: from the line with its first words up to a line of its own depth.
private func list(_ words: String, in file: String) throws -> String {
  let path = Sources.root.appendingPathComponent("Simulation/\(file)")
  let lines = try String(contentsOf: path, encoding: .utf8).components(separatedBy: "\n")
  let start = try #require(lines.firstIndex { $0.contains(words) }, "no \(words) in \(file)")
  let body = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }
  return body.joined(separator: "\n")
}

@Test(arguments: [
  ("Lever", "Levers", ["let list: [any Lever.Type]"]),
  ("Outcome", "Outcomes", ["typealias All", "typealias PlatformOutcomes"]),
])
func `every lever and every outcome is in its list`(kind: String, folder: String, words: [String])
  throws
{
  let files = try Sources.files().filter { $0.path.hasPrefix("Simulation/\(folder)/") }
    .map { ($0.path, $0.lines) }
  let text = try words.map { try list($0, in: "\(folder)/\(folder).swift") }
    .joined(separator: "\n")
  let forgotten = missing(from: text, of: files, conforming: kind)
  #expect(forgotten.isEmpty, "add to \(folder).swift: \(forgotten.joined(separator: ", "))")
  // The check itself: a lever that nobody listed is found, and so are all where the list is empty.
  let other = [("New.swift", ["struct Forgotten: \(kind) {"])]
  #expect(missing(from: text, of: other, conforming: kind) == ["Forgotten"])
  #expect(missing(from: "", of: files, conforming: kind).count > 6)
}

@Test func `the README's table and picture are made from the published tables`() throws {
  let place = try Workspace(), root = Sources.root.deletingLastPathComponent()
  let files = FileManager.default
  for name in ["README.md", "docs", "Results"] {
    try files.copyItem(
      at: root.appendingPathComponent(name), to: place.url.appendingPathComponent(name))
  }
  for name in try files.contentsOfDirectory(atPath: root.appendingPathComponent("Scenarios").path)
  where name.hasPrefix("coco") {
    try files.copyItem(
      at: root.appendingPathComponent("Scenarios/\(name)"),
      to: place.url.appendingPathComponent("Scenarios/\(name)"))
  }
  let ending = try Program.run("publish", "--check", in: place)
  #expect(ending.status == 0, "\(ending.err)")
}
