/// A table being written, a row at a time: its file appears when it is whole.
final class TableStream {
  let table: Table
  /// Rows so far.
  private(set) var rows = 0
  private let file: Disk.Draft
  private var bytes: [UInt8] = []
  private var digest = SHA256.Running()

  /// Begins a file with the header row.
  init(_ table: Table, into file: Disk.Draft) {
    (self.table, self.file) = (table, file)
    CSV.append(table.fields.map { .text($0.name) }, to: &bytes)
  }

  /// Adds a row; a megabyte is written at a time.
  ///
  /// - Throws: `DiskError`.
  func add(_ row: [Cell]) throws(DiskError) {
    rows += 1
    CSV.append(row, to: &bytes)
    if bytes.count > 1 << 20 { try flush() }
  }

  /// Adds all rows of the table itself, writes the rest, and gives the file's seal.
  ///
  /// - Throws: `DiskError`.
  func end() throws(DiskError) -> Seal {
    for row in table.rows { try add(row) }
    try flush()
    return Seal(bytes: digest.count, hash: digest.hex)
  }

  private func flush() throws(DiskError) {
    digest.add(bytes)
    try file.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
