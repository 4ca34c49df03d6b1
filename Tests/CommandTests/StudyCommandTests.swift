import Foundation
import Testing

@Suite struct StudyCommandTests {
  @Test func `run prints a table and writes every file of a study`() throws {
    let place = try Workspace()
    let ending = try Program.run("run", "tiny.yaml", "-r", "2", "--jobs", "1", in: place)
    #expect(ending.status == 0)
    #expect(
      ending.out.hasPrefix(
        "A tiny platform: window 6 h after 1 h warm-up, 400 people, 2 draws, seed"))
    #expect(ending.out.contains("\nunwanted sexual contacts to minors "))
    #expect(ending.out.contains("\nwhere: here 100 %, private 0 %, elsewhere 0 %\n"))
    #expect(ending.out.hasSuffix("not a forecast.\n"))
    #expect(ending.err.hasPrefix("1/2 runs, 0:"))
    #expect(ending.err.contains("\n2/2 runs, 0:00 left\nWrote Results/tiny: runs.csv 2 rows"))
    #expect(ending.err.contains("events"))
    let names = try place.files("Results/tiny").keys.sorted()
    #expect(
      names == [
        "datapackage.json", "drivers.csv", "figures/contacts-course.svg",
        "figures/people-course.svg", "figures/places.svg", "figures/spread.svg", "parameters.csv",
        "plan.csv", "report.html", "runs.csv", "study.yaml", "summary.csv", "timeseries.csv",
      ])
  }

  @Test func `the second run of a finished study runs nothing and prints the same`() throws {
    let place = try Workspace()
    let first = try Program.run("compare", "study.yaml", in: place)
    let before = try place.files("Results/mini")
    let second = try Program.run("compare", "study.yaml", in: place)
    #expect(first.status == 0)
    #expect(second.status == 0)
    #expect(first.out == second.out)
    #expect(second.err.contains("Done before: nothing was run; Results/mini holds these results"))
    #expect(try place.files("Results/mini") == before)
  }

  @Test func `compare says benefit, burden and displacement of each alternative`() throws {
    let place = try Workspace()
    let ending = try Program.run("compare", "study.yaml", in: place)
    #expect(ending.status == 0)
    #expect(ending.out.contains("Against tiny, same random numbers, 2 pairs in 2 draws, seed 7\n"))
    #expect(
      ending.out.contains("warning: only 2 pairs; below 8 the limits are those of the runs made, "))
    #expect(ending.out.contains("\n  “phone” "))
    #expect(ending.out.contains("\n  “staffed” "))
    #expect(ending.out.contains("moderation hours +48 h per day"))
    #expect(ending.out.hasSuffix("model's assumptions, not a forecast.\n"))
    let header = try place.text("Results/mini/runs.csv").split(separator: "\n").first ?? ""
    #expect(header.contains(",seed,run_key,people_minor_share,status,"))
  }

  @Test func `compare says which of several is best, once there are enough draws`() throws {
    let place = try Workspace()
    let few = try Program.run("compare", "study.yaml", "--quiet", in: place)
    #expect(!few.out.contains("Best in this model"))
    let first = try place.text("Results/mini/ranking.csv").split(separator: "\n")
    #expect(first.count == 7 && first.dropFirst().allSatisfy { $0.hasSuffix(",2,,,,,,,") })
    let ending = try Program.run("compare", "study.yaml", "-r", "8", "--quiet", in: place)
    let lines = ending.out.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(
      lines.firstIndex { $0.hasPrefix("Best in this model, burdens aside: ") })
    #expect(lines[start - 1].isEmpty && lines[start].contains(" % of plausible worlds ("))
    #expect(lines[start].contains(" of tiny's above the least of all on average (mean regret)"))
    #expect(lines[start + 1].hasPrefix("By serious harm: "))
    let end = try #require(lines[start...].firstIndex(of: ""))
    #expect(end - start <= 3)
    // As the tables have it, so that the second time says the same; one alternative is no choice.
    let again = try Program.run("compare", "study.yaml", "-r", "8", "--quiet", in: place)
    #expect(again.out == ending.out)
    let rows = try place.text("Results/mini/ranking.csv")
    #expect(rows.hasPrefix("baseline,scenario,outcome,draws,p_best,p_best_low,p_best_high,"))
    let pair = try Program.run(
      "compare", "tiny.yaml", "phone.yaml", "-r", "8", "--quiet", in: place)
    #expect(!pair.out.contains("Best in this model"))
    let files = try place.files("Results/tiny-vs-phone")
    #expect(files["ranking.csv"] == nil && files["information.csv"] == nil)
    #expect(!(try place.text("Results/mini/datapackage.json").contains("information")))
  }

  @Test func `a scenario with another policy than its root's runs beside it`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "phone.yaml", "-r", "1", "--set", "people.count=200", in: place)
    #expect(ending.status == 0)
    #expect(ending.out.contains("\nReference: tiny, the same world under the policy of tiny.yaml;"))
    let rows = try place.text("Results/phone/plan.csv").split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasPrefix("1,1,tiny,1,1,20210101,k"))
    #expect(rows[2].hasPrefix("2,1,phone,1,1,20210101,k"))
    // A value of the world reaches both, so that the same people knock; what differs is an overlay.
    let study = try place.text("Results/phone/study.yaml")
    #expect(study.components(separatedBy: "count: 200\n").count == 2)
    #expect(study.contains("\noverlays:\n  phone:\n    name: phone\n"))
  }

  @Test func `events are written as they happen, in order and without any text`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--events", "events.csv", in: place)
    #expect(ending.status == 0)
    let lines = try place.text("events.csv").split(separator: "\n")
    #expect(lines[0] == "time_h,kind,actor,target,age_band,harm,value,detail,flags,room,messages")
    #expect(lines.count > 100)
    let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 11 })
    let times = rows.compactMap { Double($0[0]) }
    #expect(times == times.sorted())
    #expect(Set(rows.map { String($0[1]) }).isSuperset(of: ["enter", "leave", "contact", "harm"]))
    let refused = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--fresh", "--events", "no/such/folder.csv", in: place)
    #expect(refused.status == 73)
  }

  @Test func `two files can be compared without a study, and fixed has no drawn columns`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "compare", "tiny.yaml", "phone.yaml", "-r", "2", "--fixed", "--json", "--quiet", in: place)
    #expect(ending.status == 0)
    #expect(ending.err.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(ending.out.utf8)) as? [String: Any]
    #expect(json?["study"] as? String == "tiny-vs-phone")
    let summary = json?["summary"] as? [[String: Any]]
    #expect(summary?.first?["draws"] as? Int == 1)
    let header = try place.text("Results/tiny-vs-phone/runs.csv").split(separator: "\n").first ?? ""
    #expect(header.contains(",seed,run_key,status,"))
  }

  @Test func `with nobody to harm, run says so and asks for no more replicates`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "2", "--set", "people.minor_share=0 %", "--quiet", in: place)
    #expect(ending.status == 0)
    #expect(ending.out.contains("are undefined: there is nobody here whom they could reach\n"))
    #expect(!ending.out.contains("One run") && !ending.out.contains("where:"))
    let one = try Program.run("run", "tiny.yaml", "-r", "1", "--fresh", in: place)
    #expect(one.out.contains("1 replicate, seed") && one.out.contains("One run has no limits"))
    #expect(one.err.contains("runs.csv 1 row,") && one.err.hasPrefix("1/1 run, "))
    let none = try Program.run(
      "run", "tiny.yaml", "-r", "2", "--set", "offenders.solicitor.share=0 %", "--fresh",
      "--quiet", in: place)
    #expect(none.out.contains("There are no unwanted sexual contacts to minors in any of 2 runs"))
  }

  @Test func `run says what its limits are, and which error more runs narrow`() throws {
    let place = try Workspace()
    func run(_ options: String...) throws -> String {
      let all = ["run", "tiny.yaml", "--fresh", "--quiet"] + options
      return try Program(all, in: place).wait().out
    }
    #expect(try run("-r", "3").contains("the least and the greatest draw: plausible worlds lie"))
    #expect(try run("--draws", "8").contains("where the next draw would fall"))
    let many = try run("--draws", "39", "-r", "2", "--set", "people.count=100")
    #expect(many.contains("39 draws of 2 replicates, seed"))
    #expect(many.contains("percentiles of the draws, which more runs don't narrow\nMonte Carlo"))
    #expect(many.contains("of its mean, over 78 runs"))
    #expect(try run("-r", "3", "--fixed").contains("their error over chance alone"))
  }

  @Test func `draws and replicates come from the command line, then from the file`() throws {
    let place = try Workspace()
    func size(_ file: String, _ options: String...) throws -> String {
      try place.write(
        "s.yaml", "name: s\nbaseline: tiny.yaml\nalternatives: [phone.yaml]\n\(file)\n")
      let ending = try Program(["compare", "s.yaml", "--dry-run"] + options, in: place).wait()
      #expect(ending.status == 0, "\(ending.err)")
      return String(ending.out.split(separator: "\n").first ?? "")
    }
    #expect(try size("") == "16 runs: 2 scenarios, 8 draws, 1 replicate in each")
    #expect(try size("replicates: 3") == "6 runs: 2 scenarios, 3 draws, 1 replicate in each")
    #expect(try size("draws: 3") == "6 runs: 2 scenarios, 3 draws, 1 replicate in each")
    let both = "draws: 3\nreplicates: 2"
    #expect(try size(both) == "12 runs: 2 scenarios, 3 draws, 2 replicates in each")
    #expect(try size(both, "--draws", "4") == "16 runs: 2 scenarios, 4 draws, 2 replicates in each")
    #expect(try size(both, "-r", "5") == "10 runs: 2 scenarios, 5 draws, 1 replicate in each")
    #expect(try size("replicates: 3", "--draws", "4").hasPrefix("8 runs: 2 scenarios, 4 draws, 1 "))
    #expect(try size("", "--draws", "4", "-r", "2").hasPrefix("16 runs: 2 scenarios, 4 draws, 2 "))
    #expect(try size(both, "--fixed") == "4 runs: 2 scenarios, 1 draw, 2 replicates in each")
  }

  @Test func `a policy without effect, another window and none left are each said`() throws {
    let place = try Workspace()
    try place.write(
      "each.yaml",
      """
      name: each
      baseline: tiny.yaml
      replicates: 2
      alternatives:
        - { name: late, set: { registration: { method: email, start: 2030-01-01 } } }
        - { name: longer, set: { time: { window: 9 h } } }
        - { name: silent, set: { contact_rules: { first_messages_per_hour: 0.0001 /h } } }

      """)
    let ending = try Program.run("compare", "each.yaml", in: place)
    #expect(ending.status == 0)
    #expect(ending.err.contains("registration begins on 2030-01-01, after the window has ended"))
    #expect(ending.out.contains("“late” acts on nothing in this window: every run of it is"))
    #expect(ending.out.contains("warning: “longer” and “tiny” are observed over different"))
    #expect(ending.out.contains("window 6 h → 9 h"))
    let silent = ending.out.split(separator: "\n").first { $0.hasPrefix("silent") }
    #expect(silent?.contains("−100 %") == true)
    let json = try Program.run("compare", "each.yaml", "--json", "--quiet", in: place).out
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect(object?["act_on_nothing"] as? [String] == ["late"])
    #expect(json.contains("different stretches of time"))
    let one = try Program.run("compare", "each.yaml", "-r", "1", "--out", "one", in: place)
    #expect(one.out.contains("1 pair, seed") && one.out.contains("only 1 pair; below 8"))
    #expect(!one.out.contains("+–"))
  }

  @Test func `a window or a warm-up that is drawn is refused`() throws {
    let place = try Workspace()
    for key in ["window", "warm_up"] {
      let ending = try Program.run(
        "check", "tiny.yaml", "--set", "time.\(key)={ uniform: { low: 2 h, high: 5 h } }",
        in: place)
      #expect(ending.status == 65)
      #expect(ending.err.contains("\(key) needs a duration, not a map"))
      #expect(ending.err.contains("runs over different stretches of time can't be averaged"))
    }
  }

  @Test func `the results don't depend on the number of threads`() throws {
    let place = try Workspace()
    var found: [[String: Data]] = []
    for jobs in ["1", "2", "8"] {
      let ending = try Program.run(
        "compare", "study.yaml", "--jobs", jobs, "--out", "jobs" + jobs, "--quiet", in: place)
      #expect(ending.status == 0)
      found.append(try place.files("jobs" + jobs))
    }
    #expect(found[0]["report.html"] != nil && found[0]["timeseries.csv"] != nil)
    #expect(found[1] == found[0])
    #expect(found[2] == found[0])
  }

  @Test func `a policy set on the command line is measured against the file's own`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--set", "moderation.staff=2", in: place)
    #expect(ending.status == 0)
    let rows = try place.text("Results/tiny/plan.csv").split(separator: "\n")
    #expect(rows[1].hasPrefix("1,1,tiny-reference,1,"))
    #expect(rows[2].hasPrefix("2,1,tiny,1,"))
  }

  @Test func `settings change the value, and what was drawn is in the table`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "run", "tiny.yaml", "-r", "1", "--set", "offenders.solicitor.share=0 %", "--until", "3h",
      "--outcome", "offender_contacts", "--quiet", in: place)
    #expect(ending.status == 0)
    #expect(ending.out.contains("window 3 h"))
    #expect(ending.out.contains("\noffender contacts       0"))
    let parameters = try place.text("Results/tiny/parameters.csv")
    #expect(parameters.contains("offenders.solicitor.share,0 %,1,1 %,0.0,0.5,"))
    #expect(parameters.contains(",command line\n"))
  }

  @Test func `a folder with another study is refused until told otherwise`() throws {
    let place = try Workspace()
    let base = ["run", "tiny.yaml", "-r", "1", "--out", "there", "--quiet"]
    #expect(try Program(base, in: place).wait().status == 0)
    let refused = try Program(base + ["--seed", "5"], in: place).wait()
    #expect(refused.status == 73)
    #expect(
      refused.err
        == "error: there holds another study: seed 20210101 there, 5 asked for. "
        + "Choose another folder with --out, or start over with --fresh\n")
    #expect(try Program(base + ["--seed", "5", "--fresh"], in: place).wait().status == 0)
  }

  @Test func `targets of the scenario become a table of patterns`() throws {
    let place = try Workspace()
    try FileManager.default.createDirectory(
      at: place.url.appendingPathComponent("Scenarios/targets"), withIntermediateDirectories: true)
    try place.write(
      "Scenarios/targets/tiny.csv",
      "outcome,low,target,high,unit,role,source\n"
        + "moderation_hours,0,0,1,h per day,fitted,known\nvisits,0,1,2,per day,predicted,guess\n")
    let ending = try Program.run("run", "tiny.yaml", "-r", "1", "--quiet", in: place)
    #expect(ending.status == 0)
    let lines = ending.out.split(separator: "\n")
    #expect(
      lines.contains { $0.hasPrefix("moderation hours") && $0.hasSuffix("fitted     inside") })
    #expect(lines.contains { $0.hasPrefix("visits") && $0.hasSuffix("predicted  miss") })
  }
}
