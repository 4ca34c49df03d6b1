/// The quantile at which an uncertain parameter is drawn: a pure function of seed, draw and path, so
/// that all scenarios of a study share the draws and no parameter depends on another's presence.
///
/// The draws of one path are designed: those from 1 to any power of two fall one into each of as many
/// equal parts of 0…1, and further draws leave the earlier ones where they are. Two paths are
/// independent of each other but for that.
///
/// - Parameters:
///   - seed: The study's seed, below 2^53.
///   - draw: From 1; below 2^52.
///   - path: The parameter's path, such as `people.minor_share`.
/// - Returns: A number strictly between 0 and 1.
/// - Complexity: O(1), about a microsecond.
/// - SeeAlso: van der Corput 1935; Owen 1995, Randomly permuted (t, m, s)-nets and (t, s)-sequences.
public func parameterUniform(seed: UInt64, draw: UInt64, path: String) -> Double {
  precondition(draw >= 1, "draws are numbered from 1")
  return DesignedColumn(seed: seed, path: path).uniform(draw: draw)
}

/// A number strictly between 0 and 1 that hangs on its key alone: independent from key to key.
///
/// - Parameters:
///   - seed: Below 2^53.
///   - number: Which of the numbers with this seed and key.
///   - key: Any words.
public func keyedUniform(seed: UInt64, number: UInt64, key: String) -> Double {
  var stream = StreamRoot(seed: seed, replicate: number).stream(.parameter, nameHash(key))
  return stream.uniformOpen()
}

/// FNV-1a (Fowler, Noll & Vo 1991) makes a number of a name; the keyed stream does the mixing.
func nameHash(_ path: String) -> UInt64 {
  var name: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in path.utf8 { name = (name ^ UInt64(byte)) &* 0x100_0000_01b3 }
  return name
}

/// The draws of one parameter: the van der Corput sequence in base 2, shuffled within each block that
/// doubles its length, its digits scrambled by nested permutations: one keyed bit at each node of a
/// binary tree says whether the two halves below it change places.
private struct DesignedColumn {
  /// Binary digits of a draw: those of an open uniform number.
  private static let digits: UInt64 = 52
  /// Tells the streams of the shuffled order from those of the scrambled digits.
  private static let order: UInt64 = 1 << 53
  /// Rounds of the shuffle: several for each bit of any block that will ever be drawn.
  private static let rounds = 64

  /// No run has replicate 0: its streams are free for the nodes.
  private let root: StreamRoot
  private let name: UInt64
  /// The digits of draw 1.
  ///
  /// A nested scramble puts the first point anywhere with equal chance. That place is the keyed number
  /// which this draw had before draws were designed, so that runs of draw 1 are still the same.
  private let first: UInt64

  init(seed: UInt64, path: String) {
    name = nameHash(path)
    root = StreamRoot(seed: seed, replicate: 0)
    var stream = StreamRoot(seed: seed, replicate: 1).stream(.parameter, name)
    first = stream.next() >> 12
  }

  func uniform(draw: UInt64) -> Double {
    let digits = scrambled(place(of: (draw - 1) & ((1 << Self.digits) - 1)))
    return Double(Int64(truncatingIfNeeded: digits << 1 | 1)) * 0x1p-53
  }

  /// The place of an index in the sequence: each block of indices from 2^k to 2^(k + 1) − 1 is put into
  /// an order of its own, by a keyed swap-or-not shuffle.
  ///
  /// A nested order would do as well for each parameter, but ties two of them together: in draws 3 and
  /// 4, 5 and 6 … both would change halves at once, which widens rank correlations by a quarter. With
  /// an order that is free within the block it is a twentieth.
  /// - SeeAlso: Hoang, Morris & Rogaway 2012, An enciphering scheme based on a card shuffle.
  private func place(of index: UInt64) -> UInt64 {
    guard index >= 2 else { return index }
    let block = UInt64(63 - index.leadingZeroBitCount), start: UInt64 = 1 << block
    var place = index - start
    var stream = root.stream(.parameter, name, Self.order | block)
    for _ in 0..<Self.rounds {
      let partner = place ^ (stream.next() & (start - 1))
      // The same for both of a pair, so that they change places or none does.
      let pair = Mix.golden &* (max(place, partner) + 1)
      if Mix.stafford(stream.next() &+ pair) >> 63 == 1 { place = partner }
    }
    return start + place
  }

  /// The digits of the point at a place, the first digit in the highest bit.
  ///
  /// The van der Corput sequence reads the place's bits from the lowest on. As long as they are those
  /// of place 0, where draw 1 stands, the digits are draw 1's; the next is its opposite.
  private func scrambled(_ place: UInt64) -> UInt64 {
    guard place != 0 else { return first }
    let last = Self.digits - 1
    let common = UInt64(place.trailingZeroBitCount)
    let turned: UInt64 = 1 << (last - common)
    var point = (first ^ turned) & ~(turned - 1)
    var bit = common + 1
    while bit < Self.digits {
      let node = 1 << bit | place & ((1 << bit) - 1)
      point |= (place >> bit & 1 ^ turn(node)) << (last - bit)
      bit += 1
    }
    return point
  }

  /// 1 where the halves below a node change places, else 0; nodes are numbered below 2^53.
  private func turn(_ node: UInt64) -> UInt64 {
    var stream = root.stream(.parameter, name, node)
    return stream.next() >> 63
  }
}
