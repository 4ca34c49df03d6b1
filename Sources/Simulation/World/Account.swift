/// State of one person's account at one venue. A person holds the account of the venue of birth in the
/// row of the population; one elsewhere is kept only where it is not clean (`World.accountsAway`).
struct Account: BitwiseCopyable, Equatable {
  /// Before this moment a sanction keeps the person out, hours; infinite after a ban without return.
  var excludedUntil = -Double.infinity
  /// Accounts used here before this one.
  var ordinal: UInt16 = 0
  var strikes: UInt8 = 0
  /// What registration asked for and got, by `Registration.Method.rank`; 0 where there is no account.
  var asked: UInt8 = 0
  var status = Status()

  /// What the platform knows of the account.
  struct Status: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// Need not register any more: has done so, or was not asked.
    static let registrationSettled = Status(rawValue: 1)
    static let ageChecked = Status(rawValue: 2)
    /// The platform takes the person for a minor.
    static let assuredMinor = Status(rawValue: 4)
    /// A case about this account waits or is in review.
    static let underReview = Status(rawValue: 8)
    /// A warned offender who has stopped.
    static let desisted = Status(rawValue: 16)
    /// Banned: comes back, if ever, with another account.
    static let banned = Status(rawValue: 32)
    /// Came past the age check without being judged: not covered, not asked, or round about.
    static let uncheckedAge = Status(rawValue: 64)
  }
}
