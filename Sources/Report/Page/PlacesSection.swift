import Experiment
import Simulation

extension StudyPage {
  /// Letters of the rivals; empty where one outside venue stands for them.
  private var rivals: [String] {
    OutcomeWords.rivals { name in
      study.policies.contains { study.mean($0.name, name)?.mean?.isFinite ?? false }
    }
  }

  /// Where harm went: here, in private, elsewhere or at each rival, and what is in no sum.
  var places: Section {
    let rivals = rivals
    let chart = PlacesChart(
      title: PlaceWords.chart(language, UnitLabels.text("per 1,000 minors and month", language)),
      note: note, names: Labels.parts(rivals: rivals).map { $0(language) },
      beside: rivals.isEmpty ? PlaceWords.beside(language) : nil,
      rows: study.policies.map { placesRow($0, rivals) }, numerals: numerals)
    let words = rivals.isEmpty ? PlaceWords.introduction : PlaceWords.amongRivals
    return Section(
      id: "places", title: PlaceWords.title(language),
      body: .paragraph(.text(words(language)))
        + figure(chart.picture, "places", caption(rivals), table: placesTable(rivals)),
      pictures: [(name: "places", picture: chart.picture)])
  }

  private func caption(_ rivals: [String]) -> String {
    (rivals.isEmpty ? PlaceWords.caption : PlaceWords.captionAmongRivals)(language)
  }

  private func placesRow(
    _ policy: StudyFolder.Policy, _ rivals: [String]
  ) -> PlacesChart.Row {
    PlacesChart.Row(
      label: shortLabel(policy),
      parts: OutcomeWords.parts(rivals: rivals).map { study.mean(policy.name, $0)?.mean ?? 0 },
      beside: rivals.isEmpty
        ? study.mean(policy.name, "contacts_by_displaced_offenders")?.mean ?? 0 : 0)
  }

  private func placesTable(_ rivals: [String]) -> HTML {
    let beside = rivals.isEmpty ? ["contacts_by_displaced_offenders"] : []
    let names = OutcomeWords.parts(rivals: rivals) + [OutcomeWords.headline] + beside
    return .table(
      caption(rivals),
      header: [""] + Labels.parts(rivals: rivals).map { $0(language) }
        + [PlaceWords.sum(language)] + beside.map { _ in PlaceWords.beside(language) },
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
  static let amongRivals = Phrase(
    "Here is the platform. People choose among the platform and its rivals: whoever is kept out goes on at a rival or stays off line, and offenders meet the minors of the rival there. Private channels follow a first contact anywhere. Minors are those of all venues.",
    "Ici désigne la plateforme. Les personnes choisissent entre la plateforme et ses concurrents : qui est écarté continue chez un concurrent ou reste hors ligne, et les auteurs y rencontrent les mineurs du concurrent. Le privé suit un premier contact, où que ce soit. Les mineurs sont ceux de tous les lieux."
  )
  static let captionAmongRivals = Phrase(
    "Parts of the sum in one bar (the figure is the sum of means). Levels are assumed.",
    "Parts de la somme en une barre (le nombre est la somme des moyennes). Les niveaux sont supposés."
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
