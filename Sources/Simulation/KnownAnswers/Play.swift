/// A run that is listened to: everything that it said, and its record.
struct Play {
  var events: [Event] = []
  var record = RunRecord(
    values: [], drawn: [], observedDays: 0, events: 0, represented: 0, hash: 0)

  /// Runs a scenario and keeps every event that `keep` wants.
  init(
    _ scenario: Scenario, seed: UInt64 = 11, replicate: UInt64 = 1,
    keep: (Event) -> Bool = { _ in true }
  ) throws {
    var kept: [Event] = []
    record = try Run.simulate(
      scenario, seed: seed, replicate: replicate, isStopped: { false },
      listen: { event in
        if keep(event) { kept.append(event) }
      })
    events = kept
  }

  /// The value of a column; NaN also for a name that is no column.
  subscript(_ column: String) -> Double { ColumnValues(values: record.values)[column] }

  func all(_ kind: Event.Kind) -> [Event] { events.filter { $0.kind == kind } }

  func count(_ kind: Event.Kind) -> Double { Double(all(kind).count) }
}
