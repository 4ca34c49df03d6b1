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
  /// - Parameter device: Where stdout goes; a file that the ending gives back if nil.
  init(_ arguments: [String], in workspace: Workspace, device: String? = nil) throws {
    let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: bundle).deletingLastPathComponent()
      .appendingPathComponent("vigie")
    process.arguments = arguments
    process.currentDirectoryURL = workspace.url
    process.environment = ["SWIFT_BACKTRACE": "enable=no", "TERM": "dumb", "PATH": "/usr/bin:/bin"]
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-out-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    out = folder.appendingPathComponent("out")
    err = folder.appendingPathComponent("err")
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(
      forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
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
