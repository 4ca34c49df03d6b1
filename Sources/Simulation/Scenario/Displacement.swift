import Schema

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
