import Foundation

/// Reads a file and the files it `extends` into one tree.
public struct Loader: Sendable {
  /// The longest chain of files, the first included.
  public static let chainLimit = 16

  /// A file with everything it extends.
  public struct Loaded: Sendable {
    /// The merged tree; every value keeps the place of the file it came from. `extends` is gone.
    public var tree: Tree
    /// The files, first the one asked for, then what it extends, and so on.
    public var files: [String]
    /// The text of each file, by name, for ``Problems/sources``.
    public var sources: [String: String]
  }

  private let bytes: @Sendable (_ path: String) throws -> [UInt8]

  /// A loader that reads from disk.
  public init() { bytes = { try Self.contents(of: $0) } }

  /// A loader that reads from somewhere else, such as a table of presets.
  ///
  /// - Parameter bytes: The bytes of a path; throws when there are none.
  public init(bytes: @escaping @Sendable (_ path: String) throws -> [UInt8]) { self.bytes = bytes }

  /// Reads a file and its `extends: FILE` chain; file names are relative to the file naming them.
  ///
  /// - Throws: ``Problems``: a missing file, a cycle, a chain of more than 16 files, or anything
  ///   wrong with a text.
  public func load(_ path: String) throws(Problems) -> Loaded {
    var chain: [Tree] = [], files: [String] = [], sources: [String: String] = [:]
    var next: (path: String, from: Tree.Scalar?)? = (path, nil)
    while let (path, from) = next {
      if files.contains(where: { Self.normal($0) == Self.normal(path) }) {
        throw Problems([Self.chain("'\(path)' extends itself", from)], sources: sources)
      }
      guard files.count < Self.chainLimit else {
        let message = "more than \(Self.chainLimit) files extend each other"
        throw Problems([Self.chain(message, from)], sources: sources)
      }
      let tree = try parsed(path, from: from, sources: &sources)
      files.append(path)
      next = nil
      do throws(Problems) {
        chain.append(try Self.split(tree) { next = (Self.beside(path, $0.text), $0) })
      } catch {
        throw Problems(error.list, sources: sources)
      }
    }
    let merged = chain.reversed().reduce(nil as Tree?) { base, over in
      base.map { Tree.merging(over, over: $0) } ?? over
    }
    let place = Place(file: path, line: 1, column: 1)
    return Loaded(tree: merged ?? .map(.init([], at: place)), files: files, sources: sources)
  }

  private func parsed(
    _ path: String, from: Tree.Scalar?, sources: inout [String: String]
  ) throws(Problems) -> Tree {
    let content: [UInt8]
    do {
      content = try bytes(path)
    } catch let problem as Problems {
      throw Problems(problem.list, sources: sources)
    } catch {
      throw Problems([Self.missing(path, from, error)], sources: sources)
    }
    sources[path] =
      content.count <= Document.sizeLimit ? String(decoding: content, as: UTF8.self) : nil
    do throws(Problems) {
      return try Document.parse(bytes: content, file: path)
    } catch {
      throw Problems(error.list, sources: sources)
    }
  }

  /// Takes `extends` out of a tree.
  private static func split(
    _ tree: Tree, extends: (Tree.Scalar) -> Void
  ) throws(Problems) -> Tree {
    guard case .map(var map) = tree,
      let index = map.entries.firstIndex(where: { $0.key.text == "extends" })
    else { return tree }
    let entry = map.entries.remove(at: index)
    guard case .scalar(let scalar) = entry.value, !scalar.text.isEmpty else {
      throw Problems([
        Problem(
          .wrongType, "extends needs the name of one file", at: entry.key.place, length: 7)
      ])
    }
    extends(scalar)
    return .map(map)
  }

  /// The path of a name given in a file.
  private static func beside(_ file: String, _ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }

  /// A path without `.` and `a/..`, to see that two are one.
  private static func normal(_ path: String) -> [Substring] {
    var parts: [Substring] = path.hasPrefix("/") ? ["/"] : []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "/" {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  private static func chain(_ message: String, _ from: Tree.Scalar?) -> Problem {
    Problem(
      .extendsCycle, message, at: from?.place, length: from?.text.unicodeScalars.count ?? 1)
  }

  private static func missing(
    _ path: String, _ from: Tree.Scalar?, _ error: any Error
  ) -> Problem {
    let unreadable = error as? Unreadable
    return Problem(
      unreadable == nil ? .missingFile : .unreadableFile,
      unreadable.map { "'\(path)' \($0.reason)" } ?? "there is no file '\(path)'",
      at: from?.place, length: from?.text.unicodeScalars.count ?? 1)
  }

  /// A path that exists but holds no text.
  struct Unreadable: Error {
    var reason: String
  }

  /// The bytes of a regular file, at most one more than is allowed.
  private static func contents(of path: String) throws -> [UInt8] {
    let kind =
      try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)[.type]
      as? FileAttributeType
    guard kind == .typeRegular else { throw Unreadable(reason: "is not a file") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Unreadable(reason: "cannot be opened")
    }
    defer { try? handle.close() }
    return Array(try handle.read(upToCount: Document.sizeLimit + 1) ?? Data())
  }
}
