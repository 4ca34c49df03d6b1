import Experiment
import Simulation

extension StudyPage {
  /// Whether the runs begin to be counted late enough; nil where they are too short to tell.
  var warmUp: Section? {
    guard let found = study.warmUp else { return nil }
    let chart = warmUpChart(found)
    let days = { (count: Int) in numerals.number(Double(count)) }
    let words = found.suggested > found.simulated ? WarmUpWords.more : WarmUpWords.enough
    return Section(
      id: "warm-up", title: WarmUpWords.title(language),
      body: .paragraph(
        .text(words(language, days(found.suggested), days(found.simulated))))
        + figure(
          chart.picture, "warm-up", WarmUpWords.caption(language), table: warmUpTable(found)),
      pictures: [(name: "warm-up", picture: chart.picture)])
  }

  /// Contacts by day with their mean after the days suggested, and the error that chooses those.
  private func warmUpChart(_ found: WarmUp) -> CourseChart {
    let rest = found.contacts.dropFirst(found.suggested)
    let mean = rest.reduce(0, +) / Double(max(1, rest.count))
    let level = { (value: Double) in Course.Level(middle: value, mean: value, interval: nil) }
    let contacts = found.contacts.map(level)
    let means = contacts.indices.map { level($0 < found.suggested ? .nan : mean) }
    let errors = contacts.indices.map { level(found.error(from: $0) ?? .nan) }
    return CourseChart(
      title: WarmUpWords.chart(language),
      note: WarmUpWords.note(language, Counted.draws(language, found.draws)),
      panels: [
        CourseChart.Panel(
          title: WarmUpWords.contacts(language),
          lines: [
            .init(levels: means, isReference: true), .init(levels: contacts, isReference: false),
          ]),
        CourseChart.Panel(
          title: WarmUpWords.error(language),
          lines: [.init(levels: errors, isReference: false)]),
      ], starts: contacts.indices.map { Double($0) * 24 }, length: 24, sharesScale: false,
      language: language)
  }

  private func warmUpTable(_ found: WarmUp) -> HTML {
    let rows = found.contacts.indices.map { day -> [HTML] in
      [
        .text(numerals.number(Double(day + 1))), .text(numerals.number(found.contacts[day])),
        .text(found.error(from: day).map { numerals.number($0) } ?? ""),
      ]
    }
    return .table(
      WarmUpWords.chart(language), header: WarmUpWords.header.map { $0(language) }, rows: rows)
  }
}

private enum WarmUpWords {
  static let title = Phrase("Is the warm-up long enough?", "La mise en route suffit-elle ?")
  static let enough = Phrase(
    "Yes: leaving out the first {1} days makes the error of the mean least (MSER-5), and the study leaves out {2}.",
    "Oui : écarter les {1} premiers jours rend l’erreur de la moyenne la plus faible (MSER-5), et l’étude en écarte {2}."
  )
  static let more = Phrase(
    "Leaving out the first {1} days would make the error of the mean least (MSER-5), and the study leaves out {2}. The picture shows whether levels drift, or chance alone says so; effects are differences in pairs, in which most of a drift cancels.",
    "Écarter les {1} premiers jours rendrait l’erreur de la moyenne la plus faible (MSER-5), et l’étude en écarte {2}. L’image montre si les niveaux dérivent, ou si le hasard seul le suggère ; les effets sont des différences par paires, où l’essentiel d’une dérive s’annule."
  )
  static let chart = Phrase(
    "Unwanted contacts on the platform and at rivals under the baseline",
    "Contacts non désirés sur la plateforme et chez les concurrents dans la référence")
  static let contacts = Phrase("contacts a day", "contacts par jour")
  static let error = Phrase(
    "error of their mean, from that day on", "erreur de leur moyenne, à partir de ce jour")
  static let caption = Phrase(
    "Left: contacts by day since the beginning of the runs; dashed: their mean once the days suggested are left out. Right: the error of the mean from each fifth day on, least where counting should begin.",
    "À gauche : contacts par jour depuis le début des simulations ; en tirets : leur moyenne une fois écartés les jours suggérés. À droite : l’erreur de la moyenne à partir de chaque cinquième jour, la plus faible là où il faudrait commencer à compter."
  )
  static let note = Phrase(
    "In this model; means over {1}, those that were watched longest.",
    "Dans ce modèle ; moyennes sur {1}, ceux suivis le plus longtemps.")
  static let header = [
    Phrase("Day", "Jour"), Phrase("Contacts", "Contacts"),
    Phrase("Error from here", "Erreur à partir de là"),
  ]
}
