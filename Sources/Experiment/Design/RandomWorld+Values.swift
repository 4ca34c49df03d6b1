import Glibc
import Schema

extension RandomWorld {
  /// The day around which all dates lie: the default start of a run.
  static let firstDay = 18_995

  // MARK: Numbers

  /// A quantity as text: a number, or now and then a distribution of it.
  func quantity(_ facts: Facts, _ unit: Unit, _ key: String) -> String {
    if let bounds = Self.bounds[key] {
      return unit.text(rounded(value(in: bounds, nil, key), facts.kind, bounds))
    }
    let range = facts.range ?? 0...1e6
    if draw(key + " uncertain") < 0.08 {
      return law(range, facts.evidence, unit, key, isUncertain: true)
    }
    return unit.text(rounded(value(in: range, facts.evidence, key), facts.kind, range))
  }

  private func rounded(
    _ value: Double, _ kind: Facts.Kind, _ range: ClosedRange<Double>
  ) -> Double {
    guard case .whole = kind else { return value }
    return min(max(value.rounded(), range.lowerBound.rounded(.up)), range.upperBound)
  }

  /// A value of a range: its ends, the middle, near its low end by orders of magnitude, or what
  /// studies found.
  func value(in range: ClosedRange<Double>, _ evidence: ClosedRange<Double>?, _ key: String)
    -> Double
  {
    let low = max(range.lowerBound, -1e6), high = min(range.upperBound, max(low, 1e15))
    let width = high - low, u = draw(key)
    let value: Double
    switch draw(key + " where") {
    case ..<0.1: return low
    case ..<0.2: return high
    case ..<0.4: value = low + width * u
    case ..<0.6: value = low + width * pow(10, -6 * u)
    case ..<0.65: value = low + pow(10, -300 * u)
    default:
      let found = evidence ?? low...(low + width * 0.2)
      value = found.lowerBound + (found.upperBound - found.lowerBound) * u
    }
    return min(max(Number.rounded(value), low), high)
  }

  // MARK: Laws

  /// A law as text, of any family that the parameter may have; a fixed one only where it is not to
  /// stand for what is uncertain.
  func law(
    _ range: ClosedRange<Double>?, _ evidence: ClosedRange<Double>?, _ unit: Unit, _ key: String,
    isUncertain: Bool = false
  ) -> String {
    let range = range ?? 0...1e6, isShare = unit == .share || unit == .factor
    let families = Law.Family.allCases.filter { family in
      (family != .beta || isShare) && (family != .fixed || !isUncertain)
        && (range.upperBound > 0 || !family.arguments.contains { Self.isPositive($0.kind) })
    }
    let family = pick(families, key + " family")
    var values = family.arguments.map { argument in
      self.argument(argument.kind, range, evidence, "\(key) \(argument.name)")
    }
    if family == .uniform { values.sort() }
    return Law(family, values[0], values.count > 1 ? values[1] : 0).text(unit)
  }

  private static func isPositive(_ kind: Law.ArgumentKind) -> Bool {
    if case .positive = kind { true } else { false }
  }

  private func argument(
    _ kind: Law.ArgumentKind, _ range: ClosedRange<Double>, _ evidence: ClosedRange<Double>?,
    _ key: String
  ) -> Double {
    switch kind {
    case .value: return value(in: range, evidence, key)
    case .positive:
      let low = max(0, range.lowerBound), high = max(0, range.upperBound)
      let found = value(in: low...high, evidence, key)
      return found > 0 ? found : min(high, 1e-9)
    case .spread: return Number.rounded(pow(10, 8 * draw(key) - 5))
    case .bare(let bounds): return value(in: bounds, 0.5...2, key)
    }
  }

  // MARK: Days and ages

  /// A day near the start of the run, seldom one at the ends of the calendar.
  func date(_ key: String) -> String {
    if draw(key + " far") < 0.04 { return draw(key) < 0.5 ? "0001-01-01" : "9999-12-31" }
    return CivilDate(days: Self.firstDay + pick(-2...4, key)).description
  }

  func ages(_ key: String) -> String {
    let found = [AgeRange(0, 17), AgeRange(14, 25), AgeRange(18, 99), AgeRange(0, AgeRange.limit)]
    if draw(key + " found") < 0.6 { return pick(found, key).description }
    let low = pick(0...AgeRange.limit, key)
    return AgeRange(low, pick(low...AgeRange.limit, key + " high")).description
  }
}
