import Simulation

/// Outcomes in a few words, in every language: lower case, as inside a sentence.
public enum OutcomeLabels {
  /// The outcome in a language; its name with spaces where there are no words for it.
  public static func text(_ name: String, _ language: Language) -> String {
    phrase(name).map { $0(language) } ?? name.replacing("_", with: " ")
  }

  /// The words for an outcome; nil where there are none.
  public static func phrase(_ name: String) -> Phrase? { phrases[name] ?? banded(name) }

  /// Names made of a family and an age band or a place: `h2_13_15`, `hours_adult`.
  private static func banded(_ name: String) -> Phrase? {
    for band in AgeBand.allCases {
      if let family = family(name, before: "_" + band.name) {
        return joined(family, Labels.band(band))
      }
    }
    for (place, words) in Labels.places {
      guard let family = family(name, before: "_minors_" + place) else { continue }
      let minors = Phrase("\(family.en) (minors)", "\(family.fr) (mineurs)")
      return joined(minors, words)
    }
    return nil
  }

  private static func joined(_ first: Phrase, _ second: Phrase) -> Phrase {
    Phrase("\(first.en), \(second.en)", "\(first.fr), \(second.fr)")
  }

  private static func family(_ name: String, before suffix: String) -> Phrase? {
    guard name.hasSuffix(suffix) else { return nil }
    let stem = String(name.dropLast(suffix.count))
    if let harm = Harm.allCases.first(where: { $0.code.lowercased() == stem }) {
      return Labels.harm(harm)
    }
    return families[stem]
  }

  private static let families: [String: Phrase] = [
    "people": Phrase("people", "personnes"),
    "h6_events": Phrase("meetings counted", "rencontres comptées"),
    "h7_events": Phrase("contact offences counted", "agressions comptées"),
    "hours": Phrase("hours on line", "heures en ligne"),
    "displaced_hours": Phrase("hours displaced elsewhere", "heures déplacées ailleurs"),
  ]

  private static let phrases = harms.merging(watching) { first, _ in first }
    .merging(people) { first, _ in first }.merging(burdens) { first, _ in first }

  private static let harms: [String: Phrase] = [
    OutcomeName.unwantedContacts: Phrase(
      "unwanted sexual contacts to minors", "contacts sexuels non désirés envers des mineurs"),
    OutcomeName.unwantedContactsHere: Phrase(
      "unwanted contacts here", "contacts non désirés sur la plateforme"),
    OutcomeName.unwantedContactsPrivate: Phrase(
      "unwanted contacts in private", "contacts non désirés en privé"),
    OutcomeName.unwantedContactsElsewhere: Phrase(
      "unwanted contacts elsewhere", "contacts non désirés ailleurs"),
    "exposure_rate": Phrase(
      "unwanted contacts, rate online", "contacts non désirés, par heure en ligne"),
    "contacts_by_displaced_offenders": Phrase(
      "contacts elsewhere by offenders kept out", "contacts ailleurs par les auteurs écartés"),
    "meetings_expected": Phrase(
      "offline meetings (expected)", "rencontres hors ligne (espérance)"),
    "contact_offences_expected": Phrase(
      "contact offences (expected)", "agressions sexuelles avec contact (espérance)"),
    "contact_assaults_per_week": Phrase(
      "contact assaults per week", "agressions avec contact par semaine"),
    "contacted_within_1_min": Phrase("contacted within 1 min", "contactés en moins de 1 min"),
    "contacted_within_5_min": Phrase("contacted within 5 min", "contactés en moins de 5 min"),
    "contacted_within_10_min": Phrase("contacted within 10 min", "contactés en moins de 10 min"),
    "contacted_within_30_min": Phrase("contacted within 30 min", "contactés en moins de 30 min"),
    "contacts_first_10_min": Phrase(
      "contacts in the first 10 min", "contacts dans les 10 premières minutes"),
    "contacts_first_10_min_p05": Phrase(
      "contacts in the first 10 min, 5th percentile",
      "contacts dans les 10 premières minutes, 5e centile"),
    "contacts_first_10_min_p95": Phrase(
      "contacts in the first 10 min, 95th percentile",
      "contacts dans les 10 premières minutes, 95e centile"),
    "minors_contacted": Phrase("minors contacted", "mineurs contactés"),
    "minors_solicited": Phrase("minors solicited", "mineurs sollicités"),
    "minors_groomed": Phrase("minors in an escalation", "mineurs pris dans une escalade"),
    "contacts_top_1_percent": Phrase(
      "share of contacts to the most contacted 1 %",
      "part des contacts reçue par le 1 % le plus contacté"),
    "contacts_gini": Phrase(
      "concentration of contacts (Gini)", "concentration des contacts (Gini)"),
  ]

  private static let watching: [String: Phrase] = [
    "proceedings": Phrase("proceedings", "procédures"),
    "proceedings_expected": Phrase("proceedings expected", "procédures (espérance)"),
    "proceedings_expected_minors": Phrase(
      "proceedings expected, minors", "procédures (espérance), mineurs"),
    "victims_identified": Phrase("victims identified", "victimes identifiées"),
    "victims_identified_expected": Phrase(
      "victims identified expected", "victimes identifiées (espérance)"),
    "referrals": Phrase("referrals", "signalements à la police"),
    "decoy_identifications": Phrase(
      "decoy identifications", "auteurs identifiés par des leurres"),
    "decoy_contact_share": Phrase(
      "share of contacts to decoys", "part des contacts reçue par des leurres"),
    "time_to_action_median": Phrase(
      "time to a decision, median", "délai jusqu’à la décision, médiane"),
    "time_to_action_p90": Phrase(
      "time to a decision, 90th percentile", "délai jusqu’à la décision, 90e centile"),
    "decided_within_24_h": Phrase("decided within 24 h", "décidés en moins de 24 h"),
    "cases_opened": Phrase("cases opened", "dossiers ouverts"),
    "backlog": Phrase("backlog of cases", "dossiers en attente"),
    "wrongful_sanctions": Phrase("wrongful sanctions", "sanctions injustifiées"),
    "wrongful_share": Phrase(
      "share of sanctions that are wrongful", "part des sanctions injustifiées"),
    "offenders_banned": Phrase("offenders banned", "auteurs bannis"),
    "offenders_returned": Phrase("offenders returned", "auteurs revenus"),
    "moderation_hours": Phrase("moderation hours", "heures de modération"),
    "decoy_hours": Phrase("decoy hours", "heures de leurres"),
    "police_hours_for_submissions": Phrase(
      "police hours for submissions", "heures de police pour les transmissions"),
    "reports": Phrase("reports", "signalements par les usagers"),
    "flags": Phrase("flags", "alertes du détecteur"),
  ]

  private static let people: [String: Phrase] = [
    "hours_solicitors": Phrase(
      "hours on line, offenders who seek minors",
      "heures en ligne, auteurs qui cherchent des mineurs"),
    "displaced_hours_solicitors": Phrase(
      "hours displaced elsewhere, offenders who seek minors",
      "heures déplacées ailleurs, auteurs qui cherchent des mineurs"),
    "minors_admitted": Phrase("minors admitted", "mineurs admis"),
    "adults_refused": Phrase(
      "adults refused by age checks", "adultes refusés par la vérification d’âge"),
    "adults_dropped_out": Phrase(
      "adults who gave up at a gate", "adultes qui renoncent à l’entrée"),
    "offenders_admitted": Phrase("offenders admitted", "auteurs admis"),
    "benign_hours_lost": Phrase(
      "ordinary people's hours lost", "heures perdues par les usagers ordinaires"),
    "benign_contacts_blocked": Phrase(
      "harmless first contacts blocked", "premiers contacts anodins bloqués"),
    "age_checks": Phrase("age checks", "vérifications d’âge"),
    "registrations": Phrase("registrations", "inscriptions"),
    "cost": Phrase("cost", "coût"),
    "online_adults": Phrase("online adults", "adultes en ligne"),
    "online_minors": Phrase("online minors", "mineurs en ligne"),
    "online_offenders": Phrase("online offenders", "auteurs en ligne"),
    "visits": Phrase("visits", "visites"),
    "messages": Phrase("messages", "messages"),
    "offender_contacts": Phrase("offender contacts", "contacts par des auteurs"),
  ]
}
