import Report

/// The words of the classroom page. Outcomes, parameters and units have theirs in the report's
/// catalogue.
public enum Words {
  /// Every word by the key that the page uses.
  public static let all: [(key: String, words: Phrase)] =
    frame + controls + rooms + results + school + choices

  /// What a class's pooled policy is called.
  static let thePolicy = Phrase("this policy", "cette politique")

  /// An outcome in a few words.
  static func outcome(_ name: String) -> Phrase {
    if name == "escalations" {
      return Phrase("escalations towards minors", "escalades envers des mineurs")
    }
    return OutcomeLabels.phrase(name) ?? Phrase(same: name)
  }

  /// A control in a few words.
  static func control(_ key: String) -> Phrase {
    if key == "offenders.solicitor_contact_driven.share" {
      return Phrase(
        "share of adults who solicit minors", "part d’adultes qui sollicitent des mineurs")
    }
    return Phrase(ParameterLabels.text(key, .en), ParameterLabels.text(key, .fr))
  }

  private static let frame: [(key: String, words: Phrase)] = [
    (
      "title",
      Phrase(
        "Vigie: a chat platform, with and without watch",
        "Vigie : une plateforme de discussion, avec et sans veille")
    ),
    ("skip", Phrase("Skip to the results", "Aller aux résultats")),
    ("preset", Phrase("Policy", "Politique")),
    ("questions", Phrase("Questions", "Questions")),
    ("others", Phrase("Other policies", "Autres politiques")),
    ("language", Phrase("Language", "Langue")),
    ("seed", Phrase("Seed of chance", "Graine du hasard")),
    ("newSeed", Phrase("New seed", "Nouvelle graine")),
    ("address", Phrase("Address of this page", "Adresse de cette page")),
    ("copy", Phrase("Copy", "Copier")),
    ("copied", Phrase("Copied", "Copiée")),
    ("exports", Phrase("Save", "Enregistrer")),
    ("asCSV", Phrase("Table (CSV)", "Tableau (CSV)")),
    ("asSVG", Phrase("Chart (SVG)", "Graphique (SVG)")),
    ("asPNG", Phrase("Chart (PNG)", "Graphique (PNG)")),
    ("asYAML", Phrase("Scenario file", "Fichier de scénario")),
    ("offline", Phrase("The server does not answer.", "Le serveur ne répond pas.")),
    ("refused", Phrase("These values do not go together.", "Ces valeurs ne vont pas ensemble.")),
    (
      "busy",
      Phrase(
        "Many are waiting; try again in a moment.",
        "Beaucoup attendent ; réessayez dans un instant.")
    ),
    ("bound", Phrase("Stopped at the bound of one page.", "Arrêté à la limite d’une page.")),
    (
      "left",
      Phrase(
        "What this model leaves out: all that people write, who they are, how anybody is "
          + "deceived, other harms than the three named here, and everything it assumes wrongly. "
          + "It shows what follows from assumptions; it forecasts nothing.",
        "Ce que ce modèle laisse de côté : tout ce que les gens écrivent, qui ils sont, "
          + "comment on trompe quelqu’un, les préjudices autres que les trois nommés ici, et "
          + "tout ce qu’il suppose à tort. Il montre ce qui suit d’hypothèses ; il ne prévoit "
          + "rien."
      )
    ),
    ("leftTitle", Phrase("What this model leaves out", "Ce que ce modèle laisse de côté")),
  ]

  private static let controls: [(key: String, words: Phrase)] = [
    ("settings", Phrase("Settings", "Réglages")),
    ("people", Phrase("People, on both sides", "Les gens, des deux côtés")),
    ("choicesOf", Phrase("Choices of the platform, side B", "Choix de la plateforme, côté B")),
    ("default", Phrase("default {1}", "par défaut {1}")),
    ("studies", Phrase("studies: {1} to {2}", "études : {1} à {2}")),
    ("noStudies", Phrase("no range in studies", "pas d’intervalle dans les études")),
    ("source", Phrase("meaning and source", "sens et source")),
    ("assumed", Phrase("assumed", "supposé")),
    ("cited", Phrase("cited", "cité")),
    ("drawn", Phrase("drawn anew in each world", "tiré de nouveau dans chaque monde")),
    ("held", Phrase("held in all worlds", "fixé dans tous les mondes")),
    ("off", Phrase("without effect: the lever is off", "sans effet : le levier est éteint")),
    ("back", Phrase("Back to the defaults", "Revenir aux valeurs par défaut")),
  ]

  private static let results: [(key: String, words: Phrase)] = [
    ("difference", Phrase("Difference B − A", "Différence B − A")),
    ("pairs", Phrase("plausible worlds: {1} of {2}", "mondes plausibles : {1} sur {2}")),
    ("notEnough", Phrase("not enough runs yet", "pas encore assez de simulations")),
    ("interval", Phrase("{1} ({2} to {3})", "{1} ({2} à {3})")),
    (
      "parts",
      Phrase(
        "That is the net of three parts, A → B, {1}: on the platform {2}; at rivals {3}; in "
          + "private {4}.",
        "C’est le solde de trois parts, A → B, {1} : sur la plateforme {2} ; chez les "
          + "concurrents {3} ; en privé {4}.")
    ),
    ("part", Phrase("{1} → {2}, {3}", "{1} → {2}, {3}")),
    (
      "chance",
      Phrase(
        "Each pair of runs is one plausible world: whatever is uncertain is drawn anew, the same "
          + "for A and B; what you set is held. More worlds do not narrow the limits; better "
          + "evidence would. Results of the model’s assumptions, not a forecast.",
        "Chaque paire de simulations est un monde plausible : tout ce qui est incertain est tiré "
          + "de nouveau, pareil pour A et B ; ce que vous réglez est fixé. Plus de mondes ne "
          + "resserrent pas les limites ; de meilleures preuves le feraient. Ce sont des "
          + "conséquences des hypothèses du modèle, pas une prévision."
      )
    ),
    (
      "range",
      Phrase(
        "Limits: the least and the greatest world so far.",
        "Limites : le plus petit et le plus grand des mondes jusqu’ici.")
    ),
    (
      "prediction",
      Phrase(
        "Limits: where the next world would fall in 95 of 100 cases, chance included.",
        "Limites : où tomberait le prochain monde 95 fois sur 100, hasard compris.")
    ),
    (
      "percentile",
      Phrase(
        "Limits: 95 % of plausible worlds lie between them, chance included.",
        "Limites : 95 % des mondes plausibles sont entre elles, hasard compris.")
    ),
    (
      "less",
      Phrase(
        "There are fewer in {1} of {2} plausible worlds.",
        "Il y en a moins dans {1} des {2} mondes plausibles.")
    ),
    (
      "error",
      Phrase(
        "Monte Carlo error, which more runs narrow: the mean of the worlds, {1}, is known to lie between {2} and {3}.",
        "Erreur de Monte-Carlo, que plus de simulations resserrent : la moyenne des mondes, {1}, se situe entre {2} et {3}."
      )
    ),
    ("labelled", Phrase("{1}: {2}", "{1} : {2}")),
    ("table", Phrase("Table", "Tableau")),
    ("outcome", Phrase("outcome", "résultat")),
    ("medianA", Phrase("A, median", "A, médiane")),
    ("medianB", Phrase("B, median", "B, médiane")),
    ("diffColumn", Phrase("B − A, median (limits)", "B − A, médiane (limites)")),
    ("ratioColumn", Phrase("change (limits)", "variation (limites)")),
    ("lessColumn", Phrase("worlds with less", "mondes où il y en a moins")),
    ("unit", Phrase("unit", "unité")),
    ("inWords", Phrase("In words", "En mots")),
    ("unwanted", Phrase("Unwanted contact", "Contact non désiré")),
    ("serious", Phrase("Serious harm", "Préjudice grave")),
    ("refusal", Phrase("Wrongful refusal", "Refus à tort")),
    ("displaced", Phrase("Harm that moved elsewhere", "Préjudice déplacé ailleurs")),
    ("cost", Phrase("Hours and money", "Heures et argent")),
    (
      "chartTitle",
      Phrase("Change of each outcome, B against A", "Variation de chaque résultat, B comparé à A")
    ),
    (
      "chartNote",
      Phrase(
        "Dot: median of the worlds. Line: their limits. Left of the middle line: less under B.",
        "Point : médiane des mondes. Trait : leurs limites. À gauche de la ligne médiane : moins "
          + "sous B."
      )
    ),
    ("none", Phrase("no change", "aucune variation")),
  ]

  private static let school: [(key: String, words: Phrase)] = [
    (
      "note",
      Phrase(
        "About this page: it shows a simulated chat platform on which adults approach "
          + "minors. There are no messages, pictures or real people: only shapes and counts. It "
          + "speaks of three things: unwanted contact, serious harm, wrongful refusal.",
        "À propos de cette page : elle montre une plateforme de discussion simulée où des "
          + "adultes abordent des mineurs. Il n’y a ni messages, ni images, ni personnes réelles "
          + ": seulement des formes et des nombres. Elle parle de trois choses : contact non "
          + "désiré, préjudice grave, refus à tort."
      )
    ),
    (
      "teachers",
      Phrase(
        "For teachers: we suggest 15 years and over, with an adult present, after a word on "
          + "what will be seen. Nobody should be asked about own experiences. Ask which "
          + "assumption matters, not who wins.",
        "Pour les enseignants : nous conseillons 15 ans et plus, en présence d’un adulte, "
          + "après un mot sur ce qui sera vu. Personne ne doit être interrogé sur ce qu’il a "
          + "vécu. Demandez quelle hypothèse compte, non qui gagne."
      )
    ),
    (
      "help",
      Phrase(
        "If something has happened to you or to a friend, these lines listen:",
        "Si quelque chose vous est arrivé, à vous ou à un ami, ces lignes sont à l’écoute :")
    ),
    ("understood", Phrase("I have read this", "J’ai lu")),
    ("code", Phrase("Code of the class", "Code de la classe")),
    ("join", Phrase("Join", "Rejoindre")),
    (
      "wrongCode",
      Phrase("This code is not that of the class.", "Ce code n’est pas celui de la classe.")
    ),
    ("pooled", Phrase("The whole class", "Toute la classe")),
    (
      "pooledOf",
      Phrase(
        "plausible worlds: {1}; different seeds: {2}",
        "mondes plausibles : {1} ; graines différentes : {2}")
    ),
    ("pooledNone", Phrase("Nobody has run anything yet.", "Personne n’a encore rien lancé.")),
    ("questionOf", Phrase("Question {1} of {2}", "Question {1} sur {2}")),
    ("next", Phrase("Next question", "Question suivante")),
  ]

  private static let choices: [(key: String, words: Phrase)] = [
    ("yes", Phrase("yes", "oui")), ("no", Phrase("no", "non")),
    ("none_", Phrase("none", "aucune")), ("pseudonym", Phrase("pseudonym", "pseudonyme")),
    ("email", Phrase("e-mail", "courriel")), ("phone", Phrase("telephone", "téléphone")),
    ("identity", Phrase("proof of identity", "preuve d’identité")),
    ("declared", Phrase("declared age", "âge déclaré")),
    ("estimation", Phrase("face estimate", "estimation faciale")),
    ("document", Phrase("document", "document")),
    ("successive", Phrase("face, then document", "visage, puis document")),
  ]
}
