/// Words of the first section.
enum GlanceWords {
  static let title = Phrase("At a glance", "En un coup d’œil")
  static let chart = Phrase(
    "What each policy changes, and who bears it, against: {1}",
    "Ce que change chaque politique, et qui le supporte, face à : {1}")
  static let caption = Phrase(
    "Change against “{1}”: medians with their limits, rounded to what these allow. Left of the line is less harm. A bar in dashes has no known end, an arrow ends beyond the scale. To the right, what each policy costs whom: adults refused or giving up at gates, innocent people sanctioned. Each number has a scale of its own; hollow bars are less than under the reference.",
    "Changement face à « {1} » : médianes et limites, arrondies à ce que celles-ci permettent. À gauche du trait, moins de préjudice. Une barre en tirets n’a pas de fin connue, une flèche finit hors de l’échelle. À droite, ce que chaque politique coûte à qui : adultes refusés ou qui renoncent à l’entrée, innocents sanctionnés. Chaque nombre a son échelle ; les barres vides sont en dessous de la référence."
  )
  static let contacts = Phrase("unwanted contacts to minors", "contacts non désirés (mineurs)")
  static let serious = Phrase("serious harm to minors", "préjudice grave aux mineurs")
  static let units = Phrase(
    "¹ contacts, or hours, per 1,000 minors and month. ² per 1,000 innocent user-months.",
    "¹ contacts, ou heures, pour 1 000 mineurs et par mois. ² pour 1 000 mois d’usager innocent."
  )
  static let talks = Phrase(
    "³ harmless first contacts of ordinary people, minors among them, per 1,000 people and month.",
    "³ premiers contacts anodins de gens ordinaires, mineurs compris, pour 1 000 personnes et par mois."
  )
  static let policy = Phrase("Policy", "Politique")

  static let noRatio = Phrase("undefined", "indéfini")
  static let often = Phrase(
    "Undefined: the reference has none of it in too many worlds for a change in per cent.",
    "Indéfini : la référence n’en a aucun dans trop de mondes pour un changement en pour cent.")

  /// Who bears it, the names of the numbers in each column, and its width in the picture.
  static let columns: [(head: Phrase, names: [Phrase], width: Double)] = [
    (
      Phrase("Minors", "Mineurs"),
      [Phrase("harm elsewhere¹", "torts ailleurs¹"), Phrase("hours here¹", "heures ici¹")], 114
    ),
    (
      Phrase("Adults", "Adultes"),
      [
        Phrase("at gates, points", "à l’entrée, points"),
        Phrase("talks hindered³", "échanges entravés³"),
      ], 80
    ),
    (Phrase("Innocents", "Innocents"), [Phrase("sanctioned²", "sanctionnés²")], 86),
    (Phrase("Moderators", "Modérateurs"), [Phrase("hours a day", "heures par jour")], 94),
    (Phrase("Cost", "Coût"), [Phrase("EUR a day", "EUR par jour")], 74),
  ]

  static let clearHead = Phrase("Clear or not.", "Net ou non.")
  static let clear = Phrase("{1}.", "{1}.")
  static let nothingClear = Phrase(
    "No change of either headline is clear.", "Aucun changement des deux chiffres clés n’est net.")
  static let fewer = Phrase("Fewer unwanted contacts: {1}", "Moins de contacts non désirés : {1}")
  static let more = Phrase("more of them: {1}", "davantage : {1}")
  static let lessSerious = Phrase("less serious harm: {1}", "moins de préjudice grave : {1}")
  static let moreSerious = Phrase("more serious harm: {1}", "plus de préjudice grave : {1}")
  static let unclear = Phrase(
    "Not clear, for contacts: {1}.", "Pas net, pour les contacts : {1}.")
  static let noSerious = Phrase(
    "No change of serious harm is clear.", "Aucun changement du préjudice grave n’est net.")
  static let unclearSerious = Phrase(
    "Not clear, for serious harm: {1}.", "Pas net, pour le préjudice grave : {1}.")
  static let worlds = Phrase(
    "{1} (fewer in {2} of {3} plausible worlds)",
    "{1} (moins dans {2} des {3} mondes plausibles)")
  static let undefined = Phrase("Undefined: {1}.", "Indéfini : {1}.")

  static let movingHead = Phrase("Still moving.", "Encore en mouvement.")
  static let noneTold = Phrase(
    "Whether effects have come to rest, nobody can tell within this window.",
    "Personne ne peut dire, dans cette fenêtre, si les effets se sont stabilisés.")
  static let atRest = Phrase(
    "No effect is seen to move any more when the window ends.",
    "Aucun effet ne bouge encore visiblement à la fin de la fenêtre.")
  static let moving = Phrase(
    "{1}: a longer window would show another number.",
    "{1} : une fenêtre plus longue montrerait un autre chiffre.")
  static let notTold = Phrase("Nobody can tell: {1}.", "Personne ne peut le dire : {1}.")

  static let followed = Phrase(
    "Over {1} days ({2}), all venues: {3}.", "Sur {1} jours ({2}), tous lieux : {3}.")

  /// Which of some effects haven't come to rest; nil where nobody can tell.
  static func movement(_ effects: [(label: String, settled: Bool?)], _ language: Language) -> String
  {
    let names = { (settled: Bool?) in
      effects.filter { $0.settled == settled }.map(\.label).joined(separator: ", ")
    }
    let moving = names(false), unknown = names(nil)
    if effects.allSatisfy({ $0.settled == nil }) { return noneTold(language) }
    let words = moving.isEmpty ? atRest(language) : self.moving(language, moving)
    return unknown.isEmpty ? words : words + " " + notTold(language, unknown)
  }

  static let assumedHead = Phrase("Assumed.", "Supposé.")
  static let assumed = Phrase(
    "{1} of {2} inputs have no source.", "{1} entrées sur {2} n’ont pas de source.")
  static let drawn = Phrase(
    "{1} uncertain ones are drawn anew for each plausible world; all others are fixed.",
    "{1} entrées incertaines sont tirées pour chaque monde plausible ; les autres sont fixes.")
  static let fixed = Phrase(
    "All are fixed: the limits hold chance alone.",
    "Toutes sont fixes : les limites ne contiennent que le hasard.")

  static let turningHead = Phrase("Would turn the sign.", "Retournerait le signe.")
  static let tooFew = Phrase(
    "Below {1} draws nothing is claimed (here: {2}).",
    "En dessous de {1} tirages, rien n’est affirmé (ici : {2}).")
  static let noTurn = Phrase(
    "No single input is told to, in {1}.", "Aucune entrée à elle seule, sur {1}.")
  static let turns = Phrase("{1}: {2}", "{1} : {2}")

  static let fewerDrawsHead = Phrase("Fewer draws.", "Moins de tirages.")
  static let fewerDraws = Phrase("Of {1}, these have: {2}.", "Sur {1}, celles-ci ont : {2}.")
}
