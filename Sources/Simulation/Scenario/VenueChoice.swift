import Schema

/// How people choose among venues, where there are rivals.
///
/// Everybody has a home venue, where a knock goes. Whoever is kept out there chooses among the open
/// venues that do not exclude him, and staying off line; now and then everybody looks round. Chosen is
/// the greatest of U + taste, tastes Gumbel (McFadden 1974: a logit), drawn once for each person and
/// venue. With n the people on line at a venue, mean over the last day,
///
///     U = a + g·ln((n + 1)/(n₀ + 1)) + w·open + ln(1 − d) − c·[n below the critical mass],
///
/// d the mean chance of the person's class to be turned away at the gate, open = 1 − max(share of cases
/// sanctioned, d), w for offenders alone. The attractions a are solved once so that the shares of the
/// beginning stay as they are; the utility of staying off line so that `displaced_share` of those kept
/// out of the platform go on, for offenders with odds × `offender_odds`.
struct VenueChoice: Configurable {
  var size = 0.6
  var openness = 1.0
  var criticalMass = 200.0
  var criticalMassPer = 850_000.0
  var belowCritical = 2.0
  var offenderOdds = 2.0
  var looksRound = 0.02 / 168
  var foundAtOnce = 0.95
  var findingTime = 2.5 * 730.5
  var comingBackTime = 730.5
  init() {}

  static let name = "choice"
  static let summary =
    "How people choose among venues where there are rivals: by size, openness, gates and taste."
  static let parameters: [Parameter<Self>] = utility + time

  private static let utility: [Parameter<Self>] = [
    Parameter(
      "size", \.size, .factor, in: 0...5, evidence: 0.3...0.9,
      "Exponent of a venue's size; above 1 one venue takes all.",
      .assumed(
        "U(0.3, 0.9): migration goes to the largest venue left (ElBahrawy et al. 2020, doi:10.1038/s41598-020-74416-y)"
      )),
    Parameter(
      "openness", \.openness, .factor, in: 0...20, evidence: 0...2,
      "How much offenders prefer a venue where nobody is sanctioned or turned away.",
      .assumed("U(0, 2): the prosecutor named the absence of moderation as the reason; no size")),
    Parameter(
      "critical_mass", \.criticalMass, .count, in: 0...1e6, evidence: 50...800,
      "People on line below whom a venue seems empty.",
      .assumed("LN(200, 0.7): no source found")),
    Parameter(
      "critical_mass_per", \.criticalMassPer, .count, in: 0...20_000_000,
      "People of the platform for whom `critical_mass` is meant: it grows and shrinks with the number of people. 0: fixed.",
      .assumed("a choice, as with `search_per`")),
    Parameter(
      "below_critical", \.belowCritical, .factor, in: 0...20,
      "What a venue below the critical mass loses of its utility: the odds of going there fall by e to this power.",
      .assumed("no source found")),
    Parameter(
      "offender_odds", \.offenderOdds, .factor, in: 0.001...1_000, evidence: 1...5,
      "Odds of offenders to go on rather than stay off line, relative to others.",
      .assumed("migrants are more active than those who stay (ElBahrawy et al. 2020); size assumed")
    ),
  ]

  private static let time: [Parameter<Self>] = [
    Parameter(
      "looks_round", \.looksRound, .rate, in: 0...1,
      "Rate at which anybody chooses a home anew, at the next visit.",
      .assumed("2 % a week: no source found")),
    Parameter(
      "found_at_once", \.foundAtOnce, .share, in: 0...1, evidence: 0.18...1,
      "Share who find another venue at once when theirs has closed.",
      .cited(
        "Horta Ribeiro et al. 2023 (doi:10.1093/pnasnexus/pgad035): no net fall, U(0.9, 1); 18 % after Backpage"
      )),
    Parameter(
      "finding_time", \.findingTime, .duration, in: 0.001...876_600,
      "Mean time of the others to find one.",
      .cited("Int. J. Criminology 2020 on Backpage: from 18 to 75 % within three months")),
    Parameter(
      "coming_back_time", \.comingBackTime, .duration, in: 0.001...876_600,
      "Mean time until somebody comes to a home that has opened, or opened again.",
      .assumed("no source found")),
  ]
}
