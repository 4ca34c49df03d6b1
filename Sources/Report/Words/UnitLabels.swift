/// Units of outcomes, as tables have them, in every language.
public enum UnitLabels {
  /// The unit in a language; the unit itself where it is none of an outcome.
  public static func text(_ unit: String, _ language: Language) -> String {
    phrases[unit].map { $0(language) } ?? unit
  }

  /// The unit of a difference: percentage points for shares.
  public static func difference(_ unit: String, _ language: Language) -> String {
    unit == "share" ? points(language) : text(unit, language)
  }

  private static let points = Phrase("points", "points")

  static let phrases: [String: Phrase] = [
    "1": Phrase(same: ""),
    "share": Phrase("share", "proportion"),
    "EUR per day": Phrase("EUR per day", "EUR par jour"),
    "cases": Phrase("cases", "dossiers"),
    "contacts": Phrase("contacts", "contacts"),
    "events": Phrase("events", "événements"),
    "weighted, per 1,000 minors and month": Phrase(
      "weighted, per 1,000 minors and month", "pondérés, pour 1 000 mineurs et par mois"),
    "h": Phrase("h", "h"),
    "h per day": Phrase("h per day", "h par jour"),
    "h per 1,000 people and month": Phrase(
      "h per 1,000 people and month", "h pour 1 000 personnes et par mois"),
    "people": Phrase("people", "personnes"),
    "per day": Phrase("per day", "par jour"),
    "per week": Phrase("per week", "par semaine"),
    "per 1,000 innocent user-months": Phrase(
      "per 1,000 innocent user-months", "pour 1 000 mois d’usager innocent"),
    "per 1,000 minor-hours": Phrase("per 1,000 minor-hours", "pour 1 000 heures de mineurs"),
    "per 1,000 minors and month": Phrase(
      "per 1,000 minors and month", "pour 1 000 mineurs et par mois"),
    "per 1,000 people and month": Phrase(
      "per 1,000 people and month", "pour 1 000 personnes et par mois"),
  ]
}
