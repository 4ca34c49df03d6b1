import CGSL
import Foundation

/// The mathematics of laws, by the GNU Scientific Library; the only file of this module that
/// calls it.
extension Law {
  /// Keeps the library from ending the process on a domain error; evaluated once.
  private static let quiet: Void = { _ = gsl_set_error_handler_off() }()

  /// The mean, in the unit inside; not finite if the arguments have none.
  public var mean: Double {
    _ = Self.quiet
    return switch family {
    case .fixed, .normal, .exponential, .gamma: a
    case .uniform: a + (b - a) / 2
    case .lognormal: Number.rounded(a * exp(b * b / 2))
    case .beta: a / (a + b)
    case .weibull: Number.rounded(a * gsl_sf_gamma(1 + 1 / b))
    }
  }

  /// The median, in the unit inside, at 12 significant digits.
  public var median: Double {
    switch family {
    case .fixed, .normal, .lognormal: a
    default: quantile(0.5)
    }
  }

  /// The value below which a share `p` (0…1) lies, at 12 significant digits.
  ///
  /// Not finite where the law has no such value.
  public func quantile(_ p: Double) -> Double { Number.rounded(rawQuantile(p)) }

  private func rawQuantile(_ p: Double) -> Double {
    _ = Self.quiet
    guard p >= 0, p <= 1 else { return .nan }
    return switch family {
    case .fixed: a
    case .uniform: a + (b - a) * p
    case .normal: p == 0 ? -.infinity : p == 1 ? .infinity : a + gsl_cdf_gaussian_Pinv(p, b)
    case .lognormal: p == 1 ? .infinity : gsl_cdf_lognormal_Pinv(p, log(a), b)
    case .beta:
      inverse(p, 0...1, shapes: [a, b]) { gsl_cdf_beta_Pinv(p, a, b) }
    case .exponential: p == 1 ? .infinity : gsl_cdf_exponential_Pinv(p, a)
    case .gamma:
      p == 1
        ? .infinity
        : inverse(p, 0...(.greatestFiniteMagnitude), shapes: [1 / (b * b)]) {
          gsl_cdf_gamma_Pinv(p, 1 / (b * b), a * b * b)
        }
    case .weibull: p == 1 ? .infinity : gsl_cdf_weibull_Pinv(p, a, b)
    }
  }

  /// Shapes for which the library's search for a quantile is known to end.
  private static let searched = 0.05...1e4

  /// The library's inverse where it is one, else the least number in a range of positive ones at
  /// or below which a share `p` lies.
  ///
  /// Its search does not converge for laws that press against an end, such as a beta of shapes
  /// 0.01 (half of that lies closer to 1 than any number below 1), and does not end for some of
  /// shapes in the billions.
  private func inverse(
    _ p: Double, _ range: ClosedRange<Double>, shapes: [Double], found: () -> Double
  ) -> Double {
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return .nan }
    if shapes.allSatisfy(Self.searched.contains) {
      let found = found()
      if range.contains(found), abs(cdf(found) - p) <= 1e-9 { return found }
    }
    // Numbers from 0 on have the order of their bits, so that halving these takes 64 steps.
    var low = range.lowerBound.bitPattern, high = range.upperBound.bitPattern
    while low < high {
      let middle = low + (high - low) / 2
      if cdf(Double(bitPattern: middle)) >= p { high = middle } else { low = middle + 1 }
    }
    let least = Double(bitPattern: low)
    return least < .leastNormalMagnitude ? 0 : least
  }

  /// The share (0…1) at or below `x`.
  public func cdf(_ x: Double) -> Double {
    _ = Self.quiet
    if x == .infinity { return 1 }
    if x == -.infinity { return 0 }
    return switch family {
    case .fixed: x < a ? 0 : 1
    case .uniform: a == b ? (x < a ? 0 : 1) : min(1, max(0, (x - a) / (b - a)))
    case .normal: gsl_cdf_gaussian_P(x - a, b)
    case .lognormal: x <= 0 ? 0 : gsl_cdf_lognormal_P(x, log(a), b)
    case .beta: x <= 0 ? 0 : x >= 1 ? 1 : gsl_cdf_beta_P(x, a, b)
    case .exponential: x <= 0 ? 0 : gsl_cdf_exponential_P(x, a)
    case .gamma: x <= 0 ? 0 : gsl_cdf_gamma_P(x, 1 / (b * b), a * b * b)
    case .weibull: x <= 0 ? 0 : gsl_cdf_weibull_P(x, a, b)
    }
  }

  /// The share of the law that must lie inside a range for it to be cut to that range.
  public static let leastMass = 1e-6

  /// The quantile of the law cut to a range, at 12 significant digits and inside the range.
  ///
  /// `nil` when less than ``leastMass`` of the law lies in the range, or it has no finite value
  /// there.
  public func quantile(_ p: Double, in range: ClosedRange<Double>) -> Double? {
    if family == .fixed { return range.contains(a) ? a : nil }
    if family == .uniform, a == b { return range.contains(a) ? a : nil }
    // The cdf counts what is at or below: a law that starts at the range's end has nothing there.
    let low = cdf(range.lowerBound), high = cdf(range.upperBound)
    guard high - low >= Self.leastMass else { return nil }
    let value = quantile(low + p * (high - low))
    guard value.isFinite else { return nil }
    return min(max(value, range.lowerBound), range.upperBound)
  }
}
