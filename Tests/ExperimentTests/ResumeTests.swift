import Experiment
import Foundation
import Simulation
import Testing

/// Runs asked for so far, counted on any thread.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  /// Counts one more and says how many that makes.
  @discardableResult
  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }

  var value: Int { lock.withLock { count } }
}

@Suite struct ResumeTests {
  /// The files of an undisturbed study.
  func undisturbed(_ plan: Plan, jobs: Int = 1) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(plan, in: folder), jobs: jobs)
      files = try contents(folder)
    }
    return files
  }

  /// Raises the flag in the middle of the k-th run, which is then lost.
  func interrupt(_ study: Study, after k: Int, jobs: Int = 1) throws {
    let counter = Counter()
    let plan = study.plan
    let ending = try study.run(with: Replication(jobs: jobs)) { run, stop in
      if counter.next() > k {
        stop.raise()
        throw RunStopped(reason: "asked to")
      }
      return FakeModel.simulate(run, plan)
    }
    #expect(ending == .interrupted(done: k, total: plan.count))
  }

  @Test func `a finished folder holds these files and no others`() throws {
    let names = try undisturbed(FakeModel.plan()).keys.sorted()
    #expect(
      names == [
        "datapackage.json", "differences.csv", "parameters.csv", "plan.csv", "runs.csv",
        "study.yaml", "summary.csv",
      ])
  }

  @Test(arguments: [2, 8])
  func `any number of threads gives the same bytes`(jobs: Int) throws {
    let plan = try FakeModel.plan(replicates: 20)
    #expect(try undisturbed(plan) == undisturbed(plan, jobs: jobs))
  }

  @Test(arguments: [0, 1, 7, 17])
  func `a study stopped after k runs ends with the same bytes`(k: Int) throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      let study = FakeModel.study(plan, in: folder)
      try interrupt(study, after: k)
      let left = try Disk.names(in: folder)
      #expect(left == ["parts", "plan.csv", "study.yaml"])
      #expect(try Disk.names(in: folder + "/parts").count == k)
      let counter = Counter()
      _ = try study.run(with: Replication(jobs: 2)) { run, _ in
        counter.next()
        return FakeModel.simulate(run, plan)
      }
      #expect(counter.value == plan.count - k)
      #expect(try contents(folder) == undisturbed(plan))
    }
  }

  @Test func `damaged, foreign and half-written parts are made again`() throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      let study = FakeModel.study(plan, in: folder)
      try interrupt(study, after: 10)
      let parts = folder + "/parts/"
      let whole = try #require(try Disk.read(parts + "run-3.part"))
      try Disk.replace(parts + "run-3.part", with: whole.dropLast())
      try Disk.replace(parts + "run-4.part", with: [])
      try Disk.replace(parts + "run-5.part", with: whole)
      var flipped = try #require(try Disk.read(parts + "run-6.part"))
      flipped[flipped.count / 2] ^= 1
      try Disk.replace(parts + "run-6.part", with: flipped)
      try Disk.replace(parts + "run-7.part", with: [0xff, 0xfe, 0x0a])
      try Disk.remove(parts + "run-8.part")
      try Disk.replace(parts + "run-11.part.tmp", with: whole.prefix(20))
      try Disk.replace(folder + "/runs.csv.tmp", with: whole)
      let counter = Counter()
      _ = try study.run(with: Replication(jobs: 1)) { run, _ in
        counter.next()
        return FakeModel.simulate(run, plan)
      }
      #expect(counter.value == 8 + 6)
      #expect(try contents(folder) == undisturbed(plan))
    }
  }

  @Test func `every single damaged byte of a part is noticed`() throws {
    let plan = try FakeModel.plan(replicates: 1, names: ["none"])
    try withFolder { folder in
      let output = try OutputFolder(folder, plan: plan)
      let run = plan.runs[0]
      let kept = FinishedRun(run: run, outcome: .ok(FakeModel.simulate(run, plan)))
      try output.keep(kept)
      let path = folder + "/parts/run-1.part"
      let whole = try #require(try Disk.read(path))
      for index in whole.indices {
        var damaged = whole
        damaged[index] ^= 0x10
        try Disk.replace(path, with: damaged)
        #expect(try output.finishedRuns().isEmpty)
      }
      try Disk.replace(path, with: whole)
      #expect(try output.finishedRuns().count == 1)
    }
  }

  @Test(arguments: [
    "datapackage.json", "differences.csv", "parameters.csv", "runs.csv", "study.yaml",
    "summary.csv",
  ])
  func `a file that is gone comes back with the same bytes`(name: String) throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      let study = FakeModel.study(plan, in: folder)
      try FakeModel.run(study)
      try Disk.remove(folder + "/" + name)
      try FakeModel.run(study)
      #expect(try contents(folder) == undisturbed(plan))
    }
  }

  @Test func `a finished study runs nothing and says the same again`() throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      let study = FakeModel.study(plan, in: folder)
      guard case .finished(let first) = try FakeModel.run(study) else {
        Issue.record("not finished")
        return
      }
      let before = try contents(folder)
      let again = try study.run(with: Replication(jobs: 2)) { run, _ in
        Issue.record("run \(run.id) was made again")
        return FakeModel.simulate(run, plan)
      }
      guard case .alreadyDone(let second) = again else {
        Issue.record("not recognised")
        return
      }
      // Texts, because an undefined value isn't equal to itself.
      #expect(Summary.table(first.summary).csv == Summary.table(second.summary).csv)
      #expect(first.differences == second.differences)
      #expect(try contents(folder) == before)
    }
  }

  @Test func `asking a finished study for simultaneous intervals only writes tables`() throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      var study = FakeModel.study(plan, in: folder)
      let narrow = try files(study)
      study.simultaneous = true
      let wide = try files(study)
      #expect(narrow["runs.csv"] == wide["runs.csv"])
      #expect(narrow["differences.csv"] != wide["differences.csv"])
      var direct = FakeModel.study(plan, in: folder + "-direct")
      direct.simultaneous = true
      let expected = try files(direct)
      #expect(wide == expected)
    }
  }

  func files(_ study: Study) throws -> [String: [UInt8]] {
    try FakeModel.run(study)
    return try contents(study.folder)
  }
}
