import Schema

/// An age check as the gate applies it.
struct AgeRules: BitwiseCopyable {
  var required = false
  var coverage = 1.0, compliance = 1.0
  var method = AgeAssurance.Method.none
  var threshold = 18.0
  /// Least estimate that passes.
  var leastEstimate = 18.0
  var marks = false
  var attempts = 1
  var estimation = Friction(), document = Friction()
  var circumvention = 0.0
  /// Cuts of the latent value that decides whether a document is accepted.
  var genuineCut = Double.infinity, borrowedCut = -Double.infinity
  var traitWeight = 1.0, noiseWeight = 0.0
  var face = FaceError()
  var costPerEstimation = 0.0, costPerDocument = 0.0

  init() {}

  init(_ lever: AgeAssurance) {
    required = lever.isActive
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
    (method, threshold) = (lever.method, lever.threshold)
    leastEstimate = lever.threshold + lever.buffer
    marks = lever.action == .mark
    attempts = 1 + lever.retries
    estimation = Friction(
      dropOut: lever.dropOutEstimation, minorOdds: lever.minorOdds,
      offenderOdds: lever.offenderOdds, noise: lever.attemptNoise)
    document = Friction(
      dropOut: lever.dropOutDocument, minorOdds: lever.minorOdds,
      offenderOdds: lever.offenderOdds, noise: lever.attemptNoise)
    circumvention = lever.circumvention
    genuineCut = Friction.normalQuantile(lever.genuineAccepted)
    borrowedCut = Friction.normalQuantile(lever.borrowedAccepted)
    traitWeight = (1 - lever.attemptNoise).squareRoot()
    noiseWeight = lever.attemptNoise.squareRoot()
    face = lever.face
    (costPerEstimation, costPerDocument) = (lever.costPerEstimation, lever.costPerDocument)
  }

  /// Whether a check is required that may judge otherwise than the one before.
  func isOther(than before: Self) -> Bool {
    required
      && (!before.required || method != before.method || threshold != before.threshold
        || leastEstimate != before.leastEstimate || marks != before.marks)
  }

  /// Whether it may reach others than before.
  func reachesOthers(than before: Self) -> Bool {
    required
      && (coverage != before.coverage || compliance != before.compliance
        || circumvention != before.circumvention)
  }
}
