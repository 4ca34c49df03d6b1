import Foundation
import Testing

@testable import Experiment

/// Rounds by workers: plan, shards, gather, `plan --next`, until no round is left.
@Suite struct NextRoundTests {
  private let base = ["known.yaml", "--quiet"]

  private func workspace() throws -> Workspace {
    let place = try Workspace()
    try place.write("known.yaml", Workspace.known)
    return place
  }

  /// The files of a folder but the lock and the goal, which one process has in its head.
  private func tables(_ folder: String, in place: Workspace) throws -> [String: Data] {
    try place.files(folder).filter { ![".lock", "goal.yaml", "goal-draws.csv"].contains($0.key) }
  }

  private func same(_ one: String, _ other: String, in place: Workspace) throws {
    let first = try tables(one, in: place), second = try tables(other, in: place)
    #expect(Set(first.keys) == Set(second.keys))
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }

  /// Makes a round by two shards, and its tables.
  private func make(_ folder: String, in place: Workspace) throws {
    for shard in ["1", "0"] {
      let ending = try Program.run(
        "worker", folder, "--shard", shard, "--of", "2", "--quiet", in: place)
      #expect(ending.status == 0, "\(ending.err)")
    }
    #expect(try Program.run("gather", folder, "--quiet", in: place).status == 0)
  }

  /// Rounds until none is left.
  ///
  /// - Returns: What `plan --next` said after each round.
  private func rounds(_ words: [String], _ folder: String, in place: Workspace) throws -> [String] {
    let planned = try Program(["plan"] + base + words + ["--out", folder], in: place).wait()
    #expect(planned.status == 0, "\(planned.err)")
    var said: [String] = []
    while said.count < 8 {
      try make(folder, in: place)
      let next = try Program.run("plan", folder, "--next", "--json", in: place)
      #expect(next.status == 0, "\(next.err)")
      said.append(next.out)
      if next.status != 0 || next.out.contains("\"done\": true") { break }
    }
    return said
  }

  @Test(arguments: [
    ["--limits", "0.01", "--draws", "48"], ["--precision", "1000"],
    ["--precision", "0.01", "--draws-file", "d.csv"],
  ])
  func `rounds by workers end with the bytes of rounds in one process`(words: [String]) throws {
    let place = try workspace()
    let rows = (0..<40).map { "\(20 + $0 % 30) %,\(200 + 10 * $0)\n" }.joined()
    try place.write("d.csv", "people.minor_share,people.count\n" + rows)
    let alone = try Program(["compare"] + base + words + ["--out", "A"], in: place).wait()
    #expect(alone.status == 0, "\(alone.err)")
    let said = try rounds(words, "B", in: place)
    let last = said.last ?? ""
    #expect(last.contains("\"done\": true") && last.contains("\"missing\": 0"), "\(said)")
    #expect(last.contains("\"round\": \(said.count)"), "\(said)")
    try same("A", "B", in: place)
    // Who asks again hears the same, and nothing changes.
    #expect(try Program.run("plan", "B", "--next", "--json", in: place).out == last)
    try same("A", "B", in: place)
    #expect(try Program.run("verify", "B", "--sample", "4", "--quiet", in: place).status == 0)
  }

  @Test func `rounds by workers add replicates where chance is the most of it`() throws {
    let place = try Workspace()
    let base = ["tiny.yaml", "phone.yaml", "--until", "1 h", "--quiet"]
    let words = ["--precision", "0.01", "--draws", "40", "--echoes", "--out", "B"]
    #expect(try Program(["plan"] + base + words, in: place).wait().status == 0)
    for (round, draws) in [(2, 32), (3, 40), (4, 40), (5, 40)] {
      try make("B", in: place)
      let next = try Program.run("plan", "B", "--next", "--json", in: place).out
      #expect(
        next.contains("\"round\": \(round)") && next.contains("\"draws\": \(draws)"), "\(next)")
    }
    try make("B", in: place)
    // Replicates are added up to eight; here are three, as if they had been asked for at once.
    let alone = ["--draws", "40", "-r", "3", "--out", "A"]
    #expect(try Program(["compare"] + base + alone, in: place).wait().status == 0)
    let first = try tables("A", in: place), second = try tables("B", in: place)
    for (name, bytes) in first where name.hasSuffix(".csv") || name == "study.yaml" {
      #expect(second[name] == bytes, "\(name)")
    }
  }

  @Test func `a round is planned once its runs are there, and says so`() throws {
    let place = try workspace()
    let planned = try Program(
      ["plan"] + base + ["--limits", "0.01", "--draws", "32", "--out", "B"], in: place
    ).wait()
    #expect(
      planned.out.hasPrefix("round 1, of 16 draws: 48 runs planned in B, 48 to be made\n"),
      "\(planned.out)")
    #expect(planned.out.contains("  vigie plan B --next "))
    #expect(
      try Program.run("worker", "B", "--shard", "0", "--of", "2", "--quiet", in: place).status == 0)
    let early = try Program.run("plan", "B", "--next", "--json", in: place)
    #expect(early.status == 75 && early.out.isEmpty)
    #expect(early.err.hasPrefix("error: 24 of 48 runs of round 1 are there; missing: "))
    #expect(early.err.contains("help: send the workers again"))
    #expect(try Program.run("worker", "B", "--quiet", in: place).status == 0)
    // Nobody gathered: the tables are written on the way.
    let next = try Program.run("plan", "B", "--next", in: place)
    #expect(next.status == 0, "\(next.err)")
    #expect(next.out == "round 2: 32 draws, 32 runs to be made; send the same array again\n")
    #expect(next.err.hasPrefix("16 draws: the middle of phone is known to ± "))
    #expect(next.err.contains("; 32 draws next for phone\n"))
    #expect(try Program.run("plan", "B", "--next", in: place).err.contains("of round 2 are there"))
    #expect(try Program.run("worker", "B", "--quiet", in: place).status == 0)
    let last = try Program.run("plan", "B", "--next", "--quiet", in: place)
    #expect(last.status == 0 && last.err.isEmpty)
    #expect(last.out == "round 2 was the last one: 32 draws; nothing is left to be made\n")
    #expect(place.parts("B") == 32 + 16 + 32)
  }

  @Test func `what has no next round is told so`() throws {
    let place = try workspace()
    func next(_ words: String...) throws -> Program.Ending {
      try Program(["plan", "B", "--next"] + words, in: place).wait()
    }
    func plan(_ words: String...) throws -> Program.Ending {
      try Program(["plan"] + base + words + ["--out", "B"], in: place).wait()
    }
    #expect(try next().status == 66)
    #expect(try plan("--draws", "2").status == 0)
    let without = try next()
    #expect(without.status == 65 && without.err.contains("vigie plan STUDY --precision P --out B"))
    #expect(try plan("--precision", "3").status == 0)
    #expect(try next().status == 75)
    #expect(try next("--draws", "64").status == 64)
    #expect(try next("extra").status == 64)
    try place.write("B/goal.yaml", "precision: much\n")
    #expect(try next().err.contains("B/goal.yaml isn't a goal of this version"))
    // Planned for one round, the folder forgets.
    #expect(try plan("--draws", "2").status == 0)
    #expect(try next().status == 65)
    let sweep = "\nsweep:\n  vary: { people.minor_share: [20 %, 40 %] }\n"
    try place.write("study.yaml", Workspace.study + sweep)
    let swept = try Program.run("plan", "study.yaml", "--precision", "3", in: place)
    #expect(swept.status == 64 && swept.err.contains("are for one comparison"))
  }

  @Test func `a folder whose first round is there already learns its goal`() throws {
    let place = try workspace()
    let alone = try Program(["compare"] + base + ["--draws", "16", "--out", "B"], in: place).wait()
    #expect(alone.status == 0)
    let planned = try Program(["plan"] + base + ["--limits", "0.01", "--out", "B"], in: place)
      .wait()
    #expect(planned.out.contains(", 0 to be made\n"))
    let next = try Program.run("plan", "B", "--next", "--json", "--quiet", in: place)
    #expect(next.out.contains("\"done\": false") && next.out.contains("\"draws\": 32"))
  }
}
