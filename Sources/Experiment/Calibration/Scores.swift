import Foundation
import Schema

/// An input's quantile as a normal score: whatever the input's law, its score is standard normal and
/// independent of the others'.
enum Scores {
  private static let normal = Law.normal(mean: 0, sd: 1)

  /// The score of a share strictly between 0 and 1.
  static func score(_ share: Double) -> Double { normal.quantile(share) }

  /// The share below a score, strictly between 0 and 1, at twelve digits: no last bit of a library reaches
  /// a run.
  static func share(_ score: Double) -> Double {
    min(1 - 1e-12, max(1e-12, (normal.cdf(score) * 1e12).rounded() / 1e12))
  }
}
