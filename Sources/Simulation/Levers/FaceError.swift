import Schema

/// The error of facial age estimation: biased by age, heavy-tailed, mostly the same face each time.
///
/// Estimate = age + bias(age) + scale × t(4). The knots of the bias and the scale were fitted to the
/// median rows of NIST FATE AEV (ages 13–16: 34 % placed right, 60 % judged 17–22, mean absolute
/// error 3.4 years; 6.9 % of 17-year-olds pass at 25; 28 % of 8–12 judged 13–16; 2.6 % of 17–22
/// judged 13–16); the tests of the gates compare each row.
struct FaceError: Configurable, Equatable, BitwiseCopyable {
  var biasAt10 = 0.75
  var biasAt15 = 3.1
  var biasAt17 = 3.55
  var biasAt20 = 3.4
  var biasFrom25 = 0.0
  var scale = 2.12
  var degrees = 4.0
  init() {}

  static let name = "face"
  static let summary =
    "Error of facial age estimation: age-dependent bias and heavy tails (Student t)."
  static let parameters: [Parameter<Self>] = [
    knot("bias_at_10", \.biasAt10, "Bias at 10 years and below."),
    knot("bias_at_15", \.biasAt15, "Bias at 15 years; linear between the knots."),
    knot("bias_at_17", \.biasAt17, "Bias at 17½ years."),
    knot("bias_at_20", \.biasAt20, "Bias at 20 years."),
    knot("bias_from_25", \.biasFrom25, "Bias at 25 years and above."),
    Parameter(
      "scale", \.scale, .age, in: 0...20, evidence: 1...4,
      "Scale of the error around the bias.",
      .cited("fitted to NIST FATE AEV, median algorithm, good images")),
    Parameter(
      "degrees", \.degrees, .factor, in: 1...1_000,
      "Degrees of freedom of the Student t error; 1,000 is a normal error.",
      .cited("fitted to NIST FATE AEV, median algorithm, good images")),
  ]

  private static func knot(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(
      name, path, .age, in: -20...20, meaning,
      .cited("fitted to NIST FATE AEV, median algorithm, good images"))
  }

  /// Expected error in years at a true age in years: linear between the knots.
  func bias(at age: Double) -> Double {
    func line(_ from: Double, _ low: Double, _ to: Double, _ high: Double) -> Double {
      low + (high - low) * (age - from) / (to - from)
    }
    if age <= 10 { return biasAt10 }
    if age <= 15 { return line(10, biasAt10, 15, biasAt15) }
    if age <= 17.5 { return line(15, biasAt15, 17.5, biasAt17) }
    if age <= 20 { return line(17.5, biasAt17, 20, biasAt20) }
    return age <= 25 ? line(20, biasAt20, 25, biasFrom25) : biasFrom25
  }
}
