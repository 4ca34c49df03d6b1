/// How many people are on line as time passes, from the events alone.
struct OnlineCurve {
  /// The number at the first moment, and at each step after it up to the end.
  private(set) var samples: [Double] = []
  /// Hours that all of them together have been on line before the end.
  private(set) var personHours = 0.0
  private let end: Double, step: Double
  private var next: Double, last = 0.0, online = 0.0

  /// - Parameters:
  ///   - first: The moment of the first sample, hours.
  ///   - end: No sample after this moment, no hour beyond it.
  ///   - step: Hours between samples.
  init(from first: Double, until end: Double, every step: Double) {
    (next, self.end, self.step) = (first, end, step)
  }

  /// Takes note of an event; events come in the order of time.
  mutating func see(_ event: Event) {
    guard event.kind == .enter || event.kind == .leave else { return }
    while next <= min(event.time, end) {
      samples.append(online)
      next += step
    }
    personHours += online * (min(event.time, end) - min(last, end))
    online += event.kind == .enter ? 1 : -1
    last = event.time
  }
}
