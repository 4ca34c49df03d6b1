import Foundation
import Testing

@Suite struct PrecisionTests {
  @Test func `draws are doubled until the precision is reached, with the bytes of one study`()
    throws
  {
    let place = try Workspace()
    let base = ["compare", "tiny.yaml", "phone.yaml", "--set", "people.count=2000"]
    func run(_ options: String...) throws -> Program.Ending {
      try Program(base + options, in: place).wait()
    }
    let rough = try run("--precision", "1000", "--out", "a", "--no-progress")
    #expect(
      rough.status == 0 && rough.err.hasPrefix("16 draws: the middle of phone is known to ± "))
    let fine = try run("--precision", "0.01", "--draws", "64", "--out", "a", "--no-progress")
    #expect(fine.status == 0, "\(fine.err)")
    #expect(
      fine.err.contains("; 32 draws next\n32 draws: ") && fine.err.contains("; 64 draws next\n"))
    #expect(fine.err.contains("; more than 64 draws aren't made (--draws)\n"))
    #expect(place.parts("a") == 128)
    #expect(try run("--draws", "64", "--out", "b").status == 0)
    #expect(try place.text("a/differences.csv") == place.text("b/differences.csv"))
    #expect(try run("--precision", "0").status == 64)
    #expect(try run("--precision", "3", "--fixed").status == 64)
  }

  @Test func `what is known well enough gets no more draws, and the rest says what it would alone`()
    throws
  {
    let place = try Workspace()
    try place.write("known.yaml", Workspace.known)
    func run(_ options: String...) throws -> Program.Ending {
      try Program(
        ["compare", "known.yaml", "--set", "people.count=800", "--no-progress"] + options,
        in: place
      ).wait()
    }
    let rounds = try run("--limits", "0.01", "--draws", "64", "--out", "a")
    #expect(rounds.status == 0, "\(rounds.err)")
    #expect(rounds.err.contains("; 32 draws next for phone\n32 draws: the middle of phone is "))
    #expect(rounds.err.contains(" (bootstrap); 64 draws next for phone\n"))
    #expect(rounds.err.contains("; more than 64 draws aren't made (--draws)\n"))
    #expect(place.parts("a") == 64 + 16 + 64)
    #expect(rounds.out.contains("64 pairs in 64 draws (fewer: idle 16), seed "))
    #expect(try place.text("a/report.html").contains("Of 64 draws, these have: "))
    #expect(try place.lines("a/runs.csv", with: ",idle,").count == 16)

    #expect(try run("--draws", "64", "--out", "b").status == 0)
    #expect(
      try place.lines("a/differences.csv", with: ",phone,")
        == place.lines("b/differences.csv", with: ",phone,"))
    let again = try run("--limits", "0.01", "--draws", "64", "--out", "a")
    #expect(again.status == 0 && again.err.contains("Done before: nothing was run; a holds"))
    let verified = try Program.run("verify", "a", "--all", "--quiet", in: place)
    #expect(verified.status == 0, "\(verified.err)")
  }

  @Test
  func
    `echoes tell the share of chance, are runs of the study with two replicates, and are verified`()
    throws
  {
    let place = try Workspace()
    func run(_ options: String...) throws -> Program.Ending {
      try Program(
        ["compare", "tiny.yaml", "phone.yaml", "--set", "people.count=800", "--no-progress"]
          + options, in: place
      ).wait()
    }
    let plain = try run("--draws", "24", "--out", "a")
    #expect(plain.status == 0 && place.parts("a") == 48)
    let echoes = try run("--draws", "24", "--echoes", "--out", "a", "--follow-up", "4d")
    #expect(echoes.status == 0, "\(echoes.err)")
    #expect(echoes.out.contains("42 pairs in 24 draws"))
    let differences = try place.lines("a/differences.csv", with: ",window,unwanted_contacts,")
    let share = differences.first?.split(separator: ",", omittingEmptySubsequences: false)[21]
    #expect(share.flatMap { Double($0) }.map { $0 > 0 && $0 <= 1 } == true, "\(differences)")
    #expect(try Program.run("verify", "a", "--all", "--quiet", in: place).status == 0)
    // The echoes of draws that are followed up end with the window.
    #expect(try place.lines("a/curve.csv", with: ",follow_up,").isEmpty == false)

    #expect(try run("--draws", "24", "-r", "2", "--out", "b").status == 0)
    let all = Set(try place.keys("b"))
    #expect(try run("--draws", "24", "--echoes", "--out", "c").status == 0)
    let own = try place.keys("c")
    #expect(own.count == 2 * 42 && all.isSuperset(of: own))
    #expect(try run("--echoes", "-r", "2").status == 64)
  }

  @Test func `where more than a tenth of the spread is chance all draws get another replicate`()
    throws
  {
    let place = try Workspace()
    let ending = try Program.run(
      "compare", "tiny.yaml", "phone.yaml", "--echoes", "--limits", "0.1", "--draws", "40", "--out",
      "a", "--no-progress", in: place)
    #expect(ending.status == 0, "\(ending.err)")
    #expect(ending.err.contains(" % of the spread is chance; 2 replicates next\n"), "\(ending.err)")
    #expect(try place.lines("a/runs.csv", with: ",phone,40,2,").count == 1)
    #expect(try place.lines("a/runs.csv", with: ",phone,17,2,").count == 1)
  }

  @Test(arguments: ["precision", "limits"])
  func `what can't be wanted is refused`(option: String) throws {
    let place = try Workspace()
    for words in [["0"], ["-1"], ["inf"], ["3", "--fixed"]] {
      let ending = try Program(
        ["compare", "tiny.yaml", "phone.yaml", "--\(option)=\(words[0])"] + words.dropFirst(),
        in: place
      ).wait()
      #expect(ending.status == 64, "\(option) \(words)")
    }
  }
}
