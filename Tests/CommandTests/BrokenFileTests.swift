import Foundation
import Testing

@Suite struct BrokenFileTests {
  private func complaint(_ text: String) throws -> Program.Ending {
    let place = try Workspace()
    try place.write("broken.yaml", text)
    let ending = try Program.run("run", "broken.yaml", in: place)
    #expect(ending.out.isEmpty)
    #expect(
      !FileManager.default.fileExists(atPath: place.url.appendingPathComponent("Results").path))
    return ending
  }

  @Test func `an unknown key gets the nearest one`() throws {
    let ending = try complaint("extends: tiny.yaml\nmoderation:\n  hour_per_day: 8 h\n")
    #expect(ending.status == 65)
    #expect(
      ending.err == """
        error: broken.yaml:3:3: unknown key 'hour_per_day' in moderation
            3 |   hour_per_day: 8 h
              |   ^^^^^^^^^^^^
          help: did you mean 'hours_per_day'?
        1 error in 1 file; nothing was run

        """)
  }

  @Test func `a quantity without its unit names the unit`() throws {
    let ending = try complaint("extends: tiny.yaml\ntime: { window: 6 }\n")
    #expect(ending.status == 65)
    #expect(ending.complaint.hasPrefix("error: broken.yaml:2:17: \"6\" has no unit"))
  }

  @Test func `a value out of range names the range`() throws {
    let ending = try complaint("extends: tiny.yaml\npeople:\n  minor_share: 120 %\n")
    #expect(ending.status == 65)
    #expect(
      ending.complaint
        == "error: broken.yaml:3:16: \"120 %\" is outside the range of minor_share, 0 % to 100 %")
  }

  @Test func `a duplicate key and an alias are refused`() throws {
    let twice = try complaint("name: a\nname: b\n")
    #expect(twice.status == 65)
    #expect(twice.complaint == "error: broken.yaml:2:1: duplicate key 'name'")
    let alias = try complaint("name: *other\n")
    #expect(alias.status == 65)
    #expect(alias.complaint.hasPrefix("error: broken.yaml:1:7: "))
  }

  @Test func `all problems of a file are told at once`() throws {
    let ending = try complaint(
      "extends: tiny.yaml\npeople: { minor_share: lots, count: -1 }\nrecording: 3\n")
    #expect(ending.status == 65)
    #expect(ending.err.components(separatedBy: "error: broken.yaml:").count == 4)
    #expect(ending.err.hasSuffix("\n3 errors in 1 file; nothing was run\n"))
  }

  @Test func `a file that extends what isn't there points at the name`() throws {
    let ending = try complaint("extends: gone.yaml\n")
    #expect(ending.status == 65)
    #expect(ending.complaint == "error: broken.yaml:1:10: there is no file 'gone.yaml'")
  }

  @Test func `problems of settings point into the command line`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "--set", "people.count=500", "--set", "moderation.stff=1", in: place)
    #expect(ending.status == 65)
    #expect(
      ending.err == """
        error: --set:2:12: unknown key 'stff' in moderation
            2 | moderation.stff=1
              |            ^^^^
          help: did you mean 'staff'?
        1 error in 1 file; nothing was run

        """)
    let value = try Program.run("run", "tiny.yaml", "--set", "time.window=6 lemons", in: place)
    #expect(value.complaint.hasPrefix("error: --set:1:13: \"6 lemons\""))
  }

  @Test func `problems of a study point at the study or at the file it names`() throws {
    let place = try Workspace()
    try place.write(
      "broken.yaml",
      """
      schema_version: 1
      name: broken
      baseline: tiny.yaml
      alternatives:
        - nowhere.yaml
        - { nme: a, set: { moderation: { staff: 1 } } }
        - { name: b, set: { moderation: { staff: many } } }
      outcomes: [unwanted_contact]

      """)
    let ending = try Program.run("compare", "broken.yaml", in: place)
    #expect(ending.status == 65)
    let heads = ending.err.split(separator: "\n").filter { $0.hasPrefix("error:") }
    #expect(
      heads == [
        "error: broken.yaml:5:5: there is no file 'nowhere.yaml'",
        "error: broken.yaml:6:5: an alternative has no name",
        "error: broken.yaml:6:7: unknown key 'nme' in alternatives",
        "error: broken.yaml:7:44: \"many\" is not a number",
        "error: broken.yaml:8:12: there is no outcome 'unwanted_contact'",
      ])
  }
}
