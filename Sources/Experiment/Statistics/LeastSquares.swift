import CGSL

/// A linear model fitted to numbers by least squares.
///
/// Solved by a QR factorisation with pivots, cut where inputs depend on each other.
///
/// - SeeAlso: Businger & Golub 1965, doi:10.1007/BF01436084.
struct LeastSquares: Sendable {
  /// One for each input.
  let coefficients: [Double]
  /// Standard deviation of what is left, with as many degrees of freedom as rows beyond independent inputs.
  let deviation: Double
  /// Share of the variance that the model explains.
  let explained: Double

  /// Nil with no more rows than inputs, or where the library finds no solution.
  ///
  /// - Complexity: O(rows × inputs²).
  init?(_ rows: [[Double]], _ values: [Double]) {
    _ = Statistics.quietGSL
    guard let width = rows.first?.count, width > 0, rows.count > width,
      let inputs = gsl_matrix_alloc(rows.count, width), let outputs = gsl_vector_alloc(rows.count)
    else { return nil }
    defer {
      gsl_matrix_free(inputs)
      gsl_vector_free(outputs)
    }
    for (place, row) in rows.enumerated() {
      gsl_vector_set(outputs, place, values[place])
      for (column, value) in row.enumerated() { gsl_matrix_set(inputs, place, column, value) }
    }
    guard let (found, left, rank) = Self.solved(inputs, outputs, width: width) else { return nil }
    coefficients = found
    deviation = (left / Double(rows.count - rank)).squareRoot()
    let spread = Statistics.deviation(values) ?? 0
    let all = spread * spread * Double(rows.count - 1)
    explained = all > 0 ? 1 - left / all : 0
  }

  /// The solution, the sum of squares that is left, and how many inputs are independent.
  ///
  /// The pointers are the library's own vectors and matrices, of the sizes given; who made one frees it.
  private static func solved(
    _ inputs: UnsafeMutablePointer<gsl_matrix>, _ outputs: UnsafeMutablePointer<gsl_vector>,
    width: Int
  ) -> (coefficients: [Double], left: Double, rank: Int)? {
    let count = outputs.pointee.size
    guard let scales = gsl_vector_alloc(width), let order = gsl_permutation_alloc(width),
      let norms = gsl_vector_alloc(width), let found = gsl_vector_alloc(width),
      let residuals = gsl_vector_alloc(count)
    else { return nil }
    defer {
      for vector in [scales, norms, found, residuals] { gsl_vector_free(vector) }
      gsl_permutation_free(order)
    }
    var sign: Int32 = 0
    guard gsl_linalg_QRPT_decomp(inputs, scales, order, &sign, norms) == 0 else { return nil }
    let rank = Int(gsl_linalg_QRPT_rank(inputs, -1))
    guard rank > 0,
      gsl_linalg_QRPT_lssolve2(inputs, scales, order, outputs, rank, found, residuals) == 0
    else { return nil }
    let left = (0..<count).reduce(0.0) { sum, place in
      let one = gsl_vector_get(residuals, place)
      return sum + one * one
    }
    let coefficients = (0..<width).map { gsl_vector_get(found, $0) }
    return left.isFinite ? (coefficients, left, rank) : nil
  }

  /// What the model says of a row of inputs.
  func value(_ row: [Double]) -> Double {
    zip(coefficients, row).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
