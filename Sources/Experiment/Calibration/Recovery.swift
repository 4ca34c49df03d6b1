/// Whether known inputs are found again (V22): each world of a bank of prior runs in turn stands for the truth,
/// and the worlds whose outcomes are nearest to its own for what is then believed.
///
/// Where the method is right, the truth lies inside the region that is said to hold it with 90 % in nine of ten
/// cases, whatever the input.
///
/// - SeeAlso: Prangle, Blum, Popovic & Sisson 2014, doi:10.1111/anzs.12087.
public struct Recovery: Sendable {
  /// One input.
  public struct Row: Sendable, Equatable {
    /// Its path.
    public let input: String
    /// Share of the truths inside the 90 % region.
    public let inside: Double
    /// How much narrower the region is than the prior's, mean: 0 where outcomes say nothing of the input.
    public let narrower: Double
  }

  /// What a region is said to hold.
  public static let level = 0.9
  /// Truths below which nothing is said, and truths that are tried at most.
  public static let fewest = 500, most = 1_000

  /// Truths that were tried.
  public let truths: Int
  /// Worlds that are believed of each truth.
  public let believed: Int
  /// One for each input, in their order.
  public let rows: [Row]

  /// Share of all truths inside, over inputs.
  public var inside: Double { rows.reduce(0) { $0 + $1.inside } / Double(max(1, rows.count)) }

  /// Nil with fewer worlds than truths are needed, or without outcomes.
  ///
  /// - Parameters:
  ///   - scores: For each world the inputs' normal scores.
  ///   - values: For each world the outcomes' logarithms.
  /// - Complexity: O(truths × worlds × (outcomes + log worlds)).
  init?(_ inputs: [String], scores: [[Double]], values: [[Double]]) {
    let known = values.indices.filter { values[$0].allSatisfy(\.isFinite) }
    guard known.count > Self.fewest, let width = values.first?.count, width > 0 else { return nil }
    truths = min(Self.most, known.count)
    believed = max(60, known.count / 20)
    let spreads = (0..<width).map { column in
      Statistics.deviation(known.map { values[$0][column] }) ?? 1
    }
    var inside = [Double](repeating: 0, count: inputs.count)
    var widths = inside
    for truth in known.prefix(truths) {
      let near = Self.nearest(to: truth, among: known, values, spreads, believed)
      for input in inputs.indices {
        // Quantiles at p(n + 1) hold what they say of the next world, which the truth is.
        let ends = OrderedDraws(near.map { scores[$0][input] }).limits(level: Self.level)
        guard let low = ends.low, let high = ends.high else { continue }
        if low <= scores[truth][input], scores[truth][input] <= high { inside[input] += 1 }
        widths[input] += high - low
      }
    }
    let count = Double(truths), prior = 2 * Scores.score((1 + Self.level) / 2)
    rows = inputs.indices.map { input in
      Row(
        input: inputs[input], inside: inside[input] / count,
        narrower: 1 - widths[input] / count / prior)
    }
  }

  private static func nearest(
    to truth: Int, among known: [Int], _ values: [[Double]], _ spreads: [Double], _ count: Int
  ) -> [Int] {
    let distances = known.filter { $0 != truth }.map { world -> (Double, Int) in
      let distance = zip(zip(values[world], values[truth]), spreads).reduce(0) { most, own in
        max(most, own.1 > 0 ? abs(own.0.0 - own.0.1) / own.1 : 0)
      }
      return (distance, world)
    }
    return distances.sorted { $0 < $1 }.prefix(count).map(\.1)
  }
}
