import CGSL

/// A linear model fitted to numbers by least squares.
///
/// Solved by the singular values of the inputs, so that inputs which depend on each other do no harm.
///
/// - SeeAlso: Golub & Reinsch 1970, doi:10.1007/BF02163027.
struct LeastSquares {
  /// One for each input.
  let coefficients: [Double]
  /// Standard deviation of what is left, with as many degrees of freedom as rows beyond inputs.
  let deviation: Double
  /// Share of the variance that the model explains.
  let explained: Double

  /// Nil with no more rows than inputs, or where the library finds no solution.
  ///
  /// - Complexity: O(rows × inputs²).
  init?(_ rows: [[Double]], _ values: [Double]) {
    guard let width = rows.first?.count, width > 0, rows.count > width else { return nil }
    guard let inputs = gsl_matrix_alloc(rows.count, width),
      let outputs = gsl_vector_alloc(rows.count), let found = gsl_vector_alloc(width),
      let errors = gsl_matrix_alloc(width, width),
      let space = gsl_multifit_linear_alloc(rows.count, width)
    else { return nil }
    defer {
      gsl_matrix_free(inputs)
      gsl_vector_free(outputs)
      gsl_vector_free(found)
      gsl_matrix_free(errors)
      gsl_multifit_linear_free(space)
    }
    for (place, row) in rows.enumerated() {
      gsl_vector_set(outputs, place, values[place])
      for (column, value) in row.enumerated() { gsl_matrix_set(inputs, place, column, value) }
    }
    var left = 0.0
    guard gsl_multifit_linear(inputs, outputs, found, errors, &left, space) == 0, left.isFinite
    else { return nil }
    coefficients = (0..<width).map { gsl_vector_get(found, $0) }
    deviation = (left / Double(rows.count - width)).squareRoot()
    let spread = Statistics.deviation(values) ?? 0
    let all = spread * spread * Double(rows.count - 1)
    explained = all > 0 ? 1 - left / all : 0
  }

  /// What the model says of a row of inputs.
  func value(_ row: [Double]) -> Double {
    zip(coefficients, row).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
