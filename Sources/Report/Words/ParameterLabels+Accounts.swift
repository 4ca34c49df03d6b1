extension ParameterLabels {
  /// What decides returns, search, harmless talk and the weights of serious harm.
  static let accounts: [String: Phrase] = [
    "registration.return_factor.none": method("no account", "sans compte"),
    "registration.return_factor.pseudonym": method("a pseudonym", "un pseudonyme"),
    "registration.return_factor.email": method("an e-mail address", "une adresse électronique"),
    "registration.return_factor.phone": method("a telephone number", "un numéro de téléphone"),
    "registration.return_factor.identity": method("an identity", "une identité"),
    "registration.persistence_factor.pseudonym": again("a pseudonym", "un pseudonyme"),
    "registration.persistence_factor.email": again(
      "an e-mail address", "une adresse électronique"),
    "registration.persistence_factor.phone": again(
      "a telephone number", "un numéro de téléphone"),
    "registration.persistence_factor.identity": again("an identity", "une identité"),
    "sanctions.scope_factor.account": scope("an account", "un compte"),
    "sanctions.scope_factor.device": scope("a device", "un appareil"),
    "sanctions.scope_factor.phone": scope("a telephone number", "un numéro de téléphone"),
    "sanctions.scope_factor.identity": scope("an identity", "une identité"),
    "people.directory_use.age": use("age", "l’âge"),
    "people.directory_use.gender": use("gender", "le genre"),
    "people.directory_use.area": use("area", "le lieu"),
    "rooms[].per": Phrase(
      "people for whom the number of rooms is meant", "personnes pour lesquelles vaut le nombre"),
    "offenders[].understates_age": Phrase(
      "share who type a young adult's age", "part qui se dit jeune adulte"),
    "pathways[].asks": Phrase(
      "questions about age where none is listed", "questions sur l’âge s’il n’est pas affiché"),
    "pathways[].search_half": Phrase(
      "targets at which contacts reach half their rate",
      "cibles donnant la moitié du rythme de contacts"),
    "pathways[].search_per": Phrase(
      "people for whom the search is meant", "personnes pour lesquelles vaut la recherche"),
    "severity.escalation": Phrase("weight of an escalation", "poids d’une escalade"),
    "severity.meeting": Phrase("weight of a meeting", "poids d’une rencontre"),
    "severity.offence": Phrase("weight of a contact offence", "poids d’une agression"),
    "limits.events": Phrase("most events of a run", "nombre maximal d’événements"),
    "limits.events_per_person_day": Phrase(
      "most events a person and day", "nombre maximal d’événements par personne et jour"),
    "limits.rows": Phrase("most rows of a run", "nombre maximal de lignes"),
  ]

  private static func method(_ en: String, _ fr: String) -> Phrase {
    Phrase("return after a ban, having given \(en)", "retour après un bannissement, \(fr)")
  }

  private static func again(_ en: String, _ fr: String) -> Phrase {
    Phrase(
      "writing again at once where \(en) is asked for", "nouvelle tentative s’il faut \(fr)")
  }

  private static func scope(_ en: String, _ fr: String) -> Phrase {
    Phrase("return after a ban tied to \(en)", "retour après un bannissement lié à \(fr)")
  }

  private static func use(_ en: String, _ fr: String) -> Phrase {
    Phrase("harmless contacts begun through the \(en) listed", "contacts anodins par \(fr)")
  }
}
