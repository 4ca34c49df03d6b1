import Foundation
import Testing

/// The program as a process of its own, beside the test bundle.
struct Program {
  /// How a process ended, and what it wrote.
  struct Ending {
    let status: Int32
    let wasKilled: Bool
    let out: String
    let err: String

    /// The first line on stderr.
    var complaint: String { err.split(separator: "\n").first.map(String.init) ?? "" }
  }

  private let process = Process()
  private let folder: URL
  private let out: URL
  private let err: URL

  /// Starts a command in a workspace.
  ///
  /// - Parameters:
  ///   - device: Where stdout goes; a file that the ending gives back if nil.
  ///   - executable: Another copy of the program.
  ///   - input: A file for standard input; nothing if nil.
  ///   - limit: Flags of the shell's `ulimit` under which the program runs.
  ///   - environment: Variables beside the few that every program here has.
  init(
    _ arguments: [String], in workspace: Workspace, device: String? = nil,
    executable: URL? = nil, input: URL? = nil, limit: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let program = try executable ?? Program.executable()
    // What would never end is killed after so many seconds of processor time, whatever it ignores.
    let limits = ["-t 300"] + (limit.map { [$0] } ?? [])
    let script = limits.map { "ulimit \($0); " }.joined() + "exec \"$@\""
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, "sh", program.path] + arguments
    process.currentDirectoryURL = workspace.url
    process.environment = [
      "SWIFT_BACKTRACE": "enable=no", "TERM": "dumb", "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-out-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    out = folder.appendingPathComponent("out")
    err = folder.appendingPathComponent("err")
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = try input.map(FileHandle.init(forReadingFrom:)) ?? .nullDevice
    process.standardOutput = try FileHandle(
      forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
  }

  /// The program, beside the test bundle.
  static func executable() throws -> URL {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("vigie")
  }

  /// Whether it's still at work.
  var isRunning: Bool { process.isRunning }

  /// Sends a signal to this process and no other.
  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  func wait() throws -> Ending {
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: folder) }
    return Ending(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Runs a command to its end.
  static func run(
    _ arguments: String..., in workspace: Workspace, device: String? = nil
  ) throws -> Ending {
    try Program(arguments, in: workspace, device: device).wait()
  }
}
