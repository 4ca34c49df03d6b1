import Foundation
import Testing

@Suite struct FailedRunTests {
  /// At the medians the shares add up to 85 %, in some draws to more than 100 %.
  private static let contradictory = """
    extends: tiny.yaml
    name: contradictory
    pathways:
      - name: solicitation
        stages:
          - name: contact
            next: { meeting: 0.1 /min, report: 0.1 /min, leave: 0.5 /min }
          - name: meeting
            next: { offence: { uniform: { low: 20 %, high: 90 % } }, ends: 30 % }
          - { name: offence, place: offline, harm: H7 }

    """

  @Test func `draws that contradict each other fail their runs and no others`() throws {
    let place = try Workspace()
    try place.write("contradictory.yaml", FailedRunTests.contradictory)
    let arguments = ["run", "contradictory.yaml", "-r", "12", "--quiet"]
    let ending = try Program(arguments, in: place).wait()
    #expect(ending.status == 3)
    #expect(ending.err.contains(" of 12 runs failed; see Results/contradictory/failures.csv\n"))
    #expect(ending.err.contains("the shares add up to more than 100 %"))
    let runs = try place.text("Results/contradictory/runs.csv").split(separator: "\n").dropFirst()
    let failed = runs.count { $0.contains(",failed,") }
    #expect(failed > 0)
    #expect(failed < 12)
    #expect(runs.count { $0.contains(",ok,") } == 12 - failed)
    let page = try place.text("Results/contradictory/report.html")
    #expect(page.contains("did not reach their end and are left out: \(failed)."))
    let again = try Program(arguments, in: place).wait()
    #expect(again.status == 3)
    #expect(again.out == ending.out)
  }
}
