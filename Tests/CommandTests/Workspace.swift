import Foundation

@testable import Experiment

/// A folder with a small platform in it, thrown away at the end of a test.
final class Workspace {
  /// The folder.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent("Scenarios"), withIntermediateDirectories: true)
    try write("tiny.yaml", Workspace.tiny)
    try write("Scenarios/classroom.yaml", Workspace.tiny)
    try write("phone.yaml", "extends: tiny.yaml\nname: phone\nregistration: { method: phone }\n")
    try write("study.yaml", Workspace.study)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file below the folder.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  /// The text of a file below the folder.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// The lines of a file that hold a word.
  func lines(_ file: String, with word: String) throws -> [String] {
    try text(file).split(separator: "\n").map(String.init).filter { $0.contains(word) }
  }

  /// The run_key of each row of a folder's runs.csv.
  func keys(_ folder: String) throws -> [String] {
    try text(folder + "/runs.csv").split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",", omittingEmptySubsequences: false)[6])
    }
  }

  /// Every file of a folder of results with its bytes, by name, those of its folders included.
  func files(_ folder: String) throws -> [String: Data] {
    let below = url.appendingPathComponent(folder)
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: below.path) {
      let file = below.appendingPathComponent(name)
      // Records bear random names, one file for each writer.
      if file.hasDirectoryPath || name.hasPrefix("parts") { continue }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  /// How many runs of an unfinished study are on disk.
  func parts(_ folder: String) -> Int {
    (try? RecordStore(url.appendingPathComponent(folder + "/parts").path))?.count ?? 0
  }

  static let study = """
    schema_version: 1
    name: mini
    baseline: tiny.yaml
    alternatives:
      - phone.yaml
      - { name: staffed, set: { moderation: { staff: 2, hours_per_day: 24 h }, sanctions: { scope: device } } }
    replicates: 2
    seed: 7
    """

  /// A policy that is known at once, so that rounds give it fewer draws, and one that never is.
  static let known = """
    name: known
    baseline: tiny.yaml
    alternatives:
      - { name: idle, set: { registration: { method: email, start: 2030-01-01 } } }
      - phone.yaml

    """

  static let tiny = """
    schema_version: 1
    name: tiny
    title: A tiny platform
    time: { start: 2022-01-03, warm_up: 1 h, window: 6 h }
    people:
      count: 400
      minor_share: { beta: { a: 6, b: 14 } }
      visits: { lognormal: { median: 1 /d, log_sd: 0.5 } }
      visit_duration: { lognormal: { median: 15 min, log_sd: 0.5 } }
    rooms:
      - { name: general, count: 4, share: 100 % }
    offenders:
      - { name: solicitor, pathway: solicitation, share: 5 %, activity: 5 }
    pathways:
      - name: solicitation
        finds: directory
        seeks: 0 y .. 17 y
        contacts: 0.25 /min
        conversations_at_once: 4
        stages:
          - name: contact
            harm: H2
            next: { meeting: 0.1 /min, report: 0.1 /min, leave: 0.5 /min }
          - { name: meeting, place: offline, harm: H6 }

    """
}
