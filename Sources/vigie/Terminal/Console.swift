import Foundation
import Synchronization

/// Where the program writes: results on stdout, everything else on stderr.
enum Console {
  /// Why results could not be written.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// When output has colours.
  enum Color: String, CaseIterable {
    case auto, always, never
  }

  /// Writes results and makes sure that they arrived: a full device must not go unnoticed.
  ///
  /// - Throws: `Failure`.
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw Failure(description: "can't write results to standard output: \(reason(error))")
    }
  }

  /// Says something beside the results; nobody is told if nobody listens.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Writes to stderr without a line end.
  static func noteRaw(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Whether somebody sees stderr on a terminal that moves its cursor.
  static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Whether stderr is to have colours, by the flag, `NO_COLOR` and the terminal.
  static func usesColor(_ color: Color) -> Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let refused = ProcessInfo.processInfo.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
      return isTerminal && !refused
    }
  }

  /// The text with the first word of each problem in colour.
  static func colored(_ rendered: String, _ color: Color) -> String {
    guard usesColor(color) else { return rendered }
    let lines = rendered.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("error:") { return "\u{1B}[31merror:\u{1B}[0m" + line.dropFirst(6) }
      if line.hasPrefix("warning:") { return "\u{1B}[33mwarning:\u{1B}[0m" + line.dropFirst(8) }
      return String(line)
    }
    return lines.joined(separator: "\n")
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let posix = underlying ?? error as NSError
    guard posix.domain == NSPOSIXErrorDomain, let code = Int32(exactly: posix.code) else {
      return error.localizedDescription
    }
    return String(cString: strerror(code))
  }
}
