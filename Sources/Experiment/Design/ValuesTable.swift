import Schema

/// The cells of a table of values with their places, and what is wrong with them as a table.
struct ValuesTable {
  let kind: ByRow.Rows
  let file: String
  private(set) var header: [Tree.Scalar] = []
  private(set) var rows: [[Tree.Scalar]] = []
  private(set) var problems: [Problem] = []

  init(_ kind: ByRow.Rows, file: String) { (self.kind, self.file) = (kind, file) }

  /// Takes a text; what is wrong is then among the problems.
  mutating func read(_ bytes: [UInt8]) {
    do throws(CSV.Malformed) {
      let (texts, places) = try CSV.placedRows(of: bytes)
      var cells = zip(texts, places).map { texts, places in
        zip(texts, places).map { cell($0, $1) }
      }
      header = cells.first ?? []
      // Of a single column an empty line would be an empty cell.
      while header.count > 1, let last = cells.last, last.count == 1, last[0].text.isEmpty {
        cells.removeLast()
      }
      rows = Array(cells.dropFirst())
      check()
    } catch {
      let place = Place(file: file, line: error.line, column: 1)
      problems.append(Problem(.notCSV, "not CSV: \(error.reason)", at: place))
    }
  }

  /// A cell without the gaps around it.
  private func cell(_ text: String, _ place: CSV.CellPlace) -> Tree.Scalar {
    let gap = text.prefix { $0 == " " }.count
    var trimmed = text.dropFirst(gap)
    while trimmed.last == " " { trimmed.removeLast() }
    return Tree.Scalar(
      String(trimmed), at: Place(file: file, line: place.line, column: place.column + gap))
  }

  private mutating func report(
    _ code: Problem.Code, _ message: String, _ cell: Tree.Scalar?, help: String? = nil
  ) {
    problems.append(
      Problem(
        code, message, at: cell?.place ?? Place(file: file, line: 1, column: 1),
        length: cell?.text.unicodeScalars.count ?? 1, help: help))
  }

  private mutating func check() {
    checkHeader()
    if rows.isEmpty {
      report(
        .emptyFile, "the file has no row of values", header.last,
        help: "write the names of parameters in the first line, then one line for each \(kind.one)")
    }
    if rows.count > Plan.mostReplicates {
      report(.tooLarge, "\(rows.count) \(kind); at most \(Plan.mostReplicates) are allowed", nil)
    }
    for (index, row) in rows.enumerated() { check(row, number: index + 1) }
  }

  private mutating func checkHeader() {
    var first: [String: Tree.Scalar] = [:]
    for name in header {
      if name.text.isEmpty {
        report(.missingName, "a column has no name", name)
      } else if let earlier = first[name.text] {
        report(
          .duplicateKey, "there are two columns '\(name.text)'", name,
          help: "the first starts at character \(earlier.place.column)")
      }
      first[name.text] = first[name.text] ?? name
    }
    if header.count == 1, let mark = header[0].text.first(where: { ";\t".contains($0) }) {
      let name = mark == ";" ? "';'" : "a tab"
      report(
        .notCSV, "not CSV: \(name) stands between the names", header[0],
        help: "separate cells by commas, and write a point before decimals")
    }
    if first.keys.allSatisfy({ $0.isEmpty || $0 == kind.number }) {
      report(.emptyFile, "the file names no parameter", header.first)
    }
  }

  private mutating func check(_ row: [Tree.Scalar], number: Int) {
    guard row.count == header.count else {
      report(
        .wrongType,
        "\(kind.one) \(number) has \(row.count) cells; the header has \(header.count)", row.first)
      return
    }
    for (name, cell) in zip(header, row) {
      if cell.text.isEmpty {
        report(
          .wrongType, "\(name.text) has no value in \(kind.one) \(number)", cell,
          help: kind == .draws
            ? "a parameter that is to be drawn from its prior has no column"
            : "write the value that it has where it isn't varied")
      } else if name.text == kind.number, Int(cell.text) != number {
        report(
          .inconsistent, "this is the row of \(kind.one) \(number), not of '\(cell.text)'", cell,
          help: "rows stand in the order of their \(kind), from 1")
      }
    }
  }
}
