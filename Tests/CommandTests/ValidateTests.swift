import Foundation
import Testing

@Suite struct ValidateTests {
  @Test func `the factor of designed draws is printed and written, twice the same`() throws {
    let place = try Workspace()
    let first = try Program.run(
      "validate", "draws", "--scrambles", "20", "--csv", "a.csv", in: place)
    let second = try Program.run(
      "validate", "draws", "--scrambles", "20", "--csv", "b.csv", in: place)
    #expect(first.status == 0 && first.out == second.out, "\(first.err)")
    #expect(first.out.contains("ten inputs, one interaction"))
    #expect(first.out.hasSuffix("0 bars met, 0 missed\n"))
    let text = try place.text("a.csv")
    #expect(text.split(separator: "\n").count == 7)
    #expect(text == (try place.text("b.csv")))
  }

  @Test func `a topic that there is not, or no study, is refused`() throws {
    let place = try Workspace()
    #expect(try Program.run("validate", "nothing", in: place).status == 64)
    #expect(try Program.run("validate", "--studies", "1", in: place).status == 64)
    for wrong in [
      ["draws", "--check", "a.csv"], ["coverage", "--only", "V2"], ["model", "--csv", "a.csv"],
      ["model", "--only", "V0"],
    ] {
      #expect(try Program(["validate"] + wrong, in: place).wait().status == 64, "\(wrong)")
    }
  }

  @Test func `known answers are written and found again; a table that has drifted names the row`()
    throws
  {
    let place = try Workspace()
    let made = try Program.run(
      "validate", "model", "--only", "V2", "--model-csv", "a.csv", in: place)
    #expect(made.status == 0 && made.out.hasSuffix("2 bars met, 0 missed\n"), "\(made.err)")
    let text = try place.text("a.csv"), lines = text.split(separator: "\n")
    #expect(lines[0] == "id,what,setting,exact,estimate,half_width,comparison,verdict")
    #expect(lines.count == 3 && lines.dropFirst().allSatisfy { $0.hasSuffix(",met") })
    let again = try Program.run(
      "validate", "model", "--only", "V2", "--check", "a.csv", in: place)
    #expect(again.status == 0 && again.out == made.out && again.err.isEmpty)
    try place.write("a.csv", text.replacingOccurrences(of: "one moderator", with: "two moderators"))
    let drifted = try Program.run(
      "validate", "model", "--only", "V2", "--check", "a.csv", in: place)
    #expect(drifted.status == 4)
    #expect(drifted.complaint.hasPrefix("error: a.csv: row 2 is 'V2,cases in the house"))
    #expect(drifted.complaint.contains("and was 'V2,") && drifted.err.contains("two moderators"))
    try place.write("a.csv", text.split(separator: "\n").dropLast().joined(separator: "\n") + "\n")
    let short = try Program.run(
      "validate", "model", "--only", "V2", "--check", "a.csv", in: place)
    #expect(short.status == 4 && short.complaint.hasSuffix("and was 'missing'"))
    try place.write("a.csv", String(text.dropLast()))
    let unended = try Program.run(
      "validate", "model", "--only", "V2", "--check", "a.csv", in: place)
    #expect(unended.status == 4 && unended.complaint.contains("line end"))
  }

  @Test func `a table that is not there is missed before anything runs`() throws {
    let ending = try Program.run("validate", "--check", "gone.csv", in: Workspace())
    #expect(ending.status == 66 && ending.out.isEmpty)
    #expect(ending.complaint == "error: there is no file 'gone.csv'")
  }
}
