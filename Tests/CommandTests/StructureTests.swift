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
    found["CGSL"]?.sorted() == ["Experiment/Statistics.swift", "Schema/Values/Distribution.swift"])
  #expect(found["ArgumentParser"]?.allSatisfy { $0.hasPrefix("vigie") } == true)
  #expect(found["Lab"]?.allSatisfy { $0.hasPrefix("vigie-lab/") } == true)
  #expect(found["Hummingbird"]?.allSatisfy { $0.hasPrefix("vigie-lab/") } == true)
}

@Test func `libraries never print, exit, or read clock and environment`() throws {
  let forbidden = [
    "print(", "exit(", "Date()", "ProcessInfo", "random(in", "shuffled(", "try!", "as!",
    "SystemRandomNumberGenerator",
  ]
  for file in try Sources.files() where !file.module.hasPrefix("vigie") {
    for (number, line) in file.lines.enumerated() {
      let code = line.components(separatedBy: "//")[0]
      for word in forbidden where code.contains(word) && !code.contains("\"") {
        Issue.record("\(file.path):\(number + 1): \(word)")
      }
    }
  }
}

@Test func `files stay short enough to read`() throws {
  for file in try Sources.files() {
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count) lines")
  }
}

@Test func `every lever and every outcome is in its list`() throws {
  let lists = [
    ("Levers", "Levers.swift", ": Lever {"), ("Outcomes", "Outcomes.swift", ": Outcome {"),
  ]
  for (folder, list, mark) in lists {
    let path = Sources.root.appendingPathComponent("Simulation/\(folder)/\(list)")
    let text = try String(contentsOf: path, encoding: .utf8)
    for file in try Sources.files() where file.path.hasPrefix("Simulation/\(folder)/") {
      for line in file.lines where line.hasPrefix("struct ") && line.contains(mark) {
        let name = line.dropFirst("struct ".count).prefix { $0 != ":" && $0 != " " }
        #expect(text.contains("\(name)()"), "add \(name) to \(list)")
      }
    }
  }
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
