import Foundation
import Schema

extension Disk {
  /// A file of which pieces are read, by place; safe on any thread.
  final class Reader: Sendable {
    private let file: Int32
    private let path: String

    /// Opens a regular file; nil where there is none.
    ///
    /// - Throws: `DiskError`.
    init?(_ path: String) throws(DiskError) {
      let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      guard file >= 0 else {
        if errno == ENOENT { return nil }
        throw DiskError(action: "read", path: path, code: errno)
      }
      (self.file, self.path) = (file, path)
    }

    deinit { _ = close(file) }

    /// Some bytes from a place; fewer where the file ends before.
    ///
    /// - Throws: `DiskError`.
    func bytes(at offset: Int, count: Int) throws(DiskError) -> [UInt8] {
      var bytes: [UInt8] = [], block = [UInt8](repeating: 0, count: count)
      while bytes.count < count {
        let got = pread(file, &block, count - bytes.count, off_t(offset + bytes.count))
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw DiskError(action: "read", path: path, code: errno) }
        if got == 0 { break }
        if got == count { return block }
        bytes += block.prefix(got)
      }
      return bytes
    }
  }

  /// The folder of a path, which may be the working directory.
  static func folder(of path: String) -> String {
    let folder = FilePath.folder(of: path)
    return folder.isEmpty ? "." : folder
  }
}
