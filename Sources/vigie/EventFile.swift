import Experiment
import Foundation
import Simulation

/// Every event of one run as CSV: no texts, only who, what kind, where, when.
struct EventFile {
  let path: String
  private static let chunk = 1 << 20

  /// Runs the scenario's first replicate again and writes its events, a megabyte at a time.
  ///
  /// - Throws: `Ending` with exit code 73 if the file can't be written.
  func write(_ scenario: ScenarioFile, _ options: StudyOptions) throws {
    let seed = options.seed ?? StudyOptions.standardSeed
    let drawn = try scenario.drawn(seed: seed, replicate: 1, fixed: options.fixed)
    do {
      try Data().write(to: URL(fileURLWithPath: path))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var text = Run.eventHeader + "\n"
      _ = try Run.events(drawn.scenario, seed: seed, replicate: 1) { line in
        text += line
        text += "\n"
        guard text.utf8.count >= Self.chunk else { return }
        try handle.write(contentsOf: Data(text.utf8))
        text.removeAll(keepingCapacity: true)
      }
      try handle.write(contentsOf: Data(text.utf8))
      try handle.synchronize()
    } catch let error as CocoaError {
      throw Ending(code: 73, message: "error: \(path): \(error.localizedDescription)")
    }
  }
}
