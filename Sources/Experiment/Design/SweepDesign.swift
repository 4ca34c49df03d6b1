import Schema
import Simulation

/// Makes the points of a sweep of what its file says is varied.
///
/// A factorial design has every value of each parameter with every value of all others, the last
/// parameter changing fastest. In a sample point n takes a quantile of each parameter: in a Latin
/// hypercube the base-2 van der Corput sequence scrambled for each path by itself, so that each power of
/// two is a Latin hypercube and a larger sample keeps the points (Owen 1997, doi:10.1214/aos/1031594731);
/// in `sobol` dimension k of Sobol's sequence with a random shift, k counting parameters in their order.
struct SweepDesign {
  /// One parameter that is varied.
  struct Factor {
    /// Its path, or `path@scenario`, as written.
    let header: Tree.Scalar
    let parameter: Settable
    /// The values written out; empty where it is drawn from a law.
    let values: [Tree.Scalar]
    /// What it is drawn from, quantile by quantile; nil where values are written out.
    let law: ((Double) -> String?)?

    /// The value at a quantile.
    func cell(at quantile: Double) -> Tree.Scalar {
      if values.isEmpty { return Tree.Scalar(law?(quantile) ?? "", at: header.place) }
      return values[min(values.count - 1, Int(quantile * Double(values.count)))]
    }
  }

  let factors: [Factor]
  let kind: SweepSection.Kind
  let size: Int
  let seed: UInt64

  /// How many points there are before any is skipped; nil beyond the largest number.
  var count: Int? {
    switch kind {
    case .latinHypercube, .sobol: return size
    case .list: return factors.map(\.values.count).max() ?? 0
    case .factorial:
      var product = 1
      for factor in factors {
        let (next, overflow) = product.multipliedReportingOverflow(by: factor.values.count)
        if overflow { return nil }
        product = next
      }
      return product
    }
  }

  /// The cells of one point, factor by factor.
  ///
  /// - Parameter point: From 0.
  func cells(of point: Int) -> [Tree.Scalar] {
    switch kind {
    case .factorial:
      var rest = point
      return factors.reversed().map { factor in
        defer { rest /= factor.values.count }
        return factor.values[rest % factor.values.count]
      }.reversed()
    case .list:
      // A single value goes with all others.
      return factors.map { $0.values.count == 1 ? $0.values[0] : $0.values[point] }
    case .latinHypercube:
      return factors.map { factor in
        factor.cell(
          at: parameterUniform(
            seed: seed, draw: UInt64(point) + 1, path: "sweep " + factor.header.text))
      }
    case .sobol:
      let quantiles = Sobol.point(point, dimensions: factors.count, seed: seed)
      return zip(factors, quantiles).map { $0.cell(at: $1) }
    }
  }
}
