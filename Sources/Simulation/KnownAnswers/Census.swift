import Schema

/// Who the people of one run are: everybody is let in once, and counted.
///
/// Births are keyed to seed and replicate, so that the run itself has the same people, and rates can be
/// set to what a known answer needs.
struct Census {
  private(set) var offenders = 0.0
  private(set) var innocents = 0.0

  /// - Throws: `Run.Fault`.
  init(of scenario: Scenario, _ trials: Trials, _ replicate: UInt64) throws {
    var open = scenario
    open.levers = Levers()
    open.time.warmUp = 0
    open.time.window = 1
    open.people.visits = .fixed(30)
    open.people.visitDuration = .fixed(10)
    for index in open.pathways.indices { open.pathways[index].contacts = 0 }
    try trials.run(open, replicate) { event in
      guard event.kind == .enter else { return }
      if event.flags.contains(.offender) { offenders += 1 } else { innocents += 1 }
    }
  }
}
