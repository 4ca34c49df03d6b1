import Experiment

extension StudyPage {
  /// Which policy is best, how often, and what is lost where it isn't; nil with a single alternative, and
  /// in folders from before there was a ranking.
  var ranking: Section? {
    guard let baseline = study.ranking.first?.baseline else { return nil }
    let title = RankingWords.title(language), found = rankedOutcomes
    guard !found.isEmpty else {
      let draws = Counted.draws(language, study.ranking.map(\.draws).max() ?? 0)
      let fewest = numerals.number(Double(Ranking.fewest))
      return Section(
        id: "ranking", title: title,
        body: .notice(.text(RankingWords.tooFew(language, draws, fewest))))
    }
    let base = label(named: baseline)
    let parts = found.map { sentence($0.outcome, $0.rows, base) + table($0.outcome, $0.rows) }
    return Section(
      id: "ranking", title: title,
      body: .paragraph(
        .text(RankingWords.method(language, base)))
        + HTML(parts) + information(base))
  }

  private typealias Ranked = (row: RankingRow, finding: RankingRow.Finding)

  /// The outcomes of which something is found, with the options that are best most often first.
  private var rankedOutcomes: [(outcome: String, rows: [Ranked])] {
    [OutcomeWords.headline, OutcomeWords.serious].compactMap { outcome in
      let rows = study.ranking.ranked(by: outcome)
      return rows.isEmpty ? nil : (outcome, rows)
    }
  }

  /// Who is best most often, and whose greatest regret is least if that is another one.
  private func sentence(_ outcome: String, _ rows: [Ranked], _ base: String) -> HTML {
    guard let best = rows.first,
      let safe = rows.min(by: { $0.finding.regretMax < $1.finding.regretMax })
    else { return "" }
    let found = best.finding
    var text = RankingWords.best(
      language, words(outcome).capitalizedFirst, label(named: best.row.scenario),
      numerals.percent(found.best.estimate), numerals.percent(found.regretMean), base)
    if safe.finding.regretMax < found.regretMax {
      text +=
        " "
        + RankingWords.safe(
          language, label(named: safe.row.scenario), numerals.percent(safe.finding.regretMax),
          numerals.percent(found.regretMax))
    }
    return .paragraph(.text(text))
  }

  private func table(_ outcome: String, _ rows: [Ranked]) -> HTML {
    .table(
      RankingWords.caption(
        language, words(outcome), Counted.draws(language, rows.first?.row.draws ?? 0)),
      header: [
        RankingWords.policy(language), RankingWords.share(language), RankingWords.mean(language),
        RankingWords.high(language), RankingWords.greatest(language),
      ],
      rows: rows.map { row, found in
        [
          .text(label(named: row.scenario)),
          limited(
            numerals.percent(found.best.estimate), numerals.percent(found.best.low),
            numerals.percent(found.best.high)),
          .text(numerals.percent(found.regretMean)), .text(numerals.percent(found.regretHigh)),
          .text(numerals.percent(found.regretMax)),
        ]
      })
  }

  /// What readers call the scenario of a name.
  private func label(named name: String) -> String {
    study.policies.first { $0.name == name }.map { label($0) } ?? name
  }
}

extension StudyPage {
  /// What it would be worth to know more before a policy is chosen; empty where nothing is said.
  private func information(_ base: String) -> HTML {
    guard !study.information.isEmpty else { return "" }
    let told = study.information.filter(\.isTold)
    let outcomes = [OutcomeWords.headline, OutcomeWords.serious].compactMap { outcome in
      study.information.first { $0.outcome == outcome }
    }
    let all = outcomes.map { row -> HTML in
      .paragraph(
        .text(
          InformationWords.all(
            language, words(row.outcome).capitalizedFirst, label(named: row.leader),
            numerals.percent(row.evpi),
            base, numerals.percent(row.bound))))
    }
    let rest =
      told.isEmpty ? HTML.paragraph(.text(InformationWords.none(language))) : table(told)
    return .paragraph(.text(InformationWords.method(language, base))) + HTML(all) + rest
  }

  private func table(_ told: [InformationRow]) -> HTML {
    .table(
      InformationWords.caption(language),
      header: [
        InformationWords.input(language), InformationWords.outcome(language),
        InformationWords.worth(language), InformationWords.low(language),
        InformationWords.high(language),
      ],
      rows: told.map { row in
        [
          .text(study.label(drawnAs: row.parameter, language)), .text(words(row.outcome)),
          .text(numerals.percent(row.evppi)), .text(label(named: row.leaders.low)),
          .text(label(named: row.leaders.high)),
        ]
      }, words: [1, 3, 4])
  }
}

private enum RankingWords {
  static let title = Phrase("Which policy is best", "Quelle politique est la meilleure")
  static let tooFew = Phrase(
    "Too few draws to say: {1}. Below {2} nothing is claimed (--draws).",
    "Trop peu de tirages pour le dire : {1}. En dessous de {2}, rien n’est affirmé (--draws).")
  static let method = Phrase(
    "In this model, a policy is best in a world where no other one has less harm; “{1}” takes part. Its regret is its harm less the least harm of all in the same world, as share of the harm of “{1}” there: what is lost against somebody who knew which world is the true one. Chance within a world takes part; burdens are left aside.",
    "Dans ce modèle, une politique est la meilleure dans un monde où aucune autre n’a moins de préjudice ; « {1} » en fait partie. Son regret est son préjudice moins le plus petit de tous dans le même monde, en part du préjudice de « {1} » : ce que l’on perd face à qui saurait quel monde est le vrai. Le hasard dans chaque monde en fait partie ; les contreparties sont laissées de côté."
  )
  static let best = Phrase(
    "{1}: “{2}” is best in {3} of plausible worlds; its mean regret is {4} of the harm of “{5}”.",
    "{1} : « {2} » est la meilleure dans {3} des mondes plausibles ; son regret moyen est de {4} du préjudice de « {5} »."
  )
  static let safe = Phrase(
    "The greatest regret is least with “{1}”: {2}, where it is {3} with the former.",
    "Le plus grand regret est le plus petit avec « {1} » : {2}, contre {3} avec la première.")
  static let caption = Phrase(
    "How often each policy is best, and its regret: {1}, {2} in which all can be compared",
    "Combien de fois chaque politique est la meilleure, et son regret : {1}, {2} où toutes se comparent"
  )
  static let policy = Phrase("Policy", "Politique")
  static let share = Phrase("Worlds where it is best", "Mondes où elle est la meilleure")
  static let mean = Phrase("Mean regret", "Regret moyen")
  static let high = Phrase(
    "Regret not exceeded in 95 % of worlds", "Regret non dépassé dans 95 % des mondes")
  static let greatest = Phrase("Greatest regret", "Plus grand regret")
}

private enum InformationWords {
  static let method = Phrase(
    "What it would be worth to know more before choosing: harm avoided on average, as share of the mean harm of “{1}”. An input is worth something only where another policy would be chosen for some of its values. Inputs of offenders and of what they do are not looked at.",
    "Ce que vaudrait d’en savoir plus avant de choisir : préjudice évité en moyenne, en part du préjudice moyen de « {1} ». Une entrée ne vaut quelque chose que si une autre politique était choisie pour certaines de ses valeurs. Les entrées des auteurs et de leurs actes ne sont pas examinées."
  )
  static let all = Phrase(
    "{1}: who knows no more chooses “{2}”. Who knew everything, chance among it, would avoid {3} of the harm of “{4}” beyond that: an upper bound. Single inputs below {5} are not told from chance.",
    "{1} : qui n’en sait pas plus choisit « {2} ». Qui saurait tout, hasard compris, éviterait en plus {3} du préjudice de « {4} » : une borne supérieure. Une entrée seule sous {5} ne se distingue pas du hasard."
  )
  static let none = Phrase(
    "No single input is told from chance.", "Aucune entrée seule ne se distingue du hasard.")
  static let caption = Phrase(
    "Inputs that are worth knowing before a policy is chosen",
    "Entrées qu’il vaut la peine de connaître avant de choisir une politique")
  static let input = Phrase("Input", "Entrée")
  static let outcome = Phrase("Outcome", "Résultat")
  static let worth = Phrase("Harm avoided by knowing it", "Préjudice évité en la connaissant")
  static let low = Phrase("Best where it is low", "La meilleure où elle est basse")
  static let high = Phrase("Best where it is high", "La meilleure où elle est haute")
}
