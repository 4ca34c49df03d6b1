import Simulation

/// A row of bars in a line of text: ▁▂▃▄▅▆▇█.
public enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// One bar for each value, from 0 to `top`; a space where a value is undefined.
  ///
  /// - Parameter top: The value of a full bar; the largest of the values if nil.
  public static func text(_ values: [Double], top: Double? = nil) -> String {
    let most = top ?? values.filter(\.isFinite).max() ?? 0
    return String(
      values.map { value in
        guard value.isFinite else { return " " }
        guard most > 0, value > 0 else { return bars[0] }
        let place = Int((min(1, value / most) * Double(bars.count)).rounded(.up)) - 1
        return bars[max(0, place)]
      })
  }

  /// How many values fall into each of some equal parts of their range; none for no values.
  public static func histogram(_ values: [Double], parts: Int = 16) -> [Double] {
    let known = values.filter(\.isFinite)
    guard let least = known.min(), let most = known.max(), parts > 0 else { return [] }
    var counts = [Double](repeating: 0, count: parts)
    for value in known {
      let share = most > least ? (value - least) / (most - least) : 0
      counts[min(parts - 1, Int(share * Double(parts)))] += 1
    }
    return counts
  }
}

extension StudyFolder {
  /// Unwanted contacts to minors on the platform per hour, by hour of the day from midnight: means
  /// over the window and the replicates. Empty where the folder has no course, or periods longer
  /// than an hour.
  public func day(of scenario: String) -> [Double] {
    guard let course, course.length > 0, course.length <= 1 else { return [] }
    var sums = [Double](repeating: 0, count: 24), counts = sums
    let levels = course.levels(scenario, OutcomeName.unwantedContactsCount)
    for (start, level) in zip(course.starts, levels) where level.mean.isFinite {
      let middle = start + course.length / 2
      let hour = Int(middle - (middle / 24).rounded(.down) * 24) % 24
      sums[hour] += level.mean / course.length
      counts[hour] += 1
    }
    return zip(sums, counts).map { $1 > 0 ? $0 / $1 : .nan }
  }

  /// The headline's replicates.
  public func spread(of scenario: String) -> [Double] {
    runs.values(scenario, OutcomeName.unwantedContacts).filter(\.isFinite)
  }
}
