/// Exponential and logarithm as fixed sequences of + − × ÷, without fused multiply-add.
///
/// The C library's versions differ in the last bit between processors, which would make a run
/// depend on the machine. These give the same bits everywhere, within 1 ulp of the true value
/// (`exp`, `log` and `log1p`: 0.6 for normal results).
/// Method: reduction by table, then a short series, as in Tang 1989 and 1990 (Table-driven
/// implementation of the exponential function; of the logarithm function); own tables.
enum Elementary {
  /// Adding and taking away this rounds a double of moderate size to a whole number.
  private static let rounder = 0x1.8p52

  /// e to the power x: 0 below −745.14, infinity above 709.79.
  static func exp(_ x: Double) -> Double {
    guard x > -708, x < 709 else { return expFar(x) }
    let (row, rest, count) = expParts(x)
    let sum = row.high + (row.low + row.high * rest)
    let power = UInt64(bitPattern: (count &>> 7) &+ 1023) &<< 52
    return sum * Double(bitPattern: power)
  }

  /// Overflow, underflow, subnormal results and NaN.
  @inline(never)
  private static func expFar(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.8 { return .infinity }
    if x < -746 { return 0 }
    let (row, rest, count) = expParts(x)
    let sum = row.high + (row.low + row.high * rest)
    // Two factors, since 2 to the whole exponent need not be a normal double.
    let half = count &>> 8
    let rest2 = (count &>> 7) &- half
    return sum * Double(bitPattern: UInt64(bitPattern: half &+ 1023) &<< 52)
      * Double(bitPattern: UInt64(bitPattern: rest2 &+ 1023) &<< 52)
  }

  /// x = count·(log 2)/128 + r; gives the row of 2^(j/128), eʳ − 1 and the count.
  private static func expParts(_ x: Double) -> (PowerRow, Double, Int64) {
    let shifted = x * 0x1.71547652b82fep+7 + rounder
    let whole = shifted - rounder
    let count =
      Int64(bitPattern: shifted.bitPattern) &- Int64(bitPattern: rounder.bitPattern)
    let r = (x - whole * 0x1.62e42fef8p-8) - whole * 0x1.1cf79abc9e3b4p-43
    let squared = r * r
    let rest = r + squared * ((0.5 + r * (1.0 / 6)) + squared * (1.0 / 24 + r * (1.0 / 120)))
    return (PowersOfTwo.rows[Int(truncatingIfNeeded: count & 127)], rest, count)
  }

  /// eˣ − 1 without cancellation near 0, within 1.5 ulp.
  static func expm1(_ x: Double) -> Double {
    if abs(x) < 0.0625 { return expm1NearZero(x) }
    if !(abs(x) < 30) { return exp(x) - 1 }
    let (row, rest, count) = expParts(x)
    let power = Double(bitPattern: UInt64(bitPattern: (count &>> 7) &+ 1023) &<< 52)
    return (row.high * power - 1) + (row.low * power + row.high * power * rest)
  }

  /// Taylor's series; the first term left out is x¹¹/11!, below 2⁻⁶⁹ for |x| ≤ 1/16.
  private static func expm1NearZero(_ x: Double) -> Double {
    let high = 1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362_880 + x * (1.0 / 3_628_800)))
    let low = 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * high)))
    return x + x * x * (0.5 + x * low)
  }

  /// The natural logarithm: −infinity at 0, NaN below.
  static func log(_ x: Double) -> Double {
    if x > 0.9375, x < 1.0625 { return logNearOne(x - 1) }
    if x >= Double.leastNormalMagnitude, x < .infinity { return logFar(x.bitPattern, 0, 0) }
    return logOdd(x)
  }

  /// log(1 + x) without loss for small x: −infinity at −1, NaN below.
  static func log1p(_ x: Double) -> Double {
    if abs(x) < 0.0625 { return logNearOne(x) }
    guard x > -1, x < 0x1p53 else { return x == -1 ? -.infinity : log(x) }
    let sum = 1 + x
    let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
    return logFar(sum.bitPattern, lost, 0)
  }

  /// Zero, subnormals, infinity, NaN and what has no logarithm.
  @inline(never)
  private static func logOdd(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    if x < 0 { return .nan }
    if !x.isFinite { return x }
    return logFar((x * 0x1p54).bitPattern, 0, -54)
  }

  /// log(1 + f) for |f| ≤ 1/16, by the series of the inverse hyperbolic tangent.
  private static func logNearOne(_ f: Double) -> Double {
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let series =
      z
      * ((2.0 / 3 + z * (2.0 / 5)) + w
        * ((2.0 / 7 + z * (2.0 / 9)) + w * (2.0 / 11 + z * (2.0 / 13))))
    let half = 0.5 * f * f
    return f - (half - s * (half + series))
  }

  /// log of (the double with these bits + `lost`) · 2^`exponent`; the double is normal and positive.
  private static func logFar(_ bits: UInt64, _ lost: Double, _ exponent: Int64) -> Double {
    let start: UInt64 = 0x3fe6_0000_0000_0000  // 0.6875
    let offset = bits &- start
    let step = Int(truncatingIfNeeded: (offset &>> 45) & 127)
    let octave = Int64(bitPattern: offset) &>> 52
    let scaled = bits &- UInt64(bitPattern: octave &<< 52)
    let middle = (scaled & ~0x1fff_ffff_ffff) | 0x1000_0000_0000
    let row = LogSteps.rows[step]
    var gap = Double(bitPattern: scaled) - Double(bitPattern: middle)  // exact
    if lost != 0 { gap += lost * Double(bitPattern: UInt64(bitPattern: 1023 &- octave) &<< 52) }
    let f = gap * row.reciprocal
    let power = Double(octave &+ exponent)
    let high = power * 0x1.62e42fefa38p-1 + row.high  // exact
    let low = power * 0x1.ef35793c7673p-45 + row.low
    let z = f * f
    let series =
      z * ((-0.5 + f * (1.0 / 3)) + z * ((-0.25 + f * 0.2) + z * (-1.0 / 6 + f * (1.0 / 7))))
    let sum = high + f
    return sum + (((high - sum) + f) + (low + series))
  }

  /// x to the power y for x ≥ 0, as exp(y·log x): relative error about |y·log x| · 2⁻⁵³.
  static func pow(_ x: Double, _ y: Double) -> Double {
    y == 0 ? 1 : exp(y * log(x))
  }
}
