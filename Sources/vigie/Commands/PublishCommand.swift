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
    commandName: "publish",
    abstract: "Keep a comparison's tables, and show them on its page in docs/ or in the README.")

  @Argument(help: "The folder of a finished comparison; none with --check.")
  var folder: String?

  @Option(help: "Name of the tables and of the block, in docs/NAME.md where there is one.")
  var name = "coco-policies"

  @Flag(help: "Say whether page and picture are those of the published tables; 65 if not.")
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
      // A comparison with nothing drawn has no drivers, one with a single alternative no ranking.
      for table in ["drivers", "ranking", "information"] {
        guard let bytes = try Disk.read("\(folder)/\(table).csv") else { continue }
        try Disk.replace("\(base)/Results/published/\(name)-\(table).csv", with: bytes)
      }
    } else if !check {
      throw ValidationError("Name the folder of a finished comparison, or --check.")
    }
    try show(in: base)
  }

  /// Makes the picture and the block of the page from the published table, or compares them.
  private func show(in base: String) throws {
    let path = "\(base)/Results/published/\(name)-differences.csv"
    guard let bytes = try Disk.read(path) else {
      throw Ending(code: 66, message: "error: \(path) isn't there")
    }
    let table = try PolicyTable(differences: String(decoding: bytes, as: UTF8.self))
    let naive = NaiveTable(table), title = try titles(in: base)
    let picture = (naive?.chart(label: title) ?? table.chart(label: title)).svg
    let block = naive?.markdown(label: title) ?? table.markdown(label: title)
    // A study that has a page of its own is shown there.
    let own = "docs/\(name).md", page = try Disk.read("\(base)/\(own)") == nil ? "README.md" : own
    let text = String(decoding: try Disk.read("\(base)/\(page)") ?? [], as: UTF8.self)
    let shown = try replacingBlock(of: text, in: page, with: block)
    if check {
      let isSame = try Disk.read("\(base)/docs/\(name).svg") == Array(picture.utf8)
      guard isSame, shown == text else {
        throw Ending(
          code: 65,
          message: "error: \(page) or docs/\(name).svg isn't made from \(path). Run: make study")
      }
      return try Console.write("\(page) and docs/\(name).svg are in order\n")
    }
    try Disk.replace("\(base)/docs/\(name).svg", with: picture.utf8)
    try Disk.replace("\(base)/\(page)", with: shown.utf8)
    try Console.write("Wrote Results/published/\(name)-*.csv, docs/\(name).svg, \(page)\n")
  }

  private func replacingBlock(
    of text: String, in page: String, with block: String
  ) throws -> String {
    let (begin, end) = ("<!-- \(name): begin -->\n", "<!-- \(name): end -->")
    guard let from = text.range(of: begin), let to = text.range(of: end),
      from.upperBound <= to.lowerBound
    else { throw Ending(code: 65, message: "error: \(page) has no block '\(name)'") }
    return text[..<from.upperBound] + block + text[to.lowerBound...]
  }

  /// What scenarios are called: by their titles in the study of that name, by their own files, by their
  /// names where neither says more.
  private func titles(in base: String) throws -> (String) -> String {
    let path = "\(base)/Scenarios/studies/\(name).yaml"
    let scenarios = try Disk.read(path) == nil ? [] : LoadedStudy(path).scenarios
    let titles = scenarios.map { ($0.name, $0.tree["title"]?.text?.oneLine ?? "") }
    let known = Dictionary(titles, uniquingKeysWith: { first, _ in first })
    return { scenario in
      let title = known[scenario] ?? PresetFolder().title(of: scenario + ".yaml")
      return title.isEmpty ? scenario : title
    }
  }
}
