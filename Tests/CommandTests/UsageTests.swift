import Foundation
import Testing

@Suite struct UsageTests {
  @Test func `mistyped words get the nearest one, and exit code 64`() throws {
    let place = try Workspace()
    let cases: [([String], String)] = [
      (["rnu", "tiny.yaml"], "did you mean 'run'?"),
      (["run", "--replicats", "3", "tiny.yaml"], "Did you mean '--replicates'?"),
      (["list", "outcmes"], "did you mean 'outcomes'?"),
      (["explain", "people.minor_shar"], "did you mean 'people.minor_share'?"),
      (["explain", "unwanted_contcts"], "did you mean the outcome 'unwanted_contacts'?"),
      (["run", "tiny.yaml", "--outcome", "proceeding"], "did you mean 'proceedings'?"),
      (["new", "clasroom"], "did you mean 'classroom'?"),
      (["completions", "fihs"], "did you mean 'fish'?"),
    ]
    for (arguments, help) in cases {
      let ending = try Program(arguments, in: place).wait()
      #expect(ending.status == 64, "\(arguments)")
      #expect(ending.err.contains(help), "\(arguments): \(ending.err)")
      #expect(ending.out.isEmpty)
    }
  }

  @Test func `numbers that can't be are refused before anything runs`() throws {
    let place = try Workspace()
    for bad in [
      ["--seed", "9007199254740992"], ["--seed", "-1"], ["--replicates", "0"], ["--jobs", "0"],
      ["--replicates", "99999999999999999999"], ["--color", "blue"],
    ] {
      let ending = try Program(["run", "tiny.yaml"] + bad, in: place).wait()
      #expect(ending.status == 64, "\(bad)")
    }
    #expect(try Program.run("run", "tiny.yaml", "-r", "99999999", in: place).status == 65)
  }

  @Test func `a missing file has exit code 66`() throws {
    let ending = try Program.run("run", "gone.yaml", in: Workspace())
    #expect(ending.status == 66)
    #expect(ending.complaint == "error: there is no file 'gone.yaml'")
  }

  @Test func `results that can't be written don't go unnoticed`() throws {
    let place = try Workspace()
    for arguments in [
      ["--version"], ["--help"], ["list"], ["schema"], ["run", "tiny.yaml", "-r", "1"],
    ] {
      let ending = try Program(arguments, in: place, device: "/dev/full").wait()
      #expect(ending.status == 73, "\(arguments)")
      #expect(ending.err.contains("standard output: No space left on device"), "\(arguments)")
    }
  }

  @Test func `problems have colours only where asked for`() throws {
    let place = try Workspace()
    try place.write("broken.yaml", "nme: 1\n")
    #expect(try !Program.run("check", "broken.yaml", in: place).err.contains("\u{1B}"))
    let colored = try Program.run("check", "broken.yaml", "--color", "always", in: place)
    #expect(colored.err.hasPrefix("\u{1B}[31merror:\u{1B}[0m broken.yaml:1:1:"))
  }
}
