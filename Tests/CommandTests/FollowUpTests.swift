import Foundation
import Testing

@testable import Experiment

@Suite struct FollowUpTests {
  private static let study = """
    schema_version: 1
    name: s
    baseline: tiny.yaml
    alternatives: [phone.yaml, { name: staffed, set: { moderation: { staff: 2 } } }]
    draws: 4
    seed: 3

    """
  private static let followed =
    study + "follow_up: { window: 4 d, draws: 2, scenarios: [staffed] }\n"

  private func compare(
    _ text: String, to folder: String, in place: Workspace, _ more: [String] = []
  ) throws -> Program.Ending {
    try place.write("s.yaml", text)
    return try Program(
      ["compare", "s.yaml", "--until", "2d", "--out", folder] + more, in: place
    ).wait()
  }

  @Test func `a follow-up makes the runs it follows, and leaves the window's rows as they are`()
    throws
  {
    let place = try Workspace()
    #expect(try compare(Self.study, to: "a", in: place).status == 0)
    #expect(place.parts("a") == 12)
    let dry = try compare(Self.followed, to: "a", in: place, ["--dry-run"])
    #expect(dry.out.contains("8 runs there already, 4 to be made"), "\(dry.out)")
    #expect(try compare(Self.followed, to: "b", in: place).status == 0)
    for table in ["summary.csv", "differences.csv", "timeseries.csv", "curve.csv"] {
      let word = table == "timeseries.csv" ? "," : ",window,"
      let (before, after) = (
        try place.lines("a/" + table, with: word),
        try place.lines("b/" + table, with: word)
      )
      #expect(!before.isEmpty && before == after, "\(table)")
    }
    let later = try place.lines("b/differences.csv", with: ",follow_up,unwanted_contacts,")
    // Two draws of one policy: of the other none is followed.
    #expect(later.count == 1 && later[0].hasPrefix("tiny,staffed,") && later[0].contains(",2,2,"))
    let days = try place.lines("b/curve.csv", with: "staffed,follow_up,")
    #expect(days.count == 3 && days[2].hasPrefix("tiny,staffed,follow_up,3,2,"))
    #expect(try Program.run("verify", "b", "--all", "--quiet", in: place).status == 0)
  }

  @Test func `made in one go, step by step and without it again: the same bytes`() throws {
    let place = try Workspace()
    #expect(try compare(Self.study, to: "a", in: place).status == 0)
    let plain = try place.files("a")
    #expect(try compare(Self.followed, to: "a", in: place).status == 0)
    #expect(try compare(Self.followed, to: "b", in: place).status == 0)
    #expect(try place.files("a") == place.files("b") && place.parts("a") == 16)
    let again = try compare(Self.study, to: "a", in: place)
    #expect(again.status == 0 && place.parts("a") == 16)
    #expect(try place.files("a") == plain)
    // As an option: the study file's policies, another length.
    let none = try compare(Self.followed, to: "a", in: place, ["--follow-up", "0d"])
    #expect(none.status == 0)
    #expect(
      try place.files("a").filter { $0.key.hasSuffix("csv") }
        == plain.filter { $0.key.hasSuffix("csv") })
  }

  @Test func `the command line may name other policies than the study file`() throws {
    let place = try Workspace()
    func followed(_ names: String...) throws -> [String] {
      let options = names.flatMap { ["--follow-up-of", $0] }
      #expect(try compare(Self.followed, to: "a", in: place, options).status == 0)
      return try place.lines("a/differences.csv", with: ",follow_up,unwanted_contacts,").map {
        String($0.split(separator: ",")[1])
      }
    }
    #expect(try followed() == ["staffed"])
    #expect(try followed("phone") == ["phone"])
    #expect(try followed("all") == ["phone", "staffed"])
  }

  @Test func `what isn't a scenario, a duration or a number of draws is refused`() throws {
    let place = try Workspace()
    let text = Self.followed.replacing("[staffed]", with: "[stafed, fone]")
    let name = try compare(text, to: "a", in: place)
    #expect(name.status == 65 && name.err.contains("s.yaml:7:49: there is no scenario 'stafed'"))
    #expect(name.err.contains("did you mean 'staffed'?"), "\(name.err)")
    #expect(name.err.contains("s.yaml:7:57: there is no scenario 'fone'"), "\(name.err)")
    let typed = try compare(Self.followed, to: "a", in: place, ["--follow-up-of", "stafed"])
    #expect(typed.status == 64 && typed.err.contains("'stafed' here; did you mean 'staffed'?"))
    let days = try compare(Self.followed, to: "a", in: place, ["--follow-up", "30"])
    #expect(days.status == 64 && days.err.contains("'30' is not a duration; write 90d"))
    let draws = try compare(Self.followed, to: "a", in: place, ["--follow-up-draws", "0"])
    #expect(draws.status == 64 && draws.err.contains("it must be at least 1"))
  }
}
