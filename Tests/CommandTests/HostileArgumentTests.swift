import Foundation
import Testing

@Suite struct HostileArgumentTests {
  @Test func `no setting makes the program crash or be silently ignored`() throws {
    let place = try Workspace()
    let deep = Array(repeating: "a", count: 100).joined(separator: ".")
    for setting in [
      "", "=", "people", "people.count", "people.count=", "people.count=[", "people.count={a: 1}",
      "people.count=1, 2", "people..count=1", ".=1", "offenders.nobody.share=1 %", "rooms=1",
      "rooms.general=1", "people.count=1e400", "people.count=nan", "time.window=1e300 y",
      "time.start=2022-02-30", deep + "=1", "people.visits={ lognormal: { median: -1 /d } }",
      "name=*a", "people.minor_share={ beta: { a: 0, b: 0 } }", "\u{7}=1", "rooms=[]\n- a",
    ] {
      let ending = try Program.run("run", "tiny.yaml", "-r", "1", "--set", setting, in: place)
      #expect(ending.status == 65, "\(setting): \(ending.err)")
      #expect(!ending.wasKilled)
      #expect(ending.err.contains("error: --set:1:"), "\(setting): \(ending.err)")
    }
  }

  @Test func `names of scenarios can't leave the folder of results`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--quiet", "--set", "name=\"../../up\"", in: place)
    #expect(ending.status == 0)
    #expect(try place.files("Results/______up")["report.html"] != nil)
    let above = try FileManager.default.contentsOfDirectory(atPath: place.url.path + "/Results")
    #expect(above == ["______up"])
    for name in ["\"\"", "null"] {
      let bad = try Program.run("run", "tiny.yaml", "--set", "name=" + name, in: place)
      #expect(bad.status == 65, "\(name): \(bad.err)")
    }
  }

  @Test func `folders, devices and other files aren't scenarios`() throws {
    let place = try Workspace()
    try place.write("note.txt", "not: [a, scenario")
    for (file, status) in [(".", 66), ("/dev/zero", 66), ("note.txt", 65), ("study.yaml", 65)] {
      let ending = try Program.run("run", file, in: place)
      #expect(ending.status == Int32(status), "\(file): \(ending.err)")
    }
    #expect(try Program.run("compare", "tiny.yaml", in: place).status == 64)
    #expect(try Program.run("compare", "tiny.yaml", "tiny.yaml", in: place).status == 65)
  }

  @Test func `a folder that can't be written ends with exit code 73`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--out", "tiny.yaml/below", in: place)
    #expect(ending.status == 73)
    #expect(ending.complaint.hasPrefix("error: can't "))
    #expect(ending.complaint.hasSuffix("Not a directory"))
  }
}
