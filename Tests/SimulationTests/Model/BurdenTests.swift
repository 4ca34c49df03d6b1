import CGSL
import Schema
import Testing

@testable import Simulation

/// What contact rules and the directory take of harmless talk: each has an exact answer.
struct BurdenTests {
  /// Ordinary people only, half of them minors; ages declared as they are.
  private func platform(_ set: (inout Scenario) -> Void) -> Scenario {
    var scenario = Scenario.plain(people: 3000, visits: 2, stay: .exponential(mean: 0.3), hours: 48)
    scenario.people.minorShare = 0.5
    scenario.people.minorsDeclareAdult = 0
    scenario.levers.ageAssurance.method = .declared
    scenario.levers.ageAssurance.action = .mark
    set(&scenario)
    return scenario
  }

  /// A burden over all harmless first messages, and the people of that run.
  private func share(_ burden: String, of scenario: Scenario) throws -> Double {
    let play = try Play(scenario) { _ in false }
    let hours =
      play["hours_adult"] + play["hours_under_13"] + play["hours_13_15"]
      + play["hours_16_17"]
    let all = play["benign_contacts"]
    // All of them are the rate times the hours, by definition.
    let people = scenario.people.count * scenario.time.window / 730.5
    #expect(abs(all * people / 1000 / (hours * scenario.people.firstContacts) - 1) < 1e-9)
    return play[burden] / all
  }

  /// Share of ordered pairs of different people that a rule forbids, by counting.
  private func pairs(
    _ scenario: Scenario, _ forbids: (_ sender: Person, _ receiver: Person) -> Bool
  ) -> Double {
    var world = World(scenario, root: StreamRoot(seed: 11, replicate: 1))
    _ = world.populate()
    var forbidden = 0.0, all = 0.0
    for receiver in world.slots {
      for sender in world.slots where sender != receiver {
        all += 1
        if forbids(world.persons[sender], world.persons[receiver]) { forbidden += 1 }
      }
    }
    return forbidden / all
  }

  @Test func `adults who may not write first to minors lose exactly those pairs`() throws {
    let scenario = platform { $0.levers.contactRules.adultsToMinors = false }
    let lost = try share("benign_contacts_blocked", of: scenario)
    let exact = pairs(scenario) { !$0.isMinor && $1.isMinor }
    #expect(abs(lost / exact - 1) < 0.02)
  }

  @Test(arguments: [1.0, 5, 20])
  func `an age gap loses exactly the pairs that are further apart`(_ gap: Double) throws {
    let scenario = platform { $0.levers.contactRules.ageGap = gap }
    let lost = try share("benign_contacts_blocked", of: scenario)
    let exact = pairs(scenario) { Double(abs(Int($0.declaredAge) - Int($1.declaredAge))) > gap }
    #expect(abs(lost / exact - 1) < 0.02)
  }

  @Test func `half the people on half the occasions lose a quarter`() throws {
    let scenario = platform {
      $0.levers.contactRules.ageGap = 5
      $0.levers.contactRules.terms.coverage = 0.5
      $0.levers.contactRules.terms.compliance = 0.5
    }
    let lost = try share("benign_contacts_blocked", of: scenario)
    let exact = pairs(scenario) { Double(abs(Int($0.declaredAge) - Int($1.declaredAge))) > 5 } / 4
    // Who is covered is a draw for each of 3,000 people.
    #expect(abs(lost / exact - 1) < 0.08)
  }

  /// E[(N − L)⁺]/λ by the library's Poisson and negative binomial laws, summed from above.
  @Test(arguments: [0.5, 1, 3, 6], [0, 0.5, 1, 2])
  func `a limit on messages an hour loses what is above it`(_ limit: Double, _ cv: Double) throws {
    let scenario = platform {
      $0.levers.contactRules.firstMessagesPerHour = limit
      $0.people.firstContactsCV = cv
    }
    let lost = try share("benign_contacts_slowed", of: scenario)
    let shape = 1 / (cv * cv)
    let excess = (0..<800).reduce(0.0) { sum, count in
      let number = UInt32(count)
      let chance =
        cv == 0
        ? gsl_ran_poisson_pdf(number, 2)
        : gsl_ran_negative_binomial_pdf(number, shape / (2 + shape), shape)
      return sum + max(0, Double(count) - limit) * chance
    }
    #expect(abs(lost / (excess / 2) - 1) < 1e-6)
  }

  @Test func `a field that is not listed loses what begins through it`() throws {
    let scenario = platform { $0.directory.lists = [.gender, .area] }
    let lost = try share("benign_contacts_hidden", of: scenario)
    #expect(abs(lost - 0.15) < 1e-9)
    let blind = try share("benign_contacts_hidden", of: platform { $0.directory.lists = [] })
    #expect(abs(blind - 0.6) < 1e-9)
  }

  @Test func `people whom the directory leaves out lose all that begins through it`() throws {
    let unlisted = platform { $0.directory.minorsListed = false }
    let exact = pairs(unlisted) { $1.presentsAsMinor(at: 0) } * 0.6
    #expect(abs(try share("benign_contacts_hidden", of: unlisted) / exact - 1) < 0.03)
    let hidden = platform { $0.levers.contactRules.minorsHidden = true }
    #expect(abs(try share("benign_contacts_hidden", of: hidden) / exact - 1) < 0.03)
  }

  struct Setting: Sendable, CustomTestStringConvertible {
    var name: String
    var lever: String
    var set: @Sendable (inout Scenario) -> Void
    var testDescription: String { name }
  }

  /// Every lever and the directory, at a setting that lowers contacts.
  static let settings = [
    Setting(name: "registration", lever: "registration") {
      $0.levers.registration.method = .phone
    },
    Setting(name: "age assurance", lever: "age_assurance") {
      $0.levers.ageAssurance.method = .document
      $0.people.minorsDeclareAdult = 1
    },
    Setting(name: "moderation", lever: "moderation") { $0.levers.moderation.staff = 5 },
    Setting(name: "classifier", lever: "classifier") {
      $0.levers.moderation.staff = 5
      $0.levers.classifier.active = true
    },
    Setting(name: "sanctions", lever: "sanctions") {
      $0.levers.moderation.staff = 5
      $0.levers.sanctions.returnProbability = 0
    },
    Setting(name: "no first messages", lever: "contact_rules") {
      $0.levers.ageAssurance.method = .declared
      $0.levers.ageAssurance.action = .mark
      $0.people.minorsDeclareAdult = 0
      $0.levers.contactRules.adultsToMinors = false
    },
    Setting(name: "hidden", lever: "contact_rules") {
      $0.levers.ageAssurance.method = .declared
      $0.levers.ageAssurance.action = .mark
      $0.people.minorsDeclareAdult = 0
      $0.levers.contactRules.minorsHidden = true
    },
    Setting(name: "age gap", lever: "contact_rules") { $0.levers.contactRules.ageGap = 3 },
    Setting(name: "rate limit", lever: "contact_rules") {
      $0.levers.contactRules.firstMessagesPerHour = 1
    },
    Setting(name: "decoys", lever: "decoys") {
      $0.levers.decoys.police.count = 20
      $0.levers.decoys.police.hoursPerDay = 24
    },
    Setting(name: "closure", lever: "closure") { $0.levers.closure.kind = .seizure },
    Setting(name: "no age listed", lever: "directory") { $0.directory.lists = [.gender, .area] },
    Setting(name: "minors not listed", lever: "directory") { $0.directory.minorsListed = false },
  ]

  /// Nothing is free: what lowers harm costs something or burdens somebody, and the table says so.
  @Test(arguments: settings) func `no lever has a benefit alone`(_ setting: Setting) throws {
    let plain = Scenario.busy(people: 1500, hours: 48)
    var policy = plain
    setting.set(&policy)
    let (before, after) = (try Play(plain) { _ in false }, try Play(policy) { _ in false })
    #expect(after["unwanted_contacts_here"] < before["unwanted_contacts_here"])
    let prices = Outcomes.columns.filter {
      $0.role == .burden || $0.role == .cost || $0.name == "minors_admitted"
    }
    let worse = prices.filter { column in
      let rise = after[column.name] - (before[column.name].isNaN ? 0 : before[column.name])
      return column.better == .higher ? rise < 0 : rise > 0
    }
    #expect(worse.contains { $0.role == .burden || $0.role == .cost })
  }

  @Test func `the walk over levers leaves none out`() {
    let walked = Set(Self.settings.map(\.lever)).subtracting(["directory"])
    #expect(walked == Set(Scenario.leverSections))
  }
}
