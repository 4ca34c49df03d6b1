import Experiment
import Simulation

extension StudyPage {
  /// The reference beside what sources say; nil where nobody wrote it down.
  var patterns: Section? {
    guard !study.targets.isEmpty, let reference = study.reference else { return nil }
    var rows: [String: SummaryRow] = [:]
    for column in Outcomes.columns { rows[column.name] = study.mean(reference.name, column.name) }
    let table = PatternTable(targets: study.targets, rows: rows, language: language)
    return Section(
      id: "patterns", title: PatternWords.title(language),
      body: .paragraph(.text(PatternWords.introduction(language, label(reference))))
        + .table(
          PatternWords.caption(language), header: table.header + [PatternWords.source(language)],
          rows: zip(table.cells, study.targets).map { cells, target in
            cells.map { HTML.text($0) } + ["<span lang=\"en\">\(target.source)</span>"]
          }, words: [4, 5, 6, 7]))
  }
}

private enum PatternWords {
  static let title = Phrase("Beside the sources", "Face aux sources")
  static let introduction = Phrase(
    "“{1}” beside what sources say of the platform. Fitted: parameters were set so that it holds. Predicted: nothing was set by it, and a miss is a finding. Sources describe the whole platform: a study of fewer people must miss the counts.",
    "« {1} » face à ce que les sources disent de la plateforme. Ajusté : des paramètres ont été réglés pour cela. Prédit : rien n’a été réglé par là, et un écart est un résultat. Les sources décrivent la plateforme entière : une étude avec moins de personnes manque forcément les nombres."
  )
  static let caption = Phrase(
    "Patterns: targets and estimates", "Repères : cibles et estimations")
  static let source = Phrase("source", "source")
}
