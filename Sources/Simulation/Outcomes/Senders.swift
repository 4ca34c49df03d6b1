/// How many ordinary people are on line, by what contact rules look at.
struct Senders: ~Copyable {
  /// First those taken for adults, then those taken for minors, each by declared age.
  private var counts = Storage<Double>(repeating: 0, count: 256)
  private var adults = 0.0, minors = 0.0

  init() {}

  init(copying other: borrowing Self) {
    counts = Storage(copying: other.counts)
    (adults, minors) = (other.adults, other.minors)
  }

  mutating func add(_ number: Double, _ isMinor: Bool, _ declaredAge: UInt8) {
    counts[(isMinor ? 128 : 0) + Int(min(declaredAge, 127))] += number
    if isMinor { minors += number } else { adults += number }
  }

  /// The share of those on line who may not write first to somebody.
  ///
  /// - Complexity: O(1), or O(256) where ages are compared.
  func forbidden(by limits: ContactLimits, _ isMinor: Bool, _ declaredAge: UInt8) -> Double {
    let total = adults + minors, barsAdults = !limits.adultsToMinors && isMinor
    guard total > 0 else { return 0 }
    guard limits.ageGap > 0 else { return barsAdults ? adults / total : 0 }
    var barred = 0.0
    for age in 0..<128 {
      let isFar = Double(abs(age - Int(declaredAge))) > limits.ageGap
      if isFar || barsAdults { barred += counts[age] }
      if isFar { barred += counts[128 + age] }
    }
    return barred / total
  }
}
