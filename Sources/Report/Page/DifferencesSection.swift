import Experiment
import Simulation

extension StudyPage {
  /// Paired differences: interval bars of the headline, and the table of harms and burdens.
  var differences: Section? {
    guard !study.alternatives.isEmpty else { return nil }
    let picture = changes.picture
    return Section(
      id: "differences", title: DifferenceWords.title(language),
      body: .paragraph(.text(DifferenceWords.pairs(language)))
        + figure(
          picture, "differences", DifferenceWords.caption(language), table: changeTable)
        + differenceTables,
      pictures: [(name: "differences", picture: picture)])
  }

  private var changes: IntervalChart {
    var chart = IntervalChart(
      title: DifferenceWords.chart(language, words(OutcomeWords.headline)), note: note,
      series: [DifferenceWords.all(language), DifferenceWords.here(language)],
      rows: study.alternatives.map { policy in
        IntervalChart.Row(
          shortLabel(policy),
          [OutcomeWords.headline, OutcomeName.unwantedContactsHere].map { outcome in
            study.difference(policy.name, outcome)?.ratio.flatMap {
              IntervalChart.Bar($0, minus: 1)
            }
          })
      })
    chart.language = language
    return chart
  }

  private var changeTable: HTML {
    .table(
      DifferenceWords.caption(language),
      header: ["", DifferenceWords.all(language), DifferenceWords.here(language)],
      rows: study.alternatives.map { policy in
        [
          .text(label(policy)), change(study.difference(policy.name, OutcomeWords.headline)),
          change(study.difference(policy.name, OutcomeName.unwantedContactsHere)),
        ]
      })
  }

  /// One table for each policy, closed until asked for.
  private var differenceTables: HTML {
    let tables = study.alternatives.map { policy -> HTML in
      let rows = names.compactMap { name -> [HTML]? in
        guard let row = study.difference(policy.name, name) else { return nil }
        return [
          .text(words(name).capitalizedFirst), cell(row),
          .text(UnitLabels.difference(row.column.unit, language)), change(row),
          .text(numerals.percent(row.estimate?.pLess)),
          .text(numerals.number(row.estimate?.correlation)),
        ]
      }
      return """
        <details><summary>\(label(policy))</summary>
        \(.table(DifferenceWords.rows(language, label(policy)), header: header, rows: rows, words: [2]))\
        </details>

        """
    }
    return "<h3>\(DifferenceWords.tables(language))</h3>\n" + HTML(tables)
      + .paragraph(.text(DifferenceWords.more(language)))
  }

  private var header: [String] {
    [
      DifferenceWords.outcome(language), DifferenceWords.difference(language),
      PageWords.unit(language), DifferenceWords.ratio(language), DifferenceWords.better(language),
      DifferenceWords.correlation(language),
    ]
  }

  private var names: [String] {
    [OutcomeWords.headline] + OutcomeWords.parts + [
      "contacts_by_displaced_offenders", "exposure_rate", "meetings_expected",
      "contact_offences_expected", "proceedings_expected",
    ] + OutcomeWords.burdens + ["minors_admitted", "offenders_admitted", "backlog"]
  }
}

private enum DifferenceWords {
  static let title = Phrase("Paired differences", "Différences par paires")
  static let pairs = Phrase(
    "Every policy meets the same people at the same moments, with the same draws of uncertain parameters: a difference within a pair is the policy’s.",
    "Chaque politique rencontre les mêmes personnes aux mêmes moments, avec les mêmes tirages des paramètres incertains : une différence au sein d’une paire vient de la politique."
  )
  static let caption = Phrase(
    "Change of unwanted sexual contacts to minors against the reference. An interval that holds 0 % shows no clear change.",
    "Changement des contacts sexuels non désirés envers des mineurs par rapport à la référence. Un intervalle qui contient 0 % ne montre pas de changement net."
  )
  static let chart = Phrase("Change of {1}", "Changement des {1}")
  static let all = Phrase(
    "all venues, with harm displaced elsewhere", "tous lieux, préjudice déplacé compris")
  static let here = Phrase("on the platform alone", "sur la plateforme seule")
  static let tables = Phrase(
    "Harms, burdens and access, policy by policy",
    "Préjudices, contreparties et accès, politique par politique")
  static let rows = Phrase(
    "{1}: differences from the reference, medians with their limits",
    "{1} : différences avec la référence, médianes et leurs limites")
  static let more = Phrase(
    "All outcomes are in differences.csv. There are no p-values: replicates of a model are not evidence about the world.",
    "Tous les résultats sont dans differences.csv. Il n’y a pas de valeurs p : les réplications d’un modèle ne prouvent rien sur le monde."
  )
  static let outcome = Phrase("Outcome", "Résultat")
  static let difference = Phrase("Difference", "Différence")
  static let ratio = Phrase("Change", "Changement")
  static let better = Phrase("Worlds with less", "Mondes où il y en a moins")
  static let correlation = Phrase("Correlation of pairs", "Corrélation des paires")
}
