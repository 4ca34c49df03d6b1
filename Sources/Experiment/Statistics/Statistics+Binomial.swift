import CGSL

extension Statistics {
  /// The chance of at least so many successes in so many trials.
  ///
  /// - Parameter share: Of success in each trial, from 0 to 1.
  static func binomialTail(_ successes: Int, of trials: Int, share: Double) -> Double {
    guard successes > 0 else { return 1 }
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    return gsl_cdf_binomial_Q(
      UInt32(clamping: successes - 1), share, UInt32(clamping: max(successes, trials)))
  }
}
