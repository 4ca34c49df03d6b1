import Foundation
import Schema

extension Disk {
  /// What lies at a path, links followed.
  public enum Kind: Sendable, Equatable {
    case nothing, file, folder
    /// A device or a pipe, into which one writes without replacing it.
    case other
  }

  /// What lies at a path; what can't be looked at counts as nothing.
  public static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The path from the root, links followed; nil where nothing lies there.
  public static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether a new file can be made in a folder; the system's reason if not, such as 13 (EACCES).
  public static func refusal(of folder: String) -> DiskError? {
    let path = folder.isEmpty ? "." : folder
    guard access(path, W_OK | X_OK) != 0 else { return nil }
    return DiskError(action: "write", path: path, code: errno)
  }

  /// The first bytes of a regular file, or nil where there is none.
  ///
  /// - Throws: `DiskError` for a file that can't be read, and for what isn't a file.
  public static func beginning(of path: String, _ count: Int) throws(DiskError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isThere = try read(path) { piece in
      bytes += piece.prefix(count - bytes.count)
      return bytes.count < count
    }
    return isThere ? bytes : nil
  }

  /// Writes a whole file as `replace` does, for pieces whose making may fail in its own way; into a
  /// device or a pipe it writes as it goes.
  ///
  /// - Throws: `DiskError`, and what `pieces` throws; a file at the path is then as it was.
  public static func stream(to path: String, pieces: (Draft) throws -> Void) throws {
    if kind(of: path) == .other {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw DiskError(action: "open", path: path, code: errno) }
      defer { _ = close(file) }
      return try pieces(Draft(file: file, path: path))
    }
    var failure: (any Error)?
    do throws(DiskError) {
      // The file that a link names is replaced, not the link.
      try replace(real(path) ?? path) { (draft: Draft) throws(DiskError) in
        do {
          try pieces(draft)
        } catch {
          failure = error
          throw error as? DiskError ?? DiskError(action: "write", path: path, code: ECANCELED)
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// Standard output, written without a buffer.
  public static var standardOutput: Draft { Draft(file: STDOUT_FILENO, path: "standard output") }
}
