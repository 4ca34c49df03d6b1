/// Which of several policies another one beats in everything at once.
///
/// Every objective is better when lower: the headline, displaced harm, and each burden.
public struct ParetoFront: Sendable {
  /// One policy that another dominates.
  public struct Domination: Sendable, Equatable {
    /// Positions of the dominated policy and of the one that dominates it.
    public let dominated: Int, by: Int
    /// Share of replicates in which it does, each compared with itself.
    public let share: Double
  }

  /// The dominated policies, each with the one that dominates it in most replicates.
  public let dominations: [Domination]

  /// Compares policies.
  ///
  /// - Parameter values: By policy, objective and replicate; replicates with an undefined value
  ///   are left out.
  public init(_ values: [[[Double]]]) {
    let count = values.first?.first?.count ?? 0
    let whole = (0..<count).filter { run in
      values.allSatisfy { $0.allSatisfy { run < $0.count && $0[run].isFinite } }
    }
    let means = values.map {
      $0.map { series in Statistics.mean(whole.map { series[$0] }) ?? .nan }
    }
    dominations = values.indices.compactMap { policy in
      let others = values.indices.filter { Self.dominates(means[$0], means[policy]) }
      let found = others.map { other in
        let wins = whole.count { run in
          Self.dominates(values[other].map { $0[run] }, values[policy].map { $0[run] })
        }
        return Domination(
          dominated: policy, by: other, share: Double(wins) / Double(max(1, whole.count)))
      }
      return found.max { $0.share < $1.share }
    }
  }

  /// Whether a point is nowhere worse than another, and somewhere better.
  public static func dominates(_ point: [Double], _ other: [Double]) -> Bool {
    zip(point, other).allSatisfy { $0 <= $1 } && zip(point, other).contains { $0 < $1 }
  }
}
