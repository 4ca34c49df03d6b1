import Foundation
import Testing

@Suite(.serialized) struct InterruptionTests {
  private static let arguments = [
    "run", "tiny.yaml", "-r", "24", "--set", "people.count=4000", "--jobs", "1", "--quiet",
    "--out", "results",
  ]

  /// Starts a study and sends a signal once a run is on disk.
  private func interrupted(by signal: Int32, in place: Workspace) throws -> Program.Ending {
    let program = try Program(InterruptionTests.arguments, in: place)
    while program.isRunning, place.parts("results") < 2 { usleep(1_000) }
    program.send(signal)
    return try program.wait()
  }

  private func whole() throws -> [String: Data] {
    let place = try Workspace()
    let ending = try Program(InterruptionTests.arguments, in: place).wait()
    #expect(ending.status == 0)
    return try place.files("results")
  }

  @Test func `a killed or interrupted study goes on to the same bytes`() throws {
    let whole = try whole()
    for signal in [SIGKILL, SIGINT, SIGTERM] {
      let place = try Workspace()
      let ending = try interrupted(by: signal, in: place)
      #expect(place.parts("results") >= 2)
      #expect(place.parts("results") < 24)
      if signal == SIGKILL {
        #expect(ending.wasKilled)
      } else {
        #expect(ending.status == 128 + signal)
        #expect(ending.err.contains(" of 24 runs are safe in results; go on with\n  vigie run tin"))
      }
      let next = try Program(InterruptionTests.arguments, in: place).wait()
      #expect(next.status == 0)
      #expect(try place.files("results") == whole)
    }
  }
}
