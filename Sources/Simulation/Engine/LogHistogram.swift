/// Counts of positive values in bins of equal ratio: any number of them in 32 KiB.
///
/// 64 bins an octave from 2⁻³² to 2³², so that a quantile is within 1 % (at most 1/128) of a value
/// that was counted. In hours that is from a microsecond to half a million years; what lies
/// outside counts in the first or last bin, and minimum, maximum and sum are kept apart.
/// - SeeAlso: Tene 2013, HdrHistogram.
struct LogHistogram: ~Copyable {
  private static let octaves = 64
  private static let lowest = UInt64(1023 - 32) << 6

  /// Counts, from the smallest values to the largest.
  private var bins = Storage<Int>(repeating: 0, count: octaves * 64)
  /// How many values were counted.
  private(set) var count = 0
  /// Sum of the values.
  private(set) var sum = 0.0
  /// The smallest and the largest value; infinity and −infinity before the first.
  private(set) var smallest = Double.infinity
  private(set) var largest = -Double.infinity

  init() {}

  /// The same counts.
  init(copying other: borrowing Self) {
    bins = Storage(copying: other.bins)
    (count, sum) = (other.count, other.sum)
    (smallest, largest) = (other.smallest, other.largest)
  }

  /// Counts a value.
  ///
  /// - Precondition: not negative and finite.
  /// - Complexity: O(1).
  mutating func add(_ value: Double) {
    precondition(value >= 0 && value < .infinity, "a time is finite and not negative")
    bins[LogHistogram.bin(of: value)] += 1
    count += 1
    sum += value
    smallest = min(smallest, value)
    largest = max(largest, value)
  }

  /// The mean, exact up to rounding; nil when nothing was counted.
  var mean: Double? {
    count > 0 ? sum / Double(count) : nil
  }

  /// The value that this share of the values do not exceed (nearest rank), within 1 %.
  ///
  /// - Parameter share: From 0, the smallest, to 1, the largest; both exact.
  /// - Returns: nil when nothing was counted.
  func quantile(_ share: Double) -> Double? {
    guard count > 0 else { return nil }
    if !(share > 0) { return smallest }
    if share >= 1 { return largest }
    let rank = max((share * Double(count)).rounded(.up), 1)
    var reached = 0
    for index in 0..<bins.count {
      reached += bins[index]
      if Double(reached) >= rank {
        return min(max(LogHistogram.middle(of: index), smallest), largest)
      }
    }
    return largest
  }

  /// Exponent and first six bits of the fraction are the bin.
  private static func bin(of value: Double) -> Int {
    let top = max(value.bitPattern >> 46, lowest)
    return min(Int(truncatingIfNeeded: top - lowest), octaves * 64 - 1)
  }

  private static func middle(of index: Int) -> Double {
    Double(bitPattern: (UInt64(index) + lowest) << 46 | 1 << 45)
  }
}
