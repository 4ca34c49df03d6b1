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
  var closure = ClosureRules()
  /// Fixed cost a day of all active levers, euros.
  var fixedCost = 0.0

  /// What rules become where feedbacks are switched off.
  mutating func leaveOut(_ feedbacks: FeedbackSwitches) {
    if !feedbacks.falsePositives {
      (moderation.falseReports, classifier.falseFlags) = (0, 0)
    }
    if !feedbacks.friction {
      registration.friction.treatAllAlike()
      ageAssurance.estimation.treatAllAlike()
      ageAssurance.document.treatAllAlike()
    }
    moderation.queues = feedbacks.congestion
  }
}
