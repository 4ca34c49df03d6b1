import Foundation
import Schema
import Simulation
import Testing

@testable import Experiment

@Suite struct DrawsFileTests {
  static let base = """
    schema_version: 1
    name: base
    time: { warm_up: 1 h, window: 6 h }
    people:
      count: 300
      minor_share: { beta: { a: 60, b: 140 } }
      visits: { lognormal: { median: { uniform: { low: 1 /d, high: 3 /d } }, log_sd: 0.5 } }
    rooms:
      - { name: general, count: 4, share: 100 % }
    offenders:
      - name: solicitor
        pathway: solicitation
        share: { uniform: { low: 2 %, high: 9 % } }
        activity: 5
    pathways:
      - name: solicitation
        finds: { choice: { values: [room, directory], weights: [1, 1] } }
        seeks: 0 y .. 17 y
        contacts: { uniform: { low: 0.02 /min, high: 1 /min } }
        stages:
          - name: contact
            harm: H2
            next:
              block: { uniform: { low: 0.1 /min, high: 0.5 /min } }
              report: 0.2 /min
              leave: 0.5 /min

    """
  static let texts = [
    "base.yaml": base,
    // Its own share of minors and e-mail; all else is the baseline's.
    "own.yaml": """
    extends: base.yaml
    name: own
    registration: { method: email }
    people: { minor_share: { uniform: { low: 10 %, high: 20 % } } }

    """,
    "plain.yaml": "extends: base.yaml\nname: plain\nmoderation: { staff: 1 }\n",
    "more.yaml": """
    extends: base.yaml
    name: more
    rooms:
      - { name: small, count: 2, share: 0 % }

    """,
  ]

  private let loader = Loader { path in Array((texts[path] ?? "").utf8) }

  private func scenarios(_ names: [String]) throws -> [ScenarioFile] {
    try names.map { try ScenarioFile($0 + ".yaml", loader: loader) }
  }

  private func file(_ text: String) throws -> ValuesFile {
    try ValuesFile(bytes: Array(text.utf8), file: "d.csv")
  }

  private func comparison(
    _ names: [String] = ["base"], _ text: String? = nil, draws: Int = 2, seed: UInt64 = 7
  ) throws -> Comparison {
    try Comparison(
      scenarios(names),
      options: Comparison.Options(
        name: "s", draws: draws, replicates: 1, seed: seed, isFixed: false,
        given: text.map { try file($0) }))
  }

  /// Undefined outcomes are the same as well.
  private func isSame(_ one: RunRecord, _ other: RunRecord) -> Bool {
    one.hash == other.hash && one.values.map(\.bitPattern) == other.values.map(\.bitPattern)
  }

  /// The value of a parameter in one draw of one scenario.
  private func value(
    _ comparison: Comparison, _ path: String, draw: Int, scenario: Int = 0
  ) -> Double? {
    comparison.scenarios[scenario].values(comparison.draws(of: scenario, draw: draw))
      .first { $0.path == path }?.value
  }

  @Test func `draw n takes row n, and what has no column keeps the draw of its prior`() throws {
    let text = "draw,people.minor_share,people.visits.median\n1,10 %,2 /d\r\n2,0.25,0.05\n"
    let free = try comparison(), given = try comparison(["base"], text)
    #expect(value(given, "people.minor_share", draw: 1) == 0.1)
    #expect(value(given, "people.minor_share", draw: 2) == 0.25)
    #expect(value(given, "people.visits.median", draw: 1) == 2.0 / 24)
    // A bare number is in the unit of parameters.csv: /h.
    #expect(value(given, "people.visits.median", draw: 2) == 0.05)
    for draw in 1...2 {
      let path = "offenders.solicitor.share"
      #expect(value(given, path, draw: draw) == value(free, path, draw: draw))
    }
    #expect(given.paths == free.paths)
    let row = try #require(given.parameters.first { $0.key == "people.minor_share" })
    #expect(row.value == "{ draws: { rows: 2, low: 10 %, median: 17.5 %, high: 25 % } }")
    #expect(row.setIn == "d.csv:1")
  }

  @Test func `what was drawn in one study and given in another makes the same runs`() throws {
    let names = ["base", "own"], drawn = try comparison(names, draws: 5)
    var header: [String] = [], rows = [[String]](repeating: [], count: 5)
    for (scenario, name) in names.enumerated() {
      for path in drawn.scenarios[scenario].uncertain {
        // A policy's own prior needs a column of its own.
        guard scenario == 0 || path == "people.minor_share" else { continue }
        header.append(scenario == 0 ? path : path + "@" + name)
        for draw in 1...5 {
          let found = try #require(value(drawn, path, draw: draw, scenario: scenario))
          rows[draw - 1].append(String(found))
        }
      }
    }
    let text = ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
    let given = try comparison(names, text, draws: 5)
    #expect(given.keys() == drawn.keys())
    // Whatever the prior was that nothing is drawn from any more.
    let shifted = try Comparison(
      drawn.scenarios.map { scenario in
        try ScenarioFile(
          scenario.name + ".yaml",
          settings: Settings(["offenders.solicitor.share={ uniform: { low: 0 %, high: 1 % } }"]),
          loader: loader)
      },
      options: Comparison.Options(
        name: "s", draws: 5, replicates: 1, seed: 7, isFixed: false, given: file(text)))
    #expect(shifted.keys() == drawn.keys())
    let run = drawn.plan.runs[5]
    #expect(
      try isSame(
        given.simulate(run, stop: StopFlag()), drawn.simulate(run, stop: StopFlag())))
  }

  @Test func `parameters.csv of one study is a draws file of another, with equal hashes`() throws {
    let names = ["base"]
    let options = Comparison.Options(name: "s", replicates: 1, seed: 7, isFixed: true)
    let medians = try Comparison(scenarios(names), options: options)
    let known = Settable.all(of: medians.scenarios[0])
    let plain = medians.parameters.filter {
      known[$0.key] != nil && !$0.value.hasPrefix("{") && !$0.key.hasPrefix("time.")
        && !$0.value.isEmpty
    }
    #expect(plain.count > 60)
    // Uncertain ones at their medians, which parameters.csv has as distributions.
    let others = medians.scenarios[0].reading.drawn
    let cells = plain.map(\.value) + others.map { String($0.median) }
    let text =
      CSV.line((plain.map(\.key) + others.map(\.path)).map(Cell.text))
      + CSV.line(cells.map(Cell.text))
    let given = try comparison(names, text, draws: 1)
    let record = try medians.simulate(medians.plan.runs[0], stop: StopFlag())
    let again = try given.simulate(given.plan.runs[0], stop: StopFlag())
    #expect(isSame(again, record))
    // Of one row parameters.csv shows the values themselves.
    for row in plain {
      #expect(given.parameters.first { $0.key == row.key }?.value == row.value)
    }
  }

  @Test func `a policy's own value stays unless its column is given`() throws {
    let names = ["base", "own", "plain"], path = "people.minor_share"
    let free = try comparison(names)
    let given = try comparison(names, "\(path)\n10 %\n20 %\n")
    #expect((0..<3).map { value(given, path, draw: 2, scenario: $0) }[0] == 0.2)
    #expect(value(given, path, draw: 2, scenario: 1) == value(free, path, draw: 2, scenario: 1))
    #expect(value(given, path, draw: 2, scenario: 2) == 0.2)
    let own = try comparison(names, "\(path),\(path)@own\n10 %,1 %\n20 %,2 %\n")
    #expect(value(own, path, draw: 2, scenario: 1) == 0.02)
    #expect(value(own, path, draw: 2, scenario: 2) == 0.2)
    // What is a fixed number in the baseline may be given as well, and is then a drawn column.
    let columns = "registration.method@own,people.woman_share\n"
    let fixed = try comparison(names, columns + "phone,1\nemail,0\n")
    #expect(fixed.paths.contains("people.woman_share"))
    #expect(value(fixed, "people.woman_share", draw: 1, scenario: 1) == 1)
    #expect(value(fixed, "registration.method", draw: 1, scenario: 0) == nil)
    #expect(value(fixed, "registration.method", draw: 1, scenario: 1) != nil)
  }

  @Test func `another value is another run, more rows leave the first as they are`() throws {
    let rows = "people.minor_share\n10 %\n20 %\n"
    let two = try comparison(["base"], rows)
    let three = try comparison(["base"], rows + "30 %\n", draws: 3)
    #expect(Array(three.keys().prefix(2)) == two.keys())
    #expect(three.plan.digest != two.plan.digest)
    let other = try comparison(["base"], "people.minor_share\n10 %\n21 %\n")
    #expect(other.keys()[0] == two.keys()[0] && other.keys()[1] != two.keys()[1])
    #expect(other.plan.digest != two.plan.digest)
    // Rows beyond those asked for are no part of the study.
    #expect(try comparison(["base"], rows + "30 %\n").plan.digest == two.plan.digest)
  }

  @Test func `more draws than rows are refused with both numbers`() throws {
    #expect {
      try comparison(["base"], "people.minor_share\n10 %\n20 %\n", draws: 3)
    } throws: { error in
      "\(error)".contains("d.csv has values for 2 draws, and 3 are asked for")
    }
  }

  /// Each problem of a text as `line:column code: message; help`.
  private func problems(_ text: String) throws -> [String] {
    do throws(Problems) {
      let scenarios = try ["base", "own", "more"].map { (name) throws(Problems) in
        try ScenarioFile(name + ".yaml", loader: loader)
      }
      let file = try ValuesFile(bytes: Array(text.utf8), file: "d.csv")
      _ = try file.applied(to: scenarios, baseline: 0)
      return []
    } catch {
      return error.sorted.map { problem in
        let place = problem.place.map { "\($0.line):\($0.column)" } ?? "?"
        let help = problem.help.map { "; " + $0 } ?? ""
        return "\(place) \(problem.code.rawValue): \(problem.message)\(help)"
      }
    }
  }

  @Test func `every problem is reported at once with its place`() throws {
    let text = """
      people.minor_shar,people.minor_share,people.woman_share@owm,people.count,rooms.small.count
      0.1,120 %,0.1,12.5,1
      0.1,a tenth,0.1,300,2

      """
    #expect(
      try problems(text) == [
        "1:1 unknown_key: there is no parameter 'people.minor_shar' that takes one value; did you "
          + "mean 'people.minor_share'?",
        "1:38 unknown_key: there is no scenario 'owm'; did you mean 'own'?",
        "1:74 unknown_key: base has no parameter 'rooms.small.count'; write "
          + "rooms.small.count@more: it has one",
        "2:5 out_of_range: \"120 %\" is outside the range of minor_share, 0 % to 100 %",
        "2:15 not_a_whole_number: \"12.5\" is not a whole number",
        "3:5 not_a_share: \"a tenth\" is not a share; write 12 % or 0.12",
      ])
  }

  @Test(arguments: [
    ("", "1:1 empty_file: the file has no row of values"),
    ("people.minor_share\n", "1:1 empty_file: the file has no row of values"),
    ("draw\n1\n", "1:1 empty_file: the file names no parameter"),
    ("a,a\n1,2\n", "1:3 duplicate_key: there are two columns 'a'"),
    ("a,\n1,2\n", "1:3 missing_name: a column has no name"),
    ("a,b\n1,2\n3\n", "3:1 wrong_type: draw 2 has 1 cells; the header has 2"),
    ("a,b\n1,\n", "2:3 wrong_type: b has no value in draw 1"),
    ("a\n1\n\n2\n", "3:1 wrong_type: a has no value in draw 2"),
    ("draw,a\n1,1\n3,2\n", "3:1 inconsistent: this is the row of draw 2, not of '3'"),
    ("a\n\"1\n", "3:1 not_csv: not CSV: a quote is never closed"),
    ("people.minor_share;b\n1;2\n", "1:1 not_csv: not CSV: ';' stands between the names"),
    ("people\n1\n", "1:1 unknown_key: there is no parameter 'people' that takes one value"),
    ("people.visits\n3 /week\n", "1:1 unknown_key: there is no parameter 'people.visits'"),
    ("time.window\n1 d\n", "1:1 wrong_type: window needs a duration, not a list"),
    ("name\nx\n", "1:1 unknown_key: there is no parameter 'name'"),
    ("people.minor_share@\n1\n", "1:1 unknown_key: there is no scenario ''"),
    ("people.minor_share\n\"0,5\"\n", "2:1 not_a_share: \"0,5\" is not a share"),
    ("people.minor_share\nnan\n", "2:1 not_a_share"),
    ("people.minor_share\n-1\n", "2:1 out_of_range"),
    ("pathways.solicitation.finds\nrooms\n", "2:1 not_a_choice: 'rooms' is not a choice for finds"),
    // Its column would have an outcome's name.
    ("messages\neach\n", "1:1 unknown_key: there is no parameter 'messages'"),
    ("people.visits.median\n0\n", "2:1 out_of_range: median needs to be above 0"),
  ])
  func `what is no table of draws is refused`(text: String, problem: String) throws {
    let found = try problems(text)
    #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
  }

  @Test func `a file may come from a spreadsheet`() throws {
    let header = "\u{FEFF}draw, people.minor_share ,pathways.solicitation.finds\r\n"
    let text = header + "1, 10 % ,directory\r\n,,\r\n"
    #expect(try problems(text).count == 3)
    let sound = text.replacing(",,\r\n", with: "\r\n")
    #expect(try problems(sound).isEmpty)
    let given = try comparison(["base"], sound, draws: 1)
    // Words are noted by their positions in the prior's list, and may be given by them.
    #expect(value(given, "pathways.solicitation.finds", draw: 1) == 1)
    let number = try comparison(["base"], "pathways.solicitation.finds\n0\n", draws: 1)
    #expect(value(number, "pathways.solicitation.finds", draw: 1) == 0)
  }

  @Test func `the table of a folder reads back as the same draws`() throws {
    let text =
      "people.minor_share@own,people.visits.median,pathways.solicitation.finds\n"
      + "7 %,3 /week,room\n0.3,11 /month,directory\n"
    let names = ["base", "own"], given = try comparison(names, text)
    let table = try #require(given.tables.first)
    #expect(table.fields.map(\.unit) == ["", "1", "/h", ""])
    let again = try comparison(names, table.csv)
    #expect(again.keys() == given.keys() && again.plan.digest == given.plan.digest)
  }
}
