import Schema
import Simulation
import Testing

@testable import Experiment

@Suite struct SweepTests {
  private static let policies = """
    alternatives:
      - { name: staffed, set: { moderation: { staff: 1 } } }
      - { name: mail, set: { registration: { method: email } } }

    """

  private func study(
    _ sweep: String, alternatives: String = policies, files: [String: String] = [:]
  ) throws -> LoadedStudy {
    var texts = DrawsFileTests.texts.merging(files) { $1 }
    texts["study.yaml"] =
      "schema_version: 1\nname: s\nbaseline: base.yaml\n\(alternatives)draws: 2\nseed: 7\nsweep:\n\(sweep)"
    return try LoadedStudy(
      "study.yaml", loader: Loader { [texts] path in Array((texts[path] ?? "").utf8) })
  }

  private func comparison(
    _ study: LoadedStudy, draws: Int? = 2, replicates: Int = 1, isFixed: Bool = false,
    given: ValuesFile? = nil
  ) throws -> Comparison {
    var options = Comparison.Options(
      name: "s", draws: draws, replicates: replicates, seed: 7, isFixed: isFixed, given: given)
    options.points = study.points
    return try Comparison(study.scenarios, options: options)
  }

  private func rows(_ study: LoadedStudy) throws -> [[String]] {
    let table = try #require(study.points)
    return (0..<table.rows).map { row in table.columns.map { $0.cells[row].text } }
  }

  private func problems(_ sweep: String) -> [String] {
    do throws(any Error) {
      _ = try study(sweep)
      return []
    } catch {
      return (error as? Problems)?.list.map(\.message) ?? ["\(error)"]
    }
  }

  @Test func `a factorial design has every combination but those skipped`() throws {
    let all = try study(
      "  vary: { moderation.staff@staffed: [1, 2], people.minor_share: [10 %, 20 %, 30 %] }\n")
    #expect(
      try rows(all) == [
        ["1", "10 %"], ["1", "20 %"], ["1", "30 %"], ["2", "10 %"], ["2", "20 %"], ["2", "30 %"],
      ])
    let some = try study(
      """
        vary: { moderation.staff@staffed: [1, 2], people.minor_share: [10 %, 20 %, 0.3] }
        skip: [{ moderation.staff@staffed: 2, people.minor_share: "> 15 %" }, { people.minor_share: [30 %] }]

      """)
    #expect(try rows(some) == [["1", "10 %"], ["1", "20 %"], ["2", "10 %"]])
  }

  @Test func `a list has the values together, a single one with all`() throws {
    let found = try study(
      "  design: list\n  vary: { people.minor_share: [10 %, 20 %], people.count: [300], registration.method: [none, email] }\n"
    )
    #expect(try rows(found) == [["10 %", "300", "none"], ["20 %", "300", "email"]])
  }

  @Test(arguments: ["latin_hypercube", "sobol"])
  func `each power of two of a sample fills every parameter evenly`(design: String) throws {
    func sample(_ size: Int) throws -> [[String]] {
      try rows(
        study(
          """
            design: \(design)
            size: \(size)
            vary:
              people.minor_share: { uniform: { low: 10 %, high: 30 % } }
              offenders.solicitor.share: prior
              registration.method: [none, email]

          """))
    }
    let points = try sample(32)
    #expect(try Array(sample(64).prefix(32)) == points)
    for count in [8, 32] {
      let some = points.prefix(count)
      let share = some.map { Int((Double($0[0])! - 0.1) / 0.2 * Double(count)) }
      let prior = some.map { Int((Double($0[1])! - 0.02) / 0.07 * Double(count)) }
      #expect(Set(share) == Set(0..<count) && Set(prior) == Set(0..<count))
      #expect(some.count { $0[2] == "none" } == count / 2)
    }
  }

  @Test func `a point is the scenario with those values written into it`() throws {
    let found = try study(
      "  vary: { people.minor_share: [10 %, 20 %], moderation.staff@staffed: [2] }\n")
    let swept = try comparison(found)
    #expect(swept.plan.points == 2 && swept.plan.count == 2 * 3 * 2)
    for (point, share) in [(1, "10 %"), (2, "20 %")] {
      let files = [
        "base.yaml": DrawsFileTests.base.replacing(
          "{ beta: { a: 60, b: 140 } }", with: share)
      ]
      let other = try study(
        "  vary: { people.count: [300] }\n",
        alternatives: Self.policies.replacing("staff: 1", with: "staff: 2"), files: files)
      let plain = try Comparison(
        other.scenarios,
        options: Comparison.Options(name: "p", draws: 2, replicates: 1, seed: 7, isFixed: false))
      for run in plain.plan.runs {
        let place = swept.plan.runs.first {
          $0.point == point && $0.draw == run.draw && $0.scenario % 3 == run.scenario
        }
        let one = try plain.simulate(run, stop: StopFlag())
        let two = try swept.simulate(try #require(place), stop: StopFlag())
        #expect(one.hash == two.hash && one.events == two.events && one.events > 0)
        #expect(zip(one.values, two.values).allSatisfy { $0.bitPattern == $1.bitPattern })
      }
    }
  }

  @Test func `medians with points have the streams of a comparison with medians`() throws {
    let found = try study("  vary: { people.minor_share: [30 %, 40 %] }\n")
    let swept = try comparison(found, draws: nil, replicates: 3, isFixed: true)
    #expect(swept.plan.draws == 1 && swept.plan.replicates == 3)
    #expect(swept.plan.drawn == ["people_minor_share"] && swept.plan.isSweep)
    #expect(swept.plan.runs.map { swept.plan.stream(of: $0) }.max() == 3)
    let keys = swept.keys()
    #expect(Set(keys).count == keys.count)
  }

  @Test func `runs keep their keys when points, draws or replicates are added`() throws {
    let small = try comparison(study("  vary: { people.minor_share: [10 %, 20 %] }\n"))
    let large = try comparison(
      study("  vary: { people.minor_share: [5 %, 10 %, 20 %] }\n"), draws: 4, replicates: 2)
    #expect(Set(small.keys()).isSubset(of: Set(large.keys())))
    // What a policy sets itself it keeps: its runs are the same at both points.
    let own = try comparison(study("  vary: { moderation.staff: [0, 3] }\n"))
    let keys = zip(own.plan.runs, own.keys()).filter { $0.0.draw == 1 && $0.0.scenario % 3 == 1 }
    #expect(keys.count == 2)
  }

  @Test func `draws and points may both have their values`() throws {
    let found = try study("  vary: { people.minor_share: [10 %, 20 %] }\n")
    let given = try ValuesFile(
      bytes: Array("offenders.solicitor.share\n3 %\n4 %\n".utf8), file: "d.csv")
    let both = try comparison(found, given: given)
    for run in both.plan.runs where run.scenario % 3 == 0 {
      let record = try both.simulate(run, stop: StopFlag())
      let values = zip(both.scenarios[0].uncertain, record.drawn)
      #expect(values.contains { $0 == ("people.minor_share", run.point == 1 ? 0.1 : 0.2) })
      #expect(values.contains { $0 == ("offenders.solicitor.share", run.draw == 1 ? 0.03 : 0.04) })
    }
    #expect(both.tables.map(\.name) == ["draws", "points"])
    let text = ResolvedStudy.text(of: both)
    #expect(text.contains("draws_file: draws.csv") && text.contains("points_file: points.csv"))
  }

  @Test func `everything that is wrong is told at once`() {
    let found = problems(
      """
        design: list
        vary:
          people.minor_shar: [5 %, 10 %]
          moderation.staff: [1, x]
          people.count: { uniform: { low: 1, high: 5 } }
          time.window: [1 d, 2 d]
        skip: [{ moderation.staff: "< q", moderation.staf: 2 }, 5]

      """)
    #expect(
      found == [
        "there is no parameter 'people.minor_shar' that takes one value", "\"x\" is not a number",
        "people.count needs a list of values", "window needs a duration, not a list",
        "'< q' is no value of moderation.staff, nor a bound", "'moderation.staf' isn't varied here",
        "skip needs maps from what is varied to its values",
      ])
    #expect(problems("  size: 3\n") == ["a sweep needs vary, or points"])
    #expect(
      problems("  vary: { people.count: [10, 20] }\n  skip: [{ people.count: '> 5' }]\n")
        == ["every point is skipped"])
    #expect(
      problems(
        "  design: list\n  vary: { people.count: [10, 20], people.minor_share: [1 %, 2 %, 3 %] }\n")
        == ["people.count has 2 values of a list of 3"])
    #expect(
      problems("  design: sobol\n  vary: { people.count: prior }\n") == [
        "people.count is drawn from nothing here"
      ])
    #expect(problems("  points: none.csv\n") == ["there is no file 'none.csv'"])
  }
}
