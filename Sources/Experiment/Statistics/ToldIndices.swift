/// What is told of one outcome of one scenario: of a policy the change that it makes, of a reference its
/// level; indices where there are any, else the screening.
public struct ToldIndices: Sendable {
  /// What the outcome is looked at as.
  public let kind: SensitivityRow.Kind
  /// By which inputs are ordered: total indices, or sizes of effects.
  public let index: SensitivityRow.Index
  /// The inputs, the greatest first.
  public let inputs: [String]
  /// What stands beside them: chance, and of indices all other inputs together.
  public let rest: [String]
  /// Rows of the sample in which it is defined, of those planned.
  public let counts: (rows: Int, planned: Int)
  private let found: [SensitivityRow]

  /// Nil where the outcome is the same at all points, or undefined at too many.
  public init?(_ rows: [SensitivityRow], of outcome: String, in scenario: String) {
    let own = rows.filter { $0.scenario == scenario && $0.outcome == outcome }
    // A ratio that is undefined in too many rows has no indices.
    let kinds: [SensitivityRow.Kind] =
      own.contains { $0.baseline != nil } ? [.ratio, .difference] : [.level]
    let outputs = [SensitivityRow.Index.total, .muStar].flatMap { index in
      kinds.map { (kind: $0, index: index) }
    }
    let told = outputs.lazy.map { output in
      (output, own.filter { $0.kind == output.kind && $0.index == output.index })
    }.first { !$0.1.isEmpty }
    guard let ((kind, index), leading) = told, let first = leading.first else { return nil }
    (self.kind, self.index, counts) = (kind, index, (first.rows, first.planned))
    found = own.filter { $0.kind == kind }
    let names = [Sample.others, Sample.chance]
    inputs = leading.filter { !names.contains($0.input) }
      .sorted { $0.value.estimate > $1.value.estimate }.map(\.input)
    rest = leading.map(\.input).filter(names.contains)
  }

  /// An index of an input; nil where there is none.
  public func value(_ input: String, _ index: SensitivityRow.Index) -> Interval? {
    found.first { $0.input == input && $0.index == index }?.value
  }
}
