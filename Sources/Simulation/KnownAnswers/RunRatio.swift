import Schema

/// A ratio of two sums over independent runs, with its error from the runs themselves: a mean, a share,
/// or a time per case.
///
/// What happens within a run may depend on itself as it likes. Each run gives a sum and of how many it
/// is; the estimate is Σx/Σn, its error that of the mean of x − r·n over that of n. Where n hangs on
/// what has happened (how many conversations fit into a day), the means of x and r·n are still the same
/// (Wald 1944), so that the answer is that of one case.
///
/// - SeeAlso: Cochran 1977, Sampling Techniques, §6.4 (ratio of means).
struct RunRatio {
  let estimate: Double
  /// Standard error; NaN below two runs.
  let error: Double
  /// Degrees of freedom of the error.
  let freedom: Int

  /// - Parameter runs: Sum and number of each run.
  init(_ runs: [(sum: Double, of: Double)]) {
    let sum = runs.reduce(0) { $0 + $1.sum }, number = runs.reduce(0) { $0 + $1.of }
    let ratio = sum / number, count = Double(runs.count)
    let squares = runs.reduce(0) { $0 + ($1.sum - ratio * $1.of) * ($1.sum - ratio * $1.of) }
    estimate = ratio
    error = (squares / (count - 1) * count).squareRoot() / number
    freedom = runs.count - 1
  }

  /// The mean of one number a run.
  init(_ values: [Double]) { self.init(values.map { (sum: $0, of: 1) }) }

  /// How many standard errors Student's law passes on either side with a given chance in all.
  ///
  /// By the beta law: P(|T| > t) is the share of Beta(ν/2, ½) below ν/(ν + t²).
  ///
  /// - SeeAlso: Abramowitz & Stegun 1964, 26.7.1.
  static func studentQuantile(outside share: Double, freedom: Int) -> Double {
    guard freedom > 0 else { return .nan }
    let degrees = Double(freedom)
    let x = Law.beta(a: degrees / 2, b: 0.5).quantile(share)
    return (degrees * (1 - x) / x).squareRoot()
  }
}
