import ArgumentParser
import Experiment
import Foundation

/// `vigie soak`: random legal worlds, run in processes of their own, so that a crash, a hang or a lack
/// of memory is told of the world that did it.
struct SoakCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "soak", abstract: "Run random legal worlds and report every fault.",
    discussion: "Exit codes: 0 no fault, 70 some world failed.", shouldDisplay: false)

  @Option(help: "How many worlds.")
  var worlds: UInt64 = 500

  @Option(help: "Seed of the worlds.")
  var seed: UInt64 = 1

  @Option(help: "Number of the first world.")
  var from: UInt64 = 1

  @Option(help: "Write the worlds that fail into this folder; with one world, that one.")
  var keep: String?

  @Option(help: "Most memory of a process, in GB; 0 for no limit.")
  var memory = 1.5

  @Option(help: "Most seconds of one world.")
  var seconds: UInt32 = 20

  @Flag(help: "Also say why worlds were refused or stopped.")
  var verbose = false

  @Flag(help: .private)
  var child = false

  /// Worlds of one process.
  private static let batch: UInt64 = 50

  func validate() throws {
    guard worlds >= 1, worlds <= 100_000_000, from >= 1, from <= 1 << 53, seed < Plan.seedLimit
    else {
      throw ValidationError("--worlds and --from begin at 1; --seed is below 2^53")
    }
    guard memory >= 0, memory <= 1_000, seconds >= 1 else {
      throw ValidationError("--memory is 0 to 1000 GB, --seconds at least 1")
    }
  }

  func run() throws {
    if child { return try runWorlds() }
    var tally = Tally(), next = from
    let end = from + worlds
    while next < end {
      let batch = try SoakBatch(self, from: next, count: min(Self.batch, end - next)).run()
      for ending in batch.endings { try tell(ending, &tally) }
      next = batch.next
    }
    try Console.write(
      "\(worlds) worlds of seed \(seed): \(tally.passed) run, \(tally.refused) refused, "
        + "\(tally.stopped) stopped, \(tally.failed) failed\n")
    if tally.failed > 0 { throw Ending(code: 70) }
  }

  private struct Tally { var passed = 0, refused = 0, stopped = 0, failed = 0 }

  private func tell(_ ending: SoakBatch.Ending, _ tally: inout Tally) throws {
    switch ending.word {
    case .passed: tally.passed += 1
    case .refused: tally.refused += 1
    case .stopped: tally.stopped += 1
    case .failed: tally.failed += 1
    }
    if ending.word == .failed {
      try Console.write(
        "failed: seed \(seed), world \(ending.world): \(ending.reason)\n"
          + "  again: vigie soak --seed \(seed) --from \(ending.world) --worlds 1\n")
    } else if verbose, ending.word != .passed {
      try Console.write("\(ending.word): world \(ending.world): \(ending.reason)\n")
    }
  }

  /// What a child does: its worlds one after the other, each announced before it begins.
  private func runWorlds() throws {
    if memory > 0 {
      let bytes = rlim_t(memory * 1e9)
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    }
    // Without its alarm no world would ever be given up.
    Signals.unblock([SIGALRM])
    signal(SIGALRM, SIG_DFL)
    for number in from..<from + worlds {
      try Console.write("begin \(number)\n")
      let world = RandomWorld(seed: seed, number: number), start = Date()
      alarm(seconds)
      try write(world.draft, of: world)
      let text = world.text
      try write(text, of: world)
      let verdict = world.trial(
        of: text, twice: number.isMultiple(of: 10),
        isStopped: { Date().timeIntervalSince(start) > Double(seconds) / 2 })
      alarm(0)
      if let keep, worlds > 1, !verdict.isFault {
        try FileManager.default.removeItem(atPath: keep + "/" + world.file)
      }
      try Console.write(SoakBatch.line(verdict, number))
    }
  }

  /// Leaves a world in the folder while it is tried, so that it is there after a crash.
  private func write(_ text: String, of world: RandomWorld) throws {
    guard let keep else { return }
    try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: keep + "/" + world.file))
  }
}
