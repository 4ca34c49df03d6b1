import Simulation

/// Points at which quantiles of uncertain inputs are set, from which sensitivities are told.
///
/// Points of one row are compared with its first one, whose streams they share, and all inputs that are
/// not among these: an input that nothing reads then moves nothing, exactly. One point of each row repeats
/// the first one with other streams, so that chance is an input among the others. The row of B has streams
/// and other inputs of its own: if it shared A's, first-order indices would hold the interactions with
/// them.
public struct Sample: Sendable, Equatable {
  /// The designs.
  public enum Kind: String, CaseIterable, Sendable {
    /// Paths through a grid on which one input after the other is moved: for many inputs (Morris 1991,
    /// doi:10.1080/00401706.1991.10484804).
    case morris
    /// Two samples A and B, and for each input A with that column of B: for few (Saltelli et al. 2010,
    /// doi:10.1016/j.cpc.2009.09.018).
    case sobol
  }

  /// What a point is in its row.
  public enum Role: Sendable, Equatable {
    /// The row's beginning: A.
    case first
    /// B.
    case second
    /// One input was changed; its position among the inputs.
    case changed(Int)
    /// All inputs were changed that the sample doesn't name.
    case others
    /// Only the streams were changed.
    case chance
  }

  /// One point.
  public struct Point: Sendable, Equatable {
    /// The row, from 0.
    public let row: Int
    /// What it is there.
    public let role: Role
    /// Quantiles of the inputs, in their order, strictly between 0 and 1.
    public let quantiles: [Double]
    /// The draw from which all other inputs are.
    public let draw: Int
    /// The number that names the random streams.
    public let stream: UInt64
  }

  /// The design.
  public let kind: Kind
  /// Paths of the inputs.
  public let inputs: [String]
  /// How many rows there are: paths through the grid, or rows of A.
  public let rows: Int
  /// The study's seed.
  public let seed: UInt64

  /// Makes a sample.
  public init(_ kind: Kind, inputs: [String], rows: Int, seed: UInt64) {
    (self.kind, self.inputs, self.rows, self.seed) = (kind, inputs, rows, seed)
  }

  /// Levels of the grid, and how far an input is moved on it: Morris's choice, with which every level is
  /// as likely as any other.
  static let levels = 4, step = 4.0 / 6

  /// Points of each row.
  public var width: Int { inputs.count + (kind == .morris ? 2 : 4) }
  /// How many points there are.
  public var count: Int { rows * width }

  /// One of the points, row by row.
  ///
  /// - Complexity: O(inputs).
  public func point(_ number: Int) -> Point {
    let (row, place) = number.quotientAndRemainder(dividingBy: width)
    let role = role(row, place)
    let isOther = role == .second || role == .others
    return Point(
      row: row, role: role, quantiles: quantiles(row, role, place),
      draw: row + 1 + (isOther ? Self.second : 0),
      // Of the same number, the second replicate's.
      stream: UInt64(row + 1) | (role == .second || role == .chance ? 1 << 32 : 0))
  }

  /// Draws from here on are B's: a sample that is extended keeps its points.
  private static let second = 1 << 40

  private func role(_ row: Int, _ place: Int) -> Role {
    switch (kind, place, width - place) {
    case (_, 0, _): .first
    case (_, _, 1): .chance
    case (.sobol, 1, _): .second
    case (.sobol, _, 2): .others
    case (.sobol, _, _): .changed(place - 2)
    case (.morris, _, _): .changed(path(row).order[place - 1])
    }
  }

  private func quantiles(_ row: Int, _ role: Role, _ place: Int) -> [Double] {
    if kind == .morris {
      let path = path(row), moved = role == .chance ? 0 : place
      var point = path.start
      for input in path.order.prefix(moved) {
        point[input] += path.up[input] ? Self.step : -Self.step
      }
      return point.map(Self.quantile)
    }
    // One sequence for both, as long as there are dimensions: rows are then even in A and B together.
    let both = Sobol.point(row, dimensions: inputs.count * 2, seed: seed)
    let first = Array(both.prefix(inputs.count)), second = Array(both.dropFirst(inputs.count))
    switch role {
    case .first, .others, .chance: return first
    case .second: return second
    case .changed(let input):
      var point = first
      point[input] = second[input]
      return point
    }
  }

  /// A level of the grid from 0 to 1 as a quantile: the middle of its part, since many laws are infinite at
  /// 0 and 1.
  private static func quantile(_ level: Double) -> Double {
    (level * Double(levels - 1) + 0.5) / Double(levels)
  }

  /// Where a path begins, in which order it moves the inputs, and which of them up.
  private func path(_ row: Int) -> (start: [Double], up: [Bool], order: [Int]) {
    var random = Random(key: [seed, UInt64(row), 0x6d6f_7272_6973])
    var start: [Double] = [], up: [Bool] = []
    for _ in inputs {
      // Half of the levels can be moved up by the step, the others down.
      let level = Int(random.uniform() * Double(Self.levels))
      start.append(Double(level) / Double(Self.levels - 1))
      up.append(level < Self.levels / 2)
    }
    var order = inputs.indices.map(Double.init)
    random.shuffle(&order)
    return (start, up, order.map { Int($0) })
  }
}
