/// Everything that is wrong, at once.
public struct Problems: Error, Sendable, CustomStringConvertible {
  /// The problems, in the order found.
  public var list: [Problem]
  /// The text of the files, by name, to quote lines from.
  public var sources: [String: String]

  /// How many problems of one file are printed.
  public static let shownPerFile = 20

  /// Problems, with the texts their places point into.
  public init(_ list: [Problem], sources: [String: String] = [:]) {
    (self.list, self.sources) = (list, sources)
  }

  /// Whether any of them stops the run.
  public var hasErrors: Bool { list.contains { $0.severity == .error } }

  /// Files in the order they appear; within a file by line, then column, then as found.
  public var sorted: [Problem] {
    var order: [String: Int] = [:]
    for problem in list {
      let file = problem.place?.file ?? ""
      if order[file] == nil { order[file] = order.count }
    }
    func key(_ offset: Int, _ problem: Problem) -> (Int, Int, Int, Int) {
      let place = problem.place
      return (order[place?.file ?? ""] ?? 0, place?.line ?? 0, place?.column ?? 0, offset)
    }
    return list.enumerated()
      .sorted { key($0.offset, $0.element) < key($1.offset, $1.element) }
      .map(\.element)
  }

  /// The text a person reads: one block per problem, at most ``shownPerFile`` per file.
  ///
  /// Ends without a newline; empty when there are no problems.
  public var rendered: String {
    var lines: [String] = [], shown: [String: Int] = [:], split: [String: [Substring]] = [:]
    var hidden: [(file: String, count: Int)] = []
    for problem in sorted {
      let file = problem.place?.file ?? ""
      shown[file, default: 0] += 1
      if shown[file, default: 0] > Self.shownPerFile {
        if hidden.last?.file == file {
          hidden[hidden.count - 1].count += 1
        } else {
          hidden.append((file, 1))
        }
        continue
      }
      if split[file] == nil, let text = sources[file] { split[file] = Lines.split(text) }
      lines.append(problem.rendered(lines: split[file] ?? []))
    }
    for (file, count) in hidden {
      lines.append("and \(count) more in \(file.isEmpty ? "no file" : file)")
    }
    return lines.joined(separator: "\n")
  }

  /// The text a person reads.
  public var description: String { rendered }

  /// `2 errors in 1 file`, or `1 error, 3 warnings in 2 files`.
  public var summary: String {
    let errors = list.count { $0.severity == .error }, warnings = list.count - errors
    let files = Set(list.compactMap { $0.place?.file }).count
    var parts: [String] = []
    if errors > 0 || warnings == 0 { parts.append(Noun("error").counted(errors)) }
    if warnings > 0 { parts.append(Noun("warning").counted(warnings)) }
    return parts.joined(separator: ", ") + (files > 0 ? " in " + Noun("file").counted(files) : "")
  }

  /// One JSON object per line: file, line, column, length, severity, code, message, help.
  public var json: String { sorted.map(\.json).joined(separator: "\n") }
}
