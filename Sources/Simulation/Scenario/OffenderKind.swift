import Schema

/// One kind of offender: how many, how active, on which pathway.
struct OffenderKind: Configurable {
  /// Out of whom the kind is drawn.
  enum Pool: String, CaseIterable, Sendable { case adults, everybody }

  var label = "solicitor"
  var pathway = ""
  var share = 0.01
  var among = Pool.adults
  var activity = 1.0
  var activityLogSD = 0.0
  var presentsAsMinor = 0.0
  var claimsMinor = 0.0
  var understatesAge = 0.0
  var desistsWhenWarned = 0.0
  var groupSize = 1
  init() {}

  static let name = "offenders"
  static let summary = "Kinds of offenders, each on a pathway. Offenders are users too."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.label, "Name of the kind.", .assumed("a label")),
    Parameter("pathway", \.pathway, "Pathway followed.", .assumed("by definition")),
    Parameter(
      "share", \.share, .share, in: 0...0.5, evidence: 0.003...0.10,
      "Share of the pool who are offenders of this kind.",
      .cited("Schulz et al. 2016: 2.3 % of adults on ordinary sites solicited adolescents")),
    Parameter(
      "among", \.among, "Whether the pool is adults or everybody.",
      .assumed("by definition")),
    Parameter(
      "activity", \.activity, .factor, in: 0...1_000, evidence: 1...20,
      "Visits, relative to ordinary users.",
      .cited("Briggs et al. 2011, qualitative: large part of social life in chatrooms")),
    Parameter(
      "activity_log_sd", \.activityLogSD, .factor, in: 0...2,
      "Further spread of visits between offenders of this kind (lognormal, mean kept).",
      .assumed("few very active ones; no figure")),
    Parameter(
      "presents_as_minor", \.presentsAsMinor, .share, in: 0...1,
      "Share whose profile shows a minor's age.", .assumed("occurs; no rate")),
    Parameter(
      "claims_minor", \.claimsMinor, .share, in: 0...1,
      "Share who would tell the platform a minor's age to come under the rules for minors.",
      .assumed("expected adaptation; no rate")),
    Parameter(
      "understates_age", \.understatesAge, .share, in: 0...1,
      "Share who type the age of a young adult, 18 to 25, into the form, as minors do who are asked for 18: what an age gap of declared ages then compares.",
      .assumed("expected where declared ages decide; no rate")),
    Parameter(
      "desists_when_warned", \.desistsWhenWarned, .share, in: 0...1, evidence: 0.11...0.25,
      "Share who stop after a warning.",
      .cited("Prichard et al. 2022: attrition 27 % unwarned, 38–52 % warned, another act")),
    Parameter(
      "group_size", \.groupSize, in: 1...100,
      "Offenders who act together and are proceeded against together.",
      .assumed("groups of four occur in the articles")),
  ]
}
