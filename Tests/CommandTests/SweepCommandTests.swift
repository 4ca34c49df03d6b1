import Foundation
import Testing

@testable import Experiment

@Suite struct SweepCommandTests {
  private static let sweep = """

    sweep:
      vary: { people.minor_share: [20 %, 40 %], moderation.staff@staffed: [1, 2] }
      skip: [{ people.minor_share: 40 %, moderation.staff@staffed: 2 }]
    """

  @Test func `a sweep is told point by point and made again from its folder alone`() throws {
    let place = try Workspace()
    try place.write("study.yaml", Workspace.study + Self.sweep)
    let made = try Program.run("sweep", "study.yaml", "--no-progress", in: place)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.hasPrefix("3 points, 3 scenarios, 2 runs of each, seed 7\n"))
    #expect(
      try place.text("Results/mini/points.csv")
        == "point_id,people.minor_share,moderation.staff@staffed\n1,0.2,1.0\n2,0.2,2.0\n3,0.4,1.0\n"
    )
    let rows = try place.text("Results/mini/differences.csv").split(separator: "\n")
    #expect(rows[0].hasPrefix("point_id,baseline,scenario,period,outcome,"))
    #expect(rows.count { $0.contains(",unwanted_contacts,") } == 3 * 2)
    #expect(try place.lines("Results/mini/runs.csv", with: ",tiny,").count == 3 * 2)
    let page = try place.text("Results/mini/report.html")
    #expect(page.contains("clearly fewer unwanted contacts at"))
    let picture = try place.text("Results/mini/figures/sweep.svg")
    // Two policies, two parameters, three points, and a line through the two values of each parameter.
    #expect(picture.split(separator: "<circle").count - 1 == 2 * 2 * 3)
    #expect(picture.split(separator: "<polyline").count - 1 == 2 * 2)
    let french = try Program.run("report", "Results/mini", "--lang", "fr", in: place)
    #expect(french.status == 0, "\(french.err)")
    #expect(try place.text("Results/mini/report.html").contains("Paramètre par paramètre"))
    for file in ["study.yaml", "tiny.yaml", "phone.yaml"] {
      try FileManager.default.removeItem(at: place.url.appendingPathComponent(file))
    }
    let all = try Program.run("verify", "Results/mini", "--all", "--quiet", in: place)
    #expect(all.status == 0, "\(all.err)")
  }

  @Test func `points are added without making runs again`() throws {
    let place = try Workspace()
    func sweep(_ rows: String, _ more: String...) throws -> Program.Ending {
      try place.write("p.csv", "people.minor_share\n" + rows)
      return try Program(
        ["sweep", "study.yaml", "--points", "p.csv", "--quiet"] + more, in: place
      ).wait()
    }
    #expect(try sweep("20 %\n").status == 0)
    let before = try place.keys("Results/mini")
    #expect(place.parts("Results/mini") == 6)
    #expect(try sweep("30 %\n40 %\n", "--extend").status == 0)
    #expect(place.parts("Results/mini") == 18)
    #expect(Set(before).isSubset(of: Set(try place.keys("Results/mini"))))
    #expect(
      try place.text("Results/mini/points.csv")
        == "point_id,people.minor_share\n1,0.2\n2,0.3\n3,0.4\n")
    let dry = try sweep("50 %\n", "--extend", "--dry-run")
    #expect(
      dry.out.hasPrefix("24 runs: 4 points, 3 scenarios, 1 draw, 2 replicates in each\n18 runs"))
    try place.write("p.csv", "people.count\n20\n")
    let wrong = try Program.run("sweep", "study.yaml", "--points", "p.csv", "--extend", in: place)
    #expect(wrong.status == 65 && wrong.err.contains("has no column 'people.count'"))
  }

  @Test func `a scenario by itself may be swept`() throws {
    let place = try Workspace()
    try place.write("p.csv", "people.minor_share\n20 %\n30 %\n")
    let made = try Program.run(
      "sweep", "tiny.yaml", "--points", "p.csv", "--fixed", "-r", "2", "--quiet", in: place)
    #expect(made.status == 0, "\(made.err)")
    #expect(try place.lines("Results/tiny/runs.csv", with: ",tiny,").count == 4)
  }

  @Test func `a sweep may have one point`() throws {
    let place = try Workspace()
    try place.write("p.csv", "people.minor_share\n20 %\n")
    let made = try Program.run(
      "sweep", "study.yaml", "--points", "p.csv", "--quiet", in: place)
    #expect(made.status == 0 && made.out.hasPrefix("1 point, 3 scenarios"), "\(made.err)")
    #expect(
      try place.lines("Results/mini/differences.csv", with: "1,tiny,phone,window,").count > 10)
  }

  @Test func `what doesn't fit is refused with the command that does`() throws {
    let place = try Workspace()
    let none = try Program.run("sweep", "study.yaml", in: place)
    #expect(none.status == 64 && none.err.contains("'study.yaml' has no section sweep"))
    let scenario = try Program.run("sweep", "tiny.yaml", in: place)
    #expect(scenario.status == 64 && scenario.err.contains("write --points FILE.csv"))
    try place.write("study.yaml", Workspace.study + Self.sweep)
    let compared = try Program.run("compare", "study.yaml", in: place)
    #expect(compared.status == 64 && compared.err.contains("'vigie sweep' runs it"))
    let extended = try Program.run("sweep", "study.yaml", "--extend", in: place)
    #expect(extended.status == 64 && extended.err.contains("--points"))
  }
}
