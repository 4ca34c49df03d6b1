/// Words that several parts of the page share. Those of one part stand beside it.
enum PageWords {
  static let skip = Phrase("Skip to the answer", "Aller à la réponse")
  static let contents = Phrase("Contents", "Sommaire")
  static let compared = Phrase(
    "Policies compared with “{1}”", "Politiques comparées à « {1} »")
  static let runSubtitle = Phrase(
    "Study {1}: {2} replicates, seed {3}.", "Étude {1} : {2} réplications, graine {3}.")
  static let compareSubtitle = Phrase(
    "Study {1}: {2} policies, {3} pairs of runs, seed {4}.",
    "Étude {1} : {2} politiques, {3} paires de simulations, graine {4}.")
  static let pairSubtitle = Phrase(
    "Study {1}, compared with “{2}”: {3} pairs of runs, seed {4}.",
    "Étude {1}, comparée à « {2} » : {3} paires de simulations, graine {4}.")
  static let notForecast = Phrase(
    "These are results of the model’s assumptions, not a forecast.",
    "Ce sont des résultats des hypothèses du modèle, pas une prévision.")
  static let ofChance = Phrase("chance alone", "hasard seul")
  static let ofChanceAndParameters = Phrase(
    "chance and uncertain parameters", "hasard et paramètres incertains")
  static let simultaneous = Phrase(
    ", for all policies at once", ", pour toutes les politiques à la fois")
  static let note = Phrase(
    "In this model. {1} replicates; 95 % intervals of {2}. Most inputs are assumed: effects, not levels.",
    "Dans ce modèle. {1} réplications ; intervalles à 95 %, {2}. Entrées surtout supposées : des effets, pas des niveaux."
  )
  static let table = Phrase("The figures as a table", "Les chiffres en tableau")
  static let unit = Phrase("Unit", "Unité")
}
