import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct ReplicationTests {
  struct Fault: Error, CustomStringConvertible {
    var description: String { "no partner left, \"stage 2\"" }
  }

  /// What was reported, in order.
  final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var entries: [Replication.Progress] = []
    func add(_ progress: Replication.Progress) { lock.withLock { entries.append(progress) } }
    var all: [Replication.Progress] { lock.withLock { entries } }
  }

  @Test(arguments: [1, 2, 8, 1_000, 0, -3])
  func `every run is made once by any number of threads`(jobs: Int) throws {
    let plan = try FakeModel.plan(replicates: 30)
    let log = Log()
    let counter = Counter()
    try Replication(jobs: jobs, progress: { log.add($0) }).run(
      Array(plan.runs),
      simulate: { run, _ in
        counter.next()
        return FakeModel.simulate(run, plan)
      }, keep: { _ in })
    #expect(counter.value == 90)
    #expect(log.all.map(\.done) == Array(1...90))
  }

  @Test func `progress tells the time of its clock and what is left`() throws {
    let plan = try FakeModel.plan(replicates: 2, names: ["none"])
    let log = Log()
    let clock = Counter()
    let replication = Replication(
      jobs: 1, clock: { Double(clock.next()) * 10 }, progress: { log.add($0) })
    try replication.run(
      Array(plan.runs), before: 3, simulate: { run, _ in FakeModel.simulate(run, plan) },
      keep: { _ in })
    #expect(
      log.all == [
        Replication.Progress(done: 4, total: 5, elapsed: 10, remaining: 10),
        Replication.Progress(done: 5, total: 5, elapsed: 20, remaining: 0),
      ])
  }

  @Test func `a raised flag starts nothing more`() throws {
    let plan = try FakeModel.plan()
    let stop = StopFlag()
    stop.raise()
    try Replication(jobs: 2, stop: stop).run(
      Array(plan.runs), simulate: { _, _ in throw Fault() },
      keep: { Issue.record("run \($0.run.id) was made") })
  }

  @Test func `a run that throws becomes a row and a message`() throws {
    try withFolder { folder in
      let plan = try FakeModel.plan()
      let study = FakeModel.study(plan, in: folder)
      let faulty: @Sendable (PlannedRun, StopFlag) throws -> RunRecord = { run, _ in
        if run.id == 5 { throw Fault() }
        if run.id == 6 { throw RunStopped(reason: "10 million events") }
        var record = FakeModel.simulate(run, plan)
        if run.id == 8 { record.values[0] = -.infinity }
        return record
      }
      let first = try study.run(with: Replication(jobs: 2), simulate: faulty)
      let second = try study.run(with: Replication(jobs: 2), simulate: faulty)
      guard case .finished(let results) = first, case .alreadyDone(let again) = second else {
        Issue.record("not finished")
        return
      }
      let messages = [
        "no partner left, \"stage 2\"", "10 million events", "contacts_per_1000 is infinite",
      ]
      #expect(results.failures.map(\.outcome.message) == messages)
      #expect(again.failures == results.failures)
      let runs = try #require(try Disk.read(folder + "/runs.csv"))
      let rows = try CSV.rows(of: runs)
      #expect(rows.count == 19)
      #expect(
        rows.map { $0[8] }.filter { $0 != "ok" } == ["status", "failed", "stopped", "failed"])
      #expect(rows[5].dropFirst(9).joined().isEmpty)
      let failures = try #require(try Disk.read(folder + "/failures.csv"))
      #expect(try CSV.rows(of: failures).map { $0[5] } == ["message"] + messages)
    }
  }

  @Test func `runs that failed are made again while the study isn't finished`() throws {
    try withFolder { folder in
      let plan = try FakeModel.plan()
      let study = FakeModel.study(plan, in: folder)
      _ = try study.run(with: Replication(jobs: 1)) { run, stop in
        if run.id == 2 { throw Fault() }
        if run.id == 4 { stop.raise() }
        return FakeModel.simulate(run, plan)
      }
      #expect(try RecordStore(folder + "/parts").count == 4)
      guard case .finished(let results) = try FakeModel.run(study) else {
        Issue.record("not finished")
        return
      }
      #expect(results.failures.isEmpty)
    }
  }
}
