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
