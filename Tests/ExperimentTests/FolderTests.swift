import Foundation
import Simulation
import Testing

@testable import Experiment

@Suite struct FolderTests {
  func problem(_ study: Study) throws -> FolderProblem? {
    do {
      try FakeModel.run(study)
      return nil
    } catch let problem as FolderProblem {
      return problem
    }
  }

  @Test func `another study is refused with what differs and the way out`() throws {
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder))
      let before = try contents(folder)
      let others = [
        (try FakeModel.plan(seed: 8), "seed 7 there, 8 asked for"),
        (try FakeModel.plan(version: "2"), "model version 1.0.0 there, 2 asked for"),
      ]
      for (plan, words) in others {
        let found = try problem(FakeModel.study(plan, in: folder))
        #expect(found?.description.contains(words) == true)
        #expect(found?.description.contains("--fresh") == true)
      }
      #expect(try contents(folder) == before)
    }
  }

  @Test func `fresh replaces a finished study`() throws {
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder))
      var study = FakeModel.study(try FakeModel.plan(seed: 8), in: folder)
      study.fresh = true
      try FakeModel.run(study)
      let fresh = try contents(folder)
      try withFolder { other in
        try FakeModel.run(FakeModel.study(FakeModel.plan(seed: 8), in: other))
        #expect(try contents(other) == fresh)
      }
    }
  }

  @Test(arguments: [false, true], ["thesis.odt", "plan.csv"])
  func `a folder of other files is left alone`(fresh: Bool, name: String) throws {
    try withFolder { folder in
      try Disk.makeFolder(folder)
      try Disk.replace(folder + "/" + name, with: "mine".utf8)
      var study = FakeModel.study(try FakeModel.plan(), in: folder)
      study.fresh = fresh
      #expect(try problem(study) != nil)
      #expect(try contents(folder) == [name: Array("mine".utf8)])
    }
  }

  @Test func `a second writer is refused until the first is gone`() throws {
    try withFolder { folder in
      let plan = try FakeModel.plan()
      let study = FakeModel.study(plan, in: folder)
      do {
        let first = try OutputFolder(folder, plan: plan)
        #expect(try problem(study) == .locked(folder))
        withExtendedLifetime(first) {}
      }
      #expect(try problem(study) == nil)
    }
  }

  @Test func `a lock file without an owner is no lock`() throws {
    try withFolder { folder in
      try Disk.makeFolder(folder)
      try Disk.replace(folder + "/.lock", with: [])
      #expect(try problem(FakeModel.study(FakeModel.plan(), in: folder)) == nil)
      #expect(try Disk.names(in: folder).contains(".lock") == false)
    }
  }

  @Test func `a table altered by hand is neither trusted nor overwritten`() throws {
    try withFolder { folder in
      let study = FakeModel.study(try FakeModel.plan(), in: folder)
      try FakeModel.run(study)
      try Disk.replace(folder + "/runs.csv", with: "run_id\n".utf8)
      #expect(try problem(study) == .altered(folder: folder, file: "runs.csv"))
      #expect(try Disk.read(folder + "/runs.csv") == Array("run_id\n".utf8))
    }
  }

  @Test func `a changed package is noticed, wherever it was changed`() throws {
    try withFolder { folder in
      let study = FakeModel.study(try FakeModel.plan(), in: folder)
      try FakeModel.run(study)
      let path = folder + "/" + DataPackage.file
      let whole = try #require(try Disk.read(path))
      #expect(try Provenance.read(folder)?.seed == 7)
      let step = max(1, whole.count / 200)
      for index in stride(from: 0, to: whole.count, by: step) {
        var changed = whole
        changed[index] = changed[index] == 0x78 ? 0x79 : 0x78
        try Disk.replace(path, with: changed)
        // Changed in the name of its own hash it reads as an older program's, which is refused too.
        if let found = try problem(study) {
          #expect(found == .altered(folder: folder, file: DataPackage.file), "\(index)")
          #expect(try Disk.read(path) == changed)
        } else {
          let near = String(decoding: whole[max(0, index - 20)...index], as: UTF8.self)
          #expect(near.contains("\"pack"), "byte \(index) was changed unnoticed")
        }
      }
    }
  }

  @Test func `runs of another model are refused`() throws {
    try withFolder { folder in
      let old = String(repeating: "a1", count: 32), new = String(repeating: "b2", count: 32)
      try FakeModel.run(FakeModel.study(FakeModel.plan(version: old), in: folder))
      let found = try problem(FakeModel.study(FakeModel.plan(version: new), in: folder))
      #expect(
        found?.description.contains(
          "model version a1a1a1a1a1a1 there, b2b2b2b2b2b2 asked for "
            + "(runs of two models can't stand in one study)") == true)
    }
  }

  @Test func `a path through a file is refused with path and reason`() throws {
    try withFolder { folder in
      try Disk.makeFolder(folder)
      try Disk.replace(folder + "/file", with: [1])
      let expected = DiskError(action: "create", path: folder + "/file/study", code: ENOTDIR)
      #expect(throws: expected) {
        try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder + "/file/study"))
      }
      #expect(expected.description == "can't create \(folder)/file/study: Not a directory")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"))
  func `a read-only folder is refused with path and reason`() throws {
    try withFolder { folder in
      try Disk.makeFolder(folder)
      #expect(chmod(folder, 0o500) == 0)
      defer { _ = chmod(folder, 0o700) }
      #expect(throws: DiskError(action: "lock", path: folder + "/.lock", code: EACCES)) {
        try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder))
      }
    }
  }

  @Test func `a full disk is an error and never a short file`() throws {
    let file = open("/dev/full", O_WRONLY)
    try #require(file >= 0)
    defer { _ = close(file) }
    #expect(throws: DiskError(action: "write", path: "x", code: ENOSPC)) {
      try Disk.write([1, 2, 3], to: file, path: "x")
    }
  }

  @Test func `a folder that can't take records any more loses no finished run`() throws {
    try withFolder { folder in
      let plan = try FakeModel.plan()
      let study = FakeModel.study(plan, in: folder)
      // A file in the place of the folder of records: making the first one fails.
      #expect(throws: DiskError.self) {
        _ = try study.run(with: Replication(jobs: 1)) { run, _ in
          if run.id == 1 {
            try Disk.remove(folder + "/parts")
            try Disk.replace(folder + "/parts", with: [])
          }
          return FakeModel.simulate(run, plan)
        }
      }
      try Disk.remove(folder + "/parts")
      guard case .finished = try FakeModel.run(study) else {
        Issue.record("not finished")
        return
      }
    }
  }
}
