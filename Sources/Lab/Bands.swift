import Experiment
import Report
import Simulation

/// The outcomes that the page shows, in three plain categories, and what one pair of runs says.
public enum PlainOutcomes {
  /// The categories for schools; burdens and displaced harm stand beside the benefit.
  public enum Category: String, Sendable, CaseIterable {
    /// Unwanted sexual contacts to minors, H1 and H2.
    case unwanted
    /// Escalation, H3. Anything worse is left off.
    case serious
    /// People who did nothing wrong and were refused, sanctioned or stopped.
    case refusal
    /// Harm that moved elsewhere.
    case displaced
    /// Hours and money.
    case cost
  }

  /// An outcome of the page: the sum of some columns of a run.
  public struct Outcome: Sendable {
    /// Where it stands.
    public let category: Category
    /// Its name, unit and meaning.
    public let column: Column
    private let positions: [Int]

    fileprivate init(_ name: String, _ category: Category) {
      let found = Outcomes.columns.firstIndex { $0.name == name }
      self.category = category
      positions = found.map { [$0] } ?? []
      column =
        found.map { Outcomes.columns[$0] }
        ?? Column(name: name, unit: "", meaning: "", better: .lower, role: .context)
    }

    fileprivate init(_ name: String, _ category: Category, meaning: String, sum: [String]) {
      self.category = category
      positions = sum.compactMap { name in Outcomes.columns.firstIndex { $0.name == name } }
      column = Column(
        name: name, unit: positions.first.map { Outcomes.columns[$0].unit } ?? "",
        meaning: meaning, better: .lower, role: .harm)
    }

    func value(in record: RunRecord) -> Double {
      positions.reduce(0) { $0 + record.values[$1] }
    }
  }

  /// All of them, by category; the first leads the page. Every burden of a run is among them, so that
  /// nothing looks free.
  public static let all: [Outcome] = harms + refusals + displaced + costs

  private static let harms = [
    Outcome(OutcomeName.unwantedContacts, .unwanted),
    Outcome(OutcomeName.unwantedContactsHere, .unwanted),
    Outcome(OutcomeName.unwantedContactsPrivate, .unwanted),
    Outcome(
      "escalations", .serious,
      meaning: "Escalations (H3) to minors, all venues. Anything worse is left off this page.",
      sum: ["h3_minors_here", "h3_minors_private", "h3_minors_elsewhere"]),
  ]

  private static let displaced = [
    Outcome(OutcomeName.unwantedContactsElsewhere, .displaced),
    Outcome("contacts_by_displaced_offenders", .displaced),
  ]

  /// Burdens in hours of staff and in money.
  private static let paid = ["moderation_hours", "police_hours_for_submissions", "cost"]

  private static let refusals = OutcomeWords.burdens.filter { !paid.contains($0) }
    .map { Outcome($0, .refusal) }

  private static let costs = paid.map { Outcome($0, .cost) }
}

/// One pair of runs on the same random numbers, settled: a value for each outcome and side.
public struct Pair: Sendable, Equatable {
  /// Baseline and policy, in the order of `PlainOutcomes.all`.
  public let baseline: [Double], policy: [Double]
  /// Whether both sides had the same events.
  public let isSame: Bool

  /// The pair of two records; the baseline's rates say what happens elsewhere.
  init(baseline: RunRecord, policy: RunRecord) {
    let base = Outcomes.settled(baseline, against: baseline)
    let other = Outcomes.settled(policy, against: baseline)
    self.baseline = PlainOutcomes.all.map { $0.value(in: base) }
    self.policy = PlainOutcomes.all.map { $0.value(in: other) }
    isSame = baseline.hash == policy.hash
  }
}

/// Policy minus baseline over some pairs, outcome by outcome: medians over plausible worlds with
/// the limits between which they lie.
///
/// Each pair is a draw of the uncertain parameters with one replicate of chance, so that the limits
/// hold chance as well. Pairs of different seeds are different draws: a class's are pooled as they
/// are.
public struct Bands: Sendable {
  /// Below this many pairs the page says "not enough runs yet".
  public static let fewestPairs = 5

  private let pairs: [Pair]
  private let policy: Phrase

  /// - Parameter policy: What readers call the policy.
  public init(_ pairs: [Pair], policy: Phrase) { (self.pairs, self.policy) = (pairs, policy) }

  /// One object for each outcome, and a sentence in each language; limits from five pairs on.
  ///
  /// `a` and `b` are medians. `method` says how the limits were found, those of the ratio if there
  /// is one; `less` is the share of worlds in which the policy has less, with Wilson's limits; `mc`
  /// the Monte Carlo error of the middle, of the ratio if there is one. Null is undefined.
  public var json: JSON {
    let rows = PlainOutcomes.all.indices.map(row)
    let enough = pairs.count >= Self.fewestPairs
    return .object([
      .init("pairs", .count(UInt64(pairs.count))),
      .init("rows", .array(zip(rows.indices, rows).map { object($0, $1, enough) })),
      .init(
        "words", .array(enough ? Language.allCases.map { .string(sentence(rows, $0)) } : [])),
    ])
  }

  private func object(_ index: Int, _ row: DifferenceRow, _ enough: Bool) -> JSON {
    let found = enough ? row.estimate : nil, ui = found?.ratioUI ?? found?.diffUI
    return .object([
      .init("name", .string(row.column.name)),
      .init("a", number(median { $0.baseline[index] })),
      .init("b", number(median { $0.policy[index] })),
      .init("diff", interval(enough ? row.interval : nil)),
      .init("ratio", interval(enough ? row.ratio : nil)),
      .init("method", .string(ui?.method.rawValue ?? "")),
      .init("less", limits(found?.pLess, found?.pLessLow, found?.pLessHigh)),
      .init("mc", interval(found?.mc ?? found?.diffMC)),
    ])
  }

  private func row(_ index: Int) -> DifferenceRow {
    Differences.row(
      PlainOutcomes.all[index].column, values: draws { $0.policy[index] },
      reference: draws { $0.baseline[index] }, names: ("baseline", "policy"), level: 0.95)
  }

  private func draws(_ value: (Pair) -> Double) -> DrawValues {
    DrawValues(pairs.map { [value($0)] })
  }

  private func median(_ value: (Pair) -> Double) -> Double? {
    Uncertainty.level(draws(value), level: 0.95)?.median
  }

  private func sentence(_ rows: [DifferenceRow], _ language: Language) -> String {
    PolicyWords(
      name: policy(language), rows: rows, isIdle: pairs.allSatisfy(\.isSame), language: language
    ).sentence
  }

  private func number(_ value: Double?) -> JSON { .number(value ?? .nan) }

  private func interval(_ found: Interval?) -> JSON {
    limits(found?.estimate, found?.low, found?.high)
  }

  private func limits(_ middle: Double?, _ low: Double?, _ high: Double?) -> JSON {
    guard let middle, let low, let high else { return .number(.nan) }
    return .array([.number(middle), .number(low), .number(high)])
  }
}
