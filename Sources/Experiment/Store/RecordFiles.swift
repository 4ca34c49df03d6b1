import Foundation

/// The files of a folder's records, opened when asked for: ten thousand tasks leave ten thousand files, and a
/// process may have a thousand open.
///
/// Unchecked, because a lock guards the list: `Mutex` raises false alarms under the thread sanitizer.
final class RecordFiles: @unchecked Sendable {
  /// Files that stay open.
  private static let most = 64
  let paths: [String]
  private let lock = NSLock()
  /// The one asked for last stands at the end.
  private var open: [(file: Int, reader: Disk.Reader)] = []

  init(_ paths: [String]) { self.paths = paths }

  /// One of the files; nil where it is gone.
  ///
  /// - Throws: `DiskError`.
  func reader(_ file: Int) throws(DiskError) -> Disk.Reader? {
    lock.lock()
    defer { lock.unlock() }
    if let place = open.lastIndex(where: { $0.file == file }) {
      let found = open.remove(at: place)
      open.append(found)
      return found.reader
    }
    guard let reader = try Disk.Reader(paths[file]) else { return nil }
    if open.count >= Self.most { open.removeFirst() }
    open.append((file, reader))
    return reader
  }
}
