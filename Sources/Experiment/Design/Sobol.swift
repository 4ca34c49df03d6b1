import Simulation

/// Sobol's sequence with a random digital shift: points that fill the unit cube more evenly than chance.
///
/// Bit j of a dimension's coordinate comes from its direction number v_j, which a primitive polynomial
/// over the field of two elements gives from a few initial numbers m (v_j = m_j / 2^j). Point n is the
/// exclusive or of the v_j over the bits of n's Gray code (Sobol 1967, doi:10.1016/0041-5553(67)90144-9;
/// Bratley and Fox 1988, doi:10.1145/42288.214372). The shift, one number for each dimension and seed,
/// makes the estimate of a mean unbiased and keeps points off 0.
public enum Sobol {
  /// Dimensions for which there are direction numbers.
  public static let most = directions.count

  private static let bits = 32

  /// Direction numbers, dimension by dimension, the highest bit first.
  private static let directions: [[UInt32]] = table.split(separator: ";").map { entry in
    let numbers = entry.split(whereSeparator: \.isWhitespace).compactMap { UInt32($0) }
    return numbers.isEmpty ? [] : directions(polynomial: numbers[0], initial: Array(numbers[1...]))
  }.filter { !$0.isEmpty }

  private static func directions(polynomial: UInt32, initial: [UInt32]) -> [UInt32] {
    let degree = initial.count
    // The first dimension: van der Corput's sequence.
    if degree == 0 { return (0..<bits).map { 1 << UInt32(bits - 1 - $0) } }
    var found = initial.enumerated().map { $1 << UInt32(bits - 1 - $0) }
    for place in degree..<bits {
      var next = found[place - degree] ^ (found[place - degree] >> UInt32(degree))
      for term in 1..<max(1, degree) where polynomial >> UInt32(degree - term) & 1 == 1 {
        next ^= found[place - term]
      }
      found.append(next)
    }
    return found
  }

  /// One point, every coordinate strictly between 0 and 1.
  ///
  /// - Parameters:
  ///   - number: From 0; below 2^32.
  ///   - dimensions: At most ``most``.
  ///   - seed: Nil for the sequence without a shift.
  public static func point(_ number: Int, dimensions: Int, seed: UInt64?) -> [Double] {
    let gray = UInt32(truncatingIfNeeded: number) ^ UInt32(truncatingIfNeeded: number >> 1)
    return directions.prefix(dimensions).enumerated().map { dimension, own in
      var value: UInt32 = 0
      for bit in 0..<bits where gray >> UInt32(bit) & 1 == 1 { value ^= own[bit] }
      guard let seed else { return Double(value) / 4_294_967_296 }
      let shift = parameterUniform(seed: seed, draw: 1, path: "sobol \(dimension)")
      value ^= UInt32(shift * 4_294_967_296)
      return (Double(value) + 0.5) / 4_294_967_296
    }
  }
}
