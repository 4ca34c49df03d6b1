import Experiment
import Foundation
import Testing

@Suite struct CSVTests {
  @Test(arguments: [
    0.1, 1.0 / 3, 1e-5, 1e16, 123_456_789.0, -0.0, Double.leastNonzeroMagnitude,
    1.7976931348623157e308, 0.1 + 0.2, -7,
    9_007_199_254_740_992,
  ])
  func `a number reads back exactly`(value: Double) throws {
    let text = CSV.shortest(value)
    #expect(Double(text)?.bitPattern == value.bitPattern)
    #expect(!text.hasSuffix(".0"))
    let cell = CSV.written(.number(value))
    #expect(Double(cell)?.bitPattern == value.bitPattern)
    #expect(cell.contains(where: { ".e".contains($0) }), "readers take it for a whole number")
  }

  @Test func `a whole number has no point and an undefined one no digits`() {
    #expect(CSV.shortest(12) == "12")
    #expect(CSV.shortest(0.1 + 0.2) == "0.30000000000000004")
    #expect(
      CSV.line([.number(.nan), .number(.infinity), .empty, .count(.max)])
        == ",,,18446744073709551615\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-x", "'-x"), ("@sum", "'@sum"), ("\tx", "'\tx"),
    ("-5", "-5"), ("+2e3", "+2e3"), ("--5", "'--5"), ("a=b", "a=b"), ("", ""), ("-inf", "'-inf"),
  ])
  func `what a spreadsheet takes for a formula is neutralised`(text: String, expected: String) {
    #expect(CSV.written(.text(text)) == expected)
  }

  @Test func `a carriage return in front is neutralised inside its quotes`() {
    #expect(CSV.written(.text("\rx")) == "\"'\rx\"")
  }

  @Test(arguments: ["a,b", "say \"x\"", "two\nlines", "cr\r\nlf", "\"", "é, ü", "plain", "  "])
  func `words of any kind come back`(text: String) throws {
    let line = CSV.line([.text(text), .text("end")])
    #expect(try CSV.rows(of: Array(line.utf8)) == [[text, "end"]])
  }

  @Test func `rows of other writers are read`() throws {
    let rows = try CSV.rows(of: Array("a,b\r\n1,\"x\"\"y\"\r\n,".utf8))
    #expect(rows == [["a", "b"], ["1", "x\"y"], ["", ""]])
    #expect(try CSV.rows(of: []) == [])
  }

  @Test(arguments: [
    ("a\nb\"c\n", 2), ("\"a", 1), ("\"a\"b\n", 1), ("a\rb", 1), ("x\ny\r", 2), ("\"a\"\"", 1),
  ])
  func `what isn't CSV is refused with its line`(text: String, line: Int) {
    #expect(throws: CSV.Malformed.self) { try CSV.rows(of: Array(text.utf8)) }
    do { _ = try CSV.rows(of: Array(text.utf8)) } catch { #expect(error.line == line) }
  }

  @Test func `bytes that aren't UTF-8 are refused`() {
    #expect(throws: CSV.Malformed.self) { try CSV.rows(of: [0x61, 0xff, 0x0a]) }
  }

  @Test func `a long table is read row by row, wherever its pieces end`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/vigie-rows-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let words = "a,\"b\n" + String(repeating: "é", count: 40)
    let expected = (0..<2_000).map { Double($0) / 3 }
    let lines = expected.map { CSV.line([.number($0), .text(words)]) }
    try Disk.replace(path, with: ("number,words\n" + lines.joined()).utf8)
    let table = try RowReader(path, table: "long.csv", columns: ["words"])
    let place = table.places(of: ["number", "words"])
    var numbers: [Double] = [], others = 0
    try table.read { row in
      numbers.append(row.number(place[0]) ?? .nan)
      if row.text(place[1]) != words { others += 1 }
    }
    #expect(numbers == expected)
    #expect(others == 0)
    #expect(throws: NamedRows.Fault(description: "long.csv has no column 'x'")) {
      try RowReader(path, table: "long.csv", columns: ["x"])
    }
    try Disk.replace(path, with: "a,b\n1,2\n3\n".utf8)
    let short = try RowReader(path, table: "short.csv", columns: [])
    #expect(throws: NamedRows.Fault(description: "short.csv: row 3 has another number of cells")) {
      try short.read { _ in }
    }
  }
}
