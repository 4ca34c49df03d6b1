import Foundation

/// The right to write into a study's folder, held by one process and gone with it.
///
/// The kernel drops an flock when its owner ends, however it ends, so that no stale lock can
/// stand in the way of a resume.
final class FolderLock: Sendable {
  static let name = ".lock"

  private let file: Int32
  private let path: String

  /// Takes the lock at once or not at all.
  ///
  /// - Throws: `FolderProblem.locked` when another writer has it; `DiskError`.
  init(folder: String) throws {
    let path = folder + "/" + FolderLock.name
    for _ in 0..<100 {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw DiskError(action: "lock", path: path, code: errno) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        _ = close(file)
        if code == EWOULDBLOCK { throw FolderProblem.locked(folder) }
        if code == EINTR { continue }
        throw DiskError(action: "lock", path: path, code: code)
      }
      if FolderLock.isStill(file, at: path) {
        self.file = file
        self.path = path
        return
      }
      // The owner before us removed the name between our open and our flock: try the new file.
      _ = close(file)
    }
    throw FolderProblem.locked(folder)
  }

  deinit {
    // First the name, then the lock: whoever opened the old file sees that it is the old one.
    _ = unlink(path)
    _ = close(file)
  }

  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    guard fstat(file, &held) == 0, stat(path, &named) == 0 else { return false }
    return held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}
