import Foundation
import Testing

@testable import Experiment

@Suite struct ShardTests {
  private func same(_ one: String, _ other: String, in place: Workspace) throws {
    let first = try place.files(one), second = try place.files(other)
    let names = { (files: [String: Data]) in Set(files.keys).filter { $0 != ".lock" } }
    #expect(names(first) == names(second))
    for (name, bytes) in first where name != ".lock" {
      #expect(second[name] == bytes, "\(name)")
    }
  }

  @Test(arguments: [1, 2, 5, 50])
  func `shards in any order give the bytes of one process`(count: Int) throws {
    let place = try Workspace()
    let draws = ["--draws", "3", "-r", "2"]
    try place.write("d.csv", "people.minor_share\n20 %\n30 %\n40 %\n")
    // What a study prints is no part of what it is.
    try place.write("study.yaml", Workspace.study + "\noutcomes: [meetings_expected]\n")
    let given = draws + ["--draws-file", "d.csv", "--quiet"]
    #expect(
      try Program(["compare", "study.yaml", "--out", "A"] + given, in: place).wait().status == 0)
    let planned = try Program(["plan", "study.yaml", "--out", "B"] + given, in: place).wait()
    #expect(planned.status == 0 && planned.out.hasPrefix("18 runs planned in B, 18 to be made\n"))
    for shard in (0..<count).reversed() {
      let words = ["worker", "B", "--shard", String(shard), "--of", String(count), "--quiet"]
      #expect(try Program(words, in: place).wait().status == 0)
    }
    #expect(try Program.run("gather", "B", "--quiet", in: place).status == 0)
    try same("A", "B", in: place)
    #expect(try Program.run("verify", "B", "--all", "--quiet", in: place).status == 0)
  }

  @Test func `a shard that is missing is named, and sent again makes what is left`() throws {
    let place = try Workspace()
    let sweep = "\nsweep:\n  vary: { people.minor_share: [20 %, 40 %] }\n"
    try place.write("study.yaml", Workspace.study + sweep)
    #expect(try Program.run("sweep", "study.yaml", "--out", "A", "--quiet", in: place).status == 0)
    #expect(try Program.run("plan", "study.yaml", "--out", "B", "--quiet", in: place).status == 0)
    #expect(
      try Program.run("worker", "B", "--shard", "1", "--of", "3", "--quiet", in: place).status == 0)
    let early = try Program.run("gather", "B", in: place)
    #expect(early.status == 75 && early.err.contains("missing: 1, 3-4, 6-7, 9-10, 12"))
    let status = try Program.run("status", "B", "--json", in: place)
    #expect(status.out.contains("\"done\": 4") && status.out.contains("\"runs\": 12"))
    for number in ["0", "1", "2"] {
      let words = ["worker", "B", "--shard", "auto", "--of", "3", "--quiet"]
      #expect(
        try Program(words, in: place, environment: ["SLURM_ARRAY_TASK_ID": number]).wait().status
          == 0)
    }
    #expect(place.parts("B") == 12)
    #expect(try Program.run("gather", "B", "--quiet", in: place).status == 0)
    try same("A", "B", in: place)
  }

  @Test func `what isn't a plan is refused`() throws {
    let place = try Workspace()
    #expect(try Program.run("worker", "none", in: place).status == 66)
    #expect(try Program.run("worker", "none", "--shard", "3", "--of", "3", in: place).status == 64)
    #expect(
      try Program.run("worker", "none", "--shard", "auto", "--of", "3", in: place).status == 64)
    #expect(try Program.run("plan", "study.yaml", "--out", "B", "--quiet", in: place).status == 0)
    let study = try place.text("B/study.yaml")
    try place.write("B/study.yaml", study.replacing("seed: 7", with: "seed: 8"))
    let changed = try Program.run("worker", "B", "--quiet", in: place)
    #expect(changed.status == 65 && changed.err.contains("plan.csv isn't that of study.yaml"))
  }

  @Test(arguments: [("slurm", "array.sh"), ("snakemake", "Snakefile"), ("dask", "dask_run.py")])
  func `job files name every shard, and stay as somebody edits them`(engine: String, file: String)
    throws
  {
    let place = try Workspace()
    #expect(try Program.run("plan", "study.yaml", "--out", "B", "--quiet", in: place).status == 0)
    let made = try Program.run("submit", "B", "--engine", engine, "--of", "3", in: place)
    #expect(made.status == 0 && made.out.hasPrefix("3 shards of about "), "\(made.err)")
    let text = try place.text("B/jobs/" + file)
    #expect(text.contains("worker") && text.contains(place.url.path + "/B"))
    #expect(text.contains("--of 3") || text.contains("\"--of\", \"3\""))
    try place.write("B/jobs/" + file, "# mine\n")
    let again = try Program.run("submit", "B", "--engine", engine, "--of", "4", in: place)
    #expect(again.out.hasPrefix("Kept as they are: "))
    #expect(try place.text("B/jobs/" + file) == "# mine\n")
    let anew = try Program.run("submit", "B", "--engine", engine, "--of", "4", "--force", in: place)
    #expect(anew.out.hasPrefix("4 shards"))
    #expect(try place.text("B/jobs/" + file) != "# mine\n")
    // Job files are no reason to refuse a folder.
    #expect(try Program.run("worker", "B", "--quiet", in: place).status == 0)
    #expect(try Program.run("gather", "B", "--quiet", in: place).status == 0)
  }
}
