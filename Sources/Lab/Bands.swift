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
    Outcome("unwanted_contacts", .unwanted),
    Outcome("unwanted_contacts_here", .unwanted),
    Outcome(
      "escalations", .serious,
      meaning: "Escalations (H3) to minors, all venues. Anything worse is left off this page.",
      sum: ["h3_minors_here", "h3_minors_private", "h3_minors_elsewhere"]),
  ]

  private static let displaced = [
    Outcome("unwanted_contacts_elsewhere", .displaced),
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

/// Policy minus baseline over some pairs, outcome by outcome, with 95 % intervals of the mean over
/// chance.
public struct Bands: Sendable {
  /// Below this many pairs the page says "not enough runs yet".
  public static let fewestPairs = 5

  private let pairs: [Pair]
  private let policy: Phrase

  /// - Parameter policy: What readers call the policy.
  public init(_ pairs: [Pair], policy: Phrase) { (self.pairs, self.policy) = (pairs, policy) }

  /// One object for each outcome, and a sentence in each language; intervals from five pairs on.
  ///
  /// `ratio` is the geometric mean of policy over baseline, or the ratio of means where a run of the
  /// policy has none of it; null where a run of the baseline has none.
  public var json: JSON {
    let rows = PlainOutcomes.all.indices.map(row)
    let enough = pairs.count >= Self.fewestPairs
    let means = PlainOutcomes.all.indices.map { index in
      (
        Statistics.mean(pairs.map { $0.baseline[index] }),
        Statistics.mean(pairs.map { $0.policy[index] })
      )
    }
    let objects = zip(rows, means).map { row, means in
      JSON.object([
        .init("name", .string(row.column.name)), .init("a", number(means.0)),
        .init("b", number(means.1)), .init("diff", interval(enough ? row.interval : nil)),
        .init("ratio", interval(enough ? row.ratio : nil)),
      ])
    }
    return .object([
      .init("pairs", .count(UInt64(pairs.count))), .init("rows", .array(objects)),
      .init(
        "words", .array(enough ? Language.allCases.map { .string(sentence(rows, $0)) } : [])),
    ])
  }

  private func row(_ index: Int) -> DifferenceRow {
    Differences.row(
      PlainOutcomes.all[index].column, values: DrawValues([pairs.map { $0.policy[index] }]),
      reference: DrawValues([pairs.map { $0.baseline[index] }]), names: ("baseline", "policy"),
      level: 0.95)
  }

  private func sentence(_ rows: [DifferenceRow], _ language: Language) -> String {
    PolicyWords(
      name: policy(language), rows: rows, isIdle: pairs.allSatisfy(\.isSame), language: language
    ).sentence
  }

  private func number(_ value: Double?) -> JSON { .number(value ?? .nan) }

  private func interval(_ found: Interval?) -> JSON {
    guard let found else { return .number(.nan) }
    return .array([.number(found.estimate), .number(found.low), .number(found.high)])
  }
}
