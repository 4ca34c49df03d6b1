import Schema
import Simulation

/// What a run is: everything of which its record is a function, and nothing else.
///
/// The first 128 bits of a SHA-256 over the model's fingerprint, the scenario's digest with all drawn
/// values put in, the seed, and the number that names the random streams. No name, no title, no place
/// in a study takes part, so that a study that is extended, or a typo that is mended, reruns nothing.
/// How long a run is looked at isn't part of what it is, but of its record: the key that is printed is
/// the same for a week and for a month.
public struct RunKey: Hashable, Sendable, CustomStringConvertible {
  /// The bits, high word first.
  let high: UInt64, low: UInt64
  /// Days of the window that a record of the run covers, and of the follow-up from its beginning; 0
  /// without one.
  let days: Double, followUp: Double

  init(high: UInt64, low: UInt64, days: Double = 0, followUp: Double = 0) {
    (self.high, self.low, self.days, self.followUp) = (high, low, days, followUp)
  }

  /// The key of a run.
  ///
  /// - Parameters:
  ///   - model: The model's fingerprint.
  ///   - scenario: A digest of every value that reaches the run.
  ///   - seed: The study's seed.
  ///   - stream: The number that names the streams; see `Plan.stream(of:)`.
  ///   - days: Days of the window.
  ///   - followUp: Days of the follow-up, from the window's beginning; 0 without one.
  public init(
    model: String, scenario: String, seed: UInt64, stream: UInt64, days: Double = 0,
    followUp: Double = 0
  ) {
    (self.days, self.followUp) = (days, followUp)
    let hex = Plan.digest(of: ["vigie run 1", model, scenario, String(seed), String(stream)])
    high = UInt64(hex.prefix(16), radix: 16) ?? 0
    low = UInt64(hex.dropFirst(16).prefix(16), radix: 16) ?? 0
  }

  /// Twelve hexadecimal digits: what tables print, papers cite and `replay` takes.
  public var description: String { String(hexadecimal(high, digits: 16).prefix(12)) }
}

/// The values of one scenario that reach its runs, in one order, waiting for a draw to be put in.
///
/// Names, titles, texts of pages, the grammar's version and the length of the window don't reach what
/// happens in a run.
struct ScenarioDigest: Sendable {
  private static let left = ["name", "title", "page", "schema_version", "time.window"]
  /// What comes before the values drawn: paths with their values, those drawn as a whole left out; of
  /// all parameters, and of the platform's choices.
  private let whole: SHA256.Running, policy: SHA256.Running

  init(_ entries: [ReadValue], drawn: [String]) {
    let lines = entries.compactMap { entry -> String? in
      guard !Self.left.contains(entry.path), !drawn.contains(entry.path) else { return nil }
      let bits = entry.number.map { hexadecimal($0.bitPattern, digits: 16) } ?? ""
      return "\(entry.path)=\(entry.given ?? entry.text)=\(bits)"
    }
    whole = Self.adding(lines + ["drawn"], to: SHA256.Running())
    policy = Self.adding(lines.filter(Self.isPolicy) + ["drawn"], to: SHA256.Running())
  }

  /// The digest with the values of one draw.
  ///
  /// - Parameter earlier: The digest of the policy under which the warm-up runs, if it is another.
  /// - Complexity: O(n) in the number of values.
  func digest(_ drawn: [Drawn], after earlier: String? = nil) -> String {
    let values = drawn.map(Self.line) + (earlier.map { ["after", $0] } ?? [])
    return Self.adding(values, to: whole).hex
  }

  /// The digest of the platform's choices with the values of one draw.
  func policyDigest(_ drawn: [Drawn]) -> String {
    Self.adding(drawn.map(Self.line).filter(Self.isPolicy), to: policy).hex
  }

  private static func adding(_ texts: [String], to start: SHA256.Running) -> SHA256.Running {
    var running = start
    running.add(Array(Plan.joined(texts).utf8))
    return running
  }

  private static func line(_ drawn: Drawn) -> String {
    "\(drawn.path)=\(hexadecimal(drawn.value.bitPattern, digits: 16))"
  }

  private static func isPolicy(_ line: String) -> Bool {
    let section = line.prefix { $0 != "." && $0 != "=" }
    return ScenarioFile.policySections.contains { $0 == section }
  }
}
