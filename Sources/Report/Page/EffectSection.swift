import Experiment
import Simulation

extension StudyPage {
  /// How effects came about day by day, and whether they have come to rest; nil where nothing is told.
  var effect: Section? {
    guard study.settlings.contains(where: { $0.days.count > 1 }) else { return nil }
    let charts = [Period.window, .followUp].compactMap(effectChart)
    let body =
      HTML.paragraph(.text(EffectWords.introduction(language))) + restTable
      + HTML(
        charts.map { period, chart in
          figure(
            chart.picture, Self.name(period), caption(period),
            table: daysTable(chart))
        })
    return Section(
      id: "effect", title: EffectWords.title(language), body: body,
      pictures: charts.map { (name: Self.name($0), picture: $1.picture) })
  }

  private static func name(_ period: Period) -> String {
    period == .followUp ? "effect-follow-up" : "effect"
  }

  private func caption(_ period: Period) -> String {
    (period == .followUp ? EffectWords.followUpCaption : EffectWords.caption)(language)
  }

  /// One panel for each policy that is looked at so long.
  private func effectChart(_ period: Period) -> (Period, CourseChart)? {
    let found = study.alternatives.compactMap { policy in
      study.settling(policy.name, period).map { (policy, $0) }
    }
    let count = found.map(\.1.days.count).max() ?? 0
    guard count > 1 else { return nil }
    let level = CourseChart.Line(
      levels: (0..<count).map { _ in Course.Level(middle: 100, mean: 100, interval: nil) },
      isReference: true)
    let panels = found.map { policy, settling in
      CourseChart.Panel(
        title: shortLabel(policy),
        lines: [level, .init(levels: settling.days.map(Self.level), isReference: false)])
    }
    return (
      period,
      CourseChart(
        title: EffectWords.chart(language), note: note(period, found.map(\.1)), panels: panels,
        starts: (0..<count).map { Double($0) * 24 }, length: 24, sharesScale: true,
        mostOfBands: Self.mostOfBands, language: language)
    )
  }

  /// Where bands are cut off, in per cent of the baseline's contacts; `EffectWords.cut` says it.
  private static let mostOfBands = 200.0

  private func note(_ period: Period, _ found: [Settling]) -> String {
    let draws = found.compactMap(\.days.first?.draws).max() ?? 0
    let isCut = found.contains { $0.days.contains { ($0.ui?.high ?? 0) * 100 > Self.mostOfBands } }
    return
      (period == .followUp
      ? EffectWords.followUpNote(language, Counted.draws(language, draws)) : note)
      + (isCut ? " " + EffectWords.cut(language) : "")
  }

  /// What is left of the contacts, in per cent of the baseline's.
  private static func level(_ day: Settling.Day) -> Course.Level {
    let middle = (day.median ?? .nan) * 100
    let limits = day.ui.flatMap { ui in
      ui.low.flatMap { low in
        ui.high.map { Interval(estimate: middle, low: low * 100, high: $0 * 100) }
      }
    }
    return Course.Level(middle: middle, mean: middle, interval: limits)
  }

  /// A row for each policy and period.
  private var restTable: HTML {
    let rows = study.settlings.filter { $0.third > 0 }.map { found -> [HTML] in
      let policy = study.policies.first { $0.name == found.scenario }
      return [
        .text(policy.map(label) ?? found.scenario),
        .text(numerals.number(Double(found.days.count))),
        .text(EffectWords.rest(found.isSettled)(language)),
        .text(numerals.change(found.first)),
        .text(numerals.change(found.last)),
        .text(numerals.signed(found.pointsAWeek)),
        .text(found.halfTime.map { numerals.number(Double($0)) } ?? NumberText.undefined),
      ]
    }
    return .table(
      EffectWords.table(language), header: EffectWords.header.map { $0(language) }, rows: rows)
  }

  /// The picture's numbers, a row for each day.
  private func daysTable(_ chart: CourseChart) -> HTML {
    let rows = chart.starts.indices.map { day -> [HTML] in
      [.text(numerals.number(Double(day + 1)))]
        + chart.panels.compactMap(\.lines.last).map { cell($0, day) }
    }
    return .table(
      chart.title, header: [EffectWords.day(language)] + chart.panels.map(\.title), rows: rows)
  }
}

private enum EffectWords {
  static let title = Phrase("How the effects came about", "Comment les effets sont apparus")
  static let introduction = Phrase(
    "Contacts on the platform, and at its rivals where it has any, on each day since the policy began, over those of the baseline on the same day. At rest: from the second to the last third of the days the effect moves by less than two points a week, and what remains by less than a tenth. At first: in the first week, or third where that is shorter. Policies that were watched for longer have a row for the draws in which they were.",
    "Contacts sur la plateforme, et chez ses concurrents si elle en a, chaque jour depuis le début de la politique, rapportés à ceux de la référence le même jour. Stabilisé : du deuxième au dernier tiers des jours, l’effet bouge de moins de deux points par semaine, et le reste de moins d’un dixième. Au début : la première semaine, ou le premier tiers s’il est plus court. Les politiques suivies plus longtemps ont une ligne pour les tirages où elles l’ont été."
  )
  static let chart = Phrase(
    "Contacts on the platform and at rivals, in % of the baseline’s on the same day",
    "Contacts sur la plateforme et chez les concurrents, en % de ceux de la référence le même jour")
  static let caption = Phrase(
    "What is left of the contacts, day by day of the window; dashed: the baseline.",
    "Ce qui reste des contacts, jour par jour de la fenêtre ; en tirets : la référence.")
  static let followUpCaption = Phrase(
    "The same for the policies that were watched for longer.",
    "De même pour les politiques suivies plus longtemps.")
  static let followUpNote = Phrase(
    "In this model, {1}; the band: limits of plausible worlds, day by day.",
    "Dans ce modèle, {1} ; la bande : limites des mondes plausibles, jour par jour.")
  static let cut = Phrase(
    "Bands are cut off at 200 %.", "Les bandes sont coupées à 200 %.")
  static let table = Phrase("Whether effects have come to rest", "Si les effets sont stabilisés")
  static let day = Phrase("Day", "Jour")
  static let header = [
    Phrase("Policy", "Politique"), Phrase("Days", "Jours"), Phrase("At rest", "Stabilisé"),
    Phrase("Change at first", "Variation au début"),
    Phrase("Change in the last third", "Variation dans le dernier tiers"),
    Phrase("Points a week", "Points par semaine"),
    Phrase("Half of it on day", "La moitié le jour"),
  ]

  static func rest(_ isSettled: Bool?) -> Phrase {
    switch isSettled {
    case true?: Phrase("yes", "oui")
    case false?: Phrase("no, it still moves", "non, il bouge encore")
    case nil: Phrase("nobody can tell", "personne ne peut le dire")
    }
  }
}
