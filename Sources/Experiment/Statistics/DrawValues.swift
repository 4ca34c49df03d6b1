/// Values of one outcome: draw by draw, in each its replicates. NaN where undefined or missing.
public struct DrawValues: Sendable, Equatable {
  /// For each draw, in the order of their numbers, one value for each replicate.
  public let values: [[Double]]

  /// - Parameter values: Draws need not have the same number of replicates.
  public init(_ values: [[Double]]) { self.values = values }

  /// The values of a study's runs.
  ///
  /// A draw of which a run was stopped has none: what its other replicates say would be the better half
  /// of it. A single draw keeps what it has.
  ///
  /// - Parameters:
  ///   - runs: Draw by draw, in each its replicates.
  ///   - replicates: Of each draw, at least 1.
  ///   - stopped: Numbers of the draws of which a run was stopped, from 1.
  public init(_ runs: [Double], replicates: Int, stopped: Set<Int> = []) {
    let size = max(1, replicates)
    values = stride(from: 0, to: runs.count, by: size).map { start in
      stopped.contains(start / size + 1) && runs.count > size
        ? [] : Array(runs[start..<min(runs.count, start + size)])
    }
  }

  /// Draws with a value, defined ones only.
  var defined: [[Double]] { values.map { $0.filter(\.isFinite) }.filter { !$0.isEmpty } }
}

/// One effect for each draw, between the means over its replicates.
public struct DrawEffects: Sendable, Equatable {
  /// Scenario minus baseline; NaN where no replicate is defined on both sides.
  public let differences: [Double]
  /// Scenario over baseline, 0 for none against some; NaN where there is no difference, or the
  /// baseline is 0 or below.
  public let ratios: [Double]
}

/// The replicates of one draw that are defined on both sides.
struct DrawPairs {
  let values: [Double]
  let reference: [Double]
  /// Their means.
  let mean: Double
  let referenceMean: Double

  /// Nil where no replicate is defined on both sides.
  init?(_ values: [Double], _ reference: [Double]) {
    let pairs = zip(values, reference).filter { $0.isFinite && $1.isFinite }
    self.values = pairs.map(\.0)
    self.reference = pairs.map(\.1)
    guard let mean = Statistics.mean(self.values), let other = Statistics.mean(self.reference)
    else { return nil }
    (self.mean, referenceMean) = (mean, other)
  }

  var count: Int { values.count }
  var difference: Double { mean - referenceMean }
  /// Nil where the baseline is 0 or below.
  var ratio: Double? { referenceMean > 0 ? mean / referenceMean : nil }
  var isPositive: Bool { values.allSatisfy { $0 > 0 } && reference.allSatisfy { $0 > 0 } }
}
