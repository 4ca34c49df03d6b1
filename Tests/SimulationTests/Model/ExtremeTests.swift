import Schema
import Testing

@testable import Simulation

/// Scenarios at the edge of what a file may say: they run, and say undefined where it is undefined.
struct ExtremeTests {
  struct Edge: Sendable {
    var name: String
    var change: @Sendable (inout Scenario) -> Void
  }

  static let edges: [Edge] = [
    Edge(name: "no offenders") { $0.offenders = [] },
    Edge(name: "no pathways either") { ($0.offenders, $0.pathways) = ([], []) },
    Edge(name: "all minors") { $0.people.minorShare = 1 },
    Edge(name: "all minors, offenders among everybody") {
      $0.people.minorShare = 1
      $0.offenders[0].among = .everybody
    },
    Edge(name: "no minors") { $0.people.minorShare = 0 },
    Edge(name: "ten people") { $0.people.count = 10 },
    Edge(name: "nobody ever comes") { $0.people.visits = .fixed(0) },
    Edge(name: "visits of no length") { $0.people.visitDuration = .fixed(0) },
    Edge(name: "a window shorter than a visit") {
      $0.time.window = 0.25
      $0.people.visitDuration = .fixed(100)
    },
    Edge(name: "no warm-up") { $0.time.warmUp = 0 },
    Edge(name: "a classifier that nobody reads") {
      $0.levers.classifier.active = true
      $0.levers.classifier.falseFlags = 1
    },
    Edge(name: "decoys and nobody to protect") {
      $0.people.minorShare = 0
      $0.levers.decoys.police.count = 40
      $0.levers.decoys.civil.count = 40
      $0.levers.decoys.police.hoursPerDay = 24
    },
    Edge(name: "decoys with no time at all") {
      $0.levers.decoys.police.count = 5
      $0.levers.decoys.police.hoursPerDay = 0
    },
    Edge(name: "decoys only") {
      $0.people.visits = .fixed(0)
      $0.levers.decoys.civil.count = 10
    },
    Edge(name: "reviews that take no time") {
      $0.levers.moderation.staff = 1
      $0.levers.moderation.handling = .fixed(0)
      $0.pathways[0].newcomers = 0
    },
    Edge(name: "reviews that take for ever") {
      $0.levers.moderation.staff = 1
      $0.levers.moderation.handling = .fixed(1000)
      $0.pathways[0].newcomers = 0
    },
    Edge(name: "a stage with no way out") { $0.pathways[0].stages = [.named("contact")] },
    Edge(name: "rates of nought") {
      $0.pathways[0].stages = [.named("contact", [("block", 0), ("leave", 0)])]
    },
    Edge(name: "blocked at once, again and again") {
      $0.pathways[0].persistence = 0.95
      $0.pathways[0].stages = [.named("contact", share: [("block", 1)])]
    },
    Edge(name: "no limits on attention") {
      $0.pathways[0].conversationsAtOnce = 0
      $0.people.attention = 65_535
    },
    Edge(name: "sixty thousand rooms") {
      $0.rooms = [RoomKind()]
      $0.rooms[0].count = 10_000
      $0.pathways[0].finds = .room
    },
    Edge(name: "rooms that nobody may choose") {
      $0.rooms = [RoomKind(), RoomKind()]
      ($0.rooms[0].share, $0.rooms[1].share) = (0, 0)
    },
    Edge(name: "a directory without ages and without minors") {
      $0.directory.lists = []
      $0.directory.minorsListed = false
    },
    Edge(name: "everybody replaced within the hour") { $0.people.turnover = 1 },
    Edge(name: "everybody refused") {
      $0.levers.ageAssurance.method = .document
      $0.levers.ageAssurance.genuineAccepted = 0
      $0.levers.ageAssurance.borrowedAccepted = 0
      $0.levers.ageAssurance.circumvention = 0
    },
    Edge(name: "attempts that are all noise, and none") {
      $0.levers.ageAssurance.method = .successive
      $0.levers.ageAssurance.attemptNoise = 1
      $0.levers.ageAssurance.retries = 20
      $0.levers.registration.method = .phone
      $0.levers.registration.attemptNoise = 0
    },
    Edge(name: "people so unequal that most have nothing") {
      $0.people.susceptibilityCV = 5
      $0.people.propensityCV = 5
    },
    Edge(name: "messages by the hundred thousand") {
      $0.people.messages = 100_000
      $0.people.messagesPerConversation = 10_000
      $0.levers.classifier.active = true
    },
  ]

  @Test(arguments: edges.indices)
  func `a scenario at the edge runs to its end`(_ index: Int) throws {
    let edge = Self.edges[index]
    var scenario = Scenario.busy(people: 150, hours: 12)
    edge.change(&scenario)
    let record = try Run.simulate(scenario, seed: 3, replicate: 1)
    #expect(record.values.count == Outcomes.columns.count, "\(edge.name)")
    #expect(record.values.allSatisfy { $0.isNaN || $0.isFinite }, "\(edge.name)")
    // Undefined may be many; negative nothing is.
    #expect(record.values.allSatisfy { $0.isNaN || $0 >= 0 }, "\(edge.name)")
  }

  /// Cases wait for moderators whose shift has no length.
  @Test func `moderators who never come leave a backlog and an end`() throws {
    var scenario = Scenario.busy(people: 150, hours: 12)
    scenario.levers.moderation.staff = 3
    scenario.levers.moderation.hoursPerDay = 0
    #expect(try Play(scenario)["backlog"] > 0)
  }

  /// Ten people who come once in a thousand million hours.
  @Test func `people who hardly ever come cost no time`() throws {
    var scenario = Scenario.busy(people: 10, hours: 12)
    scenario.people.visits = .fixed(1e-9)
    #expect(try Play(scenario).events.isEmpty)
  }

  @Test func `figures over nobody are undefined and not nought`() throws {
    var scenario = Scenario.busy(people: 150, hours: 12)
    scenario.people.minorShare = 0
    let play = try Play(scenario)
    for column in ["unwanted_contacts", "exposure_rate", "minors_contacted", "minors_admitted"] {
      #expect(play[column].isNaN)
    }
    #expect(play["time_to_action_median"].isNaN && play["wrongful_share"].isNaN)
    #expect(!play["visits"].isNaN && play["wrongful_sanctions"] == 0)
  }

  @Test func `more than two hundred and fifty-five kinds of offenders are refused`() {
    var scenario = Scenario.busy()
    scenario.offenders = (0..<300).map { number in
      var kind = OffenderKind()
      (kind.label, kind.pathway, kind.share) = ("k\(number)", "pursuit", 0.003)
      return kind
    }
    #expect(!scenario.check().isEmpty)
  }

  @Test func `more stages than can be told from endings are refused`() {
    var pathway = Scenario.busy().pathways[0]
    pathway.stages = (0..<300).map { .named("s\($0)", share: [("s\($0 + 1)", 1)]) }
    pathway.stages[299].next = []
    #expect(!pathway.check().isEmpty)
  }

  @Test func `a chain may not come back from private to the platform`() {
    var pathway = Scenario.busy().pathways[0]
    pathway.stages[3].place = .platform
    #expect(!pathway.check().isEmpty)
  }
}

/// Laws whose tails pass every number: found by random settings, each once ended a run.
struct TailTests {
  private static let wild = Law.weibull(scale: 65.4, shape: 0.01)

  @Test func `a review that would take for ever is not decided, and nothing overflows`() throws {
    var scenario = Scenario.busy()
    scenario.levers.moderation.staff = 8
    scenario.levers.moderation.handling = Self.wild
    let play = try Play(scenario)
    #expect(play.count(.caseOpened) > 20)
    #expect(play.record.values.allSatisfy { $0.isNaN || $0.isFinite })
  }

  @Test func `visits without number and without length end at the limit of events`() throws {
    var scenario = Scenario.busy(people: 50, hours: 10)
    scenario.people.visits = Self.wild
    scenario.people.visitDuration = .normal(mean: 0, sd: 0.3)
    scenario.limits.events = 20_000
    #expect(throws: Run.LimitReached.self) { try Play(scenario) }
  }

  /// The same everywhere: not a matter of time or memory.
  @Test func `a run that reaches a limit does so at the same event again`() throws {
    var scenario = Scenario.busy()
    scenario.limits.rows = 200
    var reasons: Set<String> = []
    for _ in 1...2 {
      do { _ = try Play(scenario) } catch let limit as Run.LimitReached {
        reasons.insert(limit.description)
      }
    }
    #expect(reasons.count == 1)
  }
}
