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
  static let percentile = Phrase(
    "95 % of plausible worlds (2.5th to 97.5th percentile of the draws)",
    "95 % des mondes plausibles (du 2,5e au 97,5e centile des tirages)")
  static let prediction = Phrase(
    "95 % of plausible worlds (where the next draw would fall, by the normal law)",
    "95 % des mondes plausibles (où tomberait le tirage suivant, selon la loi normale)")
  static let range = Phrase(
    "the least and the greatest of the draws made", "le plus petit et le plus grand des tirages")
  static let error = Phrase(
    "95 % error of the mean over chance", "erreur à 95 % de la moyenne, hasard seul")
  static let simultaneous = Phrase(
    "Monte Carlo errors in the tables hold for all policies at once.",
    "Les erreurs de Monte-Carlo des tableaux valent pour toutes les politiques à la fois.")
  static let note = Phrase(
    "In this model. {1}; {2}. Most inputs are assumed: effects, not levels.",
    "Dans ce modèle. {1} ; {2}. Entrées supposées : des effets, pas des niveaux."
  )
  static let meaning = Phrase("Limits are: {1}.", "Limites : {1}.")
  static let worlds = Phrase(
    "A draw is one set of values of all uncertain inputs. These limits do not close in as more runs are made; the Monte Carlo error, which does, is in the tables.",
    "Un tirage est un jeu de valeurs de toutes les entrées incertaines. Plus de simulations ne resserrent pas ces limites ; l’erreur de Monte-Carlo, qu’elles réduisent, est dans les tableaux."
  )
  static let medians = Phrase(
    "Uncertain inputs stand at their medians and are in no interval.",
    "Les entrées incertaines sont à leur médiane et ne sont dans aucun intervalle.")
  static let table = Phrase("The figures as a table", "Les chiffres en tableau")
  static let unit = Phrase("Unit", "Unité")
}
