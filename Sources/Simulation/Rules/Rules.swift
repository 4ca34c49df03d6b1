import Schema

/// The numbers that the verbs read, made from a platform's policy alone.
struct Rules: BitwiseCopyable {
  var registration = RegistrationRules()
  var ageAssurance = AgeRules()
  var moderation = ModerationRules()
  var classifier = ClassifierRules()
  var sanctions = SanctionRules()
  var contact = ContactLimits()
  var decoys = DecoyRules()
  var listing = ListingRules()
  /// Fixed cost a day of all active levers, euros.
  var fixedCost = 0.0
}
