import Simulation

/// Outcomes in a few words, and which of them are printed first.
public enum OutcomeWords {
  /// Name of the headline.
  public static let headline = "unwanted_contacts"

  /// What `run` prints when nobody asks for something else.
  public static let short = [
    "unwanted_contacts", "exposure_rate", "contacted_within_10_min", "contacts_first_10_min",
    "meetings_expected", "contact_offences_expected", "proceedings", "victims_identified",
    "wrongful_sanctions", "adults_refused", "adults_dropped_out", "benign_hours_lost",
    "moderation_hours", "cost",
  ]

  /// What `compare` looks at beside the headline: what a policy costs those who did nothing.
  public static let burdens = [
    "wrongful_sanctions", "adults_refused", "adults_dropped_out", "benign_hours_lost",
    "benign_contacts_blocked", "moderation_hours", "cost",
  ]

  /// Who is on line.
  public static let people = ["online_adults", "online_minors", "online_offenders"]

  /// The three parts of the headline: here, in private, elsewhere.
  public static let parts = [
    "unwanted_contacts_here", "unwanted_contacts_private", "unwanted_contacts_elsewhere",
  ]

  private static let titles: [String: String] = [
    "unwanted_contacts": "unwanted sexual contacts to minors",
    "unwanted_contacts_here": "unwanted contacts here",
    "unwanted_contacts_private": "unwanted contacts in private",
    "unwanted_contacts_elsewhere": "unwanted contacts elsewhere",
    "exposure_rate": "unwanted contacts, rate online",
    "contacted_within_10_min": "contacted within 10 min",
    "contacts_first_10_min": "contacts in the first 10 min",
    "meetings_expected": "offline meetings (expected)",
    "contact_offences_expected": "contact offences (expected)",
    "victims_identified": "victims identified",
    "wrongful_sanctions": "wrongful sanctions",
    "adults_refused": "adults refused by age checks",
    "adults_dropped_out": "adults who gave up at a gate",
    "benign_hours_lost": "ordinary people's hours lost",
    "benign_contacts_blocked": "harmless first contacts blocked",
    "contacts_by_displaced_offenders": "contacts elsewhere by offenders kept out",
    "moderation_hours": "moderation hours",
  ]

  /// The outcome in a few words.
  public static func title(_ name: String) -> String {
    titles[name] ?? name.replacing("_", with: " ")
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
