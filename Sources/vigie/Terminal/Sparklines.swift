import Experiment
import Foundation
import Report

/// Small pictures in the summary of a study, for people at a terminal that can show them. In a file or
/// a pipe there are none, so that what other programs read is always the same.
struct Sparklines {
  /// What the pictures are made from.
  let study: StudyFolder

  /// The pictures of a finished study; nil where nobody would see them.
  init?(_ study: StudyFolder?) {
    guard let study, Console.showsBars else { return nil }
    self.study = study
  }

  /// One scenario: its day, and the spread of its replicates.
  func lines(of scenario: String) -> [String] {
    var lines: [String] = []
    let day = study.day(of: scenario)
    if !day.isEmpty {
      lines.append(
        "day:  \(Sparkline.text(day))  unwanted contacts here by hour of the day, "
          + "\(range(day)) an hour")
    }
    let spread = study.spread(of: scenario)
    if spread.count > 2 {
      // Where no replicate fell there is no bar at all.
      let counts = Sparkline.histogram(spread).map { $0 > 0 ? $0 : .nan }
      lines.append(
        "runs: \(Sparkline.text(counts))  the replicates' contacts, all venues, "
          + "from \(range(spread))")
    }
    return lines
  }

  /// Several scenarios, all on one scale.
  func table(of scenarios: [String]) -> [String] {
    let days = scenarios.map { study.day(of: $0) }
    let top = days.flatMap { $0 }.filter(\.isFinite).max()
    guard let top, days.allSatisfy({ !$0.isEmpty }) else { return [] }
    var table = TextTable(["", "0 h to 23 h", "an hour"], right: [])
    for (scenario, day) in zip(scenarios, days) {
      table.add([scenario, Sparkline.text(day, top: top), range(day)])
    }
    return ["", "Unwanted contacts here by hour of the day, one scale"] + table.lines
  }

  private func range(_ values: [Double]) -> String {
    let known = values.filter(\.isFinite)
    return "\(NumberText.number(known.min())) to \(NumberText.number(known.max()))"
  }
}

extension Console {
  /// Whether stdout is a terminal that shows more than ASCII.
  static var showsBars: Bool {
    let environment = ProcessInfo.processInfo.environment
    guard isatty(STDOUT_FILENO) == 1, environment["TERM"] != "dumb" else { return false }
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return ["UTF-8", "UTF8"].contains { locale.uppercased().contains($0) }
  }
}
