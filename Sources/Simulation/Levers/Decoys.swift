import Schema

/// Profiles of the police or of volunteers that present as minors.
struct Decoys: Lever {
  var terms = LeverTerms()
  var changes: [Change<Self>] = []
  var police = DecoyTeam(count: 0, identifies: 0.05, usable: 1, costPerHour: 90)
  var civil = DecoyTeam(count: 0, identifies: 0.02, usable: 0.4, costPerHour: 0)
  var recorded = 0.5
  var policeHoursPerSubmission = 4.0
  init() {}

  static let name = "decoys"
  static let summary = "Decoys take up offenders' attention and identify some of them."
  static let parameters: [Parameter<Self>] =
    Parameter.flattened(\.terms) + [
      Parameter("police", \.police, "Decoys of the police."),
      Parameter("civil", \.civil, "Decoys of volunteers."),
      Parameter(
        "recorded", \.recorded, .share, in: 0...1,
        "Share of usable identifications that become a proceeding.",
        .assumed("no source found")),
      Parameter(
        "police_hours_per_submission", \.policeHoursPerSubmission, .duration, in: 0...1_000,
        "Police time spent on each identification by volunteers, usable or not.",
        .assumed("no source found")),
      .changes(\.changes),
    ]

  func check() -> [Complaint] { scheduleComplaints() }

  var isActive: Bool { police.count + civil.count > 0 }

  func apply(to rules: inout Rules) {
    rules.decoys = isActive ? DecoyRules(self) : DecoyRules()
  }
}

extension Levers {
  var decoys: Decoys {
    get { self[Slot()] }
    set { self[Slot()] = newValue }
  }
}
