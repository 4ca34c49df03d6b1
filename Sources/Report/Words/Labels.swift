import Simulation

/// Harms, age bands, places, kinds of source and titles of shipped scenarios, in every language.
public enum Labels {
  /// A harm in a few words.
  public static func harm(_ harm: Harm) -> Phrase {
    let french =
      switch harm {
      case .h1: "contenu sexuel ou exhibition non sollicités"
      case .h2: "sollicitation sexuelle d’un mineur par un adulte"
      case .h3: "escalade, relation d’emprise"
      case .h4: "passage à un canal privé (un repère, pas un préjudice)"
      case .h5: "chantage à l’image"
      case .h6: "rencontre hors ligne avec un mineur"
      case .h7: "agression sexuelle avec contact"
      case .h8: "exploitation commerciale, proxénétisme"
      case .h9: "guet-apens, vol, agression haineuse"
      case .h10: "homicide"
      case .h11: "vente de stupéfiants ou autre vente illicite"
      case .h12: "infraction contre un tiers hors de la plateforme"
      case .h13: "préjudice d’un faux positif : sanction ou refus injustifiés"
      }
    return Phrase(harm.title, french)
  }

  /// A band of true ages.
  public static func band(_ band: AgeBand) -> Phrase {
    switch band {
    case .under13: Phrase("under 13", "moins de 13 ans")
    case .from13to15: Phrase("13 to 15", "13 à 15 ans")
    case .from16to17: Phrase("16 to 17", "16 et 17 ans")
    case .adult: Phrase("18 and over", "18 ans et plus")
    }
  }

  /// Where harm happens, by the word in names of outcomes, in the order of every table.
  public static let places: [(place: String, words: Phrase)] = [
    ("here", Phrase("here", "ici")),
    ("private", Phrase("in private", "en privé")),
    ("elsewhere", Phrase("elsewhere", "ailleurs")),
  ]

  /// A rival by its letter.
  public static func rival(_ letter: String) -> Phrase {
    Phrase("at rival \(letter.uppercased())", "chez le concurrent \(letter.uppercased())")
  }

  /// Names of the parts of harm in the order of `OutcomeWords.parts(rivals:)`.
  static func parts(rivals: [String]) -> [Phrase] {
    rivals.isEmpty
      ? places.map(\.words) : places.dropLast().map(\.words) + rivals.map(rival)
  }

  /// Where an input comes from, by the kind of its `Source`.
  public static let sources: [String: Phrase] = [
    "assumed": Phrase("assumed", "supposé"),
    "cited": Phrase("cited", "cité"),
    "measured": Phrase("measured", "mesuré"),
  ]

  /// A kind of source; the word itself where there is no other.
  public static func source(_ kind: String, _ language: Language) -> String {
    sources[kind].map { $0(language) } ?? kind
  }

  /// The title of a scenario: a shipped one's in the language, any other as its author wrote it.
  public static func scenario(_ title: String, _ language: Language) -> String {
    titles.first { $0.en == title }.map { $0(language) } ?? title.oneLine
  }

  /// Titles of the shipped scenarios and studies.
  static let titles = [
    Phrase(
      "A small unmoderated platform for trying things out",
      "Une petite plateforme sans modération, pour essayer"),
    Phrase("Every lever, small and strong", "Chaque levier, faible et fort"),
    Phrase("Levers that reach nobody", "Des leviers qui n’atteignent personne"),
    Phrase("Coco-like platform, unmoderated", "Plateforme de type Coco, sans modération"),
    Phrase("Classifier with moderators", "Détection automatique avec modérateurs"),
    Phrase("Document check, 18", "Contrôle d’un document, 18 ans"),
    Phrase("E-mail registration", "Inscription par courriel"),
    Phrase("Phone registration", "Inscription par téléphone"),
    Phrase("Identity registration", "Inscription avec identité"),
    Phrase(
      "Facial estimation, 18 with buffer to 25",
      "Estimation faciale 18 ans, marge 25"),
    Phrase(
      "Contact rules for declared minors", "Règles de contact pour mineurs déclarés"),
    Phrase(
      "Reactive moderators, 15 round the clock",
      "Modération réactive, 15 en continu"),
    Phrase(
      "Eight policies on a Coco-like platform", "Huit politiques sur une plateforme de type Coco"),
    Phrase("Facial age check", "Contrôle de l’âge par le visage"),
    Phrase("Registration by telephone", "Inscription par numéro de téléphone"),
    Phrase("Moderators, evenings only", "Des modérateurs, le soir seulement"),
    Phrase(
      "A classifier that helps moderators",
      "Une détection automatique qui aide les modérateurs"),
    Phrase(
      "No first messages from adults to minors",
      "Pas de premiers messages d’adultes à des mineurs"),
    Phrase(
      "Closure by seizure, two rivals open", "Fermeture par saisie, deux concurrents ouverts"),
    Phrase(
      "Coco-like platform closed by seizure, rivals open",
      "Plateforme de type Coco fermée par saisie, concurrents ouverts"),
    Phrase(
      "The naive answer beside the full one", "La réponse naïve à côté de la réponse complète"),
    Phrase("Two closures that were studied", "Deux fermetures qui ont été étudiées"),
    Phrase(
      "Moderators, when few or many contacts are reported",
      "Des modérateurs, quand peu ou beaucoup de contacts sont signalés"),
    Phrase("S1: moderators round the clock", "S1 : des modérateurs jour et nuit"),
    Phrase("Reactive moderators", "Modérateurs réactifs"),
    Phrase("Eight policies at the size of a class", "Huit politiques à la taille d’une classe"),
    Phrase(
      "The Coco case fitted on recorded proceedings",
      "Le cas Coco ajusté aux procédures enregistrées"),
    Phrase(
      "The Coco case fitted on proceedings and prevalence",
      "Le cas Coco ajusté aux procédures et à la prévalence"),
    Phrase("The standard chat day", "La journée type de conversation"),
    Phrase(
      "A small comparison whose data package is checked",
      "Une petite comparaison dont les tables sont vérifiées"),
  ]
}
