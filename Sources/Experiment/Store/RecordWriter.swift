import Foundation
import Simulation

/// One writer's file of records: sealed, one after the other, never changed.
///
/// Any number of writers, processes and machines included, may stand side by side in a folder: each has
/// a file of its own, under a random name. A record is there as a whole or not at all. Bytes are in
/// the system's hands when `append` returns, so that a killed process loses nothing of them; at least
/// once a second, and at the end, they are made durable against a loss of power.
///
/// Unchecked, because a lock guards every variable: `Mutex` raises false alarms under the thread
/// sanitizer.
final class RecordWriter: @unchecked Sendable {
  private let path: String
  private let clock: @Sendable () -> Double
  private let lock = NSLock()
  private var file: Int32 = -1
  private var isSynced = true
  private var count = 0
  private var lastSync: Double

  /// - Parameters:
  ///   - folder: Where the file is to be made, once there is a record for it.
  ///   - clock: Seconds; with one that stands still, each record is made durable at once.
  /// - Throws: `DiskError` where no random name can be had.
  init(folder: String, clock: @escaping @Sendable () -> Double) throws(DiskError) {
    var word: UInt64 = 0
    guard getentropy(&word, 8) == 0 else {
      throw DiskError(action: "name a file in", path: folder, code: errno)
    }
    path = folder + "/" + hexadecimal(word, digits: 16) + RecordStore.suffix
    self.clock = clock
    lastSync = clock()
  }

  deinit { if file >= 0 { _ = close(file) } }

  /// Appends the end of a run. Any thread may call this.
  ///
  /// - Throws: `DiskError`; what was written of the record is taken back if the disk allows it, and is
  ///   dropped when read otherwise.
  func append(_ outcome: RunOutcome, of key: RunKey) throws(DiskError) {
    let bytes = RecordStore.sealed(outcome, of: key)
    lock.lock()
    defer { lock.unlock() }
    if file < 0 { try create() }
    let end = lseek(file, 0, SEEK_END)
    do {
      try Disk.write(bytes, to: file, path: path)
    } catch {
      if end >= 0 { _ = ftruncate(file, end) }
      throw error
    }
    isSynced = false
    count += 1
    let now = clock()
    if now == lastSync || now - lastSync >= 1 { try sync(at: now) }
  }

  /// Makes everything durable.
  ///
  /// - Returns: How many records were appended.
  /// - Throws: `DiskError`.
  @discardableResult func finish() throws(DiskError) -> Int {
    lock.lock()
    defer { lock.unlock() }
    if !isSynced { try sync(at: clock()) }
    return count
  }

  private func create() throws(DiskError) {
    let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o666)
    guard made >= 0 else { throw DiskError(action: "create", path: path, code: errno) }
    file = made
    try Disk.write(Array(RecordStore.header.utf8), to: file, path: path)
    try Disk.sync(folder: Disk.folder(of: path))
  }

  private func sync(at now: Double) throws(DiskError) {
    if fsync(file) != 0, errno != EINVAL {
      throw DiskError(action: "sync", path: path, code: errno)
    }
    (isSynced, lastSync) = (true, now)
  }
}
