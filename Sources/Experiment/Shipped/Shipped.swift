import Foundation
import Schema

/// The files of `Scenarios/` inside the program, so that it works wherever it is copied to.
///
/// The pages beside this file are made by `vigie manual --write`; a test compares them.
public enum Shipped {
  /// What a path begins with whose file lies inside the program.
  public static let mark = Loader.presetMark

  /// Names below `Scenarios/`, in their order.
  public static var names: [String] { pages.flatMap { $0.map(\.name) } }

  /// The text of a file below `Scenarios/`, without its folder; nil where there is none.
  public static func text(_ name: String) -> String? {
    pages.lazy.flatMap { $0 }.first { $0.name == name }?.text
  }

  /// Whether a file of `Scenarios/` is carried: scenarios, studies and targets.
  static func isCarried(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || (name.hasPrefix("targets/") && name.hasSuffix(".csv"))
  }

  /// The Swift pages for the files of a folder, by name; none is longer than a file may be.
  ///
  /// - Throws: `DiskError`.
  public static func sources(of folder: String) throws(DiskError) -> [(name: String, text: String)]
  {
    let names = try Disk.names(in: folder)
    let targets = try Disk.names(in: folder + "/targets").map { "targets/" + $0 }
    var pages: [[String]] = [[]]
    for name in (names + targets).filter(isCarried) {
      guard let bytes = try Disk.read(folder + "/" + name) else { continue }
      let lines = entry(name, String(decoding: bytes, as: UTF8.self))
      if let last = pages.last, last.count + lines.count > 280, !last.isEmpty { pages.append([]) }
      pages[pages.count - 1] += lines
    }
    return pages.enumerated().map { index, lines in
      ("Shipped+Page\(index + 1).swift", page(index + 1, lines))
    } + [("Shipped+Pages.swift", list(pages.count))]
  }

  private static func entry(_ name: String, _ text: String) -> [String] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "      " + String($0) }
    return ["    (", "      \"\(name)\",", "      ##\"\"\""] + lines + ["      \"\"\"##", "    ),"]
  }

  private static func page(_ number: Int, _ lines: [String]) -> String {
    let head = [
      "// Made by vigie manual --write from Scenarios; edits here are lost.", "",
      "extension Shipped {",
      "  static let page\(number): [(name: String, text: String)] = [",
    ]
    // The formatter wants no comma behind a single element.
    let isSingle = lines.count { $0 == "    )," } == 1
    let body = isSingle ? lines.dropLast() + ["    )"] : lines
    return (head + body + ["  ]", "}"]).joined(separator: "\n") + "\n"
  }

  private static func list(_ count: Int) -> String {
    let names = (1...max(1, count)).map { "page\($0)" }.joined(separator: ", ")
    return """
      // Made by vigie manual --write from Scenarios; edits here are lost.

      extension Shipped {
        static var pages: [[(name: String, text: String)]] { [\(names)] }
      }

      """
  }
}

extension Loader {
  /// The bytes of a file on disk, or of one that the program carries.
  ///
  /// - Throws: An error that says why there are none.
  @Sendable public static func shipped(_ path: String) throws -> [UInt8] {
    guard path.hasPrefix(presetMark) else { return try contents(of: path) }
    let name = String(path.dropFirst(presetMark.count))
    let text = Shipped.text(name) ?? Shipped.text(name + ".yaml")
    guard let text else { throw NoPreset() }
    return Array(text.utf8)
  }

  private struct NoPreset: Error {}
}
