import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct VerifyTests {
  @Test func `a stranger makes every run again from the folder alone`() throws {
    let place = try Workspace()
    #expect(try Program.run("compare", "study.yaml", "--quiet", in: place).status == 0)
    for file in ["study.yaml", "tiny.yaml", "phone.yaml"] {
      try FileManager.default.removeItem(at: place.url.appendingPathComponent(file))
    }
    let all = try Program.run("verify", "Results/mini", "--all", "--quiet", in: place)
    #expect(all.status == 0 && all.out.isEmpty && all.err.isEmpty, "\(all.err)")
    let some = try Program.run("verify", "Results/mini", "--sample", "3", in: place)
    #expect(some.out == "3 of 6 runs made again: the same to the last bit\n")
    let key = try place.keys("Results/mini")[4]
    let one = try Program.run("replay", "Results/mini", "--run", key, in: place)
    #expect(one.status == 0)
    #expect(one.out == "\(key): phone, draw 2, replicate 1 (run 5) is the same to the last bit\n")
    let events = try Program.run(
      "replay", "Results/mini", "--run", String(key.dropFirst()), "--events", "e.csv", in: place)
    #expect(events.status == 0 && events.err.contains("Wrote e.csv: "), "\(events.err)")
    #expect(try place.text("e.csv").hasPrefix("time_h,kind,"))
    let none = try Program.run("replay", "Results/mini", "--run", "k0x", in: place)
    #expect(none.status == 65 && none.err.contains("has no run 'k0x'"))
  }

  @Test func `a record that is not that of its run is found, and the code is 4`() throws {
    let place = try Workspace()
    #expect(try Program.run("run", "tiny.yaml", "-r", "2", "--quiet", in: place).status == 0)
    let parts = place.url.path + "/Results/tiny/parts"
    let file = parts + "/" + (try #require(try Disk.names(in: parts).first))
    let study = try ResolvedStudy.comparison(
      Array(try place.text("Results/tiny/study.yaml").utf8), file: "study.yaml")
    let keys = study.study(folder: "", command: "").keys
    #expect(study.plan.runs.map { study.key(of: $0) } == keys)
    var record = try study.simulate(study.plan.runs[0], stop: StopFlag())
    record.values[1] += 1
    try Disk.remove(file)
    let writer = try RecordWriter(folder: parts, clock: { 0 })
    try writer.append(.ok(record), of: keys[0])
    try writer.append(.ok(try study.simulate(study.plan.runs[1], stop: StopFlag())), of: keys[1])
    try writer.finish()
    let found = try Program.run("verify", "Results/tiny", "--all", in: place)
    #expect(found.status == 4)
    #expect(
      found.out.contains(": tiny, draw 1, replicate 1 (run 1) differs: unwanted_contacts_here "))
    #expect(found.err.contains("2 of 2 runs made again: 1 differ"))
  }

  @Test func `what isn't finished or was altered isn't verified`() throws {
    let place = try Workspace()
    let nothing = try Program.run("verify", "nowhere", in: place)
    #expect(nothing.status == 66 && nothing.err.contains("holds no finished study"))
    #expect(try Program.run("run", "tiny.yaml", "-r", "1", "--quiet", in: place).status == 0)
    try place.write("Results/tiny/runs.csv", "run_id\n")
    #expect(try Program.run("verify", "Results/tiny", in: place).status == 73)
  }

  @Test func `more draws, then one more policy, make the new runs alone`() throws {
    let place = try Workspace()
    func compare(_ files: [String], _ draws: String, to folder: String) throws -> String {
      let ending = try Program(
        ["compare"] + files + ["-r", draws, "--out", folder, "--seed", "3"], in: place
      ).wait()
      #expect(ending.status == 0, "\(ending.err)")
      return ending.err
    }
    try place.write("p.yaml", "extends: tiny.yaml\nname: p\nregistration: { method: email }\n")
    let two = ["tiny.yaml", "phone.yaml"]
    _ = try compare(two, "3", to: "a")
    #expect(place.parts("a") == 6)
    // The study's name is that of its scenarios, so that a third one asks for a study file.
    let study = { (files: [String]) in
      "name: s\nseed: 3\nbaseline: tiny.yaml\nalternatives: [\(files.joined(separator: ", "))]\n"
    }
    try place.write("two.yaml", study(["phone.yaml"]))
    try place.write("three.yaml", study(["phone.yaml", "p.yaml"]))
    for (file, draws, count) in [
      ("two.yaml", "3", 6), ("two.yaml", "5", 10), ("three.yaml", "5", 15),
    ] {
      _ = try compare([file], draws, to: "b")
      #expect(place.parts("b") == count)
    }
    _ = try compare(["three.yaml"], "5", to: "c")
    #expect(try place.files("b") == place.files("c"))
  }
}
