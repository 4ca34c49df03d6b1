import Schema

/// Something a policy maker chooses: a function from rules to rules, run before the first event
/// and whenever a lever changes. It costs nothing in the loop.
///
/// To add one: a file here, its word in the list of `Levers.swift`, and what it changes in `Rules`; a
/// test prints the word that is missing.
protocol Lever: Configurable, Equatable {
  var terms: LeverTerms { get }
  /// Later states, each complete, in the order of their days.
  var changes: [Change<Self>] { get }
  /// Whether the lever does anything at all as it is set.
  var isActive: Bool { get }
  func apply(to rules: inout Rules)
}

extension Lever {
  /// The lever as it stands on a day: the last change that has come, or what the section says.
  ///
  /// `nil` while it is off: before its start, from its end on, or where it reaches nobody. To cover
  /// nobody and never to be complied with are the same as no lever, costs included.
  func inForce(on day: Double) -> Self? {
    let now = changes.last { Double($0.from.days) <= day }?.value ?? self
    guard now.terms.start.map({ Double($0.days) <= day }) ?? true,
      now.terms.end.map({ Double($0.days) > day }) ?? true,
      now.terms.coverage > 0, now.terms.compliance > 0
    else { return nil }
    return now
  }

  /// Whether another is the same lever, set the same.
  func isSame(as other: any Lever) -> Bool { (other as? Self) == self }

  /// What the section says at first, then each later state.
  var states: [Self] { [self] + changes.map(\.value) }

  /// Days on which the lever begins, changes or ends.
  var turningPoints: [CivilDate] {
    changes.map(\.from)
      + states.flatMap { [$0.terms.start, $0.terms.end] }.compactMap { $0 }
  }

  /// What looks like a slip in the days.
  func scheduleComplaints() -> [Complaint] {
    var complaints: [Complaint] = []
    if let start = terms.start, let end = terms.end, start >= end {
      complaints.append(Complaint("end", "the lever ends before it starts"))
    }
    if terms.start != nil {
      complaints.append(
        Complaint(
          "start", "before that day the lever is off, also what an extended file says of it",
          help: "to keep what held before, write `from:` in place of `start:`", severity: .warning))
    }
    return complaints
  }
}
