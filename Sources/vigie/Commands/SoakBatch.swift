import Experiment
import Foundation

/// A process that runs some worlds, and what came of each.
struct SoakBatch {
  /// How a world ended.
  struct Ending {
    enum Word: String { case passed, refused, stopped, failed }
    var world: UInt64
    var word: Word
    var reason: String
  }

  private let command: SoakCommand
  private let first: UInt64
  private let count: UInt64

  init(_ command: SoakCommand, from first: UInt64, count: UInt64) {
    (self.command, self.first, self.count) = (command, first, count)
  }

  /// What a child says of one world: a line.
  static func line(_ verdict: RandomWorld.Verdict, _ number: UInt64) -> String {
    let (word, reason): (Ending.Word, String) =
      switch verdict {
      case .passed: (.passed, "")
      case .refused(let reason): (.refused, reason)
      case .stopped(let reason): (.stopped, reason)
      case .failed(let reason): (.failed, reason)
      }
    return "\(word) \(number) \(reason.replacing("\n", with: " | "))\n"
  }

  /// Runs the child to its end; a world that was begun and not ended has killed it.
  ///
  /// - Returns: The worlds that ended, and the number of the first that was not begun.
  func run() throws -> (endings: [Ending], next: UInt64) {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(
      fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    process.arguments = [
      "soak", "--child", "--seed", "\(command.seed)", "--from", "\(first)", "--worlds", "\(count)",
      "--memory", "\(command.memory)", "--seconds", "\(command.seconds)",
    ]
    if let keep = command.keep { process.arguments? += ["--keep", keep] }
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SWIFT_BACKTRACE": "enable=no"], uniquingKeysWith: { $1 })
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let wasKilled = process.terminationReason == .uncaughtSignal
    let cause = Self.cause(process.terminationStatus, isSignal: wasKilled)
    return endings(String(decoding: bytes, as: UTF8.self), cause: cause)
  }

  private func endings(_ text: String, cause: String) -> (endings: [Ending], next: UInt64) {
    var endings: [Ending] = [], begun: UInt64?, remarks: [Substring] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.count > 1, let world = UInt64(parts[1]) {
        if parts[0] == "begin" {
          (begun, remarks) = (world, [])
          continue
        }
        if let word = Ending.Word(rawValue: String(parts[0])), parts.count == 3 {
          endings.append(Ending(world: world, word: word, reason: String(parts[2])))
          begun = nil
          continue
        }
      }
      remarks.append(line)
    }
    guard let last = begun ?? (endings.isEmpty ? first : nil) else {
      return (endings, (endings.last?.world ?? first) + 1)
    }
    let said = remarks.joined(separator: " | ").suffix(400)
    endings.append(
      Ending(world: last, word: .failed, reason: said.isEmpty ? cause : "\(cause): \(said)"))
    return (endings, last + 1)
  }

  /// How a process ended, in words.
  private static func cause(_ status: Int32, isSignal: Bool) -> String {
    guard isSignal else { return "the process ended with exit code \(status)" }
    return switch status {
    case SIGALRM: "no end in sight"
    case SIGILL, SIGTRAP: "a trap"
    case SIGSEGV, SIGBUS: "memory that is not its own, or none left"
    case SIGABRT: "aborted"
    case SIGKILL: "killed from outside"
    default: "signal \(status)"
    }
  }
}
