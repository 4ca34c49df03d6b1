import Schema

/// What one age check concluded, and its cost in euros.
struct AgeVerdict {
  enum Result { case adult, tooYoung, droppedOut }
  var result: Result
  var cost: Double
  /// Which data the check has taken.
  var took: AgeCheckNote = []
}
