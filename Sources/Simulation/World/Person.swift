/// One slot of the population: who the person truly is, what others are told, and how the
/// platform has treated the account. 64 bytes, touched once a visit.
///
/// A slot keeps its class (adult, minor, kind of offender) and its rate of visits for ever; when its
/// person leaves for good, the next one (`generation`) has new attributes and a clean account.
struct Person: BitwiseCopyable {
  /// When this person leaves for good, hours.
  var exit = Double.infinity
  /// Before this moment a sanction keeps the person out, hours; infinite after a ban without return.
  var excludedUntil = -Double.infinity
  /// The visit in progress, here or elsewhere, or -1.
  var visit: Int32 = -1
  /// True age in years.
  var age: Float = 30
  /// Multiplies the hazards of going deeper; mean 1.
  var susceptibility: Float = 1
  /// Multiplies the hazard of blocking; mean 1.
  var blocking: Float = 1
  /// Multiplies the hazard of reporting; mean 1.
  var reporting: Float = 1
  /// Which group of its kind an offender acts with.
  var group: UInt32 = 0
  /// How many people have held the slot before.
  var generation: UInt32 = 0
  /// Cases opened about this person so far: ordinal of their keys.
  var cases: UInt32 = 0
  /// Attempts at registering and at age checks so far: ordinal of their keys.
  var attempts: UInt32 = 0
  /// Contacts received in the window by whoever held the slot: for concentration, saturating.
  var contacts: UInt16 = 0
  var account = Account()
  /// Age in whole years that the profile shows to others.
  var presentedAge: UInt8 = 30
  /// Age in whole years typed into the form.
  var declaredAge: UInt8 = 30
  /// Prosecutor's office of the place of living.
  var office: UInt8 = 0
  /// 0 ordinary, k the k-th kind of offender.
  var kind: UInt8 = 0
  var traits = Traits()

  /// Fixed properties of the person.
  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let woman = Traits(rawValue: 1)
    static let minor = Traits(rawValue: 2)
    /// Goes to the outside venue when kept out.
    static let displaceable = Traits(rawValue: 4)
    /// Declares to be a minor to the platform, though an adult.
    static let claimsMinor = Traits(rawValue: 8)
  }

  /// State of the present account.
  struct Account: BitwiseCopyable {
    /// Accounts used before this one.
    var ordinal: UInt16 = 0
    var strikes: UInt8 = 0
    /// What registration asked for and got, by `Registration.Method.rank`; 0 where there is no account.
    var asked: UInt8 = 0
    var status = Status()

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

  var band: AgeBand { AgeBand(age: age) }
  var isMinor: Bool { traits.contains(.minor) }
  var presentsAsMinor: Bool { presentedAge < 18 }
}
