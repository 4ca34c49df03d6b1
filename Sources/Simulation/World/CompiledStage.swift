import Schema

/// One stage made ready for the loop.
struct CompiledStage: BitwiseCopyable {
  static let mostBranches = 8
  /// Endings, as branch targets above every stage number.
  static let block: UInt8 = 250, report: UInt8 = 251, leave: UInt8 = 252, ends: UInt8 = 253

  var harm: UInt8 = 0
  var harmShare = 1.0
  var isHidden = false
  var dwell = Sampler(.fixed(0))
  var flagged = 0.0
  /// Chance that entering with harm leads to a proceeding of its own.
  var recordable = 0.0
  /// Whether branches race as rates; else they are shares.
  var races = false
  var branchCount = 0
  var weights: InlineArray<8, Double> = InlineArray(repeating: 0)
  var targets: InlineArray<8, UInt8> = InlineArray(repeating: 253)
  /// Expected numbers from entering this stage on, once in a hidden place, where nothing on the
  /// platform interferes any more: meetings with a minor (H6) and contact offences (H7).
  var meetings = 0.0, offences = 0.0

  static func compiled(_ pathway: Pathway) -> [CompiledStage] {
    var steps = pathway.stages.map { CompiledStage($0, recorded: pathway.recorded) }
    let names = pathway.stages.map(\.label)
    for (index, stage) in pathway.stages.enumerated() {
      for (place, branch) in stage.next.prefix(mostBranches).enumerated() {
        steps[index].targets[place] = target(branch.name, in: names)
        switch branch.quantity {
        case .rate(let perHour):
          steps[index].weights[place] = perHour
          steps[index].races = true
        case .share(let share): steps[index].weights[place] = share
        }
      }
      steps[index].branchCount = min(stage.next.count, mostBranches)
    }
    for index in steps.indices.reversed() { steps[index].expect(from: steps) }
    return steps
  }

  private init(_ stage: Stage, recorded: Double) {
    harm = stage.harm.harm?.rawValue ?? 0
    harmShare = stage.harmShare
    isHidden = stage.place != .platform
    dwell = Sampler(stage.dwell)
    flagged = stage.flagged
    recordable = stage.toldToPolice * recorded
  }

  private static func target(_ name: String, in names: [String]) -> UInt8 {
    switch name {
    case "block": block
    case "report": report
    case "leave": leave
    case "ends": ends
    default: UInt8(clamping: names.firstIndex(of: name) ?? Int(ends))
    }
  }

  /// Fills in the expectations; later stages must be filled in already.
  private mutating func expect(from steps: [CompiledStage]) {
    var sum = 0.0
    for index in 0..<branchCount { sum += weights[index] }
    let scale = races ? (sum > 0 ? 1 / sum : 0) : 1
    for index in 0..<branchCount where Int(targets[index]) < steps.count {
      let next = steps[Int(targets[index])], chance = weights[index] * scale
      meetings += chance * next.meetings
      offences += chance * next.offences
    }
    if harm == Harm.h6.rawValue { meetings += harmShare }
    if harm == Harm.h7.rawValue { offences += harmShare }
  }
}
