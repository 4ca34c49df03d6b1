import Schema

/// Values of parameters, one row for each draw: a CSV file whose header names the parameters.
///
/// A column is a parameter's path as `parameters.csv` and `explain` have it, for the baseline and
/// all that keep the baseline's value, or `path@scenario` for one scenario's own. A column `draw`
/// may number the rows from 1. What has no column is drawn from its prior.
public struct DrawsFile: Sendable {
  /// One column.
  struct Column: Sendable {
    /// The parameter.
    let path: String
    /// The scenario whose own value this is; nil for the baseline's.
    let scenario: String?
    /// The header, and where it stands.
    let header: Tree.Scalar
    /// The values as written, draw by draw.
    let cells: [Tree.Scalar]
  }

  /// What a column is called that numbers the draws.
  static let number = "draw"
  /// What stands between a path and a scenario's name.
  static let mark: Character = "@"

  /// The columns but that of the draws' numbers, in the order of the file.
  let columns: [Column]
  /// How many draws there are values for.
  public let rows: Int
  /// What problems name as the file.
  let file: String
  /// The text that places point into, by name of file.
  let sources: [String: String]

  /// Reads a file.
  ///
  /// - Parameter name: Where another file names it, if one does.
  /// - Throws: `Problems`: a file that isn't there, everything that is wrong with the table itself.
  public init(_ path: String, named name: Tree.Scalar? = nil) throws(Problems) {
    let length = path.unicodeScalars.count
    do {
      guard let bytes = try Disk.read(path) else {
        throw Problems([
          Problem(.missingFile, "there is no file '\(path)'", at: name?.place, length: length)
        ])
      }
      try self.init(bytes: bytes, file: path)
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
  public init(bytes: [UInt8], file: String) throws(Problems) {
    self.file = file
    // Spreadsheets put a byte order mark in front.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    sources = [file: String(decoding: bytes, as: UTF8.self)]
    var table = DrawsTable(file: file)
    table.read(bytes)
    if !table.problems.isEmpty { throw Problems(table.problems, sources: sources) }
    rows = table.rows.count
    columns = table.header.enumerated().compactMap { [rows = table.rows] index, header in
      guard header.text != DrawsFile.number else { return nil }
      let mark = header.text.firstIndex(of: DrawsFile.mark)
      return Column(
        path: mark.map { String(header.text[..<$0]) } ?? header.text,
        scenario: mark.map { String(header.text[$0...].dropFirst()) }, header: header,
        cells: rows.map { $0[index] })
    }
  }

  private init(_ other: DrawsFile, rows: Int) {
    (file, sources, self.rows) = (other.file, other.sources, min(rows, other.rows))
    columns = other.columns.map {
      Column(
        path: $0.path, scenario: $0.scenario, header: $0.header,
        cells: Array($0.cells.prefix(rows)))
    }
  }

  /// The first rows alone.
  func prefix(_ rows: Int) -> DrawsFile { DrawsFile(self, rows: rows) }
}
