import Testing

/// All problems of a file at once, also where the file is refused as it stands.
@Suite struct RecoveryTests {
  /// What `check` and `run` both say of a file.
  private func complaint(_ text: String) throws -> String {
    let place = try Workspace()
    try place.write("broken.yaml", text)
    let check = try Program.run("check", "broken.yaml", in: place)
    let run = try Program.run("run", "broken.yaml", in: place)
    let compare = try Program.run("compare", "broken.yaml", in: place)
    #expect(check.status == 65 && run.status == 65 && compare.status == 65)
    #expect(check.err == run.err)
    #expect(check.err == compare.err)
    return check.err
  }

  @Test func `behind a base that is missing the own keys are checked`() throws {
    let text = try complaint(
      "schema_version: 2\nextends: nowhere.yaml\nregistration: { method: telephone }\n")
    #expect(
      text == """
        error: broken.yaml:1:17: "2" is outside the range of schema_version, 1 to 1
            1 | schema_version: 2
              |                 ^
        error: broken.yaml:2:10: there is no file 'nowhere.yaml'
            2 | extends: nowhere.yaml
              |          ^^^^^^^^^^^^
        error: broken.yaml:3:25: 'telephone' is not a choice for method
            3 | registration: { method: telephone }
              |                         ^^^^^^^^^
          help: choices: none, pseudonym, email, phone, identity
        3 errors in 1 file; nothing was run

        """)
  }

  @Test func `behind a duplicate section the rest is checked`() throws {
    let text = try complaint(
      """
      time: { start: 2022-02-30 }
      people: { minor_share: 120 % }
      time: { window: 7 d }

      """)
    #expect(
      text == """
        error: broken.yaml:1:16: "2022-02-30" is not a date
            1 | time: { start: 2022-02-30 }
              |                ^^^^^^^^^^
          help: write 2022-01-31
        error: broken.yaml:2:24: "120 %" is outside the range of minor_share, 0 % to 100 %
            2 | people: { minor_share: 120 % }
              |                        ^^^^^
        error: broken.yaml:3:1: duplicate key 'time'
            3 | time: { window: 7 d }
              | ^^^^
          help: it is first given at line 1
        3 errors in 1 file; nothing was run

        """)
  }

  @Test func `behind a base that is broken the own keys are checked`() throws {
    let place = try Workspace()
    try place.write("base.yaml", "people: [1")
    try place.write("top.yaml", "extends: base.yaml\nrecording: 3\n")
    let ending = try Program.run("check", "top.yaml", in: place)
    #expect(ending.status == 65)
    #expect(
      ending.err == """
        error: base.yaml:1:11: not YAML: did not find expected ',' or ']'
            1 | people: [1
              |           ^
          help: while parsing a flow sequence, which starts at line 1
        error: top.yaml:2:12: recording needs keys with values, not text
            2 | recording: 3
              |            ^
        2 errors in 2 files; nothing was run

        """)
  }

  @Test func `a mistake in a setting does not hide those of the file`() throws {
    let place = try Workspace()
    try place.write("broken.yaml", "extends: tiny.yaml\nrecording: 3\n")
    let ending = try Program.run(
      "check", "broken.yaml", "--set", "rooms.genral.count=2", "--set", "people.count", in: place)
    #expect(ending.status == 65)
    #expect(
      ending.err == """
        error: --set:1:7: the list has no item 'genral'
            1 | rooms.genral.count=2
              |       ^^^^^^
          help: did you mean 'general'?
        error: --set:2:1: 'people.count' has no '='
            2 | people.count
              | ^^^^^^^^^^^^
          help: write KEY=VALUE: moderation.staff=12
        error: broken.yaml:2:12: recording needs keys with values, not text
            2 | recording: 3
              |            ^
        3 errors in 2 files; nothing was run

        """)
  }

  @Test func `a study's own mistakes hide none of the files it names`() throws {
    let place = try Workspace()
    try place.write("other.yaml", "extends: gone.yaml\npeople: { count: none }\n")
    try place.write(
      "broken.yaml",
      """
      baseline: nowhere.yaml
      alternatives:
        - other.yaml
        - { name: a, set: { moderation: { staff: many } } }
      replicates: 2
      replicates: &r 0
      outcomes: [*r]

      """)
    let check = try Program.run("check", "broken.yaml", in: place)
    let compare = try Program.run("compare", "broken.yaml", in: place)
    #expect(check.err == compare.err)
    #expect(check.status == 65 && compare.status == 65)
    #expect(
      check.err.split(separator: "\n").filter { $0.hasPrefix("error:") } == [
        "error: broken.yaml:1:11: there is no file 'nowhere.yaml'",
        "error: broken.yaml:4:44: \"many\" is not a number",
        "error: broken.yaml:6:1: duplicate key 'replicates'",
        "error: broken.yaml:6:13: anchors are not read",
        "error: broken.yaml:7:12: aliases are not read",
        "error: other.yaml:1:10: there is no file 'gone.yaml'",
        "error: other.yaml:2:18: \"none\" is not a number",
      ])
  }
}
