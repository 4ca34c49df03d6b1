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
  private static func balanced(_ weights: [Double]) -> [Row] {
    // Rows that nobody else can own: a platform has as many as people.
    var shares = Storage<Double>(capacity: weights.count)
    var small = Storage<Int32>(capacity: weights.count)
    var large = Storage<Int32>(capacity: weights.count)
    var heaviest = 0
    for (index, share) in weights.enumerated() {
      shares.append(share)
      if share > shares[heaviest] { heaviest = index }
      if share < 1 { small.append(Int32(index)) } else { large.append(Int32(index)) }
    }
    var rows = Storage<Row>(repeating: Row(threshold: .max, other: 0), count: weights.count)
    for index in 0..<rows.count { rows[index].other = Int32(index) }
    while let next = small.popLast() {
      // Rounding can use up the large too early; what little is missing then goes to the heaviest.
      let low = Int(next), high = large.popLast().map(Int.init) ?? heaviest
      rows[low] = Row(threshold: units(shares[low]), other: Int32(high))
      guard high != heaviest || shares[high] >= 1 else { continue }
      shares[high] -= 1 - shares[low]
      if shares[high] < 1 { small.append(Int32(high)) } else { large.append(Int32(high)) }
    }
    return (0..<rows.count).map { rows[$0] }
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
