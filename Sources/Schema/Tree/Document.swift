import Yams

/// Reads YAML text into a ``Tree``; the only file that knows the YAML library.
///
/// Refused, each with its place: duplicate keys (all of them), anchors, aliases, tags, merge keys,
/// several documents, nesting deeper than 64, files above 1 MiB, names above 200 characters.
/// ``read(bytes:file:)`` goes on behind what it refuses, so that the rest can be looked at too.
public enum Document {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 1 << 20
  /// How many duplicate keys are looked for before giving up on the text.
  static let repairLimit = 20

  /// Reads a text that must be sound.
  ///
  /// - Throws: ``Problems`` with every problem of the text; its `sources` hold the text.
  /// - Complexity: As ``read(text:file:)``.
  public static func parse(text: String, file: String) throws(Problems) -> Tree {
    let (tree, problems) = read(text: text, file: file)
    guard let tree, problems.isEmpty else { throw Problems(problems, sources: [file: text]) }
    return tree
  }

  /// Reads a file's bytes as far as possible; see ``read(text:file:limit:)``.
  public static func read(
    bytes: [UInt8], file: String, limit: Int = sizeLimit
  ) -> (tree: Tree?, problems: [Problem]) {
    guard bytes.count <= limit else { return (nil, [tooLarge(file)]) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + firstInvalidLine(bytes)
      let problem = Problem(
        .notUTF8, "the text is not UTF-8 from this line on",
        at: Place(file: file, line: line, column: 1), help: "save the file as UTF-8")
      return (nil, [problem])
    }
    return read(text: text, file: file, limit: limit)
  }

  /// Reads a text as far as possible.
  ///
  /// - Parameter limit: Bytes of the largest text; more than ``sizeLimit`` only for texts that this
  ///   program wrote itself.
  /// - Returns: Every problem of the text, and the rest as a tree: of a duplicate key the first
  ///   value, with what the others add to it; an anchored or tagged value without its mark; an
  ///   alias as its text. `nil` where the text is no YAML at all.
  /// - Complexity: O(*n*) in the text's length, times the number of duplicate keys (at most 20).
  public static func read(
    text: String, file: String, limit: Int = sizeLimit
  ) -> (tree: Tree?, problems: [Problem]) {
    guard text.utf8.count <= limit else { return (nil, [tooLarge(file)]) }
    var source = SourceText(text, file: file)
    if let problem = source.forbidden { return (nil, [problem]) }
    let root: Node?, parser: Parser?
    do throws(Problems) {
      (root, parser) = try compose(&source)
    } catch {
      return (nil, error.list)
    }
    // A node's anchor is weak: the parser owns it, so it must outlive the walk.
    return withExtendedLifetime(parser) {
      guard let root else { return (.map(.init([], at: source.place(1, 1))), []) }
      var walk = NodeWalk(source: source)
      let tree = walk.tree(root, depth: 1)
      return (tree, walk.problems)
    }
  }

  /// Lets the YAML library read the text, working around its stop at the first duplicate key.
  private static func compose(_ source: inout SourceText) throws(Problems) -> (Node?, Parser?) {
    var found: [Problem] = []
    // A large text is read again less often, so that no text takes long.
    let tries = min(repairLimit, (4 << 20) / max(1, source.prepared.utf8.count))
    while found.count <= tries {
      do {
        // The encoding is named because the library otherwise asks the environment; the basic
        // resolver leaves every scalar as text.
        let parser = try Parser(yaml: source.prepared, resolver: .basic, encoding: .utf8)
        return (try parser.singleRoot(), parser)
      } catch YamlError.duplicatedKeysInMapping(let names, let context) {
        let (line, column) = (context.mark.line, context.mark.column)
        let place = source.place(line, column)
        let key = SourceText.restored(names.first ?? "")
        found.append(duplicate(key, at: place, help: "it is given again further on"))
        guard source.disguise(line: line, column: column) else { break }
      } catch {
        throw Problems(found + [problem(from: error, in: source)])
      }
    }
    throw Problems(found)
  }

  fileprivate static func duplicate(_ key: String, at place: Place, help: String) -> Problem {
    Problem(
      .duplicateKey, "duplicate key '\(Unit.shortened(key))'", at: place,
      length: key.unicodeScalars.count, help: help)
  }

  private static func problem(from error: any Error, in source: SourceText) -> Problem {
    if let mark = mark(of: error), let place = source.indentingTab(near: mark.line) {
      return Problem(
        .notYAML, "a tab indents this line; YAML wants spaces", at: place,
        help: "write two spaces in place of each tab")
    }
    return problem(of: error, in: source)
  }

  private static func mark(of error: any Error) -> Mark? {
    switch error {
    case YamlError.composer(_, _, let mark, _), YamlError.scanner(_, _, let mark, _),
      YamlError.parser(_, _, let mark, _):
      mark
    default: nil
    }
  }

  private static func problem(of error: any Error, in source: SourceText) -> Problem {
    switch error {
    case YamlError.composer(_, let text, let mark, _) where text.contains("another document"):
      Problem(
        .severalDocuments, "a file holds one document; here a second one starts",
        at: source.place(mark.line, mark.column), help: "remove the line '---' or '...'")
    case YamlError.parser(_, let text, let mark, _) where text.contains("nesting level"):
      Problem(
        .tooDeep, "nested deeper than \(Tree.depthLimit) levels",
        at: source.place(mark.line, mark.column))
    case YamlError.composer(let context, let text, let mark, _),
      YamlError.scanner(let context, let text, let mark, _),
      YamlError.parser(let context, let text, let mark, _):
      Problem(
        .notYAML, "not YAML: " + SourceText.restored(text),
        at: source.place(mark.line, mark.column),
        help: context.map { context in
          let line = source.place(context.mark.line, context.mark.column).line
          return "\(context.text), which starts at line \(line)"
        })
    case YamlError.reader(let text, _, _, _):
      Problem(.notYAML, "not YAML: \(text)", at: source.place(1, 1))
    default:
      Problem(.notYAML, "not YAML", at: source.place(1, 1))
    }
  }

  static func tooLarge(_ file: String) -> Problem {
    Problem(
      .tooLarge, "the file is larger than 1 MiB", at: Place(file: file, line: 1, column: 1))
  }

  /// How many lines end before the first byte sequence that is not UTF-8.
  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    var lines = 0, decoder = UTF8(), iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { lines += 1 }
    }
    return lines
  }
}

/// Turns the library's nodes into a tree, refusing what this project's files may not hold.
private struct NodeWalk {
  let source: SourceText
  var problems: [Problem] = []

  /// One node; recursion ends at ``Tree/depthLimit``.
  mutating func tree(_ node: Node, depth: Int) -> Tree {
    let place = source.place(node.mark?.line ?? 1, node.mark?.column ?? 1)
    guard depth <= Tree.depthLimit else {
      problems.append(
        Problem(.tooDeep, "nested deeper than \(Tree.depthLimit) levels", at: place))
      return .list(.init([], at: place))
    }
    refuseMarks(at: place)
    switch node {
    case .scalar(let scalar): return .scalar(self.scalar(scalar, at: place))
    case .sequence(let sequence):
      return .list(.init(sequence.map { tree($0, depth: depth + 1) }, at: place))
    case .mapping(let mapping): return .map(map(mapping, at: place, depth: depth))
    case .alias:
      problems.append(Self.alias(at: place, length: 1))
      return .list(.init([], at: place))
    }
  }

  /// Anchors and tags stand in front of their node, so its mark points at them.
  private mutating func refuseMarks(at place: Place) {
    switch source.scalar(line: place.line, column: place.column) {
    case "&":
      problems.append(
        Problem(
          .anchor, "anchors are not read", at: place,
          help: "repeat the value, or put it into a file and name it under 'extends'"))
    case "!":
      problems.append(
        Problem(
          .tag, "tags are not read", at: place, help: "remove the word that begins with '!'"))
    default: break
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar, at place: Place) -> Tree.Scalar {
    let quoted = scalar.style != .plain && scalar.style != .any
    let text = SourceText.restored(scalar.string)
    if !quoted, scalar.string.unicodeScalars.first == SourceText.star {
      problems.append(Self.alias(at: place, length: text.unicodeScalars.count))
    }
    return Tree.Scalar(text, at: place, quoted: quoted)
  }

  private static func alias(at place: Place, length: Int) -> Problem {
    Problem(
      .alias, "aliases are not read", at: place, length: length,
      help: "repeat the value, or write it in quotes if it is text")
  }

  private mutating func map(_ mapping: Node.Mapping, at place: Place, depth: Int) -> Tree.Map {
    var entries: [Tree.Entry] = [], index: [String: Int] = [:]
    for (key, value) in mapping {
      guard let key = name(key, map: place) else { continue }
      if let first = index[key.text] {
        let help = "it is first given at line \(entries[first].key.place.line)"
        problems.append(Document.duplicate(key.text, at: key.place, help: help))
        // What only the later one says is kept, so that mistakes in it are found as well.
        let later = tree(value, depth: depth + 1)
        entries[first].value = entries[first].value.merging(over: later)
        continue
      }
      index[key.text] = entries.count
      entries.append(.init(key, tree(value, depth: depth + 1)))
    }
    return .init(entries, at: place)
  }

  private mutating func name(_ node: Node, map: Place) -> Tree.Scalar? {
    let place = source.place(node.mark?.line ?? map.line, node.mark?.column ?? map.column)
    guard case .scalar(let scalar) = node else {
      problems.append(Problem(.notAName, "a key is one word, not a collection", at: place))
      return nil
    }
    // Marks of a map's first key and of the map itself are one and the same.
    if place != map { refuseMarks(at: place) }
    let count = problems.count
    var key = self.scalar(scalar, at: place)
    key.text = source.original(
      scalar.string, line: place.line, column: place.column, quoted: key.quoted)
    if problems.count == count, let problem = Self.fault(of: key) { problems.append(problem) }
    return problems.count == count ? key : nil
  }

  private static func fault(of key: Tree.Scalar) -> Problem? {
    let length = key.text.unicodeScalars.count
    if length == 0 { return Problem(.notAName, "a key without a name", at: key.place) }
    if length > Names.limit {
      return Problem(
        .tooLong, "a name of \(length) characters; \(Names.limit) are allowed", at: key.place)
    }
    guard key.text == "<<", !key.quoted else { return nil }
    return Problem(
      .mergeKey, "merge keys are not read", at: key.place, length: 2,
      help: "repeat the values, or put them into a file and name it under 'extends'")
  }
}
