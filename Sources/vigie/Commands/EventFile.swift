import Experiment
import Foundation
import Schema
import Simulation

/// Every event of one run as CSV: no texts, only who, what kind, where, when.
struct EventFile {
  /// As it was typed; `-` for standard output.
  let path: String
  private static let chunk = 1 << 20

  /// Whether events take the place of the results on standard output.
  var isOutput: Bool { path == "-" }

  /// What it is called in remarks.
  var name: String { isOutput ? "standard output" : path }

  /// Refuses a file that can't be written or that holds something else, before any run is made.
  ///
  /// - Parameter study: The folder of results, which may still have to be made.
  /// - Throws: `Ending` with exit code 73.
  func check(besides study: String) throws {
    if isOutput { return }
    let folder = FilePath.folder(of: path)
    let (place, results) = (EventFile.absolute(folder), EventFile.absolute(study))
    let below = FilePath.relative(place + "/" + FilePath.name(of: path), from: results)
    if OutputFolder.isOwn(below) {
      throw refusal("is one of the study's own files; choose another name")
    }
    switch Disk.kind(of: path) {
    case .folder: throw refusal("is a folder; name a file in it")
    case .other: return
    case .file:
      // An empty file holds nothing that could be lost.
      let start = Array(Run.eventHeader.utf8.prefix { $0 != 0x2C })
      let there = try Disk.beginning(of: path, start.count) ?? []
      guard there.isEmpty || there == start else {
        throw refusal("is there and holds no events; only a file of events is replaced")
      }
    case .nothing:
      if place == results { return }
      guard !FilePath.name(of: path).isEmpty else { throw refusal("is no name of a file") }
      guard Disk.kind(of: place) == .folder else {
        throw refusal("can't be written: there is no folder '\(folder)'")
      }
    }
    if let error = Disk.refusal(of: place) { throw error }
  }

  /// Makes a run again and writes its events, a megabyte at a time.
  ///
  /// - Returns: How many there are.
  /// - Throws: `DiskError`; a file that was there is then as it was.
  func write(_ run: PlannedRun, of comparison: Comparison) throws -> UInt64 {
    var count: UInt64 = 0
    func pieces(_ file: Disk.Draft) throws {
      var text = Run.eventHeader + "\n"
      _ = try comparison.events(run) { line in
        count += 1
        text += line
        text += "\n"
        guard text.utf8.count >= Self.chunk else { return }
        try file.write(Array(text.utf8))
        text.removeAll(keepingCapacity: true)
      }
      try file.write(Array(text.utf8))
    }
    if isOutput {
      try pieces(Disk.standardOutput)
    } else {
      try Disk.stream(to: path, pieces: pieces)
    }
    return count
  }

  private func refusal(_ words: String) -> Ending {
    Ending(code: 73, message: "error: --events: '\(path)' \(words)")
  }

  /// A folder's path from the root; links are followed as far as there is something.
  private static func absolute(_ folder: String) -> String {
    if let real = Disk.real(folder.isEmpty ? "." : folder) { return real }
    let above = FilePath.folder(of: folder), name = FilePath.name(of: folder)
    if name.isEmpty { return above.isEmpty ? "/" : absolute(above) }
    if name == "." { return absolute(above) }
    if name == ".." { return FilePath.folder(of: absolute(above)) }
    return FilePath.joined(absolute(above), name)
  }
}
