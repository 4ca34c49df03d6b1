/// What cases wait for a moderator, from the moments at which they open and are decided.
///
/// A case is begun when it opens if a desk is free, else when a desk becomes free, urgent cases first
/// and the oldest first among equals. A decision about a case that no desk should have had by then
/// makes all waits undefined.
struct DeskWatch {
  /// Sums over the cases of one class that opened in the window.
  struct Waits {
    var cases = 0.0, delayed = 0.0, hours = 0.0, late = 0.0

    mutating func add(_ wait: Double, late limit: Double) {
      cases += 1
      delayed += wait > 0 ? 1 : 0
      hours += wait
      late += wait > limit ? 1 : 0
    }
  }

  private struct Case {
    let accused: Int32, opened: Double, isUrgent: Bool
  }

  /// Cases about real offenders, and those about others.
  private(set) var urgent = Waits(), other = Waits()
  private let desks: Int, window: Range<Double>, limit: Double
  private var urgentLine: [Case] = [], otherLine: [Case] = [], onDesks: [Case] = []

  /// - Parameters:
  ///   - window: Hours in which cases count.
  ///   - limit: A wait longer than this is late, hours.
  init(desks: Int, window: Range<Double>, late limit: Double) {
    (self.desks, self.window, self.limit) = (desks, window, limit)
  }

  /// Takes note of an event; events come in the order of time.
  mutating func see(_ event: Event) {
    if event.kind == .caseOpened {
      let new = Case(accused: event.actor, opened: event.time, isUrgent: event.isTrue)
      if onDesks.count < desks {
        begin(new, at: event.time)
      } else if new.isUrgent {
        urgentLine.append(new)
      } else {
        otherLine.append(new)
      }
    } else if event.kind == .decision {
      clear(event)
      if !urgentLine.isEmpty {
        begin(urgentLine.removeFirst(), at: event.time)
      } else if !otherLine.isEmpty {
        begin(otherLine.removeFirst(), at: event.time)
      }
    }
  }

  private mutating func begin(_ item: Case, at time: Double) {
    onDesks.append(item)
    guard window.contains(item.opened) else { return }
    let wait = time - item.opened
    if item.isUrgent { urgent.add(wait, late: limit) } else { other.add(wait, late: limit) }
  }

  /// Takes the case that has been decided from its desk. How long it took has seven digits.
  private mutating func clear(_ event: Event) {
    let opened = event.time - Double(event.value)
    let place = onDesks.firstIndex {
      $0.accused == event.actor && abs($0.opened - opened) <= Double(event.value) * 1e-6
    }
    if let place { onDesks.remove(at: place) } else { (urgent.cases, other.cases) = (.nan, .nan) }
  }
}

extension DeskWatch {
  /// The waits of each run of a scenario; more than five minutes are late.
  static func waits(_ trials: Trials, _ scenario: Scenario) throws -> [Self] {
    let start = scenario.time.warmUp, end = start + scenario.time.window
    return try trials.map { replicate in
      var watch = Self(
        desks: scenario.levers.moderation.staff, window: start..<end, late: 5.0 / 60)
      try trials.run(scenario, replicate) { watch.see($0) }
      return watch
    }
  }
}
