import Foundation
import Simulation

/// One finished run as a small file of its own, until all are there.
///
/// Lines of words; numbers as the hexadecimal digits of their 64 bits, which keep NaN and every
/// last bit; the last line is the SHA-256 of all lines before it.
enum Part {
  /// `run-<run_id>.part`.
  static func name(of run: PlannedRun) -> String { "run-\(run.id).part" }

  static func text(of finished: FinishedRun, digest: String) -> String {
    var lines = ["vigie part 2", "plan \(digest)", "run \(finished.run.id)"]
    lines.append("status \(finished.outcome.status)")
    if let record = finished.outcome.record {
      let counts = [record.observedDays.bitPattern, record.events, record.represented, record.hash]
      lines.append(line("counts", counts))
      lines.append(line("drawn", record.drawn.map(\.bitPattern)))
      lines.append(line("values", record.values.map(\.bitPattern)))
      let series = record.series.map { [$0.start, $0.length] + $0.values } ?? []
      lines.append(line("series", series.map(\.bitPattern)))
    } else {
      let message = Data((finished.outcome.message ?? "").utf8).base64EncodedString()
      lines.append("message \(message)")
    }
    let body = lines.map { $0 + "\n" }.joined()
    return body + "sha256 \(SHA256.hex(body))\n"
  }

  /// The finished run that a file holds, or nil for one that is damaged, or another plan's or
  /// run's: such a run is made again.
  static func read(_ bytes: [UInt8], run: PlannedRun, plan: Plan) -> FinishedRun? {
    guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeLast()
    guard let seal = lines.popLast() else { return nil }
    let body = lines.map { $0 + "\n" }.joined()
    let head = ["vigie part 2", "plan \(plan.digest)", "run \(run.id)"]
    guard seal == "sha256 \(SHA256.hex(body))", lines.count >= 5, lines.starts(with: head) else {
      return nil
    }
    let rest = Array(lines.dropFirst(4))
    return outcome(status: lines[3], rest: rest, plan: plan)
      .map { FinishedRun(run: run, outcome: $0) }
  }

  private static func outcome(status: String, rest: [String], plan: Plan) -> RunOutcome? {
    if status == "status ok" { return record(rest, plan: plan).map(RunOutcome.ok) }
    guard rest.count == 1, let coded = words(rest[0], after: "message").first,
      let data = Data(base64Encoded: coded)
    else { return nil }
    let message = String(decoding: data, as: UTF8.self)
    switch status {
    case "status failed": return .failed(message)
    case "status stopped": return .stopped(message)
    default: return nil
    }
  }

  private static func record(_ lines: [String], plan: Plan) -> RunRecord? {
    guard lines.count == 4, let counts = numbers(lines[0], after: "counts"), counts.count == 4,
      let drawn = numbers(lines[1], after: "drawn"),
      let values = numbers(lines[2], after: "values"),
      let series = numbers(lines[3], after: "series")
    else { return nil }
    let record = RunRecord(
      values: values.map(Double.init(bitPattern:)), drawn: drawn.map(Double.init(bitPattern:)),
      observedDays: Double(bitPattern: counts[0]), events: counts[1], represented: counts[2],
      hash: counts[3], series: self.series(series.map(Double.init(bitPattern:))))
    return plan.problem(in: record) == nil ? record : nil
  }

  private static func series(_ numbers: [Double]) -> SeriesRecord? {
    guard numbers.count > 2, numbers.allSatisfy(\.isFinite),
      (numbers.count - 2) % SeriesRecord.columns.count == 0
    else { return nil }
    return SeriesRecord(start: numbers[0], length: numbers[1], values: Array(numbers.dropFirst(2)))
  }

  private static func line(_ word: String, _ numbers: [UInt64]) -> String {
    ([word] + numbers.map { hexadecimal($0, digits: 16) }).joined(separator: " ")
  }

  private static func words(_ line: String, after word: String) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return words.first == word ? Array(words.dropFirst()) : []
  }

  private static func numbers(_ line: String, after word: String) -> [UInt64]? {
    guard line == word || line.hasPrefix(word + " ") else { return nil }
    let texts = words(line, after: word)
    let numbers = texts.compactMap { UInt64($0, radix: 16) }
    return numbers.count == texts.count ? numbers : nil
  }
}
