/// Words of a command line as a shell reads them back.
public enum Shell {
  /// The word itself, or in single quotes where a shell would take it apart.
  public static func quoted(_ word: String) -> String {
    let plain = !word.isEmpty && word.utf8.allSatisfy(isPlain) && !word.hasPrefix("=")
    return plain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// A whole command line.
  public static func line(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "-_./=:,+@%".utf8.contains(byte)
  }
}
