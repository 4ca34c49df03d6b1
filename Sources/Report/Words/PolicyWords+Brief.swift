import Experiment
import Simulation

extension PolicyWords {
  /// What a policy does in three sentences, for a page whose table has the numbers: benefit, burdens,
  /// displacement.
  var briefParts: [String] {
    [Self.head(language, name, briefBenefit), briefBurden, briefDisplacement]
      .map { $0.capitalizedFirst + "." }
  }

  /// The three sentences in a row.
  public var brief: String { briefParts.joined(separator: " ") }

  private var briefBenefit: String {
    // What is undefined, unchanged or ended altogether has no more to say than its sentence.
    guard let row = rows[OutcomeWords.headline], row.interval != nil, let way = direction,
      row.ratio?.high != 0
    else { return benefit }
    let what = OutcomeLabels.text(OutcomeWords.headline, language)
    if way != 0 { return (way < 0 ? Self.lessOf : Self.moreOf)(language, what) }
    return isExactlyUnchanged(row) ? benefit : Self.unclearOf(language, what) + worlds(row)
  }

  private func isExactlyUnchanged(_ row: DifferenceRow) -> Bool {
    row.interval.map { $0.low == 0 && $0.high == 0 } ?? false
  }

  private var briefBurden: String {
    let moved = movedBurdens
    let kinds: [(words: Phrase, rows: [DifferenceRow])] = [
      (Self.moreBurden, moved.filter { Self.moved($0) && ($0.difference ?? 0) > 0 }),
      (Self.lessBurden, moved.filter { Self.moved($0) && ($0.difference ?? 0) < 0 }),
      (Self.unclearBurden, moved.filter { !Self.moved($0) }),
    ]
    let parts = kinds.filter { !$0.rows.isEmpty }.map { kind in
      kind.words(
        language,
        kind.rows.map { OutcomeLabels.text($0.column.name, language) }.joined(separator: ", "))
    }
    return parts.isEmpty ? Self.noBurdens(language) : parts.joined(separator: "; ")
  }

  private var briefDisplacement: String {
    guard let row = rows[OutcomeName.unwantedContactsElsewhere], let size = row.difference else {
      return Self.elsewhereUndefined(language)
    }
    let words =
      size == 0
      ? Self.nothingElsewhere
      : !Self.moved(row)
        ? Self.elsewhereUnclear : size > 0 ? Self.moreElsewhere : Self.lessElsewhere
    let others = rows["contacts_by_displaced_offenders"]?.difference ?? 0
    return words(language) + (others > 0 ? Self.others(language) : "")
  }

  private static let head = Phrase("“{1}” {2}", "« {1} » {2}")
  private static let lessOf = Phrase("lowers {1}", "réduit les {1}")
  private static let moreOf = Phrase("raises {1}", "augmente les {1}")
  private static let unclearOf = Phrase(
    "shows no clear change of {1}", "ne montre pas de changement net des {1}")
  private static let moreBurden = Phrase("it raises {1}", "contreparties en hausse : {1}")
  private static let lessBurden = Phrase("it lowers {1}", "en baisse : {1}")
  private static let unclearBurden = Phrase(
    "it leaves unclear which way these go: {1}", "de sens incertain : {1}")
  private static let noBurdens = Phrase(
    "it moves none of the burdens looked at", "aucune des contreparties examinées ne bouge")
  private static let elsewhereUndefined = Phrase(
    "how much harm moves elsewhere is undefined", "le report du préjudice ailleurs est indéfini")
  private static let nothingElsewhere = Phrase(
    "no harm moves elsewhere", "aucun préjudice ne se reporte ailleurs")
  private static let elsewhereUnclear = Phrase(
    "whether harm moves elsewhere is unclear", "le report du préjudice ailleurs est incertain")
  private static let moreElsewhere = Phrase(
    "more harm happens elsewhere", "plus de préjudice a lieu ailleurs")
  private static let lessElsewhere = Phrase(
    "less harm happens elsewhere", "moins de préjudice a lieu ailleurs")
  private static let others = Phrase(
    "; offenders who are kept out would reach others there",
    " ; les auteurs écartés y atteindraient d’autres personnes")
}
