import Experiment
import Simulation

/// A fit as one page that needs nothing from outside: the targets beside the model, what was learnt, the ridge, how
/// it was found.
public struct CalibrationPage: Sendable {
  let fit: CalibrationFolder
  let language: Language
  let numerals: Numerals

  /// A page about a finished fit.
  public init(_ fit: CalibrationFolder, language: Language) {
    (self.fit, self.language, numerals) = (fit, language, Numerals(language))
  }

  /// Inputs that the page's table has; inputs.csv has all.
  private static let most = 12

  /// The file: one HTML document.
  public var document: String {
    let facts = fit.provenance
    return PageFrame(
      language: language, title: FitWords.title(language, Labels.scenario(fit.title, language)),
      subtitle: FitWords.subtitle(language, facts.study, String(facts.seed))
    )
    .page(
      [targets, learnt] + [ridge].compactMap { $0 } + [
        steps, .limits(language), .origin(facts, language),
      ]
    ).markup
  }

  /// Each figure as a file of its own: name and content.
  public var figures: [(name: String, svg: String)] {
    [chart].compactMap { $0 }.map { ("ridge.svg", $0.picture.document) }
  }

  private var targets: PageSection {
    let rows = fit.patterns.map { own -> [HTML] in
      [
        OutcomeLabels.text(own.target.outcome, language), range(own.target), text(own.prior),
        text(own.plausible), UnitLabels.text(own.target.unit, language),
        PatternTable.role(own.target.role.rawValue, language),
        PatternTable.verdict(own.verdict, language),
      ].map { HTML.text($0) } + ["<span lang=\"en\">\(own.target.source)</span>"]
    }
    return PageSection(
      id: "patterns", title: FitWords.patterns(language),
      body: .paragraph(.text(FitWords.patternsIntroduction(language)))
        + .table(
          FitWords.patterns(language),
          header: FitWords.header.map { $0(language) }, rows: rows, words: [4, 5, 6, 7]))
  }

  private func text(_ spread: CalibrationFindings.Spread) -> String {
    numerals.bracketed(
      numerals.number(spread.median), spread.low.isFinite ? numerals.number(spread.low) : nil,
      spread.high.isFinite ? numerals.number(spread.high) : nil)
  }

  private func range(_ own: Target) -> String {
    switch (own.low ?? own.target, own.high ?? own.target) {
    case (let low?, let high?) where low == high: numerals.number(low)
    case (let low?, let high?): numerals.limits(numerals.number(low), numerals.number(high))
    case (let low?, nil): "≥ " + numerals.number(low)
    case (nil, let high?): "≤ " + numerals.number(high)
    case (nil, nil): ""
    }
  }

  private var learnt: PageSection {
    let most = fit.learnt.sorted { $0.size > $1.size }.prefix(Self.most)
    return PageSection(
      id: "learnt", title: FitWords.learnt(language),
      body: .paragraph(.text(FitWords.learntIntroduction(language)))
        + .table(
          FitWords.learnt(language), header: FitWords.learntHeader.map { $0(language) },
          rows: most.map { own in
            [
              ParameterLabels.text(own.input, language), text(own.prior), text(own.plausible),
              own.unit, numerals.number(own.moved), numerals.percent(own.narrower),
            ].map { HTML.text($0) }
          }, words: [3]))
  }

  private var chart: RidgeChart? {
    guard let ridge = fit.ridge, !fit.points.isEmpty else { return nil }
    let name = ParameterLabels.text(ridge.input, language)
    return RidgeChart(
      title: FitWords.ridge(language), note: FitWords.note(language),
      across: ["", "1"].contains(ridge.unit) ? name : "\(name), \(ridge.unit)",
      up: "\(OutcomeLabels.text(OutcomeWords.headline, language)), "
        + UnitLabels.text("per 1,000 minors and month", language),
      names: (FitWords.prior(language), FitWords.plausible(language)),
      points: fit.points.map {
        RidgeChart.Point(x: $0.value, y: $0.harm, isPlausible: $0.isPlausible)
      }, numerals: numerals)
  }

  private var ridge: PageSection? {
    guard let chart, let own = fit.ridge else { return nil }
    let name = ParameterLabels.text(own.input, language)
    let words = FitWords.ridgeSentence(
      language, name, numerals.number(own.correlation), numerals.number(own.priorCorrelation))
    return PageSection(
      id: "ridge", title: FitWords.ridge(language),
      body: .paragraph(.text(words))
        + .figure(
          chart.picture, id: "figure-ridge", caption: FitWords.caption(language),
          summary: PageWords.table(language),
          table: .paragraph(.text(FitWords.ridgeFile(language)))),
      pictures: [(name: "ridge", picture: chart.picture)])
  }

  private var steps: PageSection {
    let rows = fit.steps.map { own -> [HTML] in
      [
        FitWords.steps[own.name].map { $0(language) } ?? own.name, numerals.number(own.bound),
        String(own.runs), own.distinct.map { String($0) } ?? "",
        own.open.map { numerals.percent($0) } ?? "",
      ].map { HTML.text($0) }
    }
    let recovery = fit.recovery.map {
      HTML.paragraph(
        .text(FitWords.recovery(language, numerals.percent($0.inside), String($0.truths))))
    }
    return PageSection(
      id: "steps", title: FitWords.how(language),
      body: .paragraph(.text(FitWords.howIntroduction(language)))
        + .table(
          FitWords.how(language), header: FitWords.stepHeader.map { $0(language) }, rows: rows)
        + (recovery ?? ""))
  }
}
