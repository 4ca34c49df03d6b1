import Experiment
import Foundation
import Testing

@Suite struct ReferenceCommandTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `check says what is in order and where each value was set`() throws {
    let place = try Workspace()
    let order = try Program.run("check", "tiny.yaml", "study.yaml", in: place)
    #expect(order.status == 0)
    #expect(order.out == "2 files are in order\n")
    let resolved = try Program.run("check", "phone.yaml", "--resolved", in: place)
    let lines = resolved.out.split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("registration.method ") && $0.hasSuffix(" phone.yaml:3") })
    #expect(lines.contains { $0.hasPrefix("people.count ") && $0.hasSuffix(" tiny.yaml:6") })
    #expect(lines.contains { $0.hasPrefix("moderation.staff ") && $0.hasSuffix(" default") })
  }

  @Test func `check tells every problem of every file, also as JSON`() throws {
    let place = try Workspace()
    try place.write("a.yaml", "nme: 1\n")
    try place.write("b.yaml", "people: { count: x }\n")
    let plain = try Program.run("check", "a.yaml", "b.yaml", in: place)
    #expect(plain.status == 65)
    #expect(plain.err.hasSuffix("2 errors in 2 files; nothing was run\n"))
    let json = try Program.run("check", "a.yaml", "b.yaml", "--json", in: place)
    #expect(json.status == 65)
    let first = json.out.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix("{\"file\":\"a.yaml\",\"line\":1,\"column\":1,\"length\":3,"))
    #expect(json.out.split(separator: "\n").count == 2)
  }

  @Test func `lists and explanations come from the tables`() throws {
    let place = try Workspace()
    #expect(
      try Program.run("list", in: place).out
        == "preset     kind      title\nclassroom  scenario  A tiny platform\n")
    #expect(try Program.run("list", "harms", in: place).out.contains("\nH13   0 "))
    #expect(try Program.run("list", "parameters", in: place).out.contains("\npeople.minor_share "))
    let json = try Program.run("list", "outcomes", "--json", in: place).out
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]]
    #expect(rows?.first?["outcome"] == "unwanted_contacts")
    let parameter = try Program.run("explain", "minor_share", in: place).out
    #expect(parameter.hasPrefix("people.minor_share\n  Share of minors among the users.\n"))
    #expect(parameter.contains("  range: 0 % to 100 %\n"))
    #expect(try Program.run("explain", "H6", in: place).out.contains("offline meeting"))
    #expect(try Program.run("explain", "cost", in: place).out.contains("unit: EUR per day"))
  }

  @Test func `new writes a scenario that checks and runs, and never overwrites unasked`() throws {
    let place = try Workspace()
    let made = try Program.run("new", "classroom", "mine.yaml", in: place)
    #expect(made.status == 0)
    #expect(made.out == "Wrote mine.yaml and vigie.schema.json\n")
    let text = try place.text("mine.yaml")
    #expect(text.hasPrefix("# yaml-language-server: $schema=vigie.schema.json\n"))
    #expect(text.contains("\nextends: Scenarios/classroom.yaml\n"))
    #expect(try Program.run("run", "mine.yaml", "-r", "1", in: place).status == 0)
    let schema = try place.text("vigie.schema.json")
    #expect(try Program.run("schema", in: place).out == schema)
    #expect(try JSONSerialization.jsonObject(with: Data(schema.utf8)) is [String: Any])
    #expect(try Program.run("new", "classroom", "mine.yaml", in: place).status == 73)
    #expect(try Program.run("new", "classroom", "mine.yaml", "--force", in: place).status == 0)
  }

  @Test func `the file that new writes still checks with every line uncommented`() throws {
    let place = try Workspace()
    _ = try Program.run("new", "classroom", "mine.yaml", in: place)
    let lines = try place.text("mine.yaml").split(separator: "\n").map { line -> String in
      let isKey = line.hasPrefix("#   ") || (line.hasPrefix("# ") && line.hasSuffix(":"))
      return isKey ? String(line.dropFirst(2)) : String(line)
    }
    try place.write("mine.yaml", lines.joined(separator: "\n") + "\n")
    let ending = try Program.run("check", "mine.yaml", in: place)
    #expect(ending.status == 0, "\(ending.err)")
    #expect(lines.contains("moderation:"))
  }

  @Test func `demo runs a preset, leaves nothing, and says what to type next`() throws {
    let place = try Workspace()
    let ending = try Program.run("demo", in: place)
    #expect(ending.status == 0)
    #expect(ending.out.hasPrefix("A tiny platform: window 1 d"))
    #expect(ending.out.contains("\n2 policies against it, 8 pairs of runs"))
    let bars = ending.out.split(separator: "\n").filter { $0.contains("[") && $0.contains("o-") }
    #expect(bars.count == 2, "a bar for each")
    #expect(!ending.out.contains("0 to 0") && ending.out.contains("moderation hours +24 h per day"))
    #expect(ending.err.contains("Next:\n  vigie run Scenarios/classroom.yaml -r 8"))
    #expect(
      !FileManager.default.fileExists(atPath: place.url.appendingPathComponent("Results").path))
  }

  @Test func `version, help and completions go to stdout`() throws {
    let place = try Workspace()
    #expect(try Program.run("--version", in: place).out == "vigie \(Model.version)\n")
    #expect(try Program.run("--help", in: place).out.contains("USAGE: vigie"))
    #expect(try Program.run("completions", "bash", in: place).out.contains("vigie"))
  }

  @Test func `the manual of the shipped scenarios is up to date`() throws {
    let file = ReferenceCommandTests.root.appendingPathComponent("Scenarios/README.md")
    let text = (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
    #expect(
      text == Manual.text,
      "Scenarios/README.md is out of date. Run: swift run vigie manual --write")
  }

  @Test func `every shipped scenario and study checks and runs`() throws {
    let place = try Workspace()
    let shipped = ReferenceCommandTests.root.appendingPathComponent("Scenarios")
    let below = FileManager.default.enumerator(atPath: shipped.path)?.allObjects ?? []
    let files = below.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files.contains("coco.yaml"))
    for name in files {
      let file = shipped.appendingPathComponent(name).path
      let check = try Program.run("check", file, in: place)
      #expect(check.status == 0, "\(name): \(check.err)")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let command =
        text.contains("\nsweep:") ? "sweep" : text.contains("\nbaseline:") ? "compare" : "run"
      if text.contains("\ncalibrate:") {
        // A handful of people fit nothing, and it is said.
        let fit = try Program.run(
          "calibrate", file, "--bank", "100", "--worlds", "50", "--budget", "150", "--quiet",
          "--set", "people.count=500", "--until", "6h", in: place)
        #expect(fit.status == 75, "\(name): \(fit.err)")
        continue
      }
      let run = try Program.run(
        command, file, "-r", "1", "--set", "people.count=500", "--until", "6h", in: place)
      #expect(run.status == 0, "\(name): \(run.err)")
    }
  }
}
