/// Harmless first messages between ordinary people that a policy stops, slows or hides.
///
/// They are no events: ordinary people on line receive λ = `people.first_contacts` an hour from a
/// uniformly chosen ordinary person on line, and what a rule takes of them is added in expectation
/// when a visit ends. Who-may-write rules forbid an exact share of the pairs, that of the senders then
/// on line from whom this receiver may not be written to. A limit of L an hour stops E[(N − L)⁺] of a
/// sender's messages an hour, N Poisson with a mean that varies between people as a gamma of mean λ
/// and coefficient of variation `people.first_contacts_cv`: negative binomial. Who is hidden, or whose
/// field is not listed, loses the messages begun through the directory or through that field
/// (`people.directory_use`).
struct HarmlessTalk: Outcome, ~Copyable {
  private static let unit = "per 1,000 people and month"

  static let columns: [Column] = [
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
  private var blocked = 0.0, slowed = 0.0, hidden = 0.0
  /// The limit for which the excess was computed last, and it.
  private var limit = 0.0, excess = 0.0

  init() {}

  init(copying other: borrowing Self) {
    senders = Senders(copying: other.senders)
    (blocked, slowed, hidden) = (other.blocked, other.slowed, other.hidden)
    (limit, excess) = (other.limit, other.excess)
  }

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard world.constants.hindersTalk, event.kind == .leave || event.kind == .enter,
      !event.flags.contains(.offender)
    else { return }
    if world.constants.comparesPairs {
      let age = world.declaredAge(of: event.actor, at: event.venue)
      let isMinor = world.isTakenForMinor(event.actor, at: event.venue)
      senders.add(event.kind == .enter ? 1 : -1, isMinor, age)
    }
    guard event.kind == .leave else { return }
    let hours = world.observed(from: event.time - Double(event.value), to: event.time)
    guard hours > 0 else { return }
    hinder(event.actor, hours, in: world)
  }

  /// What rules and directory take of the messages that somebody would have had on a visit.
  private mutating func hinder(_ person: Int32, _ hours: Double, in world: borrowing World) {
    guard let visit = world.lastVisit else { return }
    let received = hours * world.constants.firstContacts, limits = world.rules[visit.venue].contact
    let unseen =
      world.isUnlisted(visit)
      ? world.constants.directoryUse.whole : world.rules[visit.venue].listing.unlistedUse
    hidden += received * unseen
    if limits.stopsAny, world.covers(limits.coverage, .contact, person) {
      let age = world.declaredAge(of: person, at: visit.venue)
      let isMinor = world.isTakenForMinor(person, at: visit.venue)
      let share = senders.forbidden(by: limits, isMinor, age)
      blocked += received * (1 - unseen) * share * limits.compliance
    }
    if world.limitsPace(of: visit) {
      slowed += hours * excess(of: limits.firstMessagesPerHour, world.constants)
    }
  }

  private mutating func excess(of limit: Double, _ constants: LoopConstants) -> Double {
    if self.limit != limit {
      self.limit = limit
      excess = Self.excess(constants.firstContacts, cv: constants.firstContactsCV, over: limit)
    }
    return excess
  }

  /// E[(N − L)⁺] = λ − L + Σ (L − n) P(N = n) over n ≤ L. With r = 1/cv², P(0) = (1 + λ/r)^(−r) and
  /// P(n + 1) = P(n)·λ/(n + 1)·(n + r)/(λ + r); without variation P(0) = e^(−λ) and the last factor is 1.
  static func excess(_ rate: Double, cv: Double, over limit: Double) -> Double {
    let shape = cv > 0 ? 1 / (cv * cv) : .infinity
    var sum = 0.0, count = 0.0
    var probability = Elementary.exp(cv > 0 ? -shape * Elementary.log1p(rate / shape) : -rate)
    while count <= limit {
      sum += (limit - count) * probability
      probability *= rate / (count + 1) * (cv > 0 ? (count + shape) / (rate + shape) : 1)
      count += 1
    }
    return max(0, rate - limit + sum)
  }

  func values(in world: borrowing World) -> [Double] {
    let months = world.ordinaryPeople * world.windowMonths
    return [blocked, slowed, hidden].map {
      world.scenario.feedbacks.protectiveFunctions ? ratio($0 * 1000, months) : .nan
    }
  }
}
