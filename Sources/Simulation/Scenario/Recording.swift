import Schema

/// From what happens to what is recorded: a thinned, delayed image.
struct Recording: Configurable {
  var offices = 70
  var delay = Law.lognormal(median: 6 * 730.5, logSD: 0.9)
  var victimIdentified = 0.1
  init() {}

  static let name = "recording"
  static let summary =
    "Proceedings: at most one for each offender group, victim and prosecutor's office."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "offices", \.offices, in: 1...250, "Prosecutors' offices over which people live.",
      .cited("the articles: 70 offices transmitted proceedings")),
    Parameter(
      "delay", \.delay, .duration, in: 0...876_600,
      "From the harm to the opening of a proceeding.",
      .assumed("one case: 5 to 28 months from offence to judgment")),
    Parameter(
      "victim_identified", \.victimIdentified, .share, in: 0...1,
      "Chance that a proceeding identifies its victim. Never fitted.",
      .assumed("free: 480 victims and 23,051 proceedings have different frames")),
  ]
}

/// Where people go who are kept out.
struct Displacement: Configurable {
  var share = 2.0 / 3
  init() {}

  static let name = "displacement"
  static let summary =
    "Whoever is refused, drops out or is banned may go to one outside venue, harmed there at the baseline's rate."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "displaced_share", \.share, .share, in: 0...1, evidence: 0...1,
      "Share of those kept out who go to the outside venue; drawn once per person.",
      .cited("Horta Ribeiro et al. 2023; Lang et al. 2026; Ofcom 2025: from about 0.3 to 1"))
  ]
}
