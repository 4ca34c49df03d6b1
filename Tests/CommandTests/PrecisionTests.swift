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

  /// The rows of a table that hold a word, in a folder of results.
  private func rows(_ file: String, with word: String, in place: Workspace) throws -> [String] {
    try place.text(file).split(separator: "\n").map(String.init).filter { $0.contains(word) }
  }

  @Test func `what is known well enough gets no more draws, and the rest says what it would alone`()
    throws
  {
    let place = try Workspace()
    try place.write(
      "known.yaml",
      """
      name: known
      baseline: tiny.yaml
      alternatives:
        - { name: idle, set: { registration: { method: email, start: 2030-01-01 } } }
        - phone.yaml

      """)
    func run(_ options: String...) throws -> Program.Ending {
      try Program(
        ["compare", "known.yaml", "--set", "people.count=2000", "--no-progress"] + options,
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
    #expect(try rows("a/runs.csv", with: ",idle,", in: place).count == 16)

    #expect(try run("--draws", "64", "--out", "b").status == 0)
    #expect(
      try rows("a/differences.csv", with: ",phone,", in: place)
        == rows("b/differences.csv", with: ",phone,", in: place))
    let again = try run("--limits", "0.01", "--draws", "64", "--out", "a")
    #expect(again.status == 0 && again.err.contains("Done before: nothing was run; a holds"))
    let verified = try Program.run("verify", "a", "--all", "--quiet", in: place)
    #expect(verified.status == 0, "\(verified.err)")
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
