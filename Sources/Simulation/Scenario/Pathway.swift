import Schema

/// What one kind of offence does, from the first message to its end: data, not code.
struct Pathway: Configurable {
  /// Where an offender looks for targets.
  enum Finding: String, CaseIterable, Sendable { case directory, room }

  var label = "pathway"
  var family = "child_sexual_offence"
  /// Presented genders that may be sought.
  enum Gender: String, CaseIterable, Sendable { case any, women, men }

  var finds = Finding.directory
  var seeksGender = Gender.any
  var seeks = AgeRange(0, 17)
  var contacts = 15.0
  var asks = 60.0
  var searchHalf = 0.0
  var searchPer = 850_000.0
  var conversationsAtOnce = 6
  var newcomers = 0.3
  var newcomerPeriod = 1.0 / 6
  var repeats = false
  var persistence = 0.0
  var recorded = 0.04
  var stages: [Stage] = []
  init() {}

  static let name = "pathways"
  static let summary =
    "Chains of stages of one kind of offence: who is sought, how often, and what may follow."
  static let parameters: [Parameter<Self>] = [
    Parameter("name", \.label, "Name of the pathway.", .assumed("a label")),
    Parameter(
      "family", \.family, "Offence family under which proceedings are counted.",
      .assumed("the articles name the families, not their shares")),
    Parameter(
      "finds", \.finds, "Where targets are found: in the directory, or in the offender's own room.",
      .assumed("both are described; no shares")),
    Parameter(
      "seeks", \.seeks,
      "Presented ages that are sought.", .assumed("by definition of the pathway")),
    Parameter(
      "seeks_gender", \.seeksGender, "Presented gender that is sought.",
      .assumed("by definition of the pathway; victims of either gender occur")),
    Parameter(
      "contacts", \.contacts, .rate, in: 0...10_000, evidence: 6...60,
      "First messages an offender sends while on line and free.",
      .cited("decoy records 0.2–0.6 contacts a minute (Terre des Hommes 2013; press)")),
    Parameter(
      "asks", \.asks, .rate, in: 0...10_000, evidence: 15...240,
      "Questions about age where the directory does not list it: after each answer that does not fit he asks the next person at this rate, and writes a first message to whoever fits.",
      .assumed("a question is quicker than a first message; no rate published")),
    Parameter(
      "search_half", \.searchHalf, .count, in: 0...1e6, evidence: 0...300,
      "Targets on line at whom an offender writes half as often as among very many: with V of them he writes at rate contacts · V/(V + h) (Holling 1959, type II, doi:10.4039/Ent91385-7). 0: as often whatever the number, today's saturated response.",
      .assumed("LN(30, 1.5): no source found; among the varied parameters of every published study")
    ),
    Parameter(
      "search_per", \.searchPer, .count, in: 0...20_000_000,
      "People of the platform for whom `search_half` is meant: it grows and shrinks with the number of people. 0: fixed.",
      .assumed("a choice; else a smaller platform would be searched as if it were empty")),
    Parameter(
      "conversations_at_once", \.conversationsAtOnce, in: 0...65_535,
      "Attention slots: conversations held at once; 0 for no limit.",
      .assumed("no source found")),
    Parameter(
      "newcomers", \.newcomers, .share, in: 0...1,
      "Share of first messages that go to somebody who has just come on line.",
      .assumed("the articles describe a burst at arrival; no rate")),
    Parameter(
      "newcomer_period", \.newcomerPeriod, .duration, in: 0.001...24,
      "How long a visitor counts as just come.", .assumed("no source found")),
    Parameter(
      "repeats", \.repeats,
      "Whether an offender writes of his own accord to somebody again whom he has written to on the same visit; if not, the last 16 are remembered.",
      .assumed("a first message is sent once")),
    Parameter(
      "persistence", \.persistence, .share, in: 0...0.95,
      "Chance that an offender who is blocked writes again under another name, on a platform without accounts.",
      .cited("Thorn 2021: about half of those who blocked were contacted again")),
    Parameter(
      "recorded", \.recorded, .share, in: 0...1,
      "Share of what is told to the police that becomes a proceeding. Only its product with the harm is identified.",
      .assumed("set so that expected proceedings meet the case; see the scenario")),
    Parameter("stages", \.stages),
  ]

  func check() -> [Complaint] {
    stages.isEmpty || stages.count > 200
      ? [Complaint("stages", "a pathway has 1 to 200 stages")] : branchComplaints()
  }

  private func branchComplaints() -> [Complaint] {
    var complaints = stages.filter { Stage.terminals.contains($0.label) }.map { stage in
      Complaint(
        "stages.\(stage.label).name", "'\(stage.label)' is an ending: no branch would lead here",
        help: "give the stage another name")
    }
    for (index, stage) in stages.enumerated() {
      for branch in stage.next where Stage.terminals.contains(branch.name) == false {
        let target = stages.firstIndex { $0.label == branch.name }
        if let target, target > index {
          if stage.place == .platform || stages[target].place != .platform { continue }
          complaints.append(
            Complaint(
              "stages.\(stage.label).next.\(branch.name)",
              "what has left the platform does not come back to it"))
          continue
        }
        let known = stages[(index + 1)...].map(\.label) + Stage.terminals
        complaints.append(
          Complaint(
            "stages.\(stage.label).next.\(branch.name)",
            target == nil
              ? "'\(branch.name)' is neither a later stage nor an ending"
              : "'\(branch.name)' comes earlier: stages may only lead forward",
            help: Names.hint(for: branch.name, among: known)))
      }
    }
    return complaints
  }
}
