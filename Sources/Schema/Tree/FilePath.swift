import Foundation

/// Paths taken apart by their slashes alone.
///
/// Foundation's functions for it trap on some paths, and Swift's characters would hide a slash that
/// a combining mark follows.
public enum FilePath {
  /// What stands before the last slash; empty where there is none, `/` for what lies in the root.
  public static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash; empty for a path that ends in one.
  public static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The name without what follows its last dot; a dot at its beginning is part of it.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A name in a folder; an empty folder stands for the working folder.
  public static func joined(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.utf8.last == 0x2F ? folder + name : folder + "/" + name
  }

  /// The parts between slashes, none of them empty.
  public static func parts(of path: String) -> [String] {
    path.utf8.split(separator: 0x2F).map { String(Substring($0)) }
  }

  /// The path of a file as seen from a folder; both begin in the root, without `.` and `..`.
  public static func relative(_ file: String, from folder: String) -> String {
    let (to, from) = (parts(of: file), parts(of: folder))
    let common = zip(to, from).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }

  /// A name that is one safe part of a path: letters and digits of any script, `-` and `_`; `_` for
  /// everything else. At most 200 bytes, in the composed form that keyboards give.
  public static func safe(_ name: String) -> String {
    var kept = String.UnicodeScalarView(), bytes = 0
    for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
      let next = isPlain(scalar) ? scalar : "_"
      bytes += String(next).utf8.count
      if bytes > 200 { break }
      kept.append(next)
    }
    return String(kept)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      // Marks that change how others are shown, and fillers that look like nothing.
      !scalar.properties.isDefaultIgnorableCodePoint
    default: scalar == "-" || scalar == "_"
    }
  }
}
