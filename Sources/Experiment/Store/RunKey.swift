import Schema
import Simulation

/// What a run is: everything of which its record is a function, and nothing else.
///
/// The first 128 bits of a SHA-256 over the model's fingerprint, the scenario's digest with all drawn
/// values put in, the seed, and the number that names the random streams. No name, no title, no place
/// in a study takes part, so that a study that is extended, or a typo that is mended, reruns nothing.
public struct RunKey: Hashable, Sendable, CustomStringConvertible {
  /// The bits, high word first.
  let high: UInt64, low: UInt64

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  /// The key of a run.
  ///
  /// - Parameters:
  ///   - model: The model's fingerprint.
  ///   - scenario: A digest of every value that reaches the run.
  ///   - seed: The study's seed.
  ///   - stream: The number that names the streams; see `Plan.stream(of:)`.
  public init(model: String, scenario: String, seed: UInt64, stream: UInt64) {
    let hex = Plan.digest(of: ["vigie run 1", model, scenario, String(seed), String(stream)])
    high = UInt64(hex.prefix(16), radix: 16) ?? 0
    low = UInt64(hex.dropFirst(16).prefix(16), radix: 16) ?? 0
  }

  /// Twelve hexadecimal digits: what tables print, papers cite and `replay` takes.
  public var description: String { String(hexadecimal(high, digits: 16).prefix(12)) }
}

/// The values of one scenario that reach its runs, in one order, waiting for a draw to be put in.
///
/// Names, titles, texts of pages, the grammar's version and the length of the window don't reach a
/// run's streams or rules; the window's length is added where a record depends on it.
struct ScenarioDigest: Sendable {
  private static let left = ["name", "title", "page", "schema_version"]
  /// Paths with their values, those drawn as a whole left out.
  private let lines: [String]

  init(_ entries: [Entry], drawn: [String]) {
    lines = entries.compactMap { entry in
      guard !Self.left.contains(entry.path), !drawn.contains(entry.path) else { return nil }
      let bits = entry.number.map { hexadecimal($0.bitPattern, digits: 16) } ?? ""
      return "\(entry.path)=\(entry.given ?? entry.text)=\(bits)"
    }
  }

  /// The digest with the values of one draw.
  ///
  /// - Complexity: O(n) in the scenario's parameters, some 10 KB of text.
  func digest(_ drawn: [Drawn]) -> String {
    let values = drawn.map { "\($0.path)=\(hexadecimal($0.value.bitPattern, digits: 16))" }
    return Plan.digest(of: lines + ["drawn"] + values)
  }
}
