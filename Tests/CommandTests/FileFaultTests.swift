import Experiment
import Foundation
import Testing

/// Files that no run could carry: `check` says so, at the line, before `run` or `compare` does.
@Suite struct FileFaultTests {
  /// What `check` and the command that would run the file say; both must refuse it.
  private func heads(
    _ text: String, run command: String = "run", in place: Workspace
  ) throws -> [String] {
    try place.write("f.yaml", text)
    let check = try Program.run("check", "f.yaml", in: place)
    let run = try Program.run(command, "f.yaml", in: place)
    #expect(check.status == 65 && run.status == 65, "\(check.err)\n\(run.err)")
    #expect(run.out.isEmpty)
    let lines = check.err.split(separator: "\n").filter { $0.hasPrefix("error:") }.map(String.init)
    #expect(
      lines == run.err.split(separator: "\n").filter { $0.hasPrefix("error:") }.map(String.init))
    return lines
  }

  /// A line of a file and how its problem ends; a log shows the beginning of the line.
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String, end: String

    init(_ line: String, _ end: String) { (self.line, self.end) = (line, end) }

    var testDescription: String { String(line.prefix(40)) }
  }

  private static let long = String(repeating: "n", count: 191)

  @Test(arguments: [
    Case("name: NA", "'NA': programs that read tables take it for a missing value"),
    Case("name: 'null'", "'null': programs that read tables take it for a missing value"),
    Case(#"name: "a\nb""#, "holds a line break or another control character"),
    Case(#"name: "a\L""#, "holds a line break or another control character"),
    Case("name: ''", "'': it is empty"),
    Case("name: \(long)", "it has 191 bytes; 190 are allowed"),
  ])
  func `a name that tables can't carry is refused at its line`(one: Case) throws {
    let (line, end) = (one.line, one.end)
    let place = try Workspace()
    let scenario = try heads("extends: tiny.yaml\n\(line)\n", in: place)
    #expect(scenario.count == 1 && scenario[0].hasPrefix("error: f.yaml:2:7: "), "\(scenario)")
    #expect(scenario.first?.contains(end) ?? false, "\(scenario)")
    let study = try heads(
      "baseline: tiny.yaml\n\(line)\nalternatives: [phone.yaml]\n", run: "compare", in: place)
    #expect(study.count == 1 && study[0].hasPrefix("error: f.yaml:2:7: "), "\(study)")
  }

  @Test(arguments: [
    (
      "baseline: tiny.yaml\nalternatives: [tiny.yaml]\n",
      "f.yaml:2:16: 'tiny.yaml' is the baseline already"
    ),
    (
      "baseline: tiny.yaml\nalternatives: [phone.yaml, ./phone.yaml, phone.yaml]\n",
      "f.yaml:2:42: 'phone.yaml' is an alternative already"
    ),
    (
      "baseline: tiny.yaml\nalternatives: [{ name: tiny, set: { people: { count: 20 } } }]\n",
      "f.yaml:2:24: two scenarios are named 'tiny'"
    ),
    (
      "baseline: tiny.yaml\nalternatives: []\n",
      "f.yaml:2:1: a study needs alternatives, a list with at least one"
    ),
    (
      "baseline: tiny.yaml\nname: x\n",
      "f.yaml:1:1: a study needs alternatives, a list with at least one"
    ),
    (
      "baseline: tiny.yaml\nalternatives: [phone.yaml]\nreplicates: 1000001\n",
      "f.yaml:3:13: \"1000001\" is outside the range of replicates, 1 to 1000000"
    ),
    (
      "baseline: tiny.yaml\nalternatives: [phone.yaml]\nprecision: 5 %\n",
      "f.yaml:3:1: a study file holds no precision"
    ),
    (
      "baseline: study.yaml\nalternatives: [phone.yaml]\n",
      "f.yaml:1:11: 'study.yaml' is a study, not a scenario"
    ),
    (
      "baseline: tiny.yaml\nalternatives: [phone.yaml, study.yaml]\n",
      "f.yaml:2:28: 'study.yaml' is a study, not a scenario"
    ),
    (
      "extends: tiny.yaml\nbaseline: tiny.yaml\nalternatives: [phone.yaml]\n",
      "f.yaml:1:10: a study extends no other file"
    ),
  ])
  func `a study that can't be run is refused at its line`(text: String, head: String) throws {
    let found = try heads(text, run: "compare", in: try Workspace())
    #expect(found.contains("error: " + head), "\(found)")
  }

  @Test func `more runs than a study may have are refused at the number`() throws {
    let names = (1...10).map { "{ name: n\($0), set: { people: { count: 2\($0) } } }" }
    let found = try heads(
      "baseline: tiny.yaml\nalternatives: [\(names.joined(separator: ", "))]\nreplicates: 1000000\n",
      run: "compare", in: try Workspace())
    #expect(
      found == [
        "error: f.yaml:3:13: 11 scenarios with 1000000 runs each are more than 10000000 runs"
      ])
  }

  @Test(arguments: [
    Case(
      "offenders: [{ name: a, pathway: solicitation, share: 50 % }, "
        + "{ name: b, pathway: solicitation, share: 50 % }]",
      "offenders.b.share: the kinds of offenders among adults add up to more than 100 %"
    ),
    Case(
      "rooms: [{ name: general, share: 0 }]",
      "rooms: no kind of room takes adults: all weights are 0"
    ),
    Case(
      "rooms: [{ name: general, minors: 0, offenders: 0 }]",
      "rooms: no kind of room takes offenders who seek minors: all weights are 0"
    ),
    Case(
      "pathways: [{ name: p, stages: [{ name: contact, next: { block: 50 % } }, "
        + "{ name: block, harm: H3 }] }]",
      "pathways.p.stages.block.name: 'block' is an ending: no branch would lead here"
    ),
    Case("people: { count: 10.99 }", "\"10.99\" is not a whole number"),
    Case("people: { count: }", "count has no value"),
    Case("directory: { minors_listed: }", "minors_listed has no value"),
    Case(
      "pathways: [{ name: solicitation, stages: [{ name: contact, next: }] }]", "next has no value"),
  ])
  func `values that no platform can have are refused at their line`(one: Case) throws {
    let (line, end) = (one.line, one.end)
    let found = try heads("extends: tiny.yaml\nname: f\n\(line)\n", in: try Workspace())
    #expect(found.contains { $0.hasPrefix("error: f.yaml:3:") && $0.hasSuffix(end) }, "\(found)")
  }

  @Test(arguments: ["", "# nothing yet\n\n", "---\n", "{}\n"])
  func `a file that says nothing is refused`(text: String) throws {
    let place = try Workspace()
    let found = try heads(text, in: place)
    #expect(
      found == ["error: f.yaml:1:1: the file says nothing: it is empty, or holds comments alone"])
    try place.write("g.yaml", "extends: f.yaml\nname: g\n")
    #expect(try Program.run("check", "g.yaml", in: place).status == 65)
  }

  @Test func `a study where a scenario is wanted says which command takes it`() throws {
    let place = try Workspace()
    let run = try Program.run("run", "study.yaml", in: place)
    #expect(run.status == 65)
    #expect(run.complaint == "error: study.yaml:3:1: 'study.yaml' is a study, not a scenario")
    #expect(run.err.contains("\n  help: 'vigie compare' runs studies"))
    let two = try Program.run("compare", "tiny.yaml", "study.yaml", in: place)
    #expect(two.complaint == run.complaint)
    let base = try heads("extends: study.yaml\nname: f\n", in: place)
    #expect(base.contains("error: f.yaml:1:10: 'study.yaml' is a study, not a scenario"))
    let one = try Program.run("compare", "tiny.yaml", in: place)
    #expect(one.status == 64 && one.err.contains("'vigie run' takes one scenario"))
  }

  @Test func `scenarios of one name are told at the name, and a great number of runs at once`()
    throws
  {
    let place = try Workspace()
    try place.write("b.yaml", "extends: tiny.yaml\nname: phone\n")
    let same = try Program.run("compare", "tiny.yaml", "tiny.yaml", in: place)
    #expect(same.status == 65)
    #expect(same.complaint == "error: tiny.yaml:2:7: two scenarios are named 'tiny'")
    let many = try Program.run("run", "tiny.yaml", "-r", "1000001", in: place)
    #expect(many.status == 65)
    #expect(many.complaint == "error: 1000001 draws; at most 1000000 are allowed")
  }

  @Test func `columns that differ in case alone are refused, also between scenarios`() throws {
    let place = try Workspace()
    let share = "pathway: solicitation, share: { uniform: { low: 1 %, high: 2 % } }"
    let kinds = "offenders: [{ name: a_b, \(share) }, { name: A_b, \(share) }]"
    let found = try heads("extends: tiny.yaml\nname: f\n\(kinds)\n", in: place)
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "offenders.A_b.share and offenders.a_b.share would be one column of runs.csv") ?? false)
    try place.write("a.yaml", "extends: tiny.yaml\nname: a\noffenders: [{ name: x, \(share) }]\n")
    try place.write("b.yaml", "extends: tiny.yaml\nname: b\noffenders: [{ name: X, \(share) }]\n")
    let study = try heads("baseline: a.yaml\nalternatives: [b.yaml]\n", run: "compare", in: place)
    #expect(study.count == 1 && study[0].hasPrefix("error: b.yaml:3:"), "\(study)")
  }

  @Test func `problems of the window's own option point at the option`() throws {
    let place = try Workspace()
    let unit = try Program.run(
      "run", "tiny.yaml", "--set", "people.count=50", "--until", "6 lemons", in: place)
    #expect(unit.status == 65)
    #expect(
      unit.err.hasPrefix(
        """
        error: --until:1:1: "6 lemons" is not a duration
            1 | 6 lemons
              | ^^^^^^^^

        """))
    let blank = try Program.run("run", "tiny.yaml", "--until", "", in: place)
    #expect(blank.complaint == "error: --until:1:1: window has no value")
  }

  @Test func `a section that is set keeps its other keys, as in a file`() throws {
    let place = try Workspace()
    try place.write("f.yaml", "extends: tiny.yaml\nname: f\npeople: { count: 50 }\n")
    let file = try Program.run("check", "f.yaml", "--resolved", in: place).out
    let set = try Program.run(
      "check", "tiny.yaml", "--resolved", "--set", "people={ count: 50 }", in: place
    ).out
    func values(_ text: String) -> [String] {
      text.split(separator: "\n").filter { $0.hasPrefix("people.") }
        .map { String($0.split(separator: "  ")[1]).trimmingCharacters(in: .whitespaces) }
    }
    #expect(values(file) == values(set) && values(set).contains("50"))
    #expect(set.contains("beta: { a: 6, b: 14 }"))
  }

  @Test func `strict refuses what has a warning`() throws {
    let place = try Workspace()
    try place.write(
      "f.yaml", "extends: tiny.yaml\nname: f\nregistration: { method: email, start: 2022-02-01 }\n")
    try place.write("g.yaml", "name: g\nbaseline: tiny.yaml\nalternatives: [f.yaml]\n")
    for file in ["f.yaml", "g.yaml"] {
      let lenient = try Program.run("check", file, in: place)
      #expect(lenient.status == 0 && lenient.complaint.hasPrefix("warning: f.yaml:3:"))
      let strict = try Program.run("check", file, "--strict", in: place)
      #expect(strict.status == 65)
      #expect(strict.err.hasSuffix("error: --strict allows no warnings\n"))
    }
    #expect(try Program.run("check", "tiny.yaml", "--strict", in: place).status == 0)
  }

  @Test func `a date that a file gives can be unset`() throws {
    let place = try Workspace()
    try place.write(
      "f.yaml", "extends: tiny.yaml\nname: f\nregistration: { method: email, start: 2022-02-01 }\n")
    try place.write("g.yaml", "extends: f.yaml\nname: g\nregistration: { start: none }\n")
    let ending = try Program.run("check", "g.yaml", "--strict", "--resolved", in: place)
    #expect(ending.status == 0, "\(ending.err)")
    try place.write("h.yaml", "extends: f.yaml\nname: h\nregistration: { start: }\n")
    let blank = try Program.run("check", "h.yaml", in: place)
    #expect(blank.complaint == "error: h.yaml:3:17: start has no value")
    #expect(blank.err.contains("help: write a date, none to unset it, or remove the key"))
  }

  @Test(arguments: ["NA.yaml", "null.yaml", "it's mine.yaml"])
  func `what new writes is in order, whatever it is called`(file: String) throws {
    let place = try Workspace()
    try place.write("Scenarios/mini.yaml", Workspace.study.replacing("tiny", with: "../tiny"))
    try place.write(
      "Scenarios/mini.yaml",
      try place.text("Scenarios/mini.yaml").replacing("- phone", with: "- ../phone"))
    #expect(try Program.run("new", "classroom", file, in: place).status == 0)
    let check = try Program.run("check", file, in: place)
    #expect(check.status == 0, "\(check.err)")
    let made = try Program.run("new", "mini", "--force", file, in: place)
    #expect(made.out == "Wrote \(file) and vigie-study.schema.json\n", "\(made.err)")
    let study = try Program.run("check", file, in: place)
    #expect(study.status == 0, "\(study.err)")
    #expect(try place.text(file).contains("\nbaseline: tiny.yaml\n"))
    let schema = try Program.run("schema", "study", in: place).out
    #expect(try place.text("vigie-study.schema.json") == schema)
  }
}
