import Experiment
import Simulation

extension StudyPage {
  /// One picture and four lines for somebody in a hurry; nil where nothing is compared.
  var glance: Section? {
    guard let reference = study.reference, !study.alternatives.isEmpty else { return nil }
    let burdens = study.alternatives.map(glanceBurdens)
    let chart = glanceChart(reference, burdens)
    let lines = [clearLine, movingLine, assumedLine, turningLine] + [fewerLine].compactMap { $0 }
    return Section(
      id: "glance", title: GlanceWords.title(language),
      body: HTML(warnings.map { HTML.notice($0) })
        + figure(
          chart.picture, narrow: chart.narrow, "glance",
          GlanceWords.caption(language, label(reference)),
          table: glanceTable(chart, burdens))
        + .list(lines), pictures: [(name: "glance", picture: chart.picture)])
  }

  private static let headlines = [OutcomeWords.headline, OutcomeWords.serious]

  private func glanceChart(
    _ reference: StudyFolder.Policy, _ burdens: [[[DifferenceRow?]]]
  ) -> GlanceChart {
    let rows = zip(study.alternatives, burdens).map { policy, burdens in
      GlanceChart.Row(
        label: shortLabel(policy),
        changes: Self.headlines.map { study.difference(policy.name, $0)?.changeReach },
        burdens: burdens.map { numbers in
          numbers.map { row in
            GlanceChart.Burden(
              size: row?.differenceReach?.middle, text: numerals.short(row?.differenceReach))
          }
        })
    }
    let isAnyUndefined = rows.contains { $0.changes.contains { $0 == nil } }
    return GlanceChart(
      title: GlanceWords.chart(language, shortLabel(reference)),
      notes: [GlanceWords.units(language), GlanceWords.talks(language)]
        + (isAnyUndefined ? [GlanceWords.often(language)] : [])
        + [note],
      headlines: [GlanceWords.contacts(language), GlanceWords.serious(language)],
      columns: GlanceWords.columns.map { column in
        GlanceChart.Column(
          head: column.head(language), names: column.names.map { $0(language) },
          width: column.width)
      }, rows: rows, undefined: GlanceWords.noRatio(language), numerals: numerals)
  }

  /// The picture's numbers, with the limits of the burdens.
  private func glanceTable(_ chart: GlanceChart, _ burdens: [[[DifferenceRow?]]]) -> HTML {
    let rows = zip(study.alternatives, burdens).map { policy, burdens -> [HTML] in
      let changes = Self.headlines.map { study.difference(policy.name, $0)?.changeReach }
      return [.text(label(policy))]
        + changes.map { .text($0.map { numerals.change($0) } ?? chart.undefined) }
        + burdens.flatMap { $0 }.map { .text(numerals.difference($0?.differenceReach)) }
    }
    let heads = chart.columns.flatMap { column in
      column.names.map { "\(column.head): \($0)" }
    }
    return .table(
      GlanceWords.units(language) + " " + GlanceWords.talks(language),
      header: [GlanceWords.policy(language)] + chart.headlines + heads, rows: Array(rows))
  }

  // MARK: Four lines

  /// What is clear, and in how many worlds the rest has less.
  private var clearLine: HTML {
    let contacts = sides(OutcomeWords.headline), serious = sides(OutcomeWords.serious)
    let said: [(Phrase, [String])] = [
      (GlanceWords.fewer, contacts.less), (GlanceWords.more, contacts.more),
      (GlanceWords.lessSerious, serious.less), (GlanceWords.moreSerious, serious.more),
    ]
    let clear = said.filter { !$0.1.isEmpty }.map { $0.0(language, list($0.1)) }
    let first =
      clear.isEmpty
      ? GlanceWords.nothingClear(language)
      : GlanceWords.clear(language, clear.joined(separator: "; "))
    let unclear = contacts.unclear.isEmpty ? "" : " " + unclearWorlds(contacts.unclear)
    let other = clear.isEmpty || serious.unclear.isEmpty ? "" : " " + unclearSerious(serious)
    let undefined =
      contacts.undefined.isEmpty
      ? "" : " " + GlanceWords.undefined(language, list(contacts.undefined))
    return strong(GlanceWords.clearHead, first + unclear + other + undefined)
  }

  private typealias Sides = (
    less: [String], more: [String], unclear: [StudyFolder.Policy], undefined: [String]
  )

  private func sides(_ outcome: String) -> Sides {
    var found: Sides = ([], [], [], [])
    for policy in study.alternatives {
      guard let row = study.difference(policy.name, outcome), let size = row.difference else {
        found.undefined.append(shortLabel(policy))
        continue
      }
      if size == 0 || !PolicyWords.moved(row) {
        found.unclear.append(policy)
      } else if size < 0 {
        found.less.append(shortLabel(policy))
      } else {
        found.more.append(shortLabel(policy))
      }
    }
    return found
  }

  private func unclearWorlds(_ policies: [StudyFolder.Policy]) -> String {
    let words = policies.map { policy -> String in
      let estimate = study.difference(policy.name, OutcomeWords.headline)?.estimate
      guard let estimate, estimate.draws > 1, let less = estimate.pLess else {
        return shortLabel(policy)
      }
      return GlanceWords.worlds(
        language, shortLabel(policy), numerals.number(less * Double(estimate.draws)),
        numerals.number(Double(estimate.draws)))
    }
    return GlanceWords.unclear(language, list(words))
  }

  private func unclearSerious(_ sides: Sides) -> String {
    sides.less.isEmpty && sides.more.isEmpty
      ? GlanceWords.noSerious(language)
      : GlanceWords.unclearSerious(language, list(sides.unclear.map(shortLabel)))
  }

  /// Which effects are still on their way when the window ends.
  private var movingLine: HTML {
    let effects = study.alternatives.map { policy in
      (shortLabel(policy), study.difference(policy.name, OutcomeWords.headline)?.settled)
    }
    return strong(
      GlanceWords.movingHead, GlanceWords.movement(effects, language) + (followed ?? ""))
  }

  /// What the policies that were watched for longer have come to by then.
  private var followed: String? {
    guard let days = study.followedDays else { return nil }
    let rows = study.alternatives.compactMap { policy in
      study.difference(policy.name, OutcomeWords.headline, .followUp).map { (policy, $0) }
    }
    guard let draws = rows.first?.1.estimate?.draws else { return nil }
    let words = rows.map { policy, row in
      "\(shortLabel(policy)) \(row.changeReach.map { numerals.change($0) } ?? NumberText.undefined)"
    }
    return " "
      + GlanceWords.followed(
        language, numerals.number(days), Counted.draws(language, draws),
        words.joined(separator: "; "))
  }

  private var assumedLine: HTML {
    let (assumed, all) = assumedInputs
    let drawn = numerals.number(Double(study.runs.drawn.count))
    let rest =
      study.runs.drawn.isEmpty || study.intervalKind == .chance
      ? GlanceWords.fixed(language) : GlanceWords.drawn(language, drawn)
    return strong(GlanceWords.assumedHead, GlanceWords.assumed(language, assumed, all) + " " + rest)
  }

  /// Inputs at one end of which most worlds have less, and at the other few.
  private var turningLine: HTML {
    let draws = study.provenance.draws
    guard study.intervalKind != .chance, draws >= ExplainedShare.fewest else {
      let fewest = numerals.number(Double(ExplainedShare.fewest))
      return strong(
        GlanceWords.turningHead,
        GlanceWords.tooFew(language, fewest, Counted.draws(language, draws)))
    }
    let found = study.compared.compactMap { policy -> String? in
      let turning = study.drivers(of: policy).filter { $0.finding.isTold && $0.finding.turnsSign }
      if turning.isEmpty { return nil }
      let names = turning.map { study.label(drawnAs: $0.row.parameter, language) }
      return GlanceWords.turns(language, shortLabel(policy), list(names))
    }
    return strong(
      GlanceWords.turningHead,
      found.isEmpty
        ? GlanceWords.noTurn(language, Counted.draws(language, draws))
        : found.joined(separator: "; ") + ".")
  }

  /// Policies with fewer draws than the study, which were known well enough or of which runs failed.
  private var fewerLine: HTML? {
    let fewer = study.alternatives.compactMap { policy -> String? in
      guard let own = study.difference(policy.name, OutcomeWords.headline)?.estimate?.draws,
        own < study.provenance.draws
      else { return nil }
      return "\(shortLabel(policy)) (\(numerals.number(Double(own))))"
    }
    let all = Counted.draws(language, study.provenance.draws)
    return fewer.isEmpty
      ? nil : strong(GlanceWords.fewerDrawsHead, GlanceWords.fewerDraws(language, all, list(fewer)))
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private func strong(_ head: Phrase, _ words: String) -> HTML {
    "<strong>\(head(language))</strong> \(words)"
  }
}
