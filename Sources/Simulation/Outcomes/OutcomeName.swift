/// Names of outcomes that are spoken of outside the outcome that measures them: each is written here
/// once.
public enum OutcomeName {
  /// The headline: unwanted sexual contacts to minors, all venues.
  public static let unwantedContacts = "unwanted_contacts"
  /// Its part on the studied platform.
  public static let unwantedContactsHere = "unwanted_contacts_here"
  /// Its part in private channels.
  public static let unwantedContactsPrivate = "unwanted_contacts_private"
  /// Its part at rivals, or in the aggregate outside venue.
  public static let unwantedContactsElsewhere = "unwanted_contacts_elsewhere"
  /// Its count by period, on the studied platform.
  public static let unwantedContactsCount = "unwanted_contacts_count"
  /// Escalations, meetings and contact offences, weighted, all venues.
  public static let seriousHarm = "serious_harm"

  /// What rivals are called: nobody's name.
  public static let rivals = ["a", "b", "c", "d"]
  /// The headline's part at one rival.
  public static func unwantedContacts(atRival letter: String) -> String {
    "unwanted_contacts_rival_\(letter)"
  }
  /// Its count by period, at all rivals.
  public static let unwantedContactsRivalsCount = "unwanted_contacts_rivals_count"
  /// People on line at all rivals, by period.
  public static let onlineRivals = "online_rivals"
}
