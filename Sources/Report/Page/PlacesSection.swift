import Experiment
import Simulation

extension StudyPage {
  /// Where harm went: here, in private, elsewhere, and what is in no sum.
  var places: Section {
    let chart = PlacesChart(
      title: PlaceWords.chart(language, UnitLabels.text("per 1,000 minors and month", language)),
      note: note, names: Labels.places.map { $0.words(language) },
      beside: PlaceWords.beside(language), rows: study.policies.map(placesRow), numerals: numerals)
    return Section(
      id: "places", title: PlaceWords.title(language),
      body: .paragraph(.text(PlaceWords.introduction(language)))
        + figure(chart.picture, "places", PlaceWords.caption(language), table: placesTable),
      pictures: [(name: "places", picture: chart.picture)])
  }

  private func placesRow(_ policy: StudyFolder.Policy) -> PlacesChart.Row {
    PlacesChart.Row(
      label: shortLabel(policy),
      parts: OutcomeWords.parts.map { study.mean(policy.name, $0)?.mean ?? 0 },
      beside: study.mean(policy.name, "contacts_by_displaced_offenders")?.mean ?? 0)
  }

  private var placesTable: HTML {
    let names =
      OutcomeWords.parts + [OutcomeWords.headline, "contacts_by_displaced_offenders"]
    return .table(
      PlaceWords.caption(language),
      header: [""] + Labels.places.map { $0.words(language) }
        + [PlaceWords.sum(language), PlaceWords.beside(language)],
      rows: study.policies.map { policy in
        [.text(label(policy))] + names.map { cell(study.mean(policy.name, $0)) }
      })
  }
}

private enum PlaceWords {
  static let title = Phrase("Where the harm goes", "Où va le préjudice")
  static let introduction = Phrase(
    "Here is the platform. Private channels follow a first contact here. Elsewhere stands for rivals and every other outside venue: people who are kept out or give up are harmed there at the reference’s rate. What offenders who are kept out would do elsewhere, to people outside this population, is in no sum and stands beside it.",
    "Ici désigne la plateforme. Le privé suit un premier contact ici. Ailleurs désigne les plateformes rivales et tout autre lieu extérieur : les personnes écartées ou qui renoncent y subissent un préjudice au taux de la référence. Ce que les auteurs écartés feraient ailleurs, envers des personnes hors de cette population, n’est dans aucune somme et figure à côté."
  )
  static let chart = Phrase(
    "Unwanted contacts to minors, {1}", "Contacts non désirés envers des mineurs, {1}")
  static let beside = Phrase(
    "by offenders kept out, to others", "par les auteurs écartés, envers d’autres")
  static let sum = Phrase("sum", "somme")
  static let caption = Phrase(
    "Parts of the sum in one bar (the figure is the sum of means); below it, in white, contacts by offenders kept out, to others. Levels are assumed.",
    "Parts de la somme en une barre (le nombre est la somme des moyennes) ; dessous, en blanc, les contacts par les auteurs écartés, envers d’autres. Les niveaux sont supposés."
  )
}
