import Experiment
import Foundation
import Schema

/// Files that commands read: from the disk, from standard input as `-`, or a preset by its name.
enum Input {
  /// What problems name where the text came from standard input.
  static let standard = "<stdin>"

  /// Reads all of them; names in a text from standard input are relative to the working folder.
  static let loader = Loader { path in
    path == standard ? text : try Loader.shipped(path)
  }

  /// Standard input, read once: the same text is needed again for the reference.
  private static let text: [UInt8] = {
    var bytes = Data()
    while bytes.count <= Document.sizeLimit,
      let more = try? FileHandle.standardInput.read(upToCount: 65_536), !more.isEmpty
    {
      bytes += more
    }
    return Array(bytes)
  }()

  /// The path of what was typed: `-`, a file, or a preset's name where there is no such file.
  static func path(_ word: String) -> String {
    if word == "-" { return standard }
    switch Disk.kind(of: word) {
    case .file, .other: return word
    case .nothing, .folder: return PresetFolder().file(named: word) ?? word
    }
  }

  /// A path as it is to be typed again.
  static func typed(_ path: String) -> String { path == standard ? "-" : Shell.quoted(path) }
}
