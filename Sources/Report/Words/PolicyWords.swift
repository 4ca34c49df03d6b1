import Experiment
import Simulation

/// One alternative in words: benefit, burden and displacement, each with its interval.
public struct PolicyWords: Sendable {
  let rows: [String: DifferenceRow]
  let name: String
  private let isIdle: Bool
  let language: Language
  private let numerals: Numerals

  /// - Parameters:
  ///   - name: What readers call the alternative.
  ///   - rows: Its differences.
  ///   - isIdle: Whether every run of it was the reference's, event by event.
  public init(
    name: String, rows: [DifferenceRow], isIdle: Bool = false, language: Language = .en
  ) {
    (self.name, self.isIdle) = (name, isIdle)
    self.language = language
    numerals = Numerals(language)
    var byName: [String: DifferenceRow] = [:]
    for row in rows { byName[row.column.name] = row }
    self.rows = byName
  }

  /// One sentence, which says "in this model".
  public var sentence: String {
    Self.inThisModel(language, name, benefit, burden, displacement)
  }

  /// Which way the headline clearly moves: −1 less, 1 more, 0 unclear or not at all; nil where its
  /// change is undefined.
  var direction: Int? {
    guard let row = rows[OutcomeWords.headline], row.difference != nil else { return nil }
    guard Self.moved(row), let size = row.difference else { return 0 }
    return size < 0 ? -1 : 1
  }

  /// Rows of burdens that changed at all, in the order of the list: a burden whose size is unclear is
  /// still said beside the benefit.
  public var movedBurdens: [DifferenceRow] {
    OutcomeWords.burdens.compactMap { rows[$0] }.filter { ($0.difference ?? 0) != 0 }
  }

  /// A burden that moved, in a few words with its interval:
  /// `adults refused by age checks +8.2 (+6.8 to +10.2) points`.
  public func short(_ row: DifferenceRow) -> String {
    let unit = row.column.unit
    var text = "\(OutcomeLabels.text(row.column.name, language)) "
    text += numerals.difference(row.difference, unit: unit) + " "
    if let interval = row.interval, interval.low != interval.high {
      text += "(\(limits(interval, unit))) "
    }
    return text + UnitLabels.difference(unit, language)
  }

  /// Whether the interval keeps clear of no change; without one, whether anything changed.
  public static func moved(_ row: DifferenceRow) -> Bool {
    row.interval == nil && row.kind == .chance
      ? row.difference.map { $0 != 0 } ?? false : row.isClear
  }

  var benefit: String {
    let what = OutcomeLabels.text(OutcomeWords.headline, language)
    if isIdle { return Self.idle(language) }
    guard let row = rows[OutcomeWords.headline], row.difference != nil else {
      return Self.undefined(language, what)
    }
    guard let found = row.interval else { return unbounded(row, what) }
    if found.low == 0, found.high == 0 { return Self.unchanged(language, what) }
    if let ratio = row.ratio {
      if ratio.high == 0 { return Self.ended(language, what, numerals.change(0)) }
      if ratio.low == 1, ratio.high == 1 { return Self.unchanged(language, what) }
      let ends = (numerals.change(ratio.low), numerals.change(ratio.high))
      if !Self.moved(row) {
        return Self.unclear(
          language, what, interval(numerals.limits(ends.0, ends.1), row.estimate?.ratioUI))
          + worlds(row)
      }
      let sizes = [abs(1 - ratio.low), abs(1 - ratio.high)].sorted().map { numerals.percent($0) }
      let change = ratio.estimate < 1 ? Self.lowers : Self.raises
      return change(
        language, what, numerals.percent(abs(1 - ratio.estimate)),
        interval(numerals.limits(sizes[0], sizes[1]), row.estimate?.ratioUI))
    }
    return Self.moved(row) ? change(row) : Self.unclear(language, what, limits(row))
  }

  /// What one pair says, or draws with a limit among runs that were stopped: a change in per cent, or
  /// in the outcome's unit where the reference has none of it.
  private func unbounded(_ row: DifferenceRow, _ what: String) -> String {
    if row.difference == 0 { return Self.unchanged(language, what) }
    let unit = row.column.unit
    let change =
      row.ratioEstimate.map { numerals.change($0) }
      ?? numerals.difference(row.difference, unit: unit) + " "
      + UnitLabels.difference(unit, language)
    return (row.kind == .chance ? Self.single : Self.open)(language, what, change)
  }

  private var burden: String {
    let moved = movedBurdens
    if moved.isEmpty { return Self.noBurden(language) }
    let words = moved.map { row in
      Self.moved(row)
        ? change(row)
        : Self.unclearBurden(
          language, OutcomeLabels.text(row.column.name, language), limits(row))
    }
    return Self.burdens(language, words.joined(separator: ", "))
  }

  private var displacement: String {
    guard let row = rows[OutcomeName.unwantedContactsElsewhere], row.difference != nil else {
      return Self.displacedUndefined(language)
    }
    let victims =
      Self.moved(row)
      ? Self.displaced(language, change(row))
      : row.difference == 0
        ? Self.nothingDisplaced(language) : Self.displacedUnclear(language, limits(row))
    guard let other = rows["contacts_by_displaced_offenders"], (other.difference ?? 0) > 0 else {
      return victims
    }
    return victims
      + Self.besides(language, numerals.number(other.difference), limits(other))
  }

  /// `raises moderation hours by 12 h per day (95 % interval 10 to 14)`.
  private func change(_ row: DifferenceRow) -> String {
    let scale = row.column.unit == "share" ? 100.0 : 1
    let size = (row.difference ?? .nan) * scale
    let unit = UnitLabels.difference(row.column.unit, language)
    let words = size < 0 ? Self.lowersOther : Self.raisesOther
    let amount = numerals.number(abs(size)) + " " + unit
    let name = OutcomeLabels.text(row.column.name, language)
    guard let found = row.interval else {
      return words(language, name, amount, Self.noInterval(language))
    }
    let ends = [abs(found.low), abs(found.high)].sorted().map { numerals.number($0 * scale) }
    return words(
      language, name, amount, interval(numerals.limits(ends[0], ends[1]), row.estimate?.diffUI))
  }

  private func limits(_ row: DifferenceRow) -> String {
    guard let found = row.interval else { return Self.noInterval(language) }
    let unit = row.column.unit
    return interval(
      limits(found, unit) + " " + UnitLabels.difference(unit, language), row.estimate?.diffUI)
  }

  private func limits(_ interval: Interval, _ unit: String) -> String {
    numerals.limits(
      numerals.difference(interval.low, unit: unit), numerals.difference(interval.high, unit: unit))
  }

  /// Limits with what they are: those of one row may be found in two ways.
  private func interval(_ limits: String, _ worlds: UncertaintyInterval?) -> String {
    switch worlds?.method {
    case .percentile, .prediction: Self.interval(language, limits)
    case .range: Self.range(language, limits)
    case nil: Self.error(language, limits)
    }
  }

  /// In how many plausible worlds there is less; nothing with a single draw.
  func worlds(_ row: DifferenceRow) -> String {
    guard let estimate = row.estimate, estimate.draws > 1, let less = estimate.pLess else {
      return ""
    }
    let count = less * Double(estimate.draws)
    return Self.worlds(
      language, numerals.number(count), numerals.number(Double(estimate.draws)))
  }
}

extension PolicyWords {
  private static let inThisModel = Phrase(
    "In this model, {1} {2}; {3}; {4}.", "Dans ce modèle, {1} {2} ; {3} ; {4}.")
  private static let interval = Phrase(
    "95 % of plausible worlds: {1}", "95 % des mondes plausibles : {1}")
  private static let range = Phrase(
    "least to greatest draw: {1}", "du plus petit au plus grand tirage : {1}")
  private static let error = Phrase(
    "error of the mean {1}", "erreur de la moyenne : {1}")
  private static let worlds = Phrase(
    "; there are fewer in {1} of {2} plausible worlds",
    " ; il y en a moins dans {1} des {2} mondes plausibles")
  private static let noInterval = Phrase(
    "a single pair: no interval", "une seule paire : pas d’intervalle")
  private static let idle = Phrase(
    "acts on nothing in this window: every run of it is the reference’s, event by event",
    "n’agit sur rien dans cette fenêtre : chaque simulation est celle de la référence, événement par événement"
  )
  private static let undefined = Phrase(
    "has an undefined effect on {1}: there is nobody here whom they could reach",
    "a un effet indéfini sur les {1} : il n’y a ici personne qui puisse en recevoir")
  private static let ended = Phrase(
    "leaves no {1} in any pair of runs ({2})",
    "ne laisse aucun des {1}, dans aucune paire de simulations ({2})")
  private static let single = Phrase(
    "changes {1} by {2}, with no interval from a single pair",
    "change de {2} les {1}, sans intervalle avec une seule paire")
  private static let open = Phrase(
    "changes {1} by {2} in the middle world; a limit lies among runs that were stopped",
    "change de {2} les {1} dans le monde médian ; une limite se trouve parmi des simulations arrêtées"
  )
  private static let unchanged = Phrase(
    "leaves {1} exactly as they are", "laisse les {1} exactement tels quels")
  private static let unclear = Phrase(
    "shows no clear change of {1} ({2})", "ne montre pas de changement net des {1} ({2})")
  private static let lowers = Phrase("lowers {1} by {2} ({3})", "réduit de {2} les {1} ({3})")
  private static let raises = Phrase("raises {1} by {2} ({3})", "augmente de {2} les {1} ({3})")
  private static let lowersOther = Phrase("lowers {1} by {2} ({3})", "{1} : −{2} ({3})")
  private static let raisesOther = Phrase("raises {1} by {2} ({3})", "{1} : +{2} ({3})")
  private static let noBurden = Phrase(
    "it moves none of the burdens looked at", "aucune des contreparties examinées ne bouge")
  private static let burdens = Phrase("it {1}", "contreparties : {1}")
  private static let unclearBurden = Phrase(
    "leaves it unclear whether {1} changes ({2})", "{1} : sens incertain ({2})")
  private static let displacedUndefined = Phrase(
    "how much harm moves elsewhere is undefined", "le report du préjudice ailleurs est indéfini")
  private static let displaced = Phrase("and it {1}", "report ailleurs : {1}")
  private static let nothingDisplaced = Phrase(
    "no harm moves elsewhere", "aucun préjudice ne se reporte ailleurs")
  private static let displacedUnclear = Phrase(
    "whether harm moves elsewhere is unclear ({1})",
    "le report du préjudice ailleurs est incertain ({1})")
  private static let besides = Phrase(
    "; beside that, offenders who are kept out would make {1} contacts elsewhere ({2})",
    " ; en outre, les auteurs écartés feraient {1} contacts ailleurs ({2})")
}
