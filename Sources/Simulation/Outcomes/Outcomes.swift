/// All outcomes, in the order of the columns.
public struct Outcomes {
  /// The list: a new outcome is one word here.
  static let all: [any Outcome.Type] = [
    Harms.self, SeriousHarm.self, FirstContact.self, Concentration.self, Enforcement.self,
    TimeToAction.self, Sanctioned.self, Access.self, HarmlessTalk.self, Privacy.self, Costs.self,
    Traffic.self,
  ]

  /// Every column of a run, in order.
  public static let columns: [Column] = all.flatMap { $0.columns }

  private var outcomes: [any Outcome]
  /// By kind of event, a bit for each outcome that wants it: an event goes to few.
  private let wanting: [UInt32]

  init() {
    outcomes = Self.all.map { $0.init() }
    wanting = Event.Kind.allCases.map { kind in
      Self.all.indices.reduce(0) { $0 | (Self.all[$1].kinds.contains(kind) ? 1 << $1 : 0) }
    }
  }

  /// Called once an event; goes only to those who want its kind.
  mutating func observe(_ event: Event, in world: borrowing World) {
    var left = wanting[Int(event.kind.rawValue)]
    while left != 0 {
      outcomes[left.trailingZeroBitCount].observe(event, in: world)
      left &= left &- 1
    }
  }

  func values(in world: borrowing World) -> [Double] {
    var values: [Double] = []
    for outcome in outcomes { values += outcome.values(in: world) }
    return values
  }

  /// A run's values with the harm in the outside venue filled in, at the reference run's rates.
  ///
  /// - Parameters:
  ///   - record: A run.
  ///   - reference: The baseline's run with the same replicate, or the run itself.
  public static func settled(_ record: RunRecord, against reference: RunRecord) -> RunRecord {
    var own = ColumnValues(values: record.values)
    let other = ColumnValues(values: reference.values)
    for outcome in all { outcome.settle(&own, reference: other) }
    var result = record
    result.values = own.values
    return result
  }
}
