import CGSL
import Schema

/// A least-squares regression on one input, made once for any number of outcomes: functions of the input
/// that are orthonormal over its draws, so that a fit is a projection.
///
/// Of an input with few values, such as a choice, the fit is the mean at each of them. Of any other it is
/// a cubic spline of the input's normal scores. What is expected given an input is the same given any
/// increasing function of it, and scores have no long tail whose few draws would bend the spline.
///
/// - SeeAlso: de Boor 1978, A practical guide to splines; Strong, Oakley & Brennan 2014.
struct Regression {
  /// Distinct values up to which each has a mean of its own.
  static let mostGroups = 6
  /// Places at which the pieces of the spline meet, its ends among them.
  static let breakpoints = 5
  /// Of a cubic spline.
  private static let order = 4
  /// Share of the greatest singular value below which a function is none.
  private static let tolerance = 1e-10

  /// Values of each function, draw by draw.
  private let functions: [[Double]]
  /// Draws in the lowest third of the input; of few values those at the lowest.
  let low: [Int]
  /// Draws in the highest third of the input; of few values those at the highest.
  let high: [Int]

  /// - Parameter input: Its values by draw, all defined.
  /// - Returns: Nil where the input doesn't vary, or there are fewer draws than functions.
  init?(_ input: [Double]) {
    let groups = Dictionary(grouping: input.indices) { input[$0] }.sorted { $0.key < $1.key }
    guard groups.count > 1 else { return nil }
    if groups.count <= Self.mostGroups {
      functions = groups.map { group in
        var own = [Double](repeating: 0, count: input.count)
        for draw in group.value { own[draw] = 1 / Double(group.value.count).squareRoot() }
        return own
      }
      (low, high) = (groups[0].value, groups[groups.count - 1].value)
    } else {
      let ranks = RankCorrelation.ranks(input), third = Double(input.count + 1) / 3
      low = ranks.indices.filter { ranks[$0] <= third }
      high = ranks.indices.filter { ranks[$0] >= 2 * third }
      let normal = Law.normal(mean: 0, sd: 1)
      let scores = ranks.map { normal.quantile($0 / Double(input.count + 1)) }
      guard let found = Self.splines(scores) else { return nil }
      functions = found
    }
  }

  /// The fit to an outcome, draw by draw.
  ///
  /// - Complexity: O(draws × functions).
  func fitted(_ outcome: [Double]) -> [Double] {
    var fit = [Double](repeating: 0, count: outcome.count)
    for function in functions {
      var weight = 0.0
      for draw in fit.indices { weight += function[draw] * outcome[draw] }
      for draw in fit.indices { fit[draw] += weight * function[draw] }
    }
    return fit
  }
}

extension Regression {
  /// The orthonormal functions that span the cubic splines with breakpoints at quantiles; nil where GSL
  /// finds none.
  private static func splines(_ scores: [Double]) -> [[Double]]? {
    _ = Statistics.quietGSL
    let sorted = scores.sorted()
    var breaks = (0..<breakpoints).compactMap {
      Statistics.quantile(Double($0) / Double(breakpoints - 1), ofSorted: sorted)
    }
    // Where many draws have one value, quantiles may be the same.
    breaks = breaks.indices.filter { $0 == 0 || breaks[$0] > breaks[$0 - 1] }.map { breaks[$0] }
    guard breaks.count >= 2, scores.count >= breaks.count + order - 2,
      let spline = gsl_bspline_alloc(order, breaks.count)
    else { return nil }
    defer { gsl_bspline_free(spline) }
    guard let knots = gsl_vector_alloc(breaks.count) else { return nil }
    defer { gsl_vector_free(knots) }
    for (place, value) in breaks.enumerated() { gsl_vector_set(knots, place, value) }
    guard gsl_bspline_knots(knots, spline) == 0 else { return nil }
    return orthonormal(scores, gsl_bspline_ncoeffs(spline)) { score, row in
      gsl_bspline_eval(score, row, spline) == 0
    }
  }

  /// Functions with the same span, by singular values; those that add nothing are left out.
  ///
  /// - Parameter fill: Puts the functions' values at a place into a row of theirs, a vector of the library's
  ///   that is freed here.
  private static func orthonormal(
    _ scores: [Double], _ count: Int,
    fill: (Double, UnsafeMutablePointer<gsl_vector>) -> Bool
  ) -> [[Double]]? {
    guard let design = gsl_matrix_alloc(scores.count, count) else { return nil }
    defer { gsl_matrix_free(design) }
    guard let turn = gsl_matrix_alloc(count, count) else { return nil }
    defer { gsl_matrix_free(turn) }
    guard let sizes = gsl_vector_alloc(count) else { return nil }
    defer { gsl_vector_free(sizes) }
    guard let row = gsl_vector_alloc(count) else { return nil }
    defer { gsl_vector_free(row) }
    for (draw, score) in scores.enumerated() {
      guard fill(score, row) else { return nil }
      gsl_matrix_set_row(design, draw, row)
    }
    guard gsl_linalg_SV_decomp(design, turn, sizes, row) == 0 else { return nil }
    let least = gsl_vector_get(sizes, 0) * tolerance
    return (0..<count).filter { gsl_vector_get(sizes, $0) > least }.map { function in
      scores.indices.map { gsl_matrix_get(design, $0, function) }
    }
  }
}
