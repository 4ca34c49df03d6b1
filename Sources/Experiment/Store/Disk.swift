import Foundation
import Schema

/// Something the disk refused, with the path and the system's reason.
public struct DiskError: Error, Equatable, CustomStringConvertible {
  /// What was tried: "write", "create", …
  public let action: String
  /// Where.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// For example: can't write Results/a/runs.csv: No space left on device.
  public var description: String { "can't \(action) \(path): \(String(cString: strerror(code)))" }
}

/// Files that are never half there.
///
/// POSIX calls, each checked: `FileHandle.write(_:)` would end the process on a full disk, and
/// `Data.write` doesn't sync the folder.
public enum Disk {
  /// Writes a whole file: temporary name, write, fsync, rename, fsync of the folder.
  ///
  /// After a kill at any moment the path holds either what it held before or all of `bytes`.
  /// A leftover `<path>.tmp` is overwritten.
  ///
  /// - Throws: `DiskError`; the temporary file is then removed if the disk allows it.
  public static func replace(_ path: String, with bytes: some Sequence<UInt8>) throws(DiskError) {
    let all = Array(bytes)
    try replace(path) { (file: Draft) throws(DiskError) in try file.write(all) }
  }

  /// A file being written, under its temporary name.
  public struct Draft {
    let file: Int32
    let path: String

    /// Writes some bytes, all of them.
    ///
    /// - Throws: `DiskError`.
    public func write(_ bytes: [UInt8]) throws(DiskError) {
      try Disk.write(bytes, to: file, path: path)
    }
  }

  /// Writes a whole file as `replace(_:with:)` does, one piece after the other.
  ///
  /// - Throws: `DiskError`; what stands at the path is then what stood there before.
  static func replace(
    _ path: String, pieces: (Draft) throws(DiskError) -> Void
  ) throws(DiskError) {
    let temporary = path + ".tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw DiskError(action: "create", path: temporary, code: errno) }
    do throws(DiskError) {
      try pieces(Draft(file: file, path: path))
      if fsync(file) != 0 { throw DiskError(action: "sync", path: path, code: errno) }
    } catch {
      _ = close(file)
      _ = unlink(temporary)
      throw error
    }
    guard close(file) == 0, rename(temporary, path) == 0 else {
      let code = errno
      _ = unlink(temporary)
      throw DiskError(action: "write", path: path, code: code)
    }
    let folder = FilePath.folder(of: path)
    try sync(folder: folder.isEmpty ? "." : folder)
  }

  /// All bytes of a regular file, or nil where there is none.
  ///
  /// - Throws: `DiskError` for a file that can't be read, and for what isn't a file.
  public static func read(_ path: String) throws(DiskError) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isThere = try read(path) {
      bytes += $0
      return true
    }
    return isThere ? bytes : nil
  }

  /// Hash and size of a regular file, or nil where there is none; the file is never held as a whole.
  ///
  /// - Throws: `DiskError` for a file that can't be read, and for what isn't a file.
  static func seal(_ path: String) throws(DiskError) -> Seal? {
    var digest = SHA256.Running()
    let isThere = try read(path) {
      digest.add($0)
      return true
    }
    return isThere ? Seal(bytes: digest.count, hash: digest.hex) : nil
  }

  /// Gives the bytes of a regular file piece by piece, as long as `pieces` wants more; false where
  /// there is none.
  static func read(
    _ path: String, pieces: (ArraySlice<UInt8>) -> Bool
  ) throws(DiskError) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file < 0 {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw DiskError(action: "read", path: path, code: errno)
    }
    defer { _ = close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw DiskError(action: "read", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw DiskError(action: "read", path: path, code: EISDIR)
    }
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Foundation.read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw DiskError(action: "read", path: path, code: errno) }
      if count == 0 || !pieces(block.prefix(count)) { return true }
    }
  }

  /// Makes a folder and those above it; one that exists is fine.
  ///
  /// - Throws: `DiskError`, also where a file has that name.
  public static func makeFolder(_ path: String) throws(DiskError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in FilePath.parts(of: path) {
      let above = made.isEmpty ? "." : made
      made += made.isEmpty || made.hasSuffix("/") ? part : "/" + part
      if mkdir(made, 0o777) == 0 {
        try sync(folder: above)
      } else if errno != EEXIST {
        throw DiskError(action: "create", path: made, code: errno)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw DiskError(action: "create", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw DiskError(action: "create", path: path, code: ENOTDIR)
    }
  }

  /// The names in a folder, sorted; none where there is no folder.
  ///
  /// - Throws: `DiskError` where it can't be read.
  public static func names(in folder: String) throws(DiskError) -> [String] {
    guard let handle = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw DiskError(action: "list", path: folder, code: errno)
    }
    defer { _ = closedir(handle) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(handle) {
      // The system's name is a tuple of 256 bytes, which Swift reads in no other way.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw DiskError(action: "list", path: folder, code: errno) }
    return names.sorted()
  }

  /// Removes a file, or an empty folder; one that isn't there is fine.
  ///
  /// - Throws: `DiskError` where it can't be removed.
  public static func remove(_ path: String) throws(DiskError) {
    if Foundation.remove(path) != 0, errno != ENOENT {
      throw DiskError(action: "remove", path: path, code: errno)
    }
  }

  /// Makes the names in a folder durable.
  ///
  /// - Throws: `DiskError`.
  public static func sync(folder: String) throws(DiskError) {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw DiskError(action: "sync", path: folder, code: errno) }
    defer { _ = close(handle) }
    // EINVAL: a file system without this call, which then has nothing to be asked for.
    if fsync(handle) != 0, errno != EINVAL {
      throw DiskError(action: "sync", path: folder, code: errno)
    }
  }

  /// Writes every byte, however often the system takes only some of them.
  static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(DiskError) {
    var written = 0
    while written < bytes.count {
      // From the first byte not yet written: the system call takes an address.
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(file, buffer.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw DiskError(action: "write", path: path, code: count == 0 ? ENOSPC : errno)
      }
      written += count
    }
  }
}
