import Simulation

/// Contacts by day of one scenario's runs: what tells whether an effect still moves.
struct DailyCounts {
  /// For each draw, its days from the run's beginning, each the mean over replicates; with a single
  /// draw each replicate by itself.
  let units: [[Double]]
  /// Whether they are replicates of one draw, between which chance alone lies.
  let isSingleDraw: Bool
  /// The first whole day of the window.
  let firstDay: Int
  /// Whole days of the window.
  let wholeDays: Int

  /// - Parameters:
  ///   - runs: Days of each run, draw by draw, in each its replicates; nil where one is missing, none
  ///     where no such run is planned.
  ///   - start: Hours from the run's beginning to its window.
  ///   - length: Hours of the window; those of the longest run if left out.
  init(_ runs: [[Double]?], replicates: Int, start: Double, length: Double = .infinity) {
    firstDay = Int(clampedToDays: start / 24)
    let end = Int(exactly: ((start + length) / 24).rounded(.down)) ?? .max
    wholeDays = max(0, end - firstDay)
    isSingleDraw = runs.count == replicates
    let size = isSingleDraw ? 1 : max(1, replicates)
    units = stride(from: 0, to: runs.count, by: size).map { first in
      let planned = runs[first..<min(runs.count, first + size)].filter { $0 != [] }
      let days = planned.compactMap { $0 }
      guard days.count == planned.count else { return [] }
      // Of a draw that is followed up the echo ends with the window.
      return (0..<(days.map(\.count).max() ?? 0)).map { day in
        let own = days.filter { $0.count > day }
        return own.reduce(0) { $0 + $1[day] } / Double(own.count)
      }
    }
  }
}

/// Whether the effect of a policy has come to rest within its window, day by day and third by third.
///
/// The effect of a stretch of days in a draw is the ratio of the contacts counted on the platform and at
/// its rivals in it, policy over baseline: what moves to a rival is not at rest. Thirds are whole weeks,
/// whole days in a window below 21; in one below 3 nothing is said. The effect has settled where the 90 % interval of the median change from the
/// second to the last third lies inside ± 2 points, and the harm that remains changes by less than a
/// tenth; it has not where that interval lies outside; else nobody can tell. Thirds shorter than a
/// week may move by as much less: an effect that moves by a point a day is not at rest.
public struct Settling: Sendable, Equatable {
  /// One day of the window.
  public struct Day: Sendable, Equatable {
    /// From 1.
    public let number: Int
    /// Draws with a ratio.
    public let draws: Int
    /// Middle of the draws' ratios.
    public let median: Double?
    /// Limits of plausible worlds; nil with a single draw.
    public let ui: UncertaintyInterval?
  }

  /// The window, or the follow-up.
  public let period: Period
  /// Names of the two scenarios.
  public let baseline: String, scenario: String
  /// Days of a third; 0 where the window is too short.
  public let third: Int
  /// Middle of the ratios at first: in the first week, or in the first third where that is shorter.
  public let first: Double?
  /// Middle of the ratios in the last third.
  public let last: Double?
  /// Median change from the second to the last third, in points.
  public let change: Double?
  /// 90 % interval of that median.
  public let changeLow: Double?, changeHigh: Double?
  /// Whether the effect has come to rest; nil where nobody can tell.
  public let isSettled: Bool?
  /// Points a week by which the effect moves, from the middle of the second third to that of the last;
  /// nil in a window below a week, of which it would say what lies beyond.
  public let pointsAWeek: Double?
  /// Days until the effect is half of what it is in the last third; nil where there is none.
  public let halfTime: Int?
  /// The window day by day.
  public let days: [Day]

  /// Days below which nothing is said of a week.
  static let week = 7
  /// Most points by which a settled effect may still move within a week.
  static let mostPoints = 2.0
  /// Most change of the remaining harm, as a share, that a settled effect may show.
  static let mostShare = 0.1
}

extension Settling {
  /// - Parameters:
  ///   - period: The window, which the draws that are followed up have, too, or the follow-up.
  ///   - limit: Most days that are looked at; nil for as many as any draw has.
  ///   - level: Share of plausible worlds that the limits of each day hold.
  init(
    _ own: DailyCounts, against base: DailyCounts, names: (baseline: String, scenario: String),
    period: Period = .window, limit: Int? = nil, level: Double
  ) {
    let first = max(own.firstDay, base.firstDay)
    let lengths = zip(own.units, base.units).map { min($0.count, $1.count) }
    let length = min(limit ?? .max, max(0, (lengths.max() ?? 0) - first))
    // Draws that weren't followed up as long stay out of all days: else the curve would jump.
    let whole = lengths.indices.filter { lengths[$0] >= first + length }
    let ratios = { (days: Range<Int>) in
      Self.ratios(whole.map { own.units[$0] }, whole.map { base.units[$0] }, days)
    }
    let days = (0..<length).map { day in
      let found = ratios(first + day..<first + day + 1)
      let estimate = Uncertainty.level(
        DrawValues(found, replicates: own.isSingleDraw ? found.count : 1), level: level,
        limits: 0...Double.infinity)
      return Day(
        number: day + 1, draws: estimate?.draws ?? 0, median: estimate?.median, ui: estimate?.ui)
    }
    let third = Self.third(of: length), end = first + length
    let late = third > 0 ? ratios(end - third..<end) : []
    let middle = third > 0 ? ratios(end - 2 * third..<end - third) : []
    let changes = zip(late, middle).map { ($0 - $1) * 100 }.filter(\.isFinite)
    let limits = Uncertainty.error(ofQuantile: 0.5, over: changes, level: 0.9)
    let last = Uncertainty.median(late.filter(\.isFinite))
    let early = third > 0 ? ratios(first..<first + min(third, Self.week)) : []
    let change = Uncertainty.median(changes)
    self.init(
      period: period, baseline: names.baseline, scenario: names.scenario, third: third,
      first: Uncertainty.median(early.filter(\.isFinite)), last: last,
      change: change, changeLow: limits.from, changeHigh: limits.to,
      isSettled: Self.verdict(
        limits, third: third, late: last,
        middle: Uncertainty.median(middle.filter(\.isFinite))),
      pointsAWeek: length < Self.week ? nil : change.map { $0 / Double(third) * Double(Self.week) },
      halfTime: Self.halfTime(days, last: last), days: days)
  }

  /// Days of a third: whole weeks from 21 days on; 0 below 3.
  static func third(of days: Int) -> Int {
    if days < 3 { return 0 }
    return days < 21 ? days / 3 : days / 21 * 7
  }

  private static func verdict(
    _ limits: (from: Double?, to: Double?), third: Int, late: Double?, middle: Double?
  ) -> Bool? {
    guard let low = limits.from, let high = limits.to, let late, let middle else { return nil }
    let most = mostPoints * min(1, Double(third) / Double(week))
    if low > most || high < -most { return false }
    let isSteady = middle == late || middle > 0 && abs(late / middle - 1) < mostShare
    return low >= -most && high <= most && isSteady ? true : nil
  }

  /// The first day on which the effect is at least half of the last one, on the same side.
  private static func halfTime(_ days: [Day], last: Double?) -> Int? {
    guard let last, last != 1 else { return nil }
    return days.first { day in
      day.median.map { ($0 - 1) / (last - 1) >= 0.5 } ?? false
    }?.number
  }

  /// One ratio for each draw, of which all have these days; NaN where it has none.
  private static func ratios(
    _ own: [[Double]], _ base: [[Double]], _ days: Range<Int>
  ) -> [Double] {
    zip(own, base).map { one, other in
      let below = other[days].reduce(0, +)
      return below > 0 ? one[days].reduce(0, +) / below : .nan
    }
  }
}

extension DailyCounts {
  /// Means over the draws with the longest course, those that were watched for longer, day by day.
  var longest: (draws: Int, days: [Double]) {
    let length = units.map(\.count).max() ?? 0
    let known = units.filter { $0.count == length }
    return (
      known.count,
      (0..<length).map { day in known.reduce(0) { $0 + $1[day] } / Double(known.count) }
    )
  }
}

extension Int {
  /// Days, rounded up, of a number that no window exceeds.
  fileprivate init(clampedToDays days: Double) {
    self = Int(exactly: days.rounded(.up)) ?? 0
  }
}
