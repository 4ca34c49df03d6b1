import Schema
import Testing

@testable import Simulation

/// Switches of feedbacks: each takes a mechanism away that shows in a named outcome of a named world, and
/// changes nothing where the mechanism is not there.
struct SwitchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    /// The switch, and the outcome that it must change.
    var name: String, outcome: String
    /// The world in which the mechanism acts.
    var world: @Sendable (inout Scenario) -> Void
    var off: @Sendable (inout FeedbackSwitches) -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "attention", outcome: "offender_contacts", world: { _ in },
      off: { $0.attention = false }),
    Case(
      name: "deterrence", outcome: "offender_contacts",
      world: {
        $0.levers.moderation.staff = 3
        ($0.deterrence.own, $0.deterrence.pace) = (0.5, 5)
        $0.levers.sanctions.warnings = 9
      }, off: { $0.deterrence = false }),
    Case(
      name: "displacement", outcome: "displaced_hours_adult",
      world: { $0.levers.registration.method = .phone }, off: { $0.displacement = false }),
    Case(
      name: "friction", outcome: "offenders_admitted",
      world: {
        $0.levers.registration.method = .phone
        $0.levers.registration.offenderOdds = 6
      }, off: { $0.friction = false }),
    Case(
      name: "false_positives", outcome: "wrongful_sanctions",
      world: {
        $0.levers.moderation.staff = 3
        ($0.levers.moderation.falseReports, $0.levers.moderation.wronglyUpholds) = (0.3, 0.5)
      }, off: { $0.falsePositives = false }),
    Case(
      name: "misdeclaration", outcome: "unwanted_contacts_here",
      world: { $0.levers.contactRules.adultsToMinors = false },
      off: { $0.misdeclaration = false }),
    Case(
      name: "detection", outcome: "harm_as_seen", world: { _ in }, off: { $0.detection = false }),
    Case(
      name: "congestion", outcome: "time_to_action_median",
      world: {
        $0.levers.moderation.staff = 1
        $0.levers.moderation.handling = .exponential(mean: 0.5)
      }, off: { $0.congestion = false }),
    Case(
      name: "protective_functions", outcome: "benign_hours_lost",
      world: { $0.levers.registration.method = .phone },
      off: { $0.protectiveFunctions = false }),
    Case(
      name: "search", outcome: "offender_contacts",
      world: { ($0.pathways[0].searchHalf, $0.pathways[0].searchPer) = (20, 0) },
      off: { $0.search = false }),
  ]

  @Test(arguments: cases) func `no changes what its mechanism shows in`(_ item: Case) throws {
    var scenario = Scenario.busy(people: 800, hours: 48)
    item.world(&scenario)
    let full = try Play(scenario) { _ in false }
    item.off(&scenario.feedbacks)
    let naive = try Play(scenario) { _ in false }
    #expect(full[item.outcome].isFinite)
    #expect(naive[item.outcome] != full[item.outcome])
  }

  @Test func `every switch is walked over`() {
    #expect(Self.cases.map(\.name) == FeedbackSwitches.parameters.map(\.name))
  }

  /// Without levers, search, limits of attention or anybody kept out there is nothing to switch off.
  @Test(arguments: cases) func `where there is no mechanism, its switch changes no event`(
    _ item: Case
  ) throws {
    var scenario = Scenario.busy(people: 300, hours: 24)
    (scenario.pathways[0].conversationsAtOnce, scenario.people.attention) = (0, 65_535)
    let plain = try Play(scenario) { _ in false }
    item.off(&scenario.feedbacks)
    #expect(try Play(scenario) { _ in false }.record.hash == plain.record.hash)
  }

  /// A reaction time that no queue lengthens: handling of ten minutes, shifts of 12 hours of 24, so a wait
  /// of (24 − 12)²/48 = 3 hours in the mean.
  @Test func `without congestion every case takes its unloaded time`() throws {
    var scenario = Scenario.busy(people: 800, hours: 48)
    scenario.levers.moderation.staff = 1
    scenario.levers.moderation.hoursPerDay = 12
    scenario.levers.moderation.handling = .fixed(1.0 / 6)
    scenario.feedbacks.congestion = false
    let play = try Play(scenario)
    let times = play.all(.decision).map { Double($0.value) }
    #expect(times.count > 40)
    #expect(times.allSatisfy { abs($0 - 3 - 1.0 / 6) < 1e-5 })
  }

  /// A rival that nobody belongs to and nobody has reason to go to is not there.
  @Test func `a rival to which nobody goes changes no event`() throws {
    var scenario = Scenario.busy(people: 300, hours: 24)
    let plain = try Play(scenario) { _ in false }
    var rival = Rival()
    rival.size = 0
    scenario.venues = [rival]
    scenario.choice.looksRound = 0
    let play = try Play(scenario) { _ in false }
    // The hourly count of those on line is an actor of its own, and writes no event.
    #expect(play.record.hash == plain.record.hash)
  }

  /// The shares of the beginning are a fixed point: whoever looks round is replaced by as many others.
  @Test func `without a policy the venues keep their shares`() throws {
    var scenario = Scenario.busy(people: 1_200, hours: 24 * 20)
    scenario.offenders = []
    scenario.people.turnover = 0
    scenario.venues = zip(["a", "b"], [0.5, 0.25]).map { letter, size in
      var rival = Rival()
      (rival.label, rival.size) = (letter, size)
      return rival
    }
    scenario.choice.looksRound = 1.0 / 48
    scenario.choice.criticalMass = 0
    scenario.choice.size = 0
    var world = World(scenario, root: StreamRoot(seed: 4, replicate: 1))
    var knocks = world.open()
    while world.step(&knocks) { world.events.shrink(to: 0) }
    var counts = [0.0, 0, 0]
    for slot in world.slots { counts[Int(world.habits[slot].home)] += 1 }
    let people = Double(world.persons.count)
    for (count, share) in zip(counts, [1 / 1.75, 0.5 / 1.75, 0.25 / 1.75]) {
      #expect(abs(score(count, of: people, chance: share)) < bound)
    }
  }
}
