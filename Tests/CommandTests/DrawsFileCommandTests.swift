import Foundation
import Testing

@testable import Experiment

@Suite struct DrawsFileCommandTests {
  @Test func `a study with a draws file can be made again from its folder alone`() throws {
    let place = try Workspace()
    let header = "people.minor_share,offenders.solicitor.share@staffed\n"
    try place.write("d.csv", header + "20 %,4 %\n0.4,6 %\n")
    try place.write(
      "study.yaml",
      Workspace.study.replacing("replicates: 2", with: "draws_file: d.csv"))
    let made = try Program.run("compare", "study.yaml", "--quiet", in: place)
    #expect(made.status == 0, "\(made.err)")
    for file in ["study.yaml", "tiny.yaml", "phone.yaml", "d.csv"] {
      try FileManager.default.removeItem(at: place.url.appendingPathComponent(file))
    }
    let all = try Program.run("verify", "Results/mini", "--all", "--quiet", in: place)
    #expect(all.status == 0, "\(all.err)")
    let key = try place.keys("Results/mini")[5]
    let one = try Program.run("replay", "Results/mini", "--run", key, in: place)
    #expect(one.out == "\(key): staffed, draw 2, replicate 1 (run 6) is the same to the last bit\n")
    #expect(
      try place.text("Results/mini/draws.csv")
        == "draw,people.minor_share,offenders.solicitor.share@staffed\n1,0.2,0.04\n2,0.4,0.06\n")
    try place.write("Results/mini/draws.csv", "draw,people.minor_share\n1,0.2\n2,0.4\n")
    #expect(try Program.run("verify", "Results/mini", in: place).status == 73)
  }

  @Test func `a longer file extends a study, a changed one makes new runs`() throws {
    let place = try Workspace()
    func run(_ text: String, _ more: String...) throws -> Program.Ending {
      try place.write("d.csv", text)
      return try Program(
        ["run", "tiny.yaml", "--draws-file", "d.csv", "--quiet"] + more, in: place
      ).wait()
    }
    #expect(try run("people.minor_share\n10 %\n20 %\n").status == 0)
    #expect(place.parts("Results/tiny") == 2)
    #expect(try run("people.minor_share\n10 %\n20 %\n30 %\n").status == 0)
    #expect(place.parts("Results/tiny") == 3)
    #expect(try run("people.minor_share\n10 %\n25 %\n30 %\n").status == 0)
    #expect(place.parts("Results/tiny") == 4)
    #expect(
      try run("people.minor_share\n10 %\n25 %\n30 %\n", "--draws", "2", "-r", "2").status == 0)
    #expect(place.parts("Results/tiny") == 6)
    let more = try run("people.minor_share\n10 %\n", "--draws", "2")
    #expect(more.status == 65 && more.err.contains("values for 1 draws, and 2 are asked for"))
    let wrong = try run("people.minor_shares\n10 %\n")
    #expect(wrong.status == 65 && wrong.err.contains("d.csv:1:1: there is no parameter"))
    #expect(wrong.err.contains("did you mean 'people.minor_share'?"))
    #expect(try run("people.minor_share\n10 %\n", "--fixed").status == 64)
    let none = try Program.run("run", "tiny.yaml", "--draws-file", "no.csv", in: place)
    #expect(none.status == 66 && none.err.contains("there is no file 'no.csv'"))
  }

  @Test func `check reads the draws file of a study`() throws {
    let place = try Workspace()
    try place.write(
      "study.yaml", Workspace.study.replacing("replicates: 2", with: "draws: 3\ndraws_file: d.csv"))
    try place.write("d.csv", "people.minor_share@stafed\n0.2\n1\n")
    let found = try Program.run("check", "study.yaml", in: place)
    #expect(found.status == 65)
    #expect(found.err.contains("3 draws are asked for, and d.csv has values for 2"))
    try place.write(
      "study.yaml", Workspace.study.replacing("replicates: 2", with: "draws_file: d.csv"))
    let other = try Program.run("check", "study.yaml", in: place)
    #expect(other.err.contains("d.csv:1:1: there is no scenario 'stafed'"))
    #expect(other.err.contains("did you mean 'staffed'?"))
  }
}
