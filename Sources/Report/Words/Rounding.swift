/// Numbers cut to what their uncertainty allows.
///
/// Middle and limits end at the same place: at the second digit of the half-width of the limits where
/// that begins with 1 to 3.5, else at its first.
///
/// - SeeAlso: Particle Data Group 2024, Review of Particle Physics, introduction, 5.3 (rounding);
///   DOI 10.1103/PhysRevD.110.030001.
enum Rounding {
  /// The power of ten at which a number ends; nil without an uncertainty.
  static func place(halfWidth: Double?) -> Int? {
    guard let size = halfWidth, size > 0, let place = firstDigit(size) else { return nil }
    return size < 3.55 * power(place) ? place - 1 : place
  }

  /// The power of ten of a number's first digit; nil for what is nothing, or no number.
  private static func firstDigit(_ value: Double) -> Int? {
    var place = 0, first = abs(value)
    guard first.isFinite, first > 1e-12, first < 1e15 else { return nil }
    while first >= 10 { (first, place) = (first / 10, place + 1) }
    while first < 1 { (first, place) = (first * 10, place - 1) }
    return place
  }

  private static func power(_ place: Int) -> Double {
    (0..<abs(place)).reduce(1.0) { power, _ in place < 0 ? power / 10 : power * 10 }
  }

  /// The place of one of several numbers that end at the same place.
  ///
  /// Where limits are skewed, the smaller of them would be cut to nothing and hide on which side of no
  /// change it lies: it keeps its first digit, up to two places beyond the others.
  static func place(of value: Double, among place: Int) -> Int {
    guard let first = firstDigit(value) else { return place }
    return min(place, max(first, place - 2))
  }

  /// A number cut off there, to the nearest.
  static func rounded(_ value: Double, place: Int) -> Double {
    let unit = power(abs(place))
    let result =
      place < 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
    // No minus before a zero.
    return result == 0 ? 0 : result
  }

  /// A change in whole per cent, or in tenths where the half-width of its limits is below one.
  ///
  /// Tens would be all that wide limits allow, but would hide on which side of no change a limit lies.
  /// What isn't −100 % never reads so: that would say that nothing is left.
  ///
  /// - Parameter halfWidth: In per cent.
  static func percent(_ change: Double, halfWidth: Double?) -> Double {
    let value = change * 100
    let isFine = halfWidth.map { $0 < 1 } ?? (abs(value) < 9.95)
    let cut = rounded(value, place: isFine ? -1 : 0)
    // Nor does a limit that is just clear of no change.
    if cut == 0 { return rounded(value, place: -1) }
    return cut <= -100 && value > -100 ? max(-99.9, rounded(value, place: -1)) : cut
  }
}

extension Numerals {
  /// A change with its limits, such as `−13 % (−38 to +4)`.
  func change(_ reach: Reach?) -> String {
    guard let reach, reach.middle.isFinite else { return "–" }
    let half = reach.halfWidth.map { $0 * 100 }
    let text = { (value: Double) in signed(Rounding.percent(value, halfWidth: half)) }
    return text(reach.middle) + local(" %") + limits(reach, text)
  }

  /// A difference with its limits, such as `+12 (+8 to +17)`.
  func difference(_ reach: Reach?) -> String {
    guard let reach, reach.middle.isFinite else { return "–" }
    return short(reach) + limits(reach) { cut($0, reach) }
  }

  /// A difference alone, rounded to what its limits allow.
  func short(_ reach: Reach?) -> String {
    guard let reach, reach.middle.isFinite else { return "–" }
    return cut(reach.middle, reach)
  }

  private func cut(_ value: Double, _ reach: Reach) -> String {
    let place = Rounding.place(halfWidth: reach.halfWidth)
    return signed(
      place.map { Rounding.rounded(value, place: Rounding.place(of: value, among: $0)) } ?? value)
  }

  private func limits(_ reach: Reach, _ text: (Double) -> String) -> String {
    guard reach.hasLimits else { return "" }
    let ends = [reach.low, reach.high].map { $0.map(text) ?? Self.open(language) }
    return " (\(limits(ends[0], ends[1])))"
  }

  private static let open = Phrase("open", "ouvert")
}
