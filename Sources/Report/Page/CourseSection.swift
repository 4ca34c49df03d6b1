import Experiment
import Simulation

extension StudyPage {
  /// The course over the window; nil where the folder has none.
  var course: Section? {
    guard let course = study.course, let reference = study.reference, course.starts.count > 1
    else { return nil }
    var body: HTML = .paragraph(.text(introduction))
    var pictures: [(name: String, picture: SVG)] = []
    for chart in charts(course, reference) {
      pictures.append((name: chart.name, picture: chart.chart.picture))
      body =
        body
        + figure(
          chart.chart.picture, chart.name, chart.caption, table: courseTable(chart.chart, course))
    }
    return Section(
      id: "course", title: CourseWords.title(language), body: body, pictures: pictures)
  }

  private var introduction: String {
    let isFixed = study.intervalKind == .chance
    return (isFixed ? CourseWords.overRuns : CourseWords.overDraws)(language)
      + " " + CourseWords.moments(language)
  }

  private typealias Chart = (name: String, chart: CourseChart, caption: String)

  private func charts(_ course: Course, _ reference: StudyFolder.Policy) -> [Chart] {
    var charts: [Chart] = []
    let isAlone = study.alternatives.isEmpty
    let contacts = isAlone ? study.policies[...] : study.alternatives
    charts.append(
      (
        name: "contacts-course",
        chart: chart(
          CourseWords.contacts(language), sharesScale: true, course,
          contacts.map { panel(shortLabel($0), $0, OutcomeName.unwantedContactsCount, course) }),
        caption: isAlone
          ? CourseWords.contactsCaption(language)
          : CourseWords.contactsCompared(language, label(reference))
      ))
    let people = OutcomeWords.people.map { name in
      CourseChart.Panel(
        title: words(name).capitalizedFirst, lines: [line(reference, name, course, false)])
    }
    charts.append(
      (
        name: "people-course",
        chart: chart(CourseWords.people(language), sharesScale: false, course, people),
        caption: CourseWords.peopleCaption(language, label(reference))
      ))
    charts += rivalsCharts(course)
    let watched = study.policies.filter { policy in
      course.levels(policy.name, "open_cases").contains { ($0.interval?.high ?? $0.middle) > 0 }
    }
    if !watched.isEmpty {
      let panels = watched.map {
        CourseChart.Panel(title: shortLabel($0), lines: [line($0, "open_cases", course, false)])
      }
      charts.append(
        (
          name: "cases-course",
          chart: chart(CourseWords.cases(language), sharesScale: false, course, panels),
          caption: CourseWords.casesCaption(language)
        ))
    }
    return charts
  }

  /// Who is at the rivals, and who is harmed there; nothing where there are none.
  private func rivalsCharts(_ course: Course) -> [Chart] {
    let series = [
      (OutcomeName.onlineRivals, "rivals-course", CourseWords.atRivals),
      (OutcomeName.unwantedContactsRivalsCount, "rivals-contacts-course", CourseWords.harmAtRivals),
    ]
    return series.compactMap { name, file, words in
      let isThere = study.policies.contains { policy in
        course.levels(policy.name, name).contains { $0.middle > 0 }
      }
      guard isThere else { return nil }
      let shown = study.alternatives.isEmpty ? study.policies[...] : study.alternatives
      let panels = shown.map { panel(shortLabel($0), $0, name, course) }
      return (
        name: file, chart: chart(words(language), sharesScale: true, course, panels),
        caption: words(language) + "."
      )
    }
  }

  private func chart(
    _ title: String, sharesScale: Bool, _ course: Course, _ panels: [CourseChart.Panel]
  ) -> CourseChart {
    CourseChart(
      title: title, note: note, panels: panels, starts: course.starts, length: course.length,
      sharesScale: sharesScale, language: language)
  }

  private func panel(
    _ title: String, _ policy: StudyFolder.Policy, _ series: String, _ course: Course
  ) -> CourseChart.Panel {
    var lines = [line(policy, series, course, false)]
    if let reference = study.reference, reference.name != policy.name {
      lines.insert(line(reference, series, course, true), at: 0)
    }
    return CourseChart.Panel(title: title, lines: lines)
  }

  /// Counts as rates per hour; levels as they are.
  private func line(
    _ policy: StudyFolder.Policy, _ series: String, _ course: Course, _ isReference: Bool
  ) -> CourseChart.Line {
    let scale = series.hasSuffix("_count") && course.length > 0 ? 1 / course.length : 1
    let levels = course.levels(policy.name, series).map { $0.scaled(by: scale) }
    return CourseChart.Line(levels: levels, isReference: isReference)
  }

  private func courseTable(_ chart: CourseChart, _ course: Course) -> HTML {
    let lines = chart.panels.compactMap(\.lines.last)
    let rows = course.starts.indices.map { period -> [HTML] in
      let hours = course.starts[period], day = (hours / 24).rounded(.down)
      let clock = numerals.number(((hours - day * 24) * 10).rounded() / 10)
      let name = CourseWords.period(language, numerals.number(day + 1), clock)
      return [.text(name)]
        + lines.map { cell($0, period) }
    }
    return .table(
      chart.title, header: [CourseWords.from(language)] + chart.panels.map(\.title), rows: rows)
  }
}

extension StudyPage {
  /// A line's median in one period with its limits; undefined where the line is shorter.
  func cell(_ line: CourseChart.Line, _ period: Int) -> HTML {
    guard line.levels.indices.contains(period) else { return .text(NumberText.undefined) }
    let level = line.levels[period]
    return limited(
      numerals.number(level.middle), level.interval.map { numerals.number($0.low) },
      level.interval.map { numerals.number($0.high) })
  }
}

extension Course.Level {
  /// The same in another unit.
  func scaled(by scale: Double) -> Course.Level {
    Course.Level(
      middle: middle * scale, mean: mean * scale,
      interval: interval.map {
        Interval(estimate: $0.estimate * scale, low: $0.low * scale, high: $0.high * scale)
      })
  }
}

private enum CourseWords {
  static let title = Phrase("The course of the window", "Le cours de la fenêtre")
  static let overDraws = Phrase(
    "Medians over plausible worlds in equal periods of the window. A band holds 95 % of the worlds in its period (where draws are few, from the least to the greatest): each period by itself, so that no single world need run along its edge.",
    "Médianes des mondes plausibles par périodes égales de la fenêtre. Une bande contient 95 % des mondes dans sa période (si les tirages sont peu nombreux, du plus petit au plus grand) : chaque période pour elle-même, si bien qu’aucun monde ne longe forcément son bord."
  )
  static let overRuns = Phrase(
    "Medians over replicates in equal periods of the window; bands are 95 % errors of the mean over chance alone.",
    "Médianes des réplications par périodes égales de la fenêtre ; les bandes sont des erreurs à 95 % de la moyenne, hasard seul."
  )
  static let moments = Phrase(
    "Only what happens on the platform is shown by its moment; private and displaced harm is in the totals.",
    "Seul ce qui arrive sur la plateforme est montré à son moment ; le préjudice privé ou déplacé est dans les totaux."
  )
  static let contacts = Phrase(
    "Unwanted sexual contacts to minors on the platform, per hour",
    "Contacts sexuels non désirés envers des mineurs sur la plateforme, par heure")
  static let contactsCaption = Phrase(
    "Unwanted contacts by hour of the window.", "Contacts non désirés par heure de la fenêtre.")
  static let contactsCompared = Phrase(
    "Unwanted contacts under each policy (line and band), and under “{1}” (dashed grey line).",
    "Contacts non désirés sous chaque politique (ligne et bande), et sous « {1} » (ligne grise en tirets)."
  )
  static let atRivals = Phrase(
    "People on line at all rivals, dashed under the reference",
    "Personnes en ligne chez tous les concurrents, en tirets sous la référence")
  static let harmAtRivals = Phrase(
    "Unwanted contacts to minors at rivals, an hour, dashed under the reference",
    "Contacts non désirés envers des mineurs chez les concurrents, par heure, en tirets sous la référence"
  )
  static let people = Phrase("People on line", "Personnes en ligne")
  static let peopleCaption = Phrase(
    "People on line under “{1}”, each panel with its own scale.",
    "Personnes en ligne sous « {1} », chaque cadre à sa propre échelle.")
  static let cases = Phrase("Cases waiting or in review", "Dossiers en attente ou à l’examen")
  static let casesCaption = Phrase(
    "Cases waiting or in review, each panel with its own scale: a queue that grows is a promise not kept.",
    "Dossiers en attente ou à l’examen, chaque cadre à sa propre échelle : une file qui s’allonge est une promesse non tenue."
  )
  static let period = Phrase("day {1}, {2} h", "jour {1}, {2} h")
  static let from = Phrase("From", "À partir de")
}
