extension CSV {
  /// Splits bytes that come piece by piece into rows: memory holds one row and no more.
  struct Scanner {
    /// The state between two bytes.
    private enum State { case cellStart, bare, quoted, quoteSeen, carriageReturn }

    private var row = Row()
    private var place = State.cellStart
    private var line = 1
    /// Whether rows say where their cells start: those of results have millions.
    private let keepsPlaces: Bool
    /// Of the next byte, in characters; and where the open cell starts.
    private var column = 1, start = CellPlace(line: 1, column: 1)

    init(keepsPlaces: Bool = false) { self.keepsPlaces = keepsPlaces }

    /// Takes in the next bytes and gives each row that ends among them.
    ///
    /// - Throws: `Malformed` for bytes that aren't UTF-8, or a stray quote.
    mutating func take(_ piece: ArraySlice<UInt8>, each: (Row) -> Void) throws(Malformed) {
      var next = piece.startIndex
      while next < piece.endIndex {
        let start = next
        if place == .cellStart || place == .bare {
          while next < piece.endIndex, Self.isPlain(piece[next]) { next += 1 }
        }
        if next > start {
          row.bytes += piece[start..<next]
          if keepsPlaces { column += piece[start..<next].count { $0 & 0xC0 != 0x80 } }
          place = .bare
        } else {
          try take(piece[next], each)
          next += 1
        }
      }
    }

    /// Gives a last row that has no line end.
    ///
    /// - Throws: `Malformed` for a quote left open.
    mutating func finish(each: (Row) -> Void) throws(Malformed) {
      if place == .quoted { throw Malformed(line: line, reason: "a quote is never closed") }
      if place == .carriageReturn { throw Malformed(line: line, reason: "CR without LF") }
      if row.count > 0 || place != .cellStart { try endRow(each) }
    }

    /// Whether a byte outside quotes stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
      byte != 44 && byte != 10 && byte != 13 && byte != 34
    }

    private mutating func take(_ byte: UInt8, _ each: (Row) -> Void) throws(Malformed) {
      // Bytes that go on with a character of UTF-8 have the column of its first.
      if byte & 0xC0 != 0x80 { column += 1 }
      if byte == 10 { (line, column) = (line + 1, 1) }
      switch (place, byte) {
      case (.quoted, 34): place = .quoteSeen
      case (.quoted, _): row.bytes.append(byte)
      case (.quoteSeen, 34):
        row.bytes.append(34)
        place = .quoted
      case (.carriageReturn, 10): try endRow(each)
      case (.carriageReturn, _): throw Malformed(line: line, reason: "CR without LF")
      case (_, 44): try endCell()
      case (_, 10): try endRow(each)
      case (_, 13): place = .carriageReturn
      case (.cellStart, 34): place = .quoted
      case (.quoteSeen, _): throw Malformed(line: line, reason: "text after a closing quote")
      default: throw Malformed(line: line, reason: "a quote inside a bare cell")
      }
    }

    private mutating func endCell() throws(Malformed) {
      let cell = row.bytes[(row.ends.last ?? 0)...]
      if cell.contains(where: { $0 >= 0x80 }), String(validating: cell, as: UTF8.self) == nil {
        throw Malformed(line: line, reason: "bytes that aren't UTF-8")
      }
      row.ends.append(row.bytes.count)
      if keepsPlaces { row.places.append(start) }
      start = CellPlace(line: line, column: column)
      place = .cellStart
    }

    private mutating func endRow(_ each: (Row) -> Void) throws(Malformed) {
      try endCell()
      each(row)
      row.bytes.removeAll(keepingCapacity: true)
      row.ends.removeAll(keepingCapacity: true)
      row.places.removeAll(keepingCapacity: true)
    }
  }
}
