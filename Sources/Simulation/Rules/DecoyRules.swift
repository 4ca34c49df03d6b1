import Schema

/// The decoys on duty.
struct DecoyRules: BitwiseCopyable {
  var police = DecoyTeam(), civil = DecoyTeam()
  var recorded = 0.0, policeHoursPerSubmission = 0.0
  /// Coverage: share of offenders who can meet one. Compliance: share of shifts that take place.
  var coverage = 1.0, compliance = 1.0

  init() {
    police.count = 0
    civil.count = 0
  }

  init(_ lever: Decoys) {
    (police, civil, recorded) = (lever.police, lever.civil, lever.recorded)
    policeHoursPerSubmission = lever.policeHoursPerSubmission
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
  }
}
