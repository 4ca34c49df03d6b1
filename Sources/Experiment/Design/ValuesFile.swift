import Schema

/// Values of parameters, one row for each draw or for each point of a sweep: a CSV file whose header
/// names the parameters, or what a design made.
///
/// A column is a parameter's path as `parameters.csv` and `explain` have it, for the baseline and
/// all that keep the baseline's value, or `path@scenario` for one scenario's own. A column `draw`, or
/// `point_id`, may number the rows from 1. What has no column keeps its value or its prior.
public struct ValuesFile: Sendable {
  /// One column.
  struct Column: Sendable {
    /// The parameter.
    let path: String
    /// The scenario whose own value this is; nil for the baseline's.
    let scenario: String?
    /// The header, and where it stands.
    let header: Tree.Scalar
    /// The values as written, row by row.
    let cells: [Tree.Scalar]
  }

  /// What stands between a path and a scenario's name.
  static let mark: Character = "@"

  /// What the rows are.
  let kind: ByRow.Rows
  /// The columns but that of the rows' numbers, in the order of the file.
  let columns: [Column]
  /// How many there are.
  public let rows: Int
  /// What problems name as the file.
  let file: String
  /// The text that places point into, by name of file.
  let sources: [String: String]

  /// Reads a file.
  ///
  /// - Parameter name: Where another file names it, if one does.
  /// - Throws: `Problems`: a file that isn't there, everything that is wrong with the table itself.
  public init(
    _ path: String, of kind: ByRow.Rows = .draws, named name: Tree.Scalar? = nil
  ) throws(Problems) {
    let length = path.unicodeScalars.count
    do {
      guard let bytes = try Disk.read(path) else {
        throw Problems([
          Problem(.missingFile, "there is no file '\(path)'", at: name?.place, length: length)
        ])
      }
      try self.init(bytes: bytes, of: kind, file: path)
    } catch let problems as Problems {
      throw problems
    } catch {
      throw Problems([Problem(.unreadableFile, "\(error)", at: name?.place, length: length)])
    }
  }

  /// Reads a text.
  ///
  /// - Parameter file: What problems name as the file.
  /// - Throws: `Problems` with everything that is wrong with the table itself.
  public init(
    bytes: [UInt8], of kind: ByRow.Rows = .draws, file: String
  ) throws(Problems) {
    (self.kind, self.file) = (kind, file)
    // Spreadsheets put a byte order mark in front.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    sources = [file: String(decoding: bytes, as: UTF8.self)]
    var table = ValuesTable(kind, file: file)
    table.read(bytes)
    if !table.problems.isEmpty { throw Problems(table.problems, sources: sources) }
    rows = table.rows.count
    columns = table.header.enumerated().compactMap { [rows = table.rows] index, header in
      header.text == kind.number ? nil : Column(header, cells: rows.map { $0[index] })
    }
  }

  /// What a design made: columns of one length, with places in the file that asks for it.
  init(_ columns: [Column], of kind: ByRow.Rows, rows: Int, file: String, sources: [String: String])
  {
    (self.columns, self.kind, self.rows) = (columns, kind, rows)
    (self.file, self.sources) = (file, sources)
  }

  /// The paths of the parameters that have a column, each once.
  var paths: [String] {
    var found: [String] = []
    for column in columns where !found.contains(column.path) { found.append(column.path) }
    return found
  }

  /// The first rows alone.
  func prefix(_ rows: Int) -> ValuesFile { keeping(Array(0..<min(rows, self.rows))) }

  /// These rows, then those of another table with the same columns.
  ///
  /// - Throws: `Problems` for a column that one of them hasn't.
  public func adding(_ other: ValuesFile) throws(Problems) -> ValuesFile {
    let names = columns.map(\.header.text), others = other.columns.map(\.header.text)
    let missing = other.columns.filter { !names.contains($0.header.text) }.map { column in
      Problem(
        .inconsistent, "\(file) has no column '\(column.header.text)'", at: column.header.place,
        length: column.header.text.unicodeScalars.count,
        help: "it has: " + names.joined(separator: ", "))
    }
    let lost = names.filter { !others.contains($0) }.map { name in
      Problem(.inconsistent, "\(other.file) has no column '\(name)', which \(file) has", at: nil)
    }
    if !missing.isEmpty || !lost.isEmpty {
      throw Problems(missing + lost, sources: other.sources)
    }
    let joined = columns.map { column in
      let more = other.columns.first { $0.header.text == column.header.text }?.cells ?? []
      return Column(
        path: column.path, scenario: column.scenario, header: column.header,
        cells: column.cells + more)
    }
    return ValuesFile(
      joined, of: kind, rows: rows + other.rows, file: other.file,
      sources: sources.merging(other.sources) { first, _ in first })
  }

  /// Some rows alone.
  ///
  /// - Parameter rows: Their positions, from 0.
  func keeping(_ rows: [Int]) -> ValuesFile {
    ValuesFile(
      columns.map { column in
        Column(
          path: column.path, scenario: column.scenario, header: column.header,
          cells: rows.map { column.cells[$0] })
      }, of: kind, rows: rows.count, file: file, sources: sources)
  }
}

extension ValuesFile.Column {
  /// A column by its header: a path, or `path@scenario`.
  init(_ header: Tree.Scalar, cells: [Tree.Scalar]) {
    let mark = header.text.firstIndex(of: ValuesFile.mark)
    self.init(
      path: mark.map { String(header.text[..<$0]) } ?? header.text,
      scenario: mark.map { String(header.text[$0...].dropFirst()) }, header: header, cells: cells)
  }
}

extension ByRow.Rows {
  /// What a column is called that numbers the rows.
  var number: String { self == .draws ? "draw" : "point_id" }
  /// The table's file in a folder of results.
  var file: String { rawValue + ".csv" }
}
