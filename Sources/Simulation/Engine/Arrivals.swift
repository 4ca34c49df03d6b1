import Schema

/// Who knocks when: one exogenous stream of arrivals, never altered by what happens inside.
///
/// A marked non-homogeneous Poisson process: the total rate follows a weekly profile that is constant
/// within each minute, so a unit exponential is spent exactly, minute by minute; the mark is a
/// person, with probability proportional to the person's own rate. Arrival *n* is the same person
/// at the same moment in every scenario with this population.
struct Arrivals {
  /// Relative rate in each minute of the week, mean 1, Monday first.
  private let profile: [Double]
  private let totalRate: Double
  private let alias: Alias?
  /// Draws of the moments, and of the people: apart, so that neither shifts the other.
  private var stream: Stream, marks: Stream
  /// Minute now, whole minutes since the run began; `offset` is the minute of the week at time 0.
  private var minute = 0
  private let offset: Int
  /// No arrival is made after this moment, hours.
  private let horizon: Double
  /// Time of the arrival last made, hours.
  private var time = 0.0
  /// Arrivals are made a batch ahead, so that the memory of their rows is waited for all at once.
  private static let batch = 64
  private var times: InlineArray<64, Double> = InlineArray(repeating: .infinity)
  private var people: InlineArray<64, Int32> = InlineArray(repeating: 0)
  /// Place of the next arrival in the batch, and its number: 1, 2, 3 …
  private var place = batch - 1
  /// Keeps the reading in advance from being optimised away.
  private var warmth: UInt8 = 0
  private(set) var number: UInt64 = 0

  /// - Parameters:
  ///   - rates: Visits an hour of each person.
  ///   - weekday: Day of the week on which the run begins, 0 for Monday.
  ///   - source: Which audience it is, 0 the platform's.
  ///   - horizon: When the doors close, hours.
  init(
    rates: [Float], profile: DailyProfile, weekday: Int, root: StreamRoot, source: UInt64 = 0,
    horizon: Double = .infinity
  ) {
    self.horizon = horizon
    self.profile = Self.week(profile)
    let weights = rates.map(Double.init)
    totalRate = weights.reduce(0, +)
    alias = Alias(weights)
    stream = root.stream(.arrivals, 2 * source)
    marks = root.stream(.arrivals, 2 * source + 1)
    offset = weekday * 1440
  }

  /// When the next person knocks, hours; infinite if nobody ever does. Kept beside the batch: whoever asks
  /// a lent batch would copy it.
  private(set) var nextTime = Double.infinity
  /// Who knocks then.
  private(set) var nextPerson: Int32 = 0

  /// Goes on to the next arrival.
  ///
  /// - Parameters:
  ///   - persons: Read in advance, one row for each new arrival; never changed.
  ///   - habits: The same, where people have any.
  ///   - first: Row of the first person of this audience.
  mutating func advance(
    _ persons: borrowing Storage<Person>, _ habits: borrowing Storage<Habit>, from first: Int = 0
  ) {
    number += 1
    place += 1
    if place == Self.batch { refill(persons, habits, from: first) }
    (nextTime, nextPerson) = (times[place], people[place])
  }

  /// Makes the next batch.
  private mutating func refill(
    _ persons: borrowing Storage<Person>, _ habits: borrowing Storage<Habit>, from first: Int
  ) {
    place = 0
    guard let alias else { return }
    for index in 0..<Self.batch { times[index] = time < horizon ? nextMoment() : .infinity }
    for index in 0..<Self.batch { people[index] = Int32(alias.pick(using: &marks)) }
    for index in 0..<Self.batch { warmth &+= persons[first &+ Int(people[index])].kind }
    guard habits.count > 0 else { return }
    for index in 0..<Self.batch { warmth &+= habits[first &+ Int(people[index])].home }
  }

  /// Spends one unit exponential, minute by minute.
  private mutating func nextMoment() -> Double {
    var left = stream.exponential()
    while true {
      let rate = totalRate * profile[(offset + minute) % profile.count]
      let border = Double(minute + 1) / 60
      let spent = (border - time) * rate
      if left < spent {
        time += left / rate
        return time
      }
      left -= spent
      time = border
      minute += 1
      if time >= horizon { return .infinity }
    }
  }

  /// Relative rates of the 10,080 minutes of a week, mean 1: a cosine over the day whose peak and
  /// trough have the given ratio, times the weekend factor.
  static func week(_ profile: DailyProfile) -> [Double] {
    let amplitude = (profile.peakToTrough - 1) / (profile.peakToTrough + 1)
    let wave = cosines(count: 1440)
    var week: [Double] = []
    week.reserveCapacity(10_080)
    for day in 0..<7 {
      for minute in 0..<1440 {
        let phase = (minute * 2 + 1 - Int(profile.peak * 120) + 5760) / 2 % 1440
        week.append((1 + amplitude * wave[phase]) * (day >= 5 ? profile.weekend : 1))
      }
    }
    let mean = week.reduce(0, +) / Double(week.count)
    return week.map { $0 / mean }
  }

  /// cos(2πk/n) for k = 0..<n by basic operations only, so that all machines agree.
  private static func cosines(count: Int) -> [Double] {
    let step = 2 * Double.pi / Double(count), square = step * step
    var sine = 0.0, cosine = 1.0
    // One step by Taylor series; twelve terms are far below the last bit for steps this small.
    var term = step, stepSine = 0.0, stepCosine = 0.0
    for order in 1...12 {
      stepSine += term
      term *= -square / Double((2 * order) * (2 * order + 1))
    }
    term = 1
    for order in 1...12 {
      stepCosine += term
      term *= -square / Double((2 * order - 1) * (2 * order))
    }
    return (0..<count).map { _ in
      defer {
        (sine, cosine) = (
          sine * stepCosine + cosine * stepSine, cosine * stepCosine - sine * stepSine
        )
      }
      return cosine
    }
  }
}
