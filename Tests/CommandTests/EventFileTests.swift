import Foundation
import Testing

@Suite struct EventFileTests {
  private func events(_ path: String, in place: Workspace) throws -> Program.Ending {
    try Program.run("run", "tiny.yaml", "-r", "1", "--out", "R", "--events", path, in: place)
  }

  @Test func `events replace events and no other file, and that is said before any run`() throws {
    let place = try Workspace()
    try FileManager.default.createSymbolicLink(
      atPath: place.url.path + "/link.yaml", withDestinationPath: "tiny.yaml")
    try place.write("notes.csv", "mine")
    for path in ["tiny.yaml", "link.yaml", "notes.csv", "Scenarios", ".", "/"] {
      let before = try place.text("tiny.yaml") + place.text("notes.csv")
      let ending = try events(path, in: place)
      #expect(ending.status == 73, "\(path)")
      #expect(ending.complaint.hasPrefix("error: --events: '\(path)' is "), "\(ending.err)")
      #expect(try place.text("tiny.yaml") + place.text("notes.csv") == before)
    }
    #expect(!FileManager.default.fileExists(atPath: place.url.path + "/R"))
    let first = try events("events.csv", in: place)
    #expect(first.status == 0)
    #expect(first.err.contains("\nWrote events.csv: "))
    let text = try place.text("events.csv")
    try place.write("events.csv", String(text.prefix(2_000)))
    #expect(try events("events.csv", in: place).status == 0)
    #expect(try place.text("events.csv") == text)
  }

  @Test func `a study's own tables are safe, before they are there and after`() throws {
    let place = try Workspace()
    let own = [
      "R/runs.csv", "./R/../R/summary.csv", "R/report.html", "R/parts/a.csv", "R/figures/a.csv",
      "R/plan.csv.tmp",
    ]
    for round in 1...2 {
      for path in own {
        let ending = try events(path, in: place)
        #expect(ending.status == 73, "\(path) \(round)")
        #expect(ending.err.contains("is one of the study's own files"), "\(path): \(ending.err)")
      }
      // The study's folder is still to be made in the first round.
      #expect(try events("R/events.csv", in: place).status == 0)
      #expect(try place.text("R/runs.csv").hasPrefix("run_id,"))
    }
  }

  @Test func `a folder that isn't there is noticed before the runs`() throws {
    let place = try Workspace()
    let ending = try events("no/such/events.csv", in: place)
    #expect(ending.status == 73)
    #expect(
      ending.err
        == "error: --events: 'no/such/events.csv' can't be written: "
        + "there is no folder 'no/such'\n")
    #expect(!FileManager.default.fileExists(atPath: place.url.path + "/R"))
  }

  @Test func `a hyphen prints events in place of the results, and a device takes them`() throws {
    let place = try Workspace()
    _ = try events("events.csv", in: place)
    let printed = try events("-", in: place)
    #expect(printed.status == 0)
    #expect(try printed.out == place.text("events.csv"))
    #expect(printed.err.contains("\nWrote standard output: "))
    #expect(!FileManager.default.fileExists(atPath: place.url.path + "/-"))
    #expect(try events("/dev/null", in: place).status == 0)
    let full = try events("/dev/full", in: place)
    #expect(full.status == 73 && full.err.contains("/dev/full: No space left on device"))
    let both = try Program.run("run", "tiny.yaml", "--events", "-", "--json", in: place)
    #expect(both.status == 64)
    let named = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--out", "R", "--events", "events.csv", "--json", in: place)
    #expect(named.out.contains("\"events\": \"events.csv\""))
  }
}
