import Experiment
import Foundation
import Testing

@Suite struct FolderCommandTests {
  @Test func `names of any length and place make a file or a sentence`() throws {
    let place = try Workspace()
    for name in ["x", "é", "x.", ".x", "a b", "it's.yaml"] {
      let made = try Program.run("new", "classroom", name, in: place)
      #expect(made.status == 0 && !made.wasKilled, "\(name): \(made.err)")
      #expect(try Program.run("check", name, in: place).status == 0, "\(name)")
    }
    let spaced = try Program.run("new", "classroom", "a b", "--force", in: place)
    #expect(spaced.err.contains("vigie check 'a b', then vigie run 'a b' -r 2"))
    for name in ["a/", "/", "Scenarios", ".", ".."] {
      let refused = try Program.run("new", "classroom", name, in: place)
      #expect(refused.status == 64 && !refused.wasKilled, "\(name)")
      #expect(refused.err.contains("names a folder\n  help: write "), "\(refused.err)")
    }
    #expect(try Program.run("new", "classroom", "", in: place).status == 64)
    #expect(try Program.run("new", "classroom", "no/x", in: place).status == 73)
  }

  @Test func `a new file in a linked folder finds its preset`() throws {
    let place = try Workspace()
    let files = FileManager.default
    try files.createDirectory(
      at: place.url.appendingPathComponent("far/away"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      atPath: place.url.path + "/near", withDestinationPath: "far/away")
    #expect(try Program.run("new", "classroom", "near/mine.yaml", in: place).status == 0)
    #expect(try Program.run("check", "near/mine.yaml", in: place).status == 0)
  }

  @Test func `a scenario's name keeps its letters in the folder of results`() throws {
    let place = try Workspace()
    try place.write("été.yaml", "extends: tiny.yaml\nname: été 夏\n")
    let ending = try Program.run("run", "été.yaml", "-r", "1", in: place)
    #expect(ending.status == 0)
    #expect(ending.err.contains("Wrote Results/été_夏: "))
    #expect(try place.files("Results/été_夏")["runs.csv"] != nil)
  }

  @Test func `a folder takes another question, and keeps the runs of the first`() throws {
    let place = try Workspace()
    let base = ["run", "tiny.yaml", "-r", "1", "--out", "there", "--quiet"]
    #expect(try Program(base, in: place).wait().status == 0)
    let first = try place.files("there")
    let other = try Program(base + ["--set", "people.count=500"], in: place).wait()
    #expect(other.status == 0)
    #expect(try place.files("there") != first && place.parts("there") == 2)
    let again = try Program(base.dropLast(), in: place).wait()
    #expect(again.err.contains("Done before: nothing was run"))
    #expect(try place.files("there") == first)
    let more = try Program(["run", "tiny.yaml", "-r", "2", "--out", "there"], in: place).wait()
    #expect(more.status == 0 && place.parts("there") == 3)
    let seed = try Program(base + ["--seed", "9"], in: place).wait()
    #expect(seed.status == 73 && seed.err.contains("seed 20210101 there, 9 asked for"))
  }

  @Test func `report on an unfinished study says how far it is and how it goes on`() throws {
    let place = try Workspace()
    let arguments = [
      "run", "tiny.yaml", "-r", "24", "--set", "people.count=4000", "--jobs", "1", "--quiet",
      "--out", "my results",
    ]
    let program = try Program(arguments, in: place)
    while program.isRunning, place.parts("my results") < 2 { usleep(1_000) }
    program.send(SIGINT)
    #expect(try program.wait().status == 130)
    let done = place.parts("my results")
    let report = try Program.run("report", "my results", in: place)
    #expect(report.status == 75)
    #expect(
      report.err == """
        error: my results holds no finished study: \(done) of 24 runs are there
          help: go on with: vigie run tiny.yaml -r 24 --set people.count=4000 --jobs 1 --quiet \
        --out 'my results'

        """)
    #expect(try Program(arguments, in: place).wait().status == 0)
    #expect(try place.files("my results")["resume.txt"] == nil)
  }

  @Test func `a cell shows whether its column holds numbers or whole numbers`() throws {
    let place = try Workspace()
    #expect(try Program.run("compare", "study.yaml", "--quiet", in: place).status == 0)
    let package = Data(try place.text("Results/mini/datapackage.json").utf8)
    let json = try JSONSerialization.jsonObject(with: package) as? [String: Any]
    let resources = try #require(json?["resources"] as? [[String: Any]])
    #expect(resources.count == 8)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = resource["schema"] as? [String: Any]
      let fields = try #require(schema?["fields"] as? [[String: Any]])
      let rows = try CSV.rows(of: Array(try place.text("Results/mini/" + path).utf8))
      for (column, field) in fields.enumerated() {
        let cells = rows.dropFirst().map { $0[column] }.filter { !$0.isEmpty }
        let name = "\(path): \(field["name"] ?? "")"
        switch field["type"] as? String {
        case "number":
          #expect(cells.allSatisfy { $0.contains { ".e".contains($0) } }, "\(name)")
        case "integer": #expect(cells.allSatisfy { UInt64($0) != nil }, "\(name)")
        default: break
        }
      }
    }
  }
}
