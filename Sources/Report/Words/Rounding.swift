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
    guard let size = halfWidth, size.isFinite, size > 1e-12, size < 1e15 else { return nil }
    var place = 0, first = size
    while first >= 10 { (first, place) = (first / 10, place + 1) }
    while first < 1 { (first, place) = (first * 10, place - 1) }
    return first < 3.55 ? place - 1 : place
  }

  /// A number cut off there, to the nearest.
  static func rounded(_ value: Double, place: Int) -> Double {
    let unit = (0..<abs(place)).reduce(1.0) { power, _ in power * 10 }
    let result =
      place < 0 ? (value * unit).rounded() / unit : (value / unit).rounded() * unit
    // No minus before a zero.
    return result == 0 ? 0 : result
  }

  /// A change in per cent, never coarser than one and never finer than a tenth.
  ///
  /// What isn't −100 % never reads so: that would say that nothing is left.
  static func percent(_ change: Double, place: Int?) -> Double {
    let value = change * 100, place = min(0, max(-1, place ?? (abs(value) < 9.95 ? -1 : 0)))
    let cut = rounded(value, place: place)
    return cut <= -100 && value > -100 ? max(-99.9, rounded(value, place: -1)) : cut
  }
}

extension Numerals {
  /// A change with its limits, such as `−13 % (−38 to +4)`.
  func change(_ reach: Reach?) -> String {
    guard let reach, reach.middle.isFinite else { return "–" }
    let place = Rounding.place(halfWidth: reach.halfWidth.map { $0 * 100 })
    let text = { (value: Double) in signed(Rounding.percent(value, place: place)) }
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
    return signed(place.map { Rounding.rounded(value, place: $0) } ?? value)
  }

  private func limits(_ reach: Reach, _ text: (Double) -> String) -> String {
    guard reach.hasLimits else { return "" }
    let ends = [reach.low, reach.high].map { $0.map(text) ?? Self.open(language) }
    return " (\(limits(ends[0], ends[1])))"
  }

  private static let open = Phrase("open", "ouvert")
}
