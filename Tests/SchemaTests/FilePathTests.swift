import Schema
import Testing

@Suite struct FilePathTests {
  @Test func `a path comes apart at its last slash, however short it is`() {
    let cases: [(path: String, folder: String, name: String, stem: String)] = [
      ("", "", "", ""), ("x", "", "x", "x"), ("/", "/", "", ""), ("/x", "/", "x", "x"),
      ("a/", "a", "", ""), ("a/x.yaml", "a", "x.yaml", "x"), ("a/b.c/x", "a/b.c", "x", "x"),
      (".x", "", ".x", ".x"), ("a/.x.y", "a", ".x.y", ".x"), (".", "", ".", "."),
      ("a/\u{301}x", "a", "\u{301}x", "\u{301}x"), ("é", "", "é", "é"),
    ]
    for (path, folder, name, stem) in cases {
      #expect(FilePath.folder(of: path) == folder, "\(path)")
      #expect(FilePath.name(of: path) == name, "\(path)")
      #expect(FilePath.stem(of: path) == stem, "\(path)")
    }
    #expect(FilePath.parts(of: "/a//b/") == ["a", "b"])
    #expect(FilePath.joined("", "x") == "x" && FilePath.joined("/", "x") == "/x")
    #expect(FilePath.joined("a", "x") == "a/x" && FilePath.joined("a/", "x") == "a/x")
  }

  @Test func `a file is seen from a folder`() {
    #expect(FilePath.relative("/a/b/x", from: "/a/b") == "x")
    #expect(FilePath.relative("/a/b/x", from: "/a/c/d") == "../../b/x")
    #expect(FilePath.relative("/x", from: "/") == "x")
  }

  @Test func `names keep the letters of every script and nothing that means something`() {
    #expect(FilePath.safe("été") == "été")
    #expect(FilePath.safe("e\u{301}te\u{301}").unicodeScalars.elementsEqual("été".unicodeScalars))
    #expect(FilePath.safe("夏-Лето_3") == "夏-Лето_3")
    #expect(FilePath.safe("हिन्दी") == "हिन्दी")
    #expect(FilePath.safe("../a b\n$x") == "___a_b__x")
    #expect(FilePath.safe("a\u{202E}b\u{200B}c\u{3164}") == "a_b_c_")
    #expect(FilePath.safe("") == "")
    let long = FilePath.safe(String(repeating: "夏", count: 500))
    #expect(long.utf8.count <= 200 && long.utf8.count > 190)
  }

  @Test func `names in a preset are presets, and presets are the same from everywhere`() throws {
    let texts = [
      "preset:top.yaml": "extends: base.yaml\nb: 2\n", "preset:base.yaml": "a: 1\n",
      "here/mine.yaml": "extends: preset:top.yaml\nc: 3\n",
    ]
    struct Missing: Error {}
    let loader = Loader { path in
      guard let text = texts[path] else { throw Missing() }
      return Array(text.utf8)
    }
    let loaded = try loader.load("here/mine.yaml")
    #expect(loaded.files == ["here/mine.yaml", "preset:top.yaml", "preset:base.yaml"])
    #expect(loaded.tree["a"]?.text == "1")
  }

  @Test func `a text of this program's own may be longer than one that people write`() {
    let lines = (0..<60_000).map { "key_\($0): some value\n" }
    let bytes = Array(lines.joined().utf8)
    #expect(bytes.count > Document.sizeLimit)
    #expect(Document.read(bytes: bytes, file: "f").problems.map(\.code) == [.tooLarge])
    let (tree, problems) = Document.read(bytes: bytes, file: "f", limit: .max)
    #expect(problems.isEmpty)
    #expect(tree?["key_59999"]?.text == "some value")
  }
}
