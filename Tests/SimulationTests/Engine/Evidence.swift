@testable import Simulation

/// What a million draws say about a sampler, once each draw has been put through the cumulative
/// distribution of the law it should follow, which makes it uniform.
///
/// Each figure is compared with a bound that chance alone passes about once in a million, so that
/// some eighty of them together raise a false alarm once in ten thousand. The seeds are fixed.
struct Evidence {
  private static let bins = 4096
  private var counts = Array(repeating: 0, count: Evidence.bins)
  private var n = 0
  private var sum = 0.0
  private var squares = 0.0
  private var products = 0.0
  private var last = 0.5

  /// Takes in one draw, as a number in [0, 1].
  mutating func add(_ u: Double) {
    counts[min(max(Int(u * 4096), 0), Evidence.bins - 1)] += 1
    n += 1
    let centred = u - 0.5
    sum += centred
    squares += centred * centred
    products += centred * last
    last = centred
  }

  /// The names of the figures that are out of bounds.
  var faults: [String] {
    let count = Double(n)
    var faults: [String] = []
    let (supremum, anderson) = distances
    // 2·exp(−2·2.7²) = 9e-7.
    if !(supremum * count.squareRoot() < 2.7) { faults.append("Kolmogorov–Smirnov") }
    // The 1 % point is 3.9, the 0.1 % point 6.0; it falls a little faster than e^−x.
    if !(count * anderson < 14) { faults.append("Anderson–Darling") }
    let expected = count / Double(Evidence.bins)
    let chi = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
    let degrees = Double(Evidence.bins - 1)
    if abs(chiSquareScore(chi / expected, degrees)) > 4.9 { faults.append("chi-square") }
    if abs(sum / (count / 12).squareRoot()) > 4.9 { faults.append("mean") }
    if abs((squares - count / 12) / (count / 180).squareRoot()) > 4.9 { faults.append("variance") }
    if abs(products * 12 / count.squareRoot()) > 4.9 { faults.append("serial correlation") }
    return faults
  }

  /// Largest distance from the diagonal, and the mean square one weighted by 1/(u·(1 − u)), both
  /// over the edges of the bins.
  private var distances: (supremum: Double, anderson: Double) {
    var (reached, supremum, anderson) = (0, 0.0, 0.0)
    for bin in 0..<Evidence.bins - 1 {
      reached += counts[bin]
      let edge = Double(bin + 1) / Double(Evidence.bins)
      let distance = Double(reached) / Double(n) - edge
      supremum = max(supremum, abs(distance))
      anderson += distance * distance / (edge * (1 - edge)) / Double(Evidence.bins)
    }
    return (supremum, anderson)
  }
}

/// A chi-square as a standard normal.
///
/// - SeeAlso: Wilson & Hilferty 1931.
func chiSquareScore(_ chi: Double, _ degrees: Double) -> Double {
  let spread = 2 / (9 * degrees)
  return (Elementary.pow(chi / degrees, 1.0 / 3) - (1 - spread)) / spread.squareRoot()
}

/// Faults of a sampler of a continuous law over `count` draws.
///
/// - Parameters:
///   - mean: The law's mean, checked when it is given together with the variance.
///   - draw: One draw.
///   - law: The cumulative distribution.
func faults(
  _ count: Int = 1_000_000, seed: UInt64 = 1, mean: Double? = nil, variance: Double? = nil,
  draw: (inout Stream) -> Double, law: (Double) -> Double
) -> [String] {
  var stream = StreamRoot(seed: seed, replicate: 0).stream(.parameter, 0)
  var evidence = Evidence()
  var sum = 0.0
  for _ in 0..<count {
    let x = draw(&stream)
    sum += x
    evidence.add(law(x))
  }
  var faults = evidence.faults
  if let mean, let variance {
    let score = (sum - mean * Double(count)) / (variance * Double(count)).squareRoot()
    if !(abs(score) < 4.9) { faults.append("mean of the law") }
  }
  return faults
}

/// Faults of a sampler of counts: chi-square over all counts expected ten times or more, the rest
/// pooled at both ends, and the mean.
func countFaults(
  _ count: Int = 1_000_000, seed: UInt64 = 1, mean: Double, variance: Double,
  draw: (inout Stream) -> Int, probability: (Int) -> Double
) -> [String] {
  var stream = StreamRoot(seed: seed, replicate: 0).stream(.parameter, 0)
  let reach = Int(mean + 12 * variance.squareRoot()) + 20
  var seen = Array(repeating: 0, count: reach + 1)
  var sum = 0.0
  for _ in 0..<count {
    let k = draw(&stream)
    seen[min(max(k, 0), reach)] += 1
    sum += Double(k) - mean
  }
  var (chi, cells, pooled, pooledExpected) = (0.0, 0.0, 0.0, 0.0)
  for k in 0...reach {
    pooled += Double(seen[k])
    pooledExpected += probability(k) * Double(count)
    if pooledExpected >= 10 {
      chi += (pooled - pooledExpected) * (pooled - pooledExpected) / pooledExpected
      (cells, pooled, pooledExpected) = (cells + 1, 0, 0)
    }
  }
  // What is left over in the upper tail is a cell of its own only if it is large enough.
  var faults: [String] = []
  if pooled > 40 { faults.append("tail") }
  if cells > 1, chiSquareScore(chi, cells - 1) > 4.9 { faults.append("chi-square") }
  if abs(sum / (variance * Double(count)).squareRoot()) > 4.9 { faults.append("mean of the law") }
  return faults
}

/// SplitMix64, the plainest generator there is: here to show that the mixing is that of the published record.
///
/// - SeeAlso: Steele, Lea & Flood 2014.
struct SplitMix64: BitwiseCopyable, Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= Mix.golden
    return Mix.stafford(state)
  }
}

extension Stream {
  /// Puts the elements in a random order, each order equally likely.
  ///
  /// - SeeAlso: Durstenfeld 1964, Algorithm 235.
  mutating func shuffle<Element>(_ array: inout [Element]) {
    var last = array.count - 1
    while last > 0 {
      array.swapAt(last, below(last + 1))
      last -= 1
    }
  }

  /// Student's t with `df` degrees of freedom: a law made of two others, so that the numbers of both
  /// are looked at together.
  mutating func studentT(_ df: Double) -> Double {
    let z = normal()
    return z / (2 * gamma(0.5 * df) / df).squareRoot()
  }
}
