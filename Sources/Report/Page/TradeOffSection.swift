import Experiment
import Simulation

extension StudyPage {
  /// What policies gain against what they cost, and which of them another beats in everything.
  var tradeOff: Section? {
    let panels = panels
    guard study.alternatives.count > 1, !panels.isEmpty else { return nil }
    let chart = TradeOffChart(
      title: TradeWords.chart(language), note: note, panels: panels, numerals: numerals)
    let front = ParetoFront(
      study.policies.map { policy in objectives.map { study.runs.values(policy.name, $0) } })
    return Section(
      id: "trade-off", title: TradeWords.title(language),
      body: .paragraph(.text(TradeWords.introduction(language)))
        + key
        + figure(
          chart.picture, "trade-off", TradeWords.caption(language), table: burdenTable)
        + domination(front), pictures: [(name: "trade-off", picture: chart.picture)])
  }

  private var objectives: [String] {
    [OutcomeWords.headline, "contacts_by_displaced_offenders"] + OutcomeWords.burdens
  }

  /// Burdens that any policy moves, each with its points.
  private var panels: [TradeOffChart.Panel] {
    let burdens = OutcomeWords.burdens + ["contacts_by_displaced_offenders"]
    return burdens.compactMap { burden in
      let points = study.alternatives.enumerated().compactMap { index, policy in
        point(policy, index, burden)
      }
      guard points.contains(where: { $0.burden.estimate != 0 }) else { return nil }
      let unit = study.alternatives.compactMap { study.difference($0.name, burden) }.first
      let words = UnitLabels.difference(unit?.column.unit ?? "", language)
      return TradeOffChart.Panel(
        title: self.words(burden).capitalizedFirst, unit: words, points: points)
    }
  }

  private func point(
    _ policy: StudyFolder.Policy, _ index: Int, _ burden: String
  ) -> TradeOffChart.Point? {
    guard let cost = study.difference(policy.name, burden), let size = cost.difference,
      let ratio = study.difference(policy.name, OutcomeWords.headline)?.ratio
    else { return nil }
    let scale = cost.column.unit == "share" ? 100.0 : 1
    let limits = cost.interval ?? Interval(estimate: size, low: size, high: size)
    return TradeOffChart.Point(
      letter: Self.letter(index), name: shortLabel(policy),
      burden: Interval(
        estimate: size * scale, low: limits.low * scale, high: limits.high * scale),
      harm: Interval(
        estimate: ratio.estimate - 1, low: ratio.low - 1, high: ratio.high - 1))
  }

  /// A, B, … Z, then numbers.
  private static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters.indices.contains(index) ? String(letters[index]) : String(index + 1)
  }

  private var key: HTML {
    let items = study.alternatives.enumerated().map { index, policy -> HTML in
      "<span class=\"mark\">\(Self.letter(index))</span> \(label(policy))"
    }
    return "<p class=\"key\">" + HTML(items.map { item -> HTML in "<span>\(item)</span> " })
      + "</p>\n"
  }

  private var burdenTable: HTML {
    let burdens = OutcomeWords.burdens + ["contacts_by_displaced_offenders"]
    let names = burdens.filter { burden in
      study.alternatives.contains { (study.difference($0.name, burden)?.difference ?? 0) != 0 }
    }
    let rows = study.alternatives.enumerated().map { index, policy -> [HTML] in
      [
        .text("\(Self.letter(index)) \(label(policy))"),
        change(study.difference(policy.name, OutcomeWords.headline)),
      ] + names.map { cell(study.difference(policy.name, $0)) }
    }
    return .table(
      TradeWords.chart(language),
      header: ["", words(OutcomeWords.headline)]
        + names.map { name in
          let unit = Outcomes.columns.first { $0.name == name }?.unit ?? ""
          return "\(words(name)), \(UnitLabels.difference(unit, language))"
        }, rows: rows)
  }

  /// Who is dominated in all objectives at once, and in how many pairs.
  private func domination(_ front: ParetoFront) -> HTML {
    let rows = front.dominations.map { found -> HTML in
      .text(
        TradeWords.dominated(
          language, label(study.policies[found.dominated]), label(study.policies[found.by]),
          numerals.percent(found.share)))
    }
    let all = TradeWords.objectives(language, objectives.map { words($0) }.joined(separator: ", "))
    return "<h3>\(TradeWords.dominatedTitle(language))</h3>\n" + .paragraph(.text(all))
      + (rows.isEmpty ? .paragraph(.text(TradeWords.nobody(language))) : .list(rows))
      + .paragraph(.text(TradeWords.uncertain(language)))
  }
}

private enum TradeWords {
  static let title = Phrase("Harm against burdens", "Préjudice et contreparties")
  static let introduction = Phrase(
    "Lower is less harm, further right is more burden. No policy is best by itself: the front shows between which ones the choice is one of values.",
    "Plus bas, moins de préjudice ; plus à droite, plus de contreparties. Aucune politique n’est la meilleure en soi : le front montre entre lesquelles le choix relève des valeurs."
  )
  static let chart = Phrase(
    "Change of unwanted contacts (up and down) and of each burden (left to right)",
    "Changement des contacts (de bas en haut) et de chaque contrepartie (de gauche à droite)")
  static let caption = Phrase(
    "Full discs are on the front of their panel: no other policy, nor doing nothing, is at least as good in both. Hollow discs are dominated there. Bars are the limits; a badge moved aside is tied to its place.",
    "Les disques pleins sont sur le front de leur cadre : aucune autre politique, ni l’inaction, n’est au moins aussi bonne sur les deux. Les disques vides y sont dominés. Barres : les limites ; une pastille décalée est reliée à sa place."
  )
  static let dominatedTitle = Phrase(
    "Dominated in everything at once", "Dominées en tout à la fois")
  static let objectives = Phrase(
    "Compared by their means in: {1}.", "Comparées par leurs moyennes selon : {1}.")
  static let dominated = Phrase(
    "“{1}” is dominated by “{2}”: in the means, and in {3} of the pairs taken one by one.",
    "« {1} » est dominée par « {2} » : en moyenne, et dans {3} des paires prises une à une.")
  static let nobody = Phrase(
    "No policy is dominated: each is better than every other in something.",
    "Aucune politique n’est dominée : chacune est meilleure que toute autre en quelque chose.")
  static let uncertain = Phrase(
    "A domination that holds in few pairs rests on middles of worlds that lie apart; where limits overlap, the order may turn.",
    "Une domination qui ne tient que dans peu de paires repose sur le milieu de mondes éloignés ; là où les limites se recouvrent, l’ordre peut s’inverser."
  )
}
