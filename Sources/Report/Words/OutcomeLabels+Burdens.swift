import Simulation

extension OutcomeLabels {
  /// The second headline, and what stands beside both.
  static let burdens: [String: Phrase] = [
    OutcomeName.seriousHarm: Phrase(
      "serious harm to minors, weighted", "préjudices graves envers des mineurs, pondérés"),
    "serious_harm_here": Phrase("serious harm here", "préjudices graves sur la plateforme"),
    "serious_harm_private": Phrase(
      "serious harm in private and off line", "préjudices graves en privé et hors ligne"),
    "serious_harm_elsewhere": Phrase("serious harm elsewhere", "préjudices graves ailleurs"),
    "h6_events_minors": Phrase("meetings counted, minors", "rencontres comptées, mineurs"),
    "h7_events_minors": Phrase("contact offences counted, minors", "agressions comptées, mineurs"),
    "proceedings_events": Phrase("proceedings counted", "procédures comptées"),
    "victims_identified_events": Phrase(
      "identified victims counted", "victimes identifiées comptées"),
    "online_rival_a": Phrase(
      "people on line at rival a", "personnes en ligne chez le concurrent a"),
    "unwanted_contacts_rival_a": Phrase(
      "unwanted contacts at rival a", "contacts non désirés chez le concurrent a"),
    "online_rival_b": Phrase(
      "people on line at rival b", "personnes en ligne chez le concurrent b"),
    "unwanted_contacts_rival_b": Phrase(
      "unwanted contacts at rival b", "contacts non désirés chez le concurrent b"),
    "online_rival_c": Phrase(
      "people on line at rival c", "personnes en ligne chez le concurrent c"),
    "unwanted_contacts_rival_c": Phrase(
      "unwanted contacts at rival c", "contacts non désirés chez le concurrent c"),
    "online_rival_d": Phrase(
      "people on line at rival d", "personnes en ligne chez le concurrent d"),
    "unwanted_contacts_rival_d": Phrase(
      "unwanted contacts at rival d", "contacts non désirés chez le concurrent d"),
    "went_on_share": Phrase(
      "share of lost hours spent at rivals", "part des heures perdues passée chez des concurrents"),
    "offenders_went_on_share": Phrase(
      "the same, of offenders", "de même, pour les auteurs"),
    "benign_hours_off_line": Phrase(
      "harmless hours spent nowhere", "heures anodines passées nulle part"),
    "harm_as_seen": Phrase("harm as records or truth show it", "préjudice tel qu’il est vu"),
    "online_rivals": Phrase("people on line at rivals", "personnes en ligne chez les concurrents"),
    "unwanted_contacts_rivals_count": Phrase(
      "unwanted contacts at rivals", "contacts non désirés chez les concurrents"),
    "visits_deterred": Phrase(
      "offenders' visits not made for fear", "visites d’auteurs non faites par crainte"),
    "first_messages_deterred": Phrase(
      "first messages not written for fear", "premiers messages non écrits par crainte"),
    "perceived_risk": Phrase("perceived risk of sanction", "risque de sanction perçu"),
    "refused_18_24": Phrase("adults under 25 refused", "adultes de moins de 25 ans refusés"),
    "refused_25_and_over": Phrase(
      "adults of 25 and over refused", "adultes de 25 ans et plus refusés"),
    "kept_out_women": Phrase("women kept out at a gate", "femmes tenues à l’écart à l’entrée"),
    "kept_out_men": Phrase("men kept out at a gate", "hommes tenus à l’écart à l’entrée"),
    "benign_contacts": Phrase("harmless first contacts", "premiers contacts anodins"),
    "benign_contacts_slowed": Phrase(
      "harmless first contacts above a limit", "premiers contacts anodins au-delà d’une limite"),
    "benign_contacts_hidden": Phrase(
      "harmless first contacts that the directory hides",
      "premiers contacts anodins que l’annuaire empêche"),
    "identities_taken": Phrase("proofs of identity taken", "justificatifs d’identité recueillis"),
    "phone_numbers_taken": Phrase("telephone numbers taken", "numéros de téléphone recueillis"),
    "faces_taken": Phrase("faces taken", "visages recueillis"),
    "documents_taken": Phrase("documents taken", "documents recueillis"),
    "conversations_scanned": Phrase(
      "conversations read by a classifier", "conversations lues par un détecteur"),
    "conversations_reviewed": Phrase(
      "conversations read by moderators", "conversations lues par des modérateurs"),
  ]
}
