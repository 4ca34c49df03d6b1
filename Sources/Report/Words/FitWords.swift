/// Words of a fit's page.
enum FitWords {
  static let title = Phrase(
    "“{1}” fitted to what sources say", "« {1} » ajusté à ce que disent les sources")
  static let subtitle = Phrase("Study {1}, seed {2}.", "Étude {1}, graine {2}.")
  static let patterns = Phrase(
    "Targets beside the model", "Les cibles face au modèle")
  static let patternsIntroduction = Phrase(
    "Fitted: worlds count as plausible that meet it within its tolerance. Predicted: nothing was fitted by it. Where an input that decides it stays a free prior, that is a check of the priors and no test of the model. Medians with what 95 % of worlds lie between.",
    "Ajusté : un monde est plausible s’il l’atteint à la tolérance près. Prédit : rien n’a été ajusté par là. Là où une entrée qui en décide reste un a priori libre, c’est un contrôle des a priori, non un test du modèle. Médianes et bornes de 95 % des mondes."
  )
  static let header = [
    Phrase("Outcome", "Résultat"), Phrase("source", "source"),
    Phrase("worlds from the priors", "mondes a priori"),
    Phrase("plausible worlds", "mondes plausibles"), Phrase("unit", "unité"),
    Phrase("role", "rôle"), Phrase("verdict", "verdict"), Phrase("source", "source"),
  ]
  static let learnt = Phrase("What was learnt of inputs", "Ce qu’on a appris des entrées")
  static let learntIntroduction = Phrase(
    "Those of which most was learnt; inputs.csv has all. An input that neither moved nor became narrower is as unknown as before.",
    "Celles dont on a le plus appris ; inputs.csv les a toutes. Une entrée qui n’a ni bougé ni rétréci est aussi inconnue qu’avant."
  )
  static let learntHeader = [
    Phrase("Input", "Entrée"), Phrase("prior", "a priori"), Phrase("plausible", "plausible"),
    Phrase("unit", "unité"), Phrase("moved, in sd", "déplacement, en é.-t."),
    Phrase("narrower", "rétrécissement"),
  ]
  static let ridge = Phrase(
    "The ridge: harm against recording", "La crête : dommages contre enregistrement")
  static let ridgeSentence = Phrase(
    "Among plausible worlds harm and {1} make up for each other (rank correlation {2}; over the priors {3}): the targets tell their product, not the two. So levels of harm are assumed, and only effects mean something in this model.",
    "Dans les mondes plausibles, les dommages et « {1} » se compensent (corrélation de rang {2} ; a priori {3}) : les cibles disent leur produit, non l’un et l’autre. Les niveaux de dommage sont donc supposés ; seuls les effets ont un sens dans ce modèle."
  )
  static let caption = Phrase(
    "Each mark is a world, on scales of powers of ten.",
    "Chaque marque est un monde, sur des échelles en puissances de dix.")
  static let ridgeFile = Phrase(
    "The points are in ridge.csv.", "Les points sont dans ridge.csv.")
  static let note = Phrase(
    "In this model, over the inputs’ priors, most of which are assumed.",
    "Dans ce modèle, selon les a priori des entrées, supposés pour la plupart.")
  static let prior = Phrase("from the priors", "a priori")
  static let plausible = Phrase("plausible", "plausible")
  static let how = Phrase("How the worlds were found", "Comment les mondes ont été trouvés")
  static let howIntroduction = Phrase(
    "Worlds from the priors were run, and an emulator fitted to them ruled others out without a run (history matching). The worlds left were drawn again and moved, step by step, under a falling bound on how implausible they may be (approximate Bayesian computation, sequential Monte Carlo); 1 is a target’s tolerance.",
    "Des mondes a priori ont été simulés ; un émulateur ajusté sur eux en a exclu d’autres sans simulation (history matching). Les mondes restants ont été retirés au sort et déplacés, pas à pas, sous une borne décroissante d’invraisemblance (calcul bayésien approché, Monte Carlo séquentiel) ; 1 est la tolérance d’une cible."
  )
  static let stepHeader = [
    Phrase("Step", "Étape"), Phrase("bound", "borne"), Phrase("worlds run", "mondes simulés"),
    Phrase("different worlds", "mondes différents"), Phrase("left open", "non exclus"),
  ]
  static let steps = [
    "bank": Phrase("priors", "a priori"), "wave": Phrase("not ruled out", "non exclus"),
  ]
  static let recovery = Phrase(
    "Known inputs are found again: where worlds of the bank are taken for the truth, {1} of their inputs lie within the region that should hold 90 % ({2} worlds).",
    "Des entrées connues sont retrouvées : si l’on prend des mondes de la banque pour la vérité, {1} de leurs entrées sont dans la région qui doit en contenir 90 % ({2} mondes)."
  )
}
