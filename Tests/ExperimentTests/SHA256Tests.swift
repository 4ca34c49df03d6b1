import Experiment
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 examples and the NIST test of a million letters.
  @Test(arguments: [
    Case("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Case("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Case(
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    Case(
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `the published digests come out`(one: Case) {
    #expect(SHA256.hex(one.text) == one.digest)
  }

  /// A text and its digest; a log names the text by its length.
  struct Case: CustomTestStringConvertible {
    let text: String, digest: String

    init(_ text: String, _ digest: String) { (self.text, self.digest) = (text, digest) }

    var testDescription: String { "\(text.utf8.count) bytes" }
  }
}
