@testable import Schema

/// A small root with one row of every kind, shaped like a scenario.
struct Platform: Configurable {
  var version = 1
  var name = ""
  var title = ""
  var time = Period()
  var people = People()
  var rooms: [Room] = []
  var directory = Listed()
  var moderation = Staffing()
  var offenders: [Offender] = []
  var pathways: [Pathway] = []
  var extras: Tree?

  static let name = "scenario"
  static let summary = "One platform, and who comes to it."
  static let parameters: [Parameter<Self>] = [
    Parameter("schema_version", \.version, in: 1...1, "Version of the grammar.", .assumed("first")),
    Parameter("name", \.name, "Name in tables."),
    Parameter("title", \.title, "Title in reports."),
    Parameter("time", \.time),
    Parameter("people", \.people),
    Parameter("rooms", \.rooms),
    Parameter("directory", \.directory),
    Parameter("moderation", \.moderation),
    Parameter("offenders", \.offenders),
    Parameter("pathways", \.pathways),
    Parameter("extras", \.extras, "Kept for others."),
  ]
}

struct Period: Configurable {
  var start = CivilDate(days: 18_993)
  var warmUp = 240.0
  var window = 168.0

  static let name = "time"
  static let summary = "When it happens."
  static let parameters: [Parameter<Self>] = [
    Parameter("start", \.start, "First day."),
    Parameter(
      "warm_up", \.warmUp, .duration, in: 0...8766, "Simulated before counting starts.",
      .assumed("long enough for rooms to fill")),
    Parameter(
      "window", \.window, .duration, in: 1...87_660, "How long is counted.", .assumed("a week")),
  ]
}

struct People: Configurable {
  var count = 1000
  var minorShare = 0.1
  var visits = Law.lognormal(median: 3.0 / 168, logSD: 0.8)

  static let name = "people"
  static let summary = "Who comes."
  static let parameters: [Parameter<Self>] = [
    Parameter("count", \.count, in: 1...10_000_000, "Monthly users.", .assumed("a small one")),
    Parameter(
      "minor_share", \.minorShare, .share, in: 0...0.9, evidence: 0.05...0.3,
      "Share under 18.", .cited("Smith 2020; share of accounts")),
    Parameter(
      "visits", \.visits, .rate, in: 0...60, "Visits of one person.", .measured("from logs")),
  ]
}

struct Room: Configurable {
  var name = ""
  var count = 1
  var share = 0.0

  static let name = "room"
  static let summary = "Rooms of one kind."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.name, "Its name."),
    Parameter("count", \.count, in: 1...10_000, "How many.", .assumed("one")),
    Parameter("share", \.share, .share, in: 0...1, "Share of sessions.", .assumed("none")),
  ]

  func check() -> [Complaint] {
    count > 5000 ? [Complaint("count", "that is a lot of rooms", severity: .warning)] : []
  }
}

enum Field: String, CaseIterable, Sendable {
  case age, gender, area
}

struct Listed: Configurable {
  var lists: [Field] = []
  var minorsListed = false
  var order = Order.newest

  enum Order: String, CaseIterable, Sendable {
    case newest, oldest
    case byName = "by_name"
  }

  static let name = "directory"
  static let summary = "Who is listed where."
  static let parameters: [Parameter<Self>] = [
    Parameter("lists", \.lists, "Fields shown."),
    Parameter("minors_listed", \.minorsListed, "Whether minors are listed."),
    Parameter("order", \.order, "How the list is sorted."),
  ]
}

/// What every lever has.
struct Terms: Configurable {
  var start = 0.0
  var coverage = 1.0
  var cost = 0.0

  static let name = "terms"
  static let summary = "What every lever has."
  static let parameters: [Parameter<Self>] = [
    Parameter("start", \.start, .duration, in: 0...87_660, "When it begins.", .assumed("at once")),
    Parameter("coverage", \.coverage, .share, in: 0...1, "Share it reaches.", .assumed("all")),
    Parameter(
      "cost", \.cost, .moneyPerHour, in: 0...10_000, "Cost of an hour.", .assumed("unknown")),
  ]
}

struct Staffing: Configurable {
  var staff = 0
  var hours = 24.0
  var minimumAge = 0.0
  var terms = Terms()

  static let name = "moderation"
  static let summary = "People who read reports."
  static let parameters: [Parameter<Self>] =
    [
      Parameter("staff", \.staff, in: 0...500, evidence: 0...50, "Moderators.", .assumed("none")),
      Parameter(
        "hours_per_day", \.hours, .duration, in: 0...24, "Hours on duty.", .assumed("all day")),
      Parameter("minimum_age", \.minimumAge, .age, in: 0...99, "Age of staff.", .assumed("none")),
    ] + Parameter.flattened(\.terms)

  func check() -> [Complaint] {
    staff > 0 && hours == 0
      ? [Complaint("staff", "nobody is on duty at 0 h a day", help: "raise hours_per_day")] : []
  }
}

struct Offender: Configurable {
  var name = ""
  var pathway = ""
  var share = 0.01
  var activity = 1.0

  static let name = "offender"
  static let summary = "One kind of offender."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.name, "Its name."),
    Parameter("pathway", \.pathway, "Its pathway."),
    Parameter("share", \.share, .share, in: 0...0.2, "Share of adults.", .assumed("unknown")),
    Parameter("activity", \.activity, .factor, in: 0...100, "Relative rate.", .assumed("one")),
  ]
}

struct Pathway: Configurable {
  var name = ""
  var seeks = AgeRange(0, 17)
  var stages: [Stage] = []

  static let name = "pathway"
  static let summary = "Stages one after another."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.name, "Its name."),
    Parameter("seeks", \.seeks, "Ages sought."),
    Parameter("stages", \.stages),
  ]
}

struct Stage: Configurable {
  var name = ""
  var dwell = Law.fixed(0)
  var next: [Branch] = []

  static let name = "stage"
  static let summary = "One stage."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.name, "Its name."),
    Parameter("dwell", \.dwell, .duration, in: 0...8766, "Time in it.", .assumed("unknown")),
    Parameter("next", \.next, "Ways on."),
  ]

  func check() -> [Complaint] {
    var sum = 0.0
    for case .share(let share) in next.map(\.quantity) { sum += share }
    return sum > 1 + 1e-9 ? [Complaint("next", "the shares add up to more than 100 %")] : []
  }
}

/// Texts for the tests.
enum Sample {
  static let whole = """
    schema_version: 1
    name: coco
    title: Coco-like platform, unmoderated
    time: { start: 2022-01-01, warm_up: 10 d, window: 7 d }
    people:
      count: 850000                                    # monthly users: assumed
      minor_share: { beta: { a: 3, b: 22 } }           # drawn once per replicate
      visits: { lognormal: { median: 3 /week, log_sd: 0.8 } }          # per person
    rooms:
      - { name: general, count: 40, share: 60 % }
      - { name: age_suggestive, count: 5, share: 10 % }
    directory: { lists: [age, gender, area], minors_listed: yes }
    moderation: { staff: 0 }
    offenders:
      - { name: solicitor, pathway: solicitation, activity: 5,
          share: { lognormal: { median: 1.2 %, log_sd: 0.8 } } }
    pathways:
      - name: solicitation
        seeks: 0 y .. 17 y
        stages:
          - { name: contact, next: { reply: 0.2 /min, block: 0.3 /min } }
          - name: private
            dwell: { lognormal: { median: 7 d, log_sd: 1.5 } }
            next: { meeting: 20 %, ends: 80 % }
    """

  /// The tree of a text that is in order.
  static func tree(_ text: String) throws -> Tree { try Document.parse(text: text, file: "t.yaml") }

  /// Code, place and message of everything wrong with a text, help after a semicolon.
  static func faults(_ text: String) -> [String] {
    let list: [Problem]
    do throws(Problems) {
      let tree = try Document.parse(text: text, file: "t.yaml")
      list = read(Platform.self, from: tree).problems
    } catch {
      list = error.list
    }
    return Problems(list).sorted.map { problem in
      let place = problem.place.map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(problem.code.rawValue): \(problem.message)"
        + (problem.help.map { "; " + $0 } ?? "")
    }
  }
}

/// The project's unit, not Foundation's.
typealias Unit = Schema.Unit
