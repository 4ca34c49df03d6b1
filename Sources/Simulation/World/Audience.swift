import Schema

/// Whom an offender can see: a combination of place and presented attributes that pathways share.
struct Audience: Equatable {
  var finds: Pathway.Finding
  var gender: Pathway.Gender
  var low: UInt8, high: UInt8

  init(_ pathway: Pathway) {
    (finds, gender) = (pathway.finds, pathway.seeksGender)
    low = UInt8(clamping: pathway.seeks.low)
    high = UInt8(clamping: pathway.seeks.high)
  }

  /// Whether anybody is left out because of age.
  var seeksAges: Bool { low > 8 || high < 95 }

  /// The distinct audiences of some pathways, in order of first mention.
  static func distinct(in pathways: [Pathway]) -> [Audience] {
    var found: [Audience] = []
    for audience in pathways.map(Audience.init) where !found.contains(audience) {
      found.append(audience)
    }
    return found
  }

  /// Whether a profile is sought, as far as it can be seen: a field that is not listed hides nobody.
  func lists(_ profile: Profile, showingAge: Bool = true, showingGender: Bool = true) -> Bool {
    let isOfAge = profile.age >= low && profile.age <= high
    let isOfGender = gender == .any || (gender == .women) == profile.isWoman
    return (isOfAge || !showingAge) && (isOfGender || !showingGender)
  }
}
