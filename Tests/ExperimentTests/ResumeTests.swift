import Foundation
import Simulation
import Testing

@testable import Experiment

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
        "datapackage.json", "differences.csv", "parameters.csv", "parts", "plan.csv", "runs.csv",
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
      #expect(try RecordStore(folder + "/parts").count == k)
      let counter = Counter()
      _ = try study.run(with: Replication(jobs: 2)) { run, _ in
        counter.next()
        return FakeModel.simulate(run, plan)
      }
      #expect(counter.value == plan.count - k)
      #expect(try contents(folder) == undisturbed(plan))
    }
  }

  /// The one file of records of a folder.
  func records(_ folder: String) throws -> String {
    let names = try Disk.names(in: folder + "/parts")
    return folder + "/parts/" + (try #require(names.first))
  }

  @Test func `a torn end and foreign files lose the torn run alone`() throws {
    let plan = try FakeModel.plan()
    try withFolder { folder in
      let study = FakeModel.study(plan, in: folder)
      try interrupt(study, after: 10)
      let file = try records(folder)
      let whole = try #require(try Disk.read(file))
      try Disk.replace(file, with: whole.dropLast(3))
      try Disk.replace(folder + "/parts/another.rec", with: "vigie records 9\nxx".utf8)
      try Disk.replace(folder + "/parts/empty.rec", with: [])
      try Disk.replace(folder + "/parts/notes.txt", with: [0xff, 0xfe, 0x0a])
      try Disk.replace(folder + "/runs.csv.tmp", with: whole)
      let counter = Counter()
      _ = try study.run(with: Replication(jobs: 1)) { run, _ in
        counter.next()
        return FakeModel.simulate(run, plan)
      }
      #expect(counter.value == 8 + 1)
      #expect(try contents(folder) == undisturbed(plan))
    }
  }

  @Test func `every single damaged byte of a record is noticed`() throws {
    let plan = try FakeModel.plan(replicates: 1, names: ["none"])
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(plan, in: folder))
      let path = try records(folder), parts = folder + "/parts"
      let whole = try #require(try Disk.read(path))
      for index in whole.indices {
        var damaged = whole
        damaged[index] ^= 0x10
        try Disk.replace(path, with: damaged)
        #expect(try RecordStore(parts).count == 0, "byte \(index)")
      }
      try Disk.replace(path, with: whole)
      #expect(try RecordStore(parts).count == 1)
    }
  }

  @Test func `two writers side by side leave one record of a run, or an alarm`() throws {
    try withFolder { folder in
      let parts = folder + "/parts"
      try Disk.makeFolder(parts)
      let plan = try FakeModel.plan()
      let study = FakeModel.study(plan, in: folder)
      func write(_ change: Double, _ runs: Range<Int>) throws {
        let writer = try RecordWriter(folder: parts, clock: { 0 })
        for index in runs {
          var record = FakeModel.simulate(plan.runs[index], plan)
          record.values[0] += change
          try writer.append(.ok(record), of: study.keys[index])
        }
        try writer.finish()
      }
      try write(0, 0..<8)
      try write(0, 4..<12)
      #expect(try Disk.names(in: parts).count == 2)
      let store = try RecordStore(parts)
      #expect(store.count == 12)
      let expected = RunOutcome.ok(FakeModel.simulate(plan.runs[7], plan))
      #expect(try store.outcome(study.keys[7])?.bytes == expected.bytes)
      try write(1, 3..<4)
      #expect(throws: FolderProblem.contradiction(key: study.keys[3].description)) {
        _ = try RecordStore(parts)
      }
    }
  }

  @Test func `a study that is extended makes the new runs alone and ends with the same bytes`()
    throws
  {
    try withFolder { folder in
      let steps = [
        (plan: try FakeModel.plan(replicates: 4, names: ["none", "phone"]), runs: 8),
        (plan: try FakeModel.plan(replicates: 8, names: ["none", "phone"]), runs: 8),
        (plan: try FakeModel.plan(replicates: 8), runs: 8),
        (plan: try FakeModel.plan(replicates: 4, names: ["none", "phone"]), runs: 0),
      ]
      for (plan, runs) in steps {
        let counter = Counter()
        _ = try FakeModel.study(plan, in: folder).run(with: Replication(jobs: 2)) { run, _ in
          counter.next()
          return FakeModel.simulate(run, plan)
        }
        #expect(counter.value == runs)
        #expect(try contents(folder) == undisturbed(plan))
      }
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
      #expect(
        Differences.table(first.differences).csv == Differences.table(second.differences).csv)
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
