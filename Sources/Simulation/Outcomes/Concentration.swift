/// How unevenly contacts fall on minors, and how many minors are reached at all.
struct Concentration: Outcome, ~Copyable {
  static let columns: [Column] = [
    Column(
      name: "minors_contacted", unit: "share",
      meaning:
        "Minors of the exogenous population with at least one contact by an offender in the window.",
      better: .lower, role: .harm),
    Column(
      name: "contacts_top_1_percent", unit: "share",
      meaning: "Share of all contacts that the 1 % most contacted minors receive.",
      better: .neither, role: .context),
    Column(
      name: "contacts_gini", unit: "1",
      meaning: "Gini coefficient of contacts over minors of the exogenous population.",
      better: .neither, role: .context),
    Column(
      name: "minors_solicited", unit: "share",
      meaning:
        "Minors of the exogenous population with at least one solicitation (H2) from the window.",
      better: .lower, role: .harm),
    Column(
      name: "minors_groomed", unit: "share",
      meaning: "Minors with at least one escalation (H3) from the window.",
      better: .lower, role: .harm),
  ]

  private var solicited = VictimSet(), groomed = VictimSet()
  /// Contacts received in the window by whoever held a slot, saturating.
  private var contacts = Storage<UInt16>(capacity: 8)

  init() {}

  init(copying other: borrowing Self) {
    solicited = VictimSet(copying: other.solicited)
    groomed = VictimSet(copying: other.groomed)
    contacts = Storage(copying: other.contacts)
  }

  @inline(__always)
  mutating func observe(_ event: Event, in world: borrowing World) {
    guard event.kind == .harm || event.kind == .contact, event.band.isMinor,
      event.flags.contains(.cohort)
    else { return }
    if event.kind == .contact { return noteContact(event.target, of: world.persons.count) }
    switch event.harm {
    case Harm.h2.rawValue: solicited.insert(event.target, of: world.persons.count)
    case Harm.h3.rawValue: groomed.insert(event.target, of: world.persons.count)
    default: break
    }
  }

  private mutating func noteContact(_ slot: Int32, of size: Int) {
    guard slot >= 0 else { return }
    if contacts.count == 0 { contacts.extend(to: size, with: 0) }
    if contacts[Int(slot)] < .max { contacts[Int(slot)] += 1 }
  }

  func values(in world: borrowing World) -> [Double] {
    var histogram = [Double](repeating: 0, count: 65_536)
    var minors = 0.0
    for slot in 0..<world.persons.count where world.persons[slot].isMinor {
      histogram[contacts.count == 0 ? 0 : Int(contacts[slot])] += 1
      minors += 1
    }
    let (top, gini) = Self.shape(histogram, minors)
    return [
      ratio(minors - histogram[0], minors), top, gini, ratio(solicited.count, minors),
      ratio(groomed.count, minors),
    ]
  }

  /// Share of the top hundredth, and Gini coefficient, of counts given as a histogram.
  static func shape(_ histogram: [Double], _ people: Double) -> (top: Double, gini: Double) {
    var total = 0.0, before = 0.0, lorenz = 0.0, top = 0.0, ranked = people
    for (count, number) in histogram.enumerated() where number > 0 {
      let amount = Double(count) * number
      lorenz += number * (2 * before + amount)
      before += amount
      total += amount
    }
    guard total > 0, people > 0 else { return (.nan, .nan) }
    ranked = people * 0.01
    for (count, number) in histogram.enumerated().reversed() where number > 0 {
      let taken = min(number, ranked)
      top += taken * Double(count)
      ranked -= taken
      if ranked <= 0 { break }
    }
    return (top / total, 1 - lorenz / (people * total))
  }
}
