import Foundation
import Testing

@Suite struct ReportCommandTests {
  @Test func `a page can be made again elsewhere, in the other language, from the files alone`()
    throws
  {
    let place = try Workspace()
    let made = try Program.run("compare", "study.yaml", "--quiet", in: place)
    #expect(made.status == 0)
    let before = try place.files("Results/mini")
    try FileManager.default.moveItem(
      at: place.url.appendingPathComponent("Results/mini"),
      to: place.url.appendingPathComponent("elsewhere"))
    try FileManager.default.removeItem(at: place.url.appendingPathComponent("elsewhere/figures"))
    let again = try Program.run("report", "elsewhere", in: place)
    #expect(again.status == 0)
    #expect(again.out.hasPrefix("Wrote elsewhere/report.html and "))
    #expect(try place.files("elsewhere") == before)
    let french = try Program.run("report", "elsewhere", "--lang", "fr", "--json", in: place)
    #expect(french.out.contains("\"language\": \"fr\""))
    #expect(try place.text("elsewhere/report.html").contains("<html lang=\"fr\">"))
    // The page isn't part of the package: the study is still the same.
    let done = try Program.run("compare", "study.yaml", "--out", "elsewhere", in: place)
    #expect(done.err.contains("Done before: nothing was run"))
    #expect(try place.files("elsewhere") == before)
  }

  @Test func `run and compare take the language, which is no part of the study`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "2", "--lang", "fr", "--quiet", in: place)
    #expect(ending.status == 0)
    let page = try place.text("Results/tiny/report.html")
    #expect(page.contains("Ce sont des résultats des hypothèses du modèle, pas une prévision."))
    #expect(!(try place.text("Results/tiny/datapackage.json").contains("--lang")))
    let unknown = try Program.run("run", "tiny.yaml", "--lang", "de", in: place)
    #expect(unknown.status == 64)
  }

  @Test func `a page that can't be written costs no results`() throws {
    let place = try Workspace()
    try FileManager.default.createDirectory(
      at: place.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    let first = try Program.run("run", "tiny.yaml", "-r", "2", "--out", "out", "--quiet", in: place)
    #expect(first.status == 0)
    // A folder where the page should be: nothing can replace it.
    let page = place.url.appendingPathComponent("out/report.html")
    try FileManager.default.removeItem(at: page)
    try FileManager.default.createDirectory(at: page, withIntermediateDirectories: true)
    try Data().write(to: page.appendingPathComponent("kept"))
    let second = try Program.run("run", "tiny.yaml", "-r", "2", "--out", "out", in: place)
    // Results are printed all the same; the exit code says that not all of them are there.
    #expect(second.status == 73 && second.out == first.out)
    #expect(second.err.contains("error: no report: can't "))
    #expect(second.err.contains("the tables are complete; later: vigie report out"))
    #expect(try Program.run("report", "out", in: place).status == 73)
  }

  @Test func `report says what is wrong with a folder`() throws {
    let place = try Workspace()
    #expect(try Program.run("report", "nowhere", in: place).status == 66)
    _ = try Program.run("run", "tiny.yaml", "-r", "1", "--quiet", in: place)
    let package = place.url.appendingPathComponent("Results/tiny/datapackage.json")
    try FileManager.default.removeItem(at: package)
    #expect(try Program.run("report", "Results/tiny", in: place).status == 75)
    _ = try Program.run("run", "tiny.yaml", "-r", "1", "--quiet", in: place)
    try place.write("Results/tiny/timeseries.csv", "changed")
    let altered = try Program.run("report", "Results/tiny", in: place)
    #expect(altered.status == 73 && altered.err.contains("timeseries.csv was altered"))
  }

  @Test func `summaries in a pipe have no pictures`() throws {
    let place = try Workspace()
    let ending = try Program.run("run", "tiny.yaml", "-r", "3", in: place)
    #expect(!ending.out.contains("▁") && !ending.out.contains("\nday:"))
    #expect(ending.err.contains("\nLook:  Results/tiny/report.html\nNext:  vigie explain "))
  }

  @Test func `everything that prints results prints them as JSON`() throws {
    let place = try Workspace()
    for arguments in [
      ["explain", "unwanted_contacts", "--json"], ["explain", "people.minor_share", "--json"],
      ["explain", "h2", "--json"], ["demo", "--json", "--quiet"], ["new", "classroom", "--json"],
      ["run", "tiny.yaml", "-r", "2", "--json", "--quiet"],
    ] {
      let ending = try Program(arguments, in: place).wait()
      #expect(ending.status == 0, "\(arguments): \(ending.err)")
      let object = try JSONSerialization.jsonObject(with: Data(ending.out.utf8))
      #expect(object is [String: Any], "\(arguments)")
      if arguments.contains("--quiet") { #expect(ending.err.isEmpty, "\(arguments)") }
    }
  }

  @Test func `vigie(1) is made from the commands, and names every flag`() throws {
    let place = try Workspace()
    let page = try Program.run("manual", "--page", in: place).out
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let kept = try String(contentsOf: root.appendingPathComponent("docs/vigie.1"), encoding: .utf8)
    #expect(page == kept, "run: make manual")
    for command in ["run", "compare", "report", "check", "demo"] {
      #expect(page.contains(".SS \(command)\n"))
      let help = try Program.run(command, "--help", in: place).out
      let flags = help.split(whereSeparator: { !($0.isLetter || $0 == "-") })
        .filter { $0.hasPrefix("--") && !["--help", "--version"].contains($0) }
      #expect(!flags.isEmpty)
      for flag in flags { #expect(page.contains(flag.replacing("-", with: "\\-")), "\(flag)") }
    }
    for line in page.split(separator: "\n") {
      #expect(line.utf8.count <= 80 && line.last != " ", "\(line)")
    }
  }
}
