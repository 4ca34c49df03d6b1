import Experiment

extension StudyPage {
  /// What drives the spread between plausible worlds, and what turns a policy's sign.
  var drivers: Section {
    let title = DriverWords.title(language)
    guard study.intervalKind != .chance else {
      return Section(
        id: "drivers", title: title, body: .paragraph(.text(DriverWords.fixed(language))))
    }
    let found = study.compared.map { (policy: $0, drivers: study.drivers(of: $0)) }
      .filter { !$0.drivers.isEmpty }
    guard let first = found.first?.drivers.first else {
      let draws = Counted.draws(language, study.provenance.draws)
      let fewest = numerals.number(Double(ExplainedShare.fewest))
      return Section(
        id: "drivers", title: title,
        body: .notice(.text(DriverWords.tooFew(language, draws, fewest))))
    }
    let draws = Counted.draws(language, first.row.draws)
    let bound = numerals.percent(found.flatMap(\.drivers).map(\.finding.bound).max() ?? 0)
    return Section(
      id: "drivers", title: title,
      body: .paragraph(.text(DriverWords.method(language, draws, bound)))
        + table(found) + .paragraph(.text(DriverWords.reading(language))))
  }

  private func table(
    _ found: [(policy: StudyFolder.Policy, drivers: [(row: DriverRow, finding: DriverRow.Finding)])]
  ) -> HTML {
    let rows = found.flatMap { one -> [[HTML]] in
      let told = one.drivers.filter(\.finding.isTold)
      let rest = numerals.percent(one.drivers.first?.finding.unexplained ?? 0)
      let last: [HTML] = [
        .text(label(one.policy)), .text(DriverWords.rest(language)), .text(rest), "", "", "",
      ]
      return told.map { row, finding in
        [
          .text(label(one.policy)), .text(study.label(drawnAs: row.parameter, language)),
          .text(numerals.percent(finding.share)),
          .text((finding.correlation > 0 ? DriverWords.more : DriverWords.less)(language)),
          .text(finding.turnsSign ? DriverWords.yes(language) : ""),
          .text(finding.turnsRank ? DriverWords.yes(language) : ""),
        ]
      } + [last]
    }
    return .table(
      DriverWords.caption(language),
      header: [
        DriverWords.policy(language), DriverWords.input(language), DriverWords.share(language),
        DriverWords.direction(language), DriverWords.turns(language),
        DriverWords.turnsRank(language),
      ], rows: rows, words: [1, 3, 4, 5])
  }
}

extension StudyFolder {
  /// The parameter that a drawn column is, or is a part of.
  func parameter(drawnAs column: String) -> ParameterRow? { columns.row(column) }

  /// The words for a drawn column.
  func label(drawnAs column: String, _ language: Language) -> String {
    guard let row = parameter(drawnAs: column) else { return column }
    let rest = column.dropFirst(row.key.utf8.count)
    let part = rest.isEmpty ? "" : " (" + rest.dropFirst().replacing("_", with: " ") + ")"
    return ParameterLabels.text(row.key, language) + part
  }

  /// How many of the parameters are the reference's: it has every key once, and comes first.
  var baselineParameters: Int {
    var seen: Set<String> = []
    return parameters.firstIndex { !seen.insert($0.key).inserted } ?? parameters.count
  }
}

private enum DriverWords {
  static let title = Phrase("What drives the uncertainty", "Ce qui fait l’incertitude")
  static let fixed = Phrase(
    "Uncertain parameters stood at their medians: the intervals hold chance alone, and more runs narrow them.",
    "Les paramètres incertains étaient à leur médiane : les intervalles ne contiennent que le hasard, et plus de simulations les resserrent."
  )
  static let tooFew = Phrase(
    "Too few draws to say: {1}. Below {2} nothing is claimed (--draws).",
    "Trop peu de tirages pour le dire : {1}. En dessous de {2}, rien n’est affirmé (--draws).")
  static let method = Phrase(
    "Share of the spread between {1} that the ranks of an input explain: its squared rank correlation with the change, less what chance gives. Inputs below {2} are not told from chance at this number of draws and are left out.",
    "Part de l’écart entre {1} qu’expliquent les rangs d’une entrée : le carré de sa corrélation de rang avec le changement, moins ce que donne le hasard. Les entrées sous {2} ne se distinguent pas du hasard avec ce nombre de tirages et sont omises."
  )
  static let reading = Phrase(
    "An input turns the sign where a policy has less harm in most worlds at one end of it and in few at the other; it turns the rank where the policy is the best of all clearly more often at one end, and another is at the other. Of a choice the ends are its values. Relations that are not monotone, and those between inputs, stay among the unexplained.",
    "Une entrée retourne le signe là où une politique a moins de préjudice dans la plupart des mondes à l’un de ses bouts et dans peu à l’autre ; elle retourne le rang là où la politique est la meilleure de toutes nettement plus souvent à un bout, et une autre à l’autre. D’un choix, les bouts sont ses valeurs. Les relations non monotones, et celles entre entrées, restent dans l’inexpliqué."
  )
  static let caption = Phrase(
    "What the change of unwanted contacts goes with",
    "Avec quoi va le changement des contacts non désirés")
  static let policy = Phrase("Policy", "Politique")
  static let input = Phrase("Input", "Entrée")
  static let share = Phrase("Share explained by rank", "Part expliquée par les rangs")
  static let direction = Phrase("With more of it", "Quand il y en a plus")
  static let turns = Phrase("Turns the sign", "Retourne le signe")
  static let turnsRank = Phrase("Turns the rank", "Retourne le rang")
  static let more = Phrase("more contacts remain", "plus de contacts restent")
  static let less = Phrase("fewer contacts remain", "moins de contacts restent")
  static let rest = Phrase("unexplained", "inexpliqué")
  static let yes = Phrase("yes", "oui")
}
