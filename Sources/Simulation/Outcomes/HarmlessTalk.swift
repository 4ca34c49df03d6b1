/// Harmless first messages between ordinary people that a policy stops, slows or hides.
///
/// They are no events: ordinary people on line receive λ = `people.first_contacts` an hour from a
/// uniformly chosen ordinary person on line, and what a rule takes of them is added in expectation
/// when a visit ends. Who-may-write rules forbid an exact share of the pairs, that of the senders then
/// on line from whom this receiver may not be written to. A limit of L an hour stops E[(N − L)⁺] of a
/// sender's messages an hour, N ~ Poisson(λ). Who is hidden, or whose field is not listed, loses the
/// messages begun through the directory or through that field (`people.directory_use`).
struct HarmlessTalk: Outcome {
  static let kinds: [Event.Kind] = [.enter, .leave]
  private static let unit = "per 1,000 people and month"

  static let columns: [Column] = [
    Column(
      name: "benign_contacts", unit: unit,
      meaning:
        "First messages between ordinary people on line, were no rule or directory in their way (expected).",
      better: .higher, role: .context),
    Column(
      name: "benign_contacts_blocked", unit: unit,
      meaning: "First messages between ordinary people that contact rules stop (expected).",
      better: .lower, role: .burden),
    Column(
      name: "benign_contacts_slowed", unit: unit,
      meaning: "First messages of ordinary people above a limit on messages an hour (expected).",
      better: .lower, role: .burden),
    Column(
      name: "benign_contacts_hidden", unit: unit,
      meaning:
        "First messages between ordinary people that never begin because the directory hides a field or a person (expected).",
      better: .lower, role: .burden),
  ]

  /// Ordinary people on line, by whether they are taken for minors and by the age they declare.
  private var senders = Senders()
  private var all = 0.0, blocked = 0.0, slowed = 0.0, hidden = 0.0
  /// The limit for which the excess was computed last, and it.
  private var limit = 0.0, excess = 0.0

  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.actor >= 0, !event.flags.contains(.offender) else { return }
    let person = world.persons[Int(event.actor)]
    let isMinor = world.isTakenForMinor(event.actor)
    guard event.kind == .leave else { return senders.add(1, isMinor, person.declaredAge) }
    senders.add(-1, isMinor, person.declaredAge)
    let hours = world.observed(from: event.time - Double(event.value), to: event.time)
    guard hours > 0, let visit = world.lastVisit else { return }
    let received = hours * world.figures.firstContacts
    all += received
    let unseen = world.unseenShare(visit)
    hidden += received * unseen
    let limits = world.rules.contact
    if limits.stopsAny, world.covers(limits.coverage, .contact, event.actor) {
      let share = senders.forbidden(by: limits, isMinor, person.declaredAge)
      blocked += received * (1 - unseen) * share * limits.compliance
    }
    if world.limitsPace(of: visit) {
      slowed += hours * excess(of: limits.rateLimit, at: world.figures.firstContacts)
    }
  }

  private mutating func excess(of limit: Double, at rate: Double) -> Double {
    if self.limit != limit { (self.limit, excess) = (limit, Self.poissonExcess(rate, over: limit)) }
    return excess
  }

  /// E[(N − L)⁺] for N ~ Poisson(λ): λ − L + Σ (L − n) P(N = n) over n ≤ L.
  static func poissonExcess(_ rate: Double, over limit: Double) -> Double {
    var sum = 0.0, probability = Elementary.exp(-rate), count = 0.0
    // Above the mean the excess itself is summed, so that nothing small is a difference of large.
    while count <= limit {
      sum += (limit - count) * probability
      count += 1
      probability *= rate / count
    }
    return max(0, rate - limit + sum)
  }

  func values(in world: borrowing World) -> [Double] {
    let months = world.ordinaryPeople * world.windowMonths
    return [all, blocked, slowed, hidden].map { ratio($0 * 1000, months) }
  }
}

/// How many ordinary people are on line, by what contact rules look at.
struct Senders {
  /// First those taken for adults, then those taken for minors, each by declared age.
  private var counts = [Double](repeating: 0, count: 256)
  private var adults = 0.0, minors = 0.0

  mutating func add(_ number: Double, _ isMinor: Bool, _ declaredAge: UInt8) {
    counts[(isMinor ? 128 : 0) + Int(min(declaredAge, 127))] += number
    if isMinor { minors += number } else { adults += number }
  }

  /// The share of those on line who may not write first to somebody.
  ///
  /// - Complexity: O(1), or O(256) where ages are compared.
  func forbidden(by limits: ContactLimits, _ isMinor: Bool, _ declaredAge: UInt8) -> Double {
    let total = adults + minors, barsAdults = !limits.adultsToMinors && isMinor
    guard total > 0 else { return 0 }
    guard limits.ageGap > 0 else { return barsAdults ? adults / total : 0 }
    var barred = 0.0
    for age in 0..<128 {
      let isFar = Double(abs(age - Int(declaredAge))) > limits.ageGap
      if isFar || barsAdults { barred += counts[age] }
      if isFar { barred += counts[128 + age] }
    }
    return barred / total
  }
}

extension World {
  /// The share of harmless first messages to a visit that never begin because of the directory.
  func unseenShare(_ visit: Visit) -> Double {
    isUnlisted(visit) ? figures.directoryUse.whole : figures.unlistedUse
  }
}
