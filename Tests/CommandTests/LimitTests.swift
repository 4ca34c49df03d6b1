import Foundation
import Testing

/// What the machine refuses: memory, disk, sizes of files.
@Suite struct LimitTests {
  @Test func `a run that memory can't carry is refused before it starts`() throws {
    let place = try Workspace()
    let ending = try Program(
      ["run", "tiny.yaml", "-r", "2", "--jobs", "2", "--set", "people.count=20000000"], in: place,
      limit: "-v 3500000"
    ).wait()
    #expect(ending.status == 65 && !ending.wasKilled)
    #expect(
      ending.complaint.hasPrefix(
        "error: not enough memory: a run of 20,000,000 people takes about 4.03 GB, and the limit"))
    #expect(ending.err.contains("help: fewer people, such as --set people.count=2000000"))
    #expect(!FileManager.default.fileExists(atPath: place.url.path + "/Results"))
  }

  @Test func `fewer runs at once where memory carries fewer, with a word and the same bytes`()
    throws
  {
    let place = try Workspace()
    func run(_ folder: String, limit: String?) throws -> Program.Ending {
      let arguments = ["run", "tiny.yaml", "-r", "40", "--jobs", "40", "--out", folder]
      return try Program(arguments, in: place, limit: limit).wait()
    }
    let narrow = try run("narrow", limit: "-v 2500000"), wide = try run("wide", limit: nil)
    #expect(narrow.status == 0 && wide.status == 0, "\(narrow.err)")
    #expect(narrow.complaint.hasPrefix("warning: --jobs is "))
    #expect(narrow.complaint.contains(", not 40: a run of 400 people takes about 32"))
    #expect(try place.files("narrow") == place.files("wide"))
  }

  @Test func `a limit on the size of files is an error of writing, not a silent end`() throws {
    let place = try Workspace()
    let arguments = ["run", "tiny.yaml", "-r", "2", "--out", "out"]
    let ending = try Program(arguments, in: place, limit: "-f 16").wait()
    #expect(ending.status == 73 && !ending.wasKilled)
    #expect(ending.err.contains("File too large"), "\(ending.err)")
    #expect(try Program(arguments, in: place).wait().status == 0)
  }

  @Test func `results are whole only with their page`() throws {
    let place = try Workspace()
    let arguments = ["run", "tiny.yaml", "-r", "2", "--out", "my results", "--quiet"]
    let first = try Program(arguments, in: place).wait()
    let page = place.url.appendingPathComponent("my results/report.html")
    #expect(first.status == 0)
    // The tables are there and fit; the page is longer than the limit allows.
    try FileManager.default.removeItem(at: page)
    let second = try Program(arguments, in: place, limit: "-f 8").wait()
    #expect(second.status == 73 && second.out == first.out)
    #expect(second.err.contains("later: vigie report 'my results'\n"))
    #expect(!FileManager.default.fileExists(atPath: page.path))
    #expect(try Program(arguments, in: place).wait().status == 0)
    #expect(FileManager.default.fileExists(atPath: page.path))
  }
}
