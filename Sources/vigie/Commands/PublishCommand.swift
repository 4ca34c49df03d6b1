import ArgumentParser
import Experiment
import Foundation
import Report
import Schema
import Simulation

/// `vigie publish DIR`: the tables of a finished comparison, committed under Results/published, and
/// what documents show of them. Every figure in a document comes from a file that a command made.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Keep a comparison's tables, and show them in the README.")

  @Argument(help: "The folder of a finished comparison; none with --check.")
  var folder: String?

  @Option(help: "Name of the tables and of the README's block.")
  var name = "coco-policies"

  @Flag(help: "Say whether README and picture are those of the published tables; 65 if not.")
  var check = false

  func run() throws {
    let root = String(try PresetFolder.onDisk().dropLast("/Scenarios".count))
    let base = root.isEmpty ? "." : root
    if let folder {
      for table in ["differences", "summary", "parameters"] {
        guard let bytes = try Disk.read("\(folder)/\(table).csv") else {
          throw Ending(code: 66, message: "error: \(folder)/\(table).csv isn't there")
        }
        try Disk.replace("\(base)/Results/published/\(name)-\(table).csv", with: bytes)
      }
      // A comparison with nothing drawn has none.
      if let drivers = try Disk.read("\(folder)/drivers.csv") {
        try Disk.replace("\(base)/Results/published/\(name)-drivers.csv", with: drivers)
      }
    } else if !check {
      throw ValidationError("Name the folder of a finished comparison, or --check.")
    }
    try show(in: base)
  }

  /// Makes the picture and the README's block from the published table, or compares them.
  private func show(in base: String) throws {
    let path = "\(base)/Results/published/\(name)-differences.csv"
    guard let bytes = try Disk.read(path) else {
      throw Ending(code: 66, message: "error: \(path) isn't there")
    }
    let table = try PolicyTable(differences: String(decoding: bytes, as: UTF8.self))
    let picture = table.chart(label: title).svg
    let text = String(decoding: try Disk.read("\(base)/README.md") ?? [], as: UTF8.self)
    let readme = try replacingBlock(of: text, with: table.markdown(label: title))
    if check {
      let isSame = try Disk.read("\(base)/docs/\(name).svg") == Array(picture.utf8)
      guard isSame, readme == text else {
        throw Ending(
          code: 65,
          message: "error: README.md or docs/\(name).svg isn't made from \(path). Run: make study")
      }
      return try Console.write("README.md and docs/\(name).svg are in order\n")
    }
    try Disk.replace("\(base)/docs/\(name).svg", with: picture.utf8)
    try Disk.replace("\(base)/README.md", with: readme.utf8)
    try Console.write("Wrote Results/published/\(name)-*.csv, docs/\(name).svg, README.md\n")
  }

  private func replacingBlock(of text: String, with block: String) throws -> String {
    let (begin, end) = ("<!-- \(name): begin -->\n", "<!-- \(name): end -->")
    guard let from = text.range(of: begin), let to = text.range(of: end),
      from.upperBound <= to.lowerBound
    else { throw Ending(code: 65, message: "error: README.md has no block '\(name)'") }
    return text[..<from.upperBound] + block + text[to.lowerBound...]
  }

  /// A scenario's title, or its name where no file of that name is shipped.
  private func title(_ scenario: String) -> String {
    let title = PresetFolder().title(of: scenario + ".yaml")
    return title.isEmpty ? scenario : title
  }
}
