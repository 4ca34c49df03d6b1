/// One slot of the population: who the person truly is, what others are told, and how the
/// platforms have treated the account. 64 bytes, touched once a visit.
///
/// A slot keeps its class (adult, minor, kind of offender) and its rate of visits for ever; when its
/// person leaves for good, the next one (`generation`) has new attributes and a clean account.
struct Person: BitwiseCopyable {
  /// When this person leaves for good, hours.
  var exit = Double.infinity
  /// The account at the venue of birth.
  var account = Account()
  /// Age in whole years that the profile on the platform shows to others.
  var presentedAge: UInt8 = 30
  /// Age in whole years typed into the platform's form.
  var declaredAge: UInt8 = 30
  /// Prosecutor's office of the place of living.
  var office: UInt8 = 0
  /// 0 ordinary, k the k-th kind of offender.
  var kind: UInt8 = 0
  var traits = Traits()
  /// The venue of whose audience the slot is.
  var origin: UInt8 = 0
  /// What tables hold about the person: without it nobody looks there.
  var kept = Kept()
  /// The visit in progress, at a venue or elsewhere, or -1.
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
  /// Attempts at registering and at age checks so far, over all venues: ordinal of their keys.
  var attempts: UInt32 = 0
  /// Cases opened about this person so far, over all venues: ordinal of their keys.
  var cases: UInt16 = 0
  /// What rivals are told and show. Their forms ask for 18, whatever the platform's asks for: minors type an
  /// adult age there.
  var declaredElsewhere: UInt8 = 30, presentedElsewhere: UInt8 = 30

  /// What is kept about the present person elsewhere than in this row.
  struct Kept: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// Accounts at venues other than that of birth (`World.accountsAway`).
    static let accounts = Kept(rawValue: 1)
    /// Something learned (`Minds`).
    static let beliefs = Kept(rawValue: 2)
  }

  /// Fixed properties of the person.
  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let woman = Traits(rawValue: 1)
    static let minor = Traits(rawValue: 2)
    /// Goes to the aggregate outside venue when kept out.
    static let displaceable = Traits(rawValue: 4)
    /// Declares to be a minor to the platform, though an adult.
    static let claimsMinor = Traits(rawValue: 8)
  }

  var band: AgeBand { AgeBand(age: age) }
  var isMinor: Bool { traits.contains(.minor) }

  /// Age in whole years typed into a venue's form.
  func declaredAge(at venue: UInt8) -> UInt8 { venue == 0 ? declaredAge : declaredElsewhere }

  /// Age in whole years that the profile at a venue shows.
  func presentedAge(at venue: UInt8) -> UInt8 { venue == 0 ? presentedAge : presentedElsewhere }

  /// Whether the profile at a venue is a minor's.
  func presentsAsMinor(at venue: UInt8) -> Bool { presentedAge(at: venue) < 18 }
}
