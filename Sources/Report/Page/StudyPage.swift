import Experiment
import Simulation

/// A study as one page that needs nothing from outside: words first, then figures with the tables
/// behind them, then what they rest on.
public struct StudyPage: Sendable, Numbered {
  /// What it is made from.
  let study: StudyFolder
  let language: Language
  let numerals: Numerals
  /// Its parts in their order, made once for the page and the figures.
  private(set) var sections: [Section] = []

  /// A page about a finished study.
  public init(_ study: StudyFolder, language: Language) {
    (self.study, self.language, numerals) = (study, language, Numerals(language))
    sections = made
  }

  /// One part of the page.
  typealias Section = PageSection

  /// The file: one HTML document.
  public var document: String {
    PageFrame(language: language, title: title, subtitle: subtitle).page(sections).markup
  }

  /// Each figure as a file of its own, for papers: name and content.
  public var figures: [(name: String, svg: String)] {
    sections.flatMap(\.pictures).map { ($0.name + ".svg", $0.picture.document) }
  }

  private var made: [Section] {
    [
      glance, answer, differences, effect, warmUp, course, tradeOff, places, assumptions, drivers,
      ranking, patterns, .limits(language), .origin(study.provenance, language),
    ].compactMap { $0 }
  }

  private var title: String {
    guard study.policies.count > 2, let reference = study.reference else {
      return study.policies.last.map { label($0) } ?? study.provenance.study
    }
    return PageWords.compared(language, label(reference))
  }

  private var subtitle: String {
    let seed = String(study.provenance.seed)
    if study.alternatives.isEmpty {
      return PageWords.runSubtitle(
        language, study.provenance.study, Counted.replicates(language, study.replicates), seed)
    }
    let count = Counted.pairsOfRuns(language, study.replicates)
    if study.alternatives.count == 1, let reference = study.reference {
      return PageWords.pairSubtitle(
        language, study.provenance.study, label(reference), count, seed)
    }
    return PageWords.compareSubtitle(
      language, study.provenance.study, Counted.policies(language, study.alternatives.count),
      count, seed)
  }
}

extension StudyPage {
  /// What readers call a policy.
  func label(_ policy: StudyFolder.Policy) -> String {
    let title = Labels.scenario(policy.title, language)
    return policy.isTitleShared ? "\(title) (\(policy.name))" : title
  }

  /// The outcome in a few words.
  func words(_ outcome: String) -> String { OutcomeLabels.text(outcome, language) }

  /// The differences of one policy, in the order of the outcomes.
  func rows(_ policy: StudyFolder.Policy) -> [DifferenceRow] {
    Outcomes.columns.compactMap { study.difference(policy.name, $0.name) }
  }

  /// What every interval on the page is, in a few words.
  var intervals: String {
    switch study.method {
    case .percentile?: PageWords.percentile(language)
    case .prediction?: PageWords.prediction(language)
    case .range?: PageWords.range(language)
    case nil: PageWords.error(language)
    }
  }

  /// A note below a figure: in this model, so many runs, what the bands are.
  var note: String {
    let draws = study.provenance.draws
    let runs =
      draws > 1
      ? Counted.draws(language, draws) : Counted.replicates(language, study.replicates)
    return PageWords.note(language, runs, intervals)
  }

  /// What the intervals are, and what they are not.
  var meaning: String {
    let rest = study.intervalKind == .chance ? PageWords.medians : PageWords.worlds
    let together = study.isSimultaneous ? " " + PageWords.simultaneous(language) : ""
    return PageWords.meaning(language, intervals) + " " + rest(language) + together
  }

  /// A middle with its limits, all rounded to what these allow; each side of the bracket stays on one
  /// line.
  func rounded(_ words: String) -> HTML {
    guard let bracket = words.firstIndex(of: "(") else { return .text(words) }
    let middle = String(words[..<bracket]), limits = String(words[bracket...])
    return "\(middle)<span class=\"limits\">\(limits)</span>"
  }

  /// A figure with its table behind it.
  func figure(
    _ picture: SVG, narrow: SVG? = nil, _ name: String, _ caption: String, table: HTML
  ) -> HTML {
    .figure(
      picture, narrow: narrow, id: "figure-\(name)", caption: caption,
      summary: PageWords.table(language),
      table: table)
  }
}
