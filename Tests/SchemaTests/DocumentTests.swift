import Testing

@testable import Schema

struct DocumentTests {
  @Test func `everything stays text and keeps its place`() throws {
    let tree = try Sample.tree("a: no\nb: 22:30\nc: ~\nd: 1e3\ne: \"12\"\nf: 0x10")
    #expect(tree["a"]?.text == "no")
    #expect(tree["b"]?.text == "22:30")
    #expect(tree["c"]?.text == "~")
    #expect(tree["d"]?.text == "1e3")
    #expect(tree["f"]?.text == "0x10")
    #expect(
      tree["e"] == .scalar(.init("12", at: Place(file: "t.yaml", line: 5, column: 4), quoted: true))
    )
  }

  @Test func `columns count scalars, not bytes`() throws {
    let tree = try Sample.tree("é: { b: c }")
    #expect(tree["é"]?["b"]?.place == Place(file: "t.yaml", line: 1, column: 9))
  }

  @Test(arguments: [
    Case("a: 1\nb: 2\na: 3", ["3:1 duplicate_key: duplicate key 'a'; it is first given at line 1"]),
    Case(
      "a: 1\na: 2\nb: { c: 1, \"c\": 2, 'c': 3 }\na: 4",
      [
        "2:1 duplicate_key: duplicate key 'a'; it is first given at line 1",
        "3:12 duplicate_key: duplicate key 'c'; it is first given at line 3",
        "3:20 duplicate_key: duplicate key 'c'; it is first given at line 3",
        "4:1 duplicate_key: duplicate key 'a'; it is first given at line 1",
      ]
    ),
    Case(
      "a: &x 1",
      [
        """
        1:4 anchor: anchors are not read; repeat the value, or put it into a file \
        and name it under 'extends'
        """
      ]
    ),
    Case(
      "a: &x [1]\nb: *x",
      [
        """
        1:4 anchor: anchors are not read; repeat the value, or put it into a file \
        and name it under 'extends'
        """,
        "2:4 alias: aliases are not read; repeat the value, or write it in quotes if it is text",
      ]
    ),
    Case("a: !!int 3", ["1:4 tag: tags are not read; remove the word that begins with '!'"]),
    Case(
      "<<: { a: 1 }",
      [
        """
        1:1 merge_key: merge keys are not read; repeat the values, or put them into \
        a file and name it under 'extends'
        """
      ]
    ),
    Case(
      "a: 1\n---\nb: 2",
      [
        """
        2:1 several_documents: a file holds one document; here a second one starts; \
        remove the line '---' or '...'
        """
      ]
    ),
    Case("? [a]\n: 1", ["1:3 not_a_name: a key is one word, not a collection"]),
    Case("'': 1", ["1:1 not_a_name: a key without a name"]),
    Case(
      "a: \u{0}", ["1:4 forbidden_character: the character U+0 cannot stand in a file; remove it"]),
    Case(
      "a: [1",
      [
        """
        1:6 not_yaml: not YAML: did not find expected ',' or ']'; while parsing a \
        flow sequence, which starts at line 1
        """
      ]
    ),
    Case(
      "a:\n\t- b",
      [
        """
        2:1 not_yaml: a tab indents this line; YAML wants spaces; write two spaces in \
        place of each tab
        """
      ]
    ),
  ])
  func `what files may not hold is refused at its place`(one: Case) {
    #expect(Sample.faults(one.text) == one.expected)
  }

  /// A text and its faults, named in logs by the text's beginning alone.
  struct Case: CustomTestStringConvertible {
    let text: String, expected: [String]

    init(_ text: String, _ expected: [String]) { (self.text, self.expected) = (text, expected) }

    var testDescription: String { String(text.debugDescription.prefix(60)) }
  }

  @Test func `a star inside text is text`() throws {
    let tree = try Sample.tree("title: the *best* of \"*\"\nq: \"*x\"\n'*k': 1")
    #expect(tree["title"]?.text == "the *best* of \"*\"")
    #expect(tree["q"]?.text == "*x")
    #expect(tree["*k"]?.text == "1")
  }

  @Test func `nesting deeper than 64 is refused`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try Sample.tree("a: " + nested(63))
    #expect(
      Sample.faults("a: " + nested(64)).first == "1:67 too_deep: nested deeper than 64 levels")
    for text in ["a: " + nested(5000), String(repeating: "- ", count: 100_000)] {
      let faults = Sample.faults(text)
      #expect(faults.count == 1)
      #expect(faults.first?.hasSuffix("too_deep: nested deeper than 64 levels") == true)
    }
  }

  @Test func `aliases that would expand without end are refused at once`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    text += "? [*a40, *a40]\n: 1\n? [*a40, *a40]\n: 2\n"
    #expect(!Sample.faults(text).isEmpty)
  }

  @Test func `of very many duplicate keys some are reported`() {
    let faults = Sample.faults(String(repeating: "a: 1\n", count: 2000))
    #expect(faults.count == 21)
    #expect(
      faults.first == "1:1 duplicate_key: duplicate key 'a'; it is given again further on")
  }

  @Test func `long names and large files are refused`() {
    let long = String(repeating: "n", count: 201)
    #expect(
      Sample.faults("\(long): 1") == ["1:1 too_long: a name of 201 characters; 200 are allowed"])
    let large = "a: " + String(repeating: "x", count: Document.sizeLimit)
    #expect(Sample.faults(large) == ["1:1 too_large: the file is larger than 1 MiB"])
  }

  @Test func `bytes that are not UTF-8 are refused with their line`() {
    let bytes = Array("a: 1\nb: ".utf8) + [0xFF, 0xFE]
    let (tree, problems) = Document.read(bytes: bytes, file: "f")
    #expect(tree == nil)
    #expect(problems.first?.code == .notUTF8)
    #expect(problems.first?.place?.line == 2)
  }

  @Test func `a byte order mark and Windows line ends are no part of the text`() throws {
    let tree = try Sample.tree("\u{FEFF}a: 1\r\nb:\r\n  c: 2\r\n")
    #expect(tree["a"]?.place == Place(file: "t.yaml", line: 1, column: 4))
    #expect(tree["b"]?["c"]?.place == Place(file: "t.yaml", line: 3, column: 6))
  }

  @Test(arguments: [
    ("people:\n\tcount: 3\n", "2:1"), ("a:\n  b: 1\n  \tc: 2\n", "3:3"), ("\ta: 1", "1:1"),
    ("a:\n  - x\n\t- y\n", "3:1"), ("a:\n  b:\n\t\tc: 1\n", "3:1"),
  ])
  func `a tab that indents is named as what it is`(text: String, place: String) {
    #expect(
      Sample.faults(text) == [
        "\(place) not_yaml: a tab indents this line; YAML wants spaces; "
          + "write two spaces in place of each tab"
      ])
  }

  @Test func `an empty text is an empty map`() throws {
    #expect(try Sample.tree("") == .map(.init([], at: Place(file: "t.yaml", line: 1, column: 1))))
    #expect(try Sample.tree("# only a comment\n")["a"] == nil)
  }
}
