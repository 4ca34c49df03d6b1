import Experiment
import Foundation
import Schema

/// How far a study is, on stderr: a bar on a terminal, else a line per 10 %.
final class ProgressLine: Sendable {
  private let isBar: Bool
  private let lastTenth = Tenth()

  init(isBar: Bool) { self.isBar = isBar }

  /// Tells of one step; called one call at a time.
  func show(_ progress: Replication.Progress) {
    let share = Double(progress.done) / Double(max(1, progress.total))
    let counts = "\(progress.done)/\(progress.total)"
    let left = progress.remaining.map { ProgressLine.clock($0) + " left" } ?? ""
    if isBar {
      let full = Int(exactly: (share * 24).rounded(.down)) ?? 0
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: 24 - full)
      Console.noteRaw("\r\(bar) \(counts)  \(left)  ")
      if progress.done == progress.total { Console.noteRaw("\r\u{1B}[K") }
    } else if lastTenth.reaches(Int(exactly: (share * 10).rounded(.down)) ?? 0) {
      Console.note("\(counts) \(Nouns.run.after(progress.total)), \(left)")
    }
  }

  /// Seconds as `1:31` or `2:05:00`.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(exactly: min(max(0, seconds), 1e9).rounded()) ?? 0
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = (minutes < 10 && hours > 0 ? "0" : "") + "\(minutes):" + (rest < 10 ? "0" : "")
    return (hours > 0 ? "\(hours):" : "") + tail + "\(rest)"
  }

  /// The last tenth told. Only touched inside `show`, which is called one call at a time.
  private final class Tenth: @unchecked Sendable {
    private var last = 0

    func reaches(_ tenth: Int) -> Bool {
      defer { last = max(last, tenth) }
      return tenth > last
    }
  }
}
