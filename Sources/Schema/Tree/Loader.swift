import Foundation

/// Reads a file and the files it `extends` into one tree.
public struct Loader: Sendable {
  /// The longest chain of files, the first included.
  public static let chainLimit = 16
  /// What a name begins with that is no file's but a preset's, wherever it is named.
  public static let presetMark = "preset:"

  private let bytes: @Sendable (_ path: String) throws -> [UInt8]

  /// A loader that reads from disk.
  public init() { bytes = { try Self.contents(of: $0) } }

  /// A loader that reads from somewhere else, such as a table of presets.
  ///
  /// - Parameter bytes: The bytes of a path; throws when there are none.
  public init(bytes: @escaping @Sendable (_ path: String) throws -> [UInt8]) { self.bytes = bytes }

  /// Reads a file and its `extends: FILE` chain; file names are relative to the file naming them.
  ///
  /// - Throws: ``Problems``: everything that ``read(_:)`` finds.
  public func load(_ path: String) throws(Problems) -> Loaded {
    let loaded = read(path)
    if !loaded.problems.isEmpty { throw Problems(loaded.problems, sources: loaded.sources) }
    return loaded
  }

  /// Reads a file and its `extends: FILE` chain as far as possible.
  ///
  /// - Returns: What could be read, with its problems: a missing file, a cycle, a chain of more
  ///   than 16 files, or anything wrong with a text. The tree is an empty map if nothing could.
  public func read(_ path: String) -> Loaded {
    let place = Place(file: path, line: 1, column: 1)
    var loaded = Loaded(tree: .map(.init([], at: place)), files: [], sources: [:])
    var next: (path: String, from: Tree.Scalar?)? = (path, nil)
    while let (path, from) = next {
      next = nil
      if let problem = fault(of: path, from, after: loaded.files) {
        loaded.problems.append(problem)
        break
      }
      guard let tree = text(path, from, into: &loaded) else { break }
      loaded.files.append(path)
      if let from { loaded.named.append(from) }
      let (own, base) = Self.split(tree, into: &loaded.problems)
      loaded.parts.append(own)
      next = base.map { (Self.beside(path, $0.text), $0) }
    }
    if let last = loaded.parts.last {
      loaded.tree = loaded.parts.dropLast().reversed()
        .reduce(last) { base, over in over.merging(over: base) }
    }
    return loaded
  }

  /// What forbids that a file is added to a chain.
  private func fault(of path: String, _ from: Tree.Scalar?, after files: [String]) -> Problem? {
    if files.contains(where: { Self.normal($0) == Self.normal(path) }) {
      return Self.chain("'\(path)' extends itself", from)
    }
    guard files.count >= Self.chainLimit else { return nil }
    return Self.chain("more than \(Self.chainLimit) files extend each other", from)
  }

  /// One file's tree; its text and its problems go into what is loaded.
  private func text(_ path: String, _ from: Tree.Scalar?, into loaded: inout Loaded) -> Tree? {
    let content: [UInt8]
    do {
      content = try bytes(path)
    } catch let problems as Problems {
      loaded.problems += problems.list
      return nil
    } catch {
      loaded.problems.append(Self.missing(path, from, error))
      return nil
    }
    loaded.sources[path] =
      content.count <= Document.sizeLimit ? String(decoding: content, as: UTF8.self) : nil
    let (tree, problems) = Document.read(bytes: content, file: path)
    loaded.problems += problems
    guard let tree else { return nil }
    if problems.isEmpty, tree.saysNothing {
      loaded.problems.append(Self.empty(path))
      return nil
    }
    if case .map = tree { return tree }
    // Of the first file its reader says so; what it extends would be passed over in silence.
    if from != nil, !tree.isEmpty {
      loaded.problems.append(
        Problem(
          .wrongType, "the file needs keys with values, not \(tree.kind)", at: tree.place,
          length: tree.length))
    }
    return tree
  }

  /// Takes `extends` out of a tree; nothing follows where its value could not be read.
  private static func split(
    _ tree: Tree, into problems: inout [Problem]
  ) -> (own: Tree, base: Tree.Scalar?) {
    guard case .map(var map) = tree,
      let index = map.entries.firstIndex(where: { $0.key.text == "extends" })
    else { return (tree, nil) }
    let entry = map.entries.remove(at: index)
    if case .scalar(let scalar) = entry.value, !scalar.text.isEmpty {
      return (.map(map), problems.unread.contains(scalar.place) ? nil : scalar)
    }
    problems.append(
      Problem(.wrongType, "extends needs the name of one file", at: entry.key.place, length: 7))
    return (.map(map), nil)
  }

  /// The path of a name given in a file.
  public static func beside(_ file: String, _ name: String) -> String {
    if name.hasPrefix("/") || name.hasPrefix(presetMark) { return name }
    if file.hasPrefix(presetMark), !file.contains("/") { return presetMark + name }
    return FilePath.joined(FilePath.folder(of: file), name)
  }

  /// A path without `.` and `a/..`, to see that two are one.
  package static func normal(_ path: String) -> [Substring] {
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

  private static func empty(_ path: String) -> Problem {
    Problem(
      .emptyFile, "the file says nothing: it is empty, or holds comments alone",
      at: Place(file: path, line: 1, column: 1),
      help: "write keys with values, such as extends: FILE")
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
  ///
  /// - Throws: An error that says why there are none.
  public static func contents(of path: String) throws -> [UInt8] {
    // Asked of the system, which follows links as opening does; Foundation takes `a/..` for nothing.
    var status = stat()
    guard stat(path, &status) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Unreadable(reason: "is not a file") }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Unreadable(reason: "cannot be opened")
    }
    defer { try? handle.close() }
    return Array(try handle.read(upToCount: Document.sizeLimit + 1) ?? Data())
  }
}

extension Tree {
  /// Whether a whole file holds no key and no value.
  fileprivate var saysNothing: Bool {
    if case .map(let map) = self { map.entries.isEmpty } else { isEmpty }
  }
}
