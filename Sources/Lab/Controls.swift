import Experiment
import Schema
import Simulation

/// The short list of parameters that the page shows: everything but key, unit and range comes from
/// the tables of parameters.
public struct Control: Sendable {
  /// How a value is entered.
  public enum Input: Sendable, Equatable {
    /// A slider and a number box, in the unit written here.
    case number(unit: String, low: Double, high: Double, step: Double)
    /// A list of words; the first switches the lever off.
    case choice([String])
  }

  /// Its key in a scenario file.
  public let key: String
  /// How a value is entered.
  public let entry: Input
  /// The key of the choice or number that must be on before this one does anything.
  public let needs: String?
  /// The range found in studies, in the unit shown.
  public let evidence: ClosedRange<Double>?
  /// Where default and range come from.
  public let source: Source?
  /// What it means.
  public let meaning: String

  /// Whether both sides have it: people and offenders, not what a platform chooses.
  public var isWorld: Bool { Self.people.contains { $0.key == key } }

  /// All of them, in the order of the page.
  public static let all: [Control] = people + gates + watch

  /// The control of a key.
  public static func named(_ key: String) -> Control? { all.first { $0.key == key } }

  private static let people: [Control] = [
    Control("people.minor_share", "%", 1...40, step: 1),
    Control("offenders.solicitor_contact_driven.share", "%", 0...5, step: 0.1),
    Control("displacement.displaced_share", "%", 0...100, step: 5),
  ]

  private static let gates: [Control] = [
    Control("registration.method", ["none", "pseudonym", "email", "phone", "identity"]),
    Control("age_assurance.method", ["declared", "estimation", "document", "successive"]),
    Control("age_assurance.buffer", "y", 0...10, step: 1, needs: "age_assurance.method"),
    Control(
      "age_assurance.circumvention", "%", 0...50, step: 1, needs: "age_assurance.method"),
    Control("contact_rules.adults_to_minors", ["yes", "no"]),
    Control("people.minors_declare_adult", "%", 20...100, step: 5),
  ]

  private static let watch: [Control] = [
    Control("moderation.staff", "", 0...4, step: 1),
    Control("moderation.hours_per_day", "h", 0...24, step: 1, needs: "moderation.staff"),
    Control(
      "moderation.wrongly_upholds", "%", 0...20, step: 0.5, needs: "moderation.staff"),
    Control("sanctions.return_probability", "%", 0...100, step: 5, needs: "moderation.staff"),
    Control("classifier.active", ["no", "yes"]),
    Control("classifier.false_flags", "%", 0.01...1, step: 0.01, needs: "classifier.active"),
  ]

  private init(
    _ key: String, _ unit: String, _ range: ClosedRange<Double>, step: Double,
    needs: String? = nil
  ) {
    let low = range.lowerBound, high = range.upperBound
    self.init(key, .number(unit: unit, low: low, high: high, step: step), needs: needs)
  }

  private init(_ key: String, _ words: [String]) { self.init(key, .choice(words), needs: nil) }

  private init(_ key: String, _ entry: Input, needs: String?) {
    (self.key, self.entry, self.needs) = (key, entry, needs)
    let facts = try? Reference(of: Scenario.self).entry(key).facts
    meaning = facts?.meaning ?? ""
    source = facts?.source
    let scale = Self.scale(of: entry)
    evidence = facts?.evidence.map { $0.lowerBound * scale...$0.upperBound * scale }
  }

  /// How many of the unit shown are one of the unit inside: only shares are shown otherwise.
  private static func scale(of entry: Input) -> Double {
    if case .number("%", _, _, _) = entry { 100 } else { 1 }
  }

  /// A value of the unit inside, in the unit shown.
  public func shown(_ value: Double) -> Double { Number.rounded(value * Self.scale(of: entry)) }
}

extension Control {
  /// A value that somebody chose: a number or a word.
  public enum Value: Sendable, Equatable {
    /// In the unit shown.
    case number(Double)
    /// One of the words.
    case word(String)
  }

  /// The text of a value as a scenario file has it; nil where it is not one of this control.
  public func text(of value: Value) -> String? {
    switch (entry, value) {
    case (.number(let unit, let low, let high, _), .number(let number)):
      guard number >= low, number <= high else { return nil }
      return Number.text(Number.rounded(number)) + (unit.isEmpty ? "" : " " + unit)
    case (.choice(let words), .word(let word)): return words.contains(word) ? word : nil
    default: return nil
    }
  }
}
