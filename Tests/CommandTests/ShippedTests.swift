import Experiment
import Foundation
import Testing

@Suite struct ShippedTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the files inside the program are those of Scenarios`() throws {
    let folder = ShippedTests.root.path
    let sources = try Shipped.sources(of: folder + "/Scenarios")
    #expect(sources.count >= 3)
    for page in sources {
      let kept = try Disk.read(folder + "/Sources/Experiment/Shipped/" + page.name) ?? []
      #expect(String(decoding: kept, as: UTF8.self) == page.text, "run: make manual")
    }
    #expect(Shipped.names.contains("coco.yaml") && Shipped.names.contains("targets/coco.csv"))
    for name in Shipped.names {
      let kept = try Disk.read(folder + "/Scenarios/" + name) ?? []
      #expect(Shipped.text(name) == String(decoding: kept, as: UTF8.self), "run: make manual")
    }
  }

  @Test func `a program that was copied away has its presets with it`() throws {
    let place = try Workspace()
    try FileManager.default.removeItem(at: place.url.appendingPathComponent("Scenarios"))
    let program = place.url.appendingPathComponent("copied")
    try FileManager.default.copyItem(at: Program.executable(), to: program)
    func run(_ words: String...) throws -> Program.Ending {
      try Program(words, in: place, executable: program).wait()
    }
    #expect(try run("list").out.contains("\ncoco  "))
    #expect(try run("check", "coco", "coco-policies", "classroom.yaml").status == 0)
    let small = ["--set", "people.count=300", "--until", "3 h", "-r", "1"]
    let ending = try Program(["run", "coco"] + small, in: place, executable: program).wait()
    #expect(ending.status == 0, "\(ending.err)")
    #expect(ending.out.contains("fitted"))
    #expect(try run("new", "coco-phone", "mine.yaml").status == 0)
    #expect(try place.text("mine.yaml").contains("\nextends: \"preset:coco-phone.yaml\"\n"))
    #expect(try run("check", "mine.yaml").out == "1 file is in order\n")
    #expect(try run("demo", "--quiet", "--set", "people.count=300").status == 0)
    let gone = try run("check", "preset:cooc")
    #expect(gone.status == 66 && gone.err.contains("there is no file 'preset:cooc'"))
    #expect(try run("manual", "--check").status == 66)
  }

  @Test func `a preset's name runs it, and a file of that name comes first`() throws {
    let place = try Workspace()
    #expect(try Program.run("check", "classroom", in: place).status == 0)
    try place.write("classroom", "nonsense: 1\n")
    #expect(try Program.run("check", "classroom", in: place).status == 65)
  }

  @Test func `a hyphen reads standard input, relative to the working folder`() throws {
    let place = try Workspace()
    try place.write("piped.txt", "extends: tiny.yaml\nname: piped\nmoderation: { staff: 2 }\n")
    func run(_ words: String..., from file: String = "piped.txt") throws -> Program.Ending {
      try Program(words, in: place, input: place.url.appendingPathComponent(file)).wait()
    }
    let ending = try run("run", "-", "-r", "1")
    #expect(ending.status == 0, "\(ending.err)")
    #expect(ending.out.contains("\nReference: tiny, "))
    #expect(ending.err.contains("or vigie compare - OTHER.yaml"))
    #expect(try place.text("Results/piped/parameters.csv").contains(",<stdin>:3\n"))
    #expect(try run("compare", "tiny.yaml", "-", "-r", "1", "--quiet").status == 0)
    #expect(try run("compare", "-", "-r", "1", "--quiet", from: "study.yaml").status == 0)
    try place.write("broken.txt", "people: { count: x }\n")
    let broken = try run("check", "-", from: "broken.txt")
    #expect(broken.status == 65)
    #expect(broken.complaint == "error: <stdin>:1:18: \"x\" is not a number")
  }
}
