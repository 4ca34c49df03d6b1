import Simulation

/// Which outcomes are printed first, and beside each other.
public enum OutcomeWords {
  /// Name of the headline.
  public static let headline = OutcomeName.unwantedContacts
  /// Name of the second headline: a policy may move one and not the other.
  public static let serious = OutcomeName.seriousHarm

  /// What `run` prints when nobody asks for something else.
  public static let short = [
    OutcomeName.unwantedContacts, OutcomeName.seriousHarm, "exposure_rate",
    "contacted_within_10_min",
    "contacts_first_10_min",
    "meetings_expected", "contact_offences_expected", "proceedings", "victims_identified",
    "wrongful_sanctions", "adults_refused", "adults_dropped_out", "benign_hours_lost",
    "moderation_hours", "cost",
  ]

  /// What `compare` looks at beside the headlines: every burden of the tables, moderators' hours and
  /// cost, so that none can be left out.
  public static let burdens =
    Outcomes.columns.filter { $0.role == .burden }.map(\.name) + ["moderation_hours", "cost"]

  /// What the tables of a sweep have beside what is asked for: a thousand points times all outcomes would
  /// be files that nobody opens, and runs.csv has them.
  public static let swept =
    [headline, serious] + parts(rivals: OutcomeName.rivals) + parts + burdens

  /// Who is on line.
  public static let people = ["online_adults", "online_minors", "online_offenders"]

  /// The three parts of the headline: here, in private, elsewhere.
  public static let parts = [
    OutcomeName.unwantedContactsHere, OutcomeName.unwantedContactsPrivate,
    OutcomeName.unwantedContactsElsewhere,
  ]

  /// The parts where there are rivals: here, in private, at each of them.
  ///
  /// - Parameter rivals: Their letters; empty for the parts without any.
  public static func parts(rivals: [String]) -> [String] {
    rivals.isEmpty
      ? parts : parts.dropLast() + rivals.map { OutcomeName.unwantedContacts(atRival: $0) }
  }

  /// Letters of the rivals that a study has: those whose part is defined somewhere.
  ///
  /// - Parameter isDefined: Whether any scenario has a value of an outcome.
  public static func rivals(where isDefined: (String) -> Bool) -> [String] {
    OutcomeName.rivals.filter { isDefined(OutcomeName.unwantedContacts(atRival: $0)) }
  }

  /// The columns of these names, in the order of the names; a nearest name for one there isn't.
  ///
  /// - Throws: `UnknownOutcome`.
  public static func columns(_ names: [String]) throws(UnknownOutcome) -> [Column] {
    var found: [Column] = []
    for name in names {
      guard let column = Outcomes.columns.first(where: { $0.name == name }) else {
        throw UnknownOutcome(name: name)
      }
      found.append(column)
    }
    return found
  }
}
