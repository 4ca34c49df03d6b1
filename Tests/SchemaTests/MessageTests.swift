import Testing

@testable import Schema

struct MessageTests {
  @Test(arguments: [
    (
      "moderation:\n  staff: 1\n  hour_per_day: 8 h",
      "3:3 unknown_key: unknown key 'hour_per_day' in moderation; did you mean 'hours_per_day'?"
    ),
    (
      "moderations: {}",
      "1:1 unknown_key: unknown key 'moderations' at the top; did you mean 'moderation'?"
    ),
    (
      "time: { minor_share: 3 % }",
      "1:9 unknown_key: unknown key 'minor_share' in time; 'minor_share' belongs in people"
    ),
    (
      "time: { zzz: 3 }",
      "1:9 unknown_key: unknown key 'zzz' in time; keys here: start, warm_up, window"
    ),
    (
      "rooms: [{ name: a, cuont: 2 }]",
      "1:20 unknown_key: unknown key 'cuont' in rooms.a; did you mean 'count'?"
    ),
    (
      "moderation: { hours_per_day: 30 h/d }",
      """
      1:30 not_a_duration: \"30 h/d\" is not a duration; units of time: s, min, h, \
      d, week, month, y
      """
    ),
    ("time: { window: 30 }", "1:17 missing_unit: \"30\" has no unit; write 30 d or 30 min"),
    ("people: { visits: 3 }", "1:19 missing_unit: \"3\" has no unit; write 3 /d or 3 /min"),
    ("moderation: { minimum_age: 18 }", "1:28 missing_unit: \"18\" has no unit; write 18 y"),
    ("moderation: { cost: 40 }", "1:21 missing_unit: \"40\" has no unit; write 40 EUR/h"),
    (
      "moderation: { cost: 4 $ }",
      "1:21 not_money_per_hour: \"4 $\" is not an amount of money per hour; write 40 EUR/h"
    ),
    (
      "people: { visits: 3 h }",
      "1:19 not_a_rate: \"3 h\" is not a rate; units of a rate: /s, /min, /h, /d, /week, /month, /y"
    ),
    (
      "people: { minor_share: few }", "1:24 not_a_share: \"few\" is not a share; write 12 % or 0.12"
    ),
    (
      "people: { minor_share: 95 % }",
      "1:24 out_of_range: \"95 %\" is outside the range of minor_share, 0 % to 90 %"
    ),
    (
      "people: { count: 850 000 }",
      """
      1:18 not_a_number: \"850 000\" is not a number; write digits without gaps, and \
      a point before decimals
      """
    ),
    ("people: { count: 2.5 }", "1:18 not_a_whole_number: \"2.5\" is not a whole number"),
    (
      "people: { count: 0 }",
      "1:18 out_of_range: \"0\" is outside the range of count, 1 to 10000000"
    ),
    (
      "people: { count: [1] }",
      """
      1:18 wrong_type: count needs a number or one distribution, not a list; such as \
      { uniform: { low: …, high: … } }
      """
    ),
    (
      "people: { count: }",
      """
      1:11 wrong_type: count has no value; write a whole number, or remove the key to \
      keep what holds without it
      """
    ),
    ("people: 3", "1:9 wrong_type: people needs keys with values, not text"),
    (
      "rooms: { a: 1 }", "1:8 wrong_type: rooms needs a list, not a map; write each item after '- '"
    ),
    ("rooms: [a]", "1:9 wrong_type: an item of rooms needs keys with values, not text"),
    ("rooms: [{ count: 1 }]", "1:9 missing_name: an item of rooms has no name"),
    (
      "rooms: [{ name: a.b }]",
      "1:17 not_a_name: \"a.b\" is not a name; letters, digits, '_' and '-', at most 200"
    ),
    (
      "rooms:\n- name: a\n- name: a",
      "3:9 duplicate_name: rooms has another 'a'; it is first given at line 2"
    ),
    (
      "time: { start: 2022-02-30 }",
      "1:16 not_a_date: \"2022-02-30\" is not a date; write 2022-01-31"
    ),
    ("directory: { minors_listed: maybe }", "1:29 not_yes_or_no: \"maybe\" is neither yes nor no"),
    (
      "directory: { order: oldets }",
      "1:21 not_a_choice: 'oldets' is not a choice for order; did you mean 'oldest'?"
    ),
    (
      "directory: { order: random }",
      "1:21 not_a_choice: 'random' is not a choice for order; choices: newest, oldest, by_name"
    ),
    ("directory: { lists: [age, age] }", "1:27 duplicate_name: lists has 'age' twice"),
    (
      "pathways: [{ name: a, seeks: 17 }]",
      "1:30 not_an_age_range: \"17\" is not a range of ages; write 0 y .. 17 y"
    ),
    (
      "moderation: { staff: 3, hours_per_day: 0 h }",
      "1:15 inconsistent: moderation.staff: nobody is on duty at 0 h a day; raise hours_per_day"
    ),
  ])
  func `each mistake has its message`(text: String, expected: String) {
    #expect(Sample.faults(text) == [expected])
  }

  @Test(arguments: [
    (
      "{ lognorml: { median: 1 %, log_sd: 1 } }",
      "1:26 unknown_distribution: 'lognorml' is not a distribution; did you mean 'lognormal'?"
    ),
    (
      "{ zipf: { s: 1 } }",
      """
      1:26 unknown_distribution: 'zipf' is not a distribution; distributions: fixed, \
      uniform, normal, lognormal, beta, exponential, gamma, weibull, choice
      """
    ),
    (
      "{ lognormal: { median: 1 % } }",
      "1:26 wrong_argument: lognormal needs 'log_sd'; lognormal takes median and log_sd"
    ),
    (
      "{ uniform: { low: 1 %, high: 2 %, mean: 1 % } }",
      "1:58 wrong_argument: uniform has no argument 'mean'; uniform takes low and high"
    ),
    ("{ uniform: { low: 20 %, high: 10 % } }", "1:26 wrong_argument: low is above high"),
    (
      "{ uniform: { low: 20 %, high: 99 % } }",
      "1:54 out_of_range: \"99 %\" is outside the range of high, 0 % to 90 %"
    ),
    ("{ normal: { mean: 20 %, sd: 0 % } }", "1:52 out_of_range: sd needs to be above 0"),
    ("{ lognormal: 3 }", "1:37 wrong_type: lognormal needs median and log_sd, not text"),
    (
      "{ beta: { a: 3, b: { uniform: { low: 1, high: 2 } } } }",
      "1:43 wrong_type: b needs a number, not a map; here no second distribution fits"
    ),
    (
      "{ beta: { a: 1000000, b: 0.001 } }",
      """
      1:24 nothing_in_range: the distribution has no value inside the range of \
      minor_share, 0 % to 90 %
      """
    ),
  ])
  func `each mistake in a distribution has its message`(value: String, expected: String) {
    #expect(Sample.faults("people: { minor_share: \(value) }") == [expected])
  }

  @Test func `a beta is no duration`() {
    #expect(
      Sample.faults("time: { window: { beta: { a: 2, b: 2 } } }") == [
        "1:19 wrong_argument: beta gives a share; window is a duration"
      ])
  }

  @Test func `branches name their mistakes`() {
    func faults(_ next: String) -> [String] {
      Sample.faults("pathways: [{ name: a, stages: [{ name: b, next: \(next) }] }]")
    }
    #expect(
      faults("{ c: 0.2 }") == [
        "1:54 missing_unit: \"0.2\" has no unit; write 0.2 /min for a rate, or a share such as 20 %"
      ])
    #expect(
      faults("{ c: 60 %, d: 50 % }") == [
        "1:43 inconsistent: pathways.a.stages.b.next: the shares add up to more than 100 %"
      ])
    #expect(
      faults("[a]") == [
        "1:49 wrong_type: next needs names with rates or shares, not a list"
      ])
  }

  @Test func `every problem is reported at once`() {
    let faults = Sample.faults(
      "time: { window: 3, warm_up: x }\npeople: { count: -1 }\nrooms: [{}]\nzz: 1")
    #expect(faults.count == 5)
  }

  @Test func `problems look as compilers print them`() throws {
    let text =
      String(repeating: "#\n", count: 9) + """
        moderation:
          hour_per_day: 8 h
          start: 30 h/d

        """
    let tree = try Document.parse(text: text, file: "Scenarios/trial.yaml")
    let problems = Problems(
      read(Platform.self, from: tree).problems, sources: ["Scenarios/trial.yaml": text])
    #expect(
      problems.rendered == """
        error: Scenarios/trial.yaml:11:3: unknown key 'hour_per_day' in moderation
           11 |   hour_per_day: 8 h
              |   ^^^^^^^^^^^^
          help: did you mean 'hours_per_day'?
        error: Scenarios/trial.yaml:12:10: "30 h/d" is not a duration
           12 |   start: 30 h/d
              |          ^^^^^^
          help: units of time: s, min, h, d, week, month, y
        """)
    #expect(problems.summary == "2 errors in 1 file")
  }

  @Test func `a warning is not an error`() throws {
    let reading = read(Platform.self, from: try Sample.tree("rooms: [{ name: a, count: 6000 }]"))
    let problems = Problems(reading.problems)
    #expect(!problems.hasErrors)
    #expect(
      problems.rendered == "warning: t.yaml:1:20: rooms.a.count: that is a lot of rooms")
    #expect(problems.summary == "1 warning in 1 file")
  }

  @Test func `at most twenty problems of a file are printed`() {
    let place = Place(file: "a.yaml", line: 1, column: 1)
    let problems = Problems((0..<33).map { Problem(.unknownKey, "m\($0)", at: place) })
    let lines = problems.rendered.split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last == "and 13 more in a.yaml")
  }

  @Test func `problems as JSON have all their fields`() {
    let place = Place(file: "a\"b.yaml", line: 3, column: 4)
    let problem = Problem(.unknownKey, "no\n", at: place, length: 2, help: "h")
    #expect(
      Problems([problem]).json
        == #"{"file":"a\"b.yaml","line":3,"column":4,"length":2,"severity":"error","#
        + #""code":"unknown_key","message":"no\n","help":"h"}"#)
  }

  @Test func `a line of a megabyte is quoted in part`() {
    let text = String(repeating: "x", count: 1000) + "\u{1B}[31m"
    let place = Place(file: "a", line: 1, column: 900)
    let problems = Problems([Problem(.unknownKey, "m", at: place)], sources: ["a": text])
    #expect(problems.rendered.count < 400)
    #expect(!problems.rendered.unicodeScalars.contains("\u{1B}"))
  }
}
