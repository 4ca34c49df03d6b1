/// How many people are on line at a venue: now, and in the mean over the last day, hour by hour.
struct Presence {
  private var present = 0.0
  private var area = 0.0, since = 0.0
  /// Means of the last 24 hours, and the place of the oldest.
  private var hours: [Double]
  private var place = 0

  /// A venue whose last day had so many people on line.
  init(expected: Double) { hours = Array(repeating: expected, count: 24) }

  /// Somebody comes (1) or goes (−1).
  mutating func change(by number: Double, at now: Double) {
    area += present * (now - since)
    since = now
    present += number
  }

  /// An hour is over: its mean takes the place of the oldest.
  mutating func closeHour(at now: Double) {
    change(by: 0, at: now)
    hours[place] = area
    (area, place) = (0, (place + 1) % 24)
  }

  /// Mean number over the last 24 whole hours.
  var mean: Double { hours.reduce(0, +) / 24 }
}
