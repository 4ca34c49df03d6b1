/// Words that several parts of the page share. Those of one part stand beside it.
enum PageWords {
  static let skip = Phrase("Skip to the answer", "Aller à la réponse")
  static let contents = Phrase("Contents", "Sommaire")
  static let compared = Phrase(
    "Policies compared with “{1}”", "Politiques comparées à « {1} »")
  static let runSubtitle = Phrase(
    "Study {1}: {2}, seed {3}.", "Étude {1} : {2}, graine {3}.")
  static let compareSubtitle = Phrase(
    "Study {1}: {2}, {3}, seed {4}.", "Étude {1} : {2}, {3}, graine {4}.")
  static let pairSubtitle = Phrase(
    "Study {1}, compared with “{2}”: {3}, seed {4}.",
    "Étude {1}, comparée à « {2} » : {3}, graine {4}.")
  static let notForecast = Phrase(
    "These are results of the model’s assumptions, not a forecast.",
    "Ce sont des résultats des hypothèses du modèle, pas une prévision.")
  static let ofChance = Phrase("chance alone", "hasard seul")
  static let ofChanceAndParameters = Phrase(
    "chance and uncertain parameters", "hasard et paramètres incertains")
  static let simultaneous = Phrase(
    ", for all policies at once", ", pour toutes les politiques à la fois")
  static let note = Phrase(
    "In this model. {1}; 95 % intervals of the mean, over {2}. Most inputs are assumed: effects, not levels.",
    "Dans ce modèle. {1} ; intervalles à 95 % de la moyenne, {2}. Entrées supposées : des effets, pas des niveaux."
  )
  static let meaning = Phrase(
    "95 % intervals are those of a mean, over {1}: the error of the middle, which shrinks with more runs.",
    "Les intervalles à 95 % sont ceux d’une moyenne, {1} : l’erreur du milieu, que plus de simulations réduisent."
  )
  static let worlds = Phrase(
    "How far plausible worlds lie apart is more than that, and is not shown yet; only the 5th and 95th percentiles of runs are, in summary.csv.",
    "L’écart entre les mondes plausibles est plus grand et n’est pas encore montré ; seuls le sont les 5e et 95e centiles des simulations, dans summary.csv."
  )
  static let medians = Phrase(
    "Uncertain inputs stand at their medians and are in no interval.",
    "Les entrées incertaines sont à leur médiane et ne sont dans aucun intervalle.")
  static let table = Phrase("The figures as a table", "Les chiffres en tableau")
  static let unit = Phrase("Unit", "Unité")
}
