/// Choice among weighted things in constant time: one draw, one row of eight bytes.
///
/// - SeeAlso: Walker 1977; Vose 1991, A linear algorithm for generating random numbers with a
///   given distribution.
struct Alias: Sendable, Equatable {
  /// One column of the square: its own thing below the threshold, another one above.
  ///
  /// The threshold counts in units of 2⁻³², which makes the choice an integer comparison and the
  /// error of a probability less than 2⁻³² for each column a thing appears in.
  struct Row: BitwiseCopyable, Sendable, Equatable {
    var threshold: UInt32
    var other: Int32
  }

  /// As many as there are weights, in their order.
  let rows: [Row]

  /// - Parameter weights: In any unit, in the order of the things; those of weight 0 are never
  ///   chosen.
  /// - Returns: nil without weights, with one that is negative or not finite, when all are 0, or
  ///   when there are 2³¹ or more.
  /// - Complexity: O(n).
  init?(_ weights: [Double]) {
    let sum = weights.reduce(0, +)
    guard weights.allSatisfy({ $0 >= 0 }), sum > 0, sum < .infinity,
      weights.count < Int(Int32.max)
    else { return nil }
    rows = Alias.balanced(weights.map { $0 / sum * Double(weights.count) })
  }

  /// Fills columns that hold less than the mean from those that hold more.
  private static func balanced(_ shares: [Double]) -> [Row] {
    var shares = shares
    var heaviest = 0
    for index in shares.indices where shares[index] > shares[heaviest] { heaviest = index }
    var rows = shares.indices.map { Row(threshold: .max, other: Int32($0)) }
    var small: [Int] = []
    var large: [Int] = []
    for index in shares.indices {
      if shares[index] < 1 { small.append(index) } else { large.append(index) }
    }
    while let low = small.popLast() {
      // Rounding can use up the large too early; what little is missing then goes to the heaviest.
      let high = large.popLast() ?? heaviest
      rows[low] = Row(threshold: units(shares[low]), other: Int32(high))
      guard high != heaviest || shares[high] >= 1 else { continue }
      shares[high] -= 1 - shares[low]
      if shares[high] < 1 { small.append(high) } else { large.append(high) }
    }
    return rows
  }

  private static func units(_ share: Double) -> UInt32 {
    UInt32(min(max(share, 0) * 0x1p32, 0x1p32 - 1))
  }

  /// The index of the thing chosen. One draw.
  func pick(using stream: inout Stream) -> Int {
    let product = stream.next().multipliedFullWidth(by: UInt64(rows.count))
    let column = Int(truncatingIfNeeded: product.high)
    let row = rows[column]
    let place = UInt32(truncatingIfNeeded: product.low &>> 32)
    return place < row.threshold ? column : Int(row.other)
  }
}
