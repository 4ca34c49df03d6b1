/// The lines of a file by number: memory holds where they begin, not what they say.
struct LineIndex: Sendable {
  private let file: Disk.Reader
  /// Where each line begins, and where the last one ends.
  private let starts: [Int]

  /// Looks through a file whose every line has an end; nil where there is none.
  ///
  /// - Throws: `DiskError`.
  /// - Complexity: O(bytes).
  init?(_ path: String) throws(DiskError) {
    var starts = [0], place = 0
    _ = try Disk.read(path) { piece in
      for byte in piece {
        place += 1
        if byte == 10 { starts.append(place) }
      }
      return true
    }
    guard let file = try Disk.Reader(path) else { return nil }
    (self.file, self.starts) = (file, starts)
  }

  /// How many lines there are.
  var count: Int { starts.count - 1 }

  /// One line, from 0, with its end.
  ///
  /// - Throws: `DiskError`.
  func line(_ number: Int) throws(DiskError) -> [UInt8] {
    try file.bytes(at: starts[number], count: starts[number + 1] - starts[number])
  }
}
