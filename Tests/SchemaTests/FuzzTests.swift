import Testing

@testable import Schema

struct FuzzTests {
  /// What mutations insert: the characters YAML gives a meaning to, and some it forbids.
  private static let pieces: [[UInt8]] =
    [
      "&a ", "*a", "!t ", "<<: ", "- ", "? ", ": ", "[", "]", "{", "}", ",", "\n", "\n  ", "\t",
      "\"",
      "'", "|\n", ">-\n", "#", "---\n", "...\n", "%YAML 1.1\n", "1e999", "nan", "name: general\n",
      "a: 1\na: 2\n", "\u{FEFF}", "\u{85}", "\u{F8F0}", "\\uD800", "\u{0}", "é",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  private static func mutated(_ bytes: [UInt8], _ noise: inout Noise) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 + noise.below(3)) {
      let at = noise.below(bytes.count + 1)
      switch noise.below(5) {
      case 0: bytes.insert(contentsOf: pieces[noise.below(pieces.count)], at: at)
      case 1:
        let end = min(bytes.count, at + 1 + noise.below(20))
        bytes.removeSubrange(min(at, end)..<end)
      case 2:
        let end = min(bytes.count, at + 1 + noise.below(60))
        bytes.insert(contentsOf: bytes[min(at, end)..<end], at: noise.below(bytes.count + 1))
      case 3: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: noise.next()) }
      default: bytes.removeLast(min(bytes.count, noise.below(40)))
      }
    }
    return bytes
  }

  @Test func `mutated documents never crash and each refusal has a place`() throws {
    var noise = Noise(seed: 20_240_625), refused = 0, both = 0, complained = 0, sound = 0
    for _ in 0..<2000 {
      let bytes = Self.mutated(Array(Sample.whole.utf8), &noise)
      let (tree, found) = Document.read(bytes: bytes, file: "f")
      let file = Loader { _ in bytes }.read("f")
      let reading = read(Platform.self, from: file)
      #expect(tree != nil || !found.isEmpty)
      #expect(reading.problems.starts(with: found))
      #expect(reading.problems.allSatisfy { $0.place != nil })
      _ = Problems(reading.problems, sources: file.sources).rendered
      guard let tree, found.isEmpty else {
        refused += 1
        if reading.problems.count > found.count { both += 1 }
        continue
      }
      let key = noise.next()
      let drawn = read(
        Platform.self, from: tree, draws: .keyed { _ in Double(key >> 11) * 0x1p-53 })
      #expect(drawn.problems.allSatisfy { $0.place != nil })
      if reading.problems.isEmpty { sound += 1 } else { complained += 1 }
      let again = try Document.parse(text: tree.canonicalYAML, file: "f")
      #expect(again.flowText == tree.flowText)
    }
    // All ends were reached, so that none of the checks above is idle.
    #expect(refused > 100)
    #expect(both > 0)
    #expect(complained > 100)
    #expect(sound > 10)
  }

  @Test func `noise never crashes the values`() {
    var noise = Noise(seed: 3)
    let letters = Array("0123456789.-+eE /%smhdwy:EURper inftx\u{0}é".unicodeScalars)
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<noise.below(12) {
        text.unicodeScalars.append(letters[noise.below(letters.count)])
      }
      for unit in Unit.allCases {
        if let value = try? unit.parse(text) { #expect(value.isFinite) }
      }
      if let ages = AgeRange(text) { #expect(ages.low <= ages.high) }
      if let date = CivilDate(text) { #expect(date.description == text) }
    }
  }
}
