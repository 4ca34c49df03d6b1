import Foundation
import Testing

@testable import Experiment

@Suite struct SensitivityCommandTests {
  private static let uncertain = """
    schema_version: 1
    name: wide
    extends: tiny.yaml
    people: { minor_share: { uniform: { low: 20 %, high: 60 % } } }
    registration: { drop_out: { phone: { uniform: { low: 5 %, high: 60 % } } } }
    """
  private static let study = """
    schema_version: 1
    name: mini
    baseline: wide.yaml
    alternatives:
      - { name: phone, set: { registration: { method: phone } } }
    seed: 7
    """

  private func workspace() throws -> Workspace {
    let place = try Workspace()
    try place.write("wide.yaml", Self.uncertain)
    try place.write("study.yaml", Self.study)
    return place
  }

  @Test func `screening is followed by indices, and all is made again from the folder alone`()
    throws
  {
    let place = try workspace()
    let made = try Program.run(
      "sensitivity", "study.yaml", "--paths", "4", "--rows", "16", "--no-progress", in: place)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.err.contains("Screening: 2 inputs, 4 paths, 32 runs"))
    #expect(made.err.contains("Indices: 2 inputs, 16 rows, 192 runs"))
    #expect(made.out.contains("phone: "))
    let folder = "Results/mini-sensitivity"
    let rows = try place.lines(folder + "/sensitivity.csv", with: ",unwanted_contacts,level,")
    // The platform without a gate doesn't read who gives up at it.
    let inert = rows.filter {
      $0.hasPrefix(",wide,") && $0.contains(",registration.drop_out.phone,")
    }
    #expect(inert.count == 5 && inert.allSatisfy { $0.contains(",0.0,") }, "\(inert)")
    #expect(
      rows.contains { $0.contains(",others,ST,") } && rows.contains { $0.contains(",chance,S1,") })
    // Where all uncertain inputs are looked at, there are no others: those points are the rows' first ones.
    #expect(place.parts(folder) == 32 + 16 * 5 * 2)
    let page = try place.text(folder + "/report.html")
    #expect(page.contains("Most hangs on") && page.contains("all other inputs together"))
    let picture = folder + "/figures/sensitivity-phone-unwanted-contacts.svg"
    #expect(
      try place.text(picture).contains("giving up") || place.text(picture).contains("give up"))
    let again = try Program.run(
      "sensitivity", "study.yaml", "--paths", "4", "--rows", "32", "--quiet", in: place)
    #expect(again.status == 0 && place.parts(folder) == 32 + 32 * 5 * 2)
    for file in ["study.yaml", "tiny.yaml", "wide.yaml"] {
      try FileManager.default.removeItem(at: place.url.appendingPathComponent(file))
    }
    let all = try Program.run("verify", folder, "--sample", "20", "--quiet", in: place)
    #expect(all.status == 0, "\(all.err)")
  }

  @Test func `a function is told beside its exact indices`() throws {
    let place = try Workspace()
    let made = try Program.run(
      "sensitivity", "--function", "ishigami", "--rows", "1024", "--out", "I", in: place)
    #expect(
      made.status == 0 && made.out.hasPrefix("ishigami, 1024 rows, 7168 values, seed 20210101\n"))
    #expect(try place.lines("I/sensitivity.csv", with: "ishigami").count == 6)
    #expect(try place.lines("I/points.csv", with: ",A_x2,").count == 1_024)
  }

  @Test func `what makes no sense is refused`() throws {
    let place = try workspace()
    func refused(_ words: String...) throws -> String {
      let ending = try Program(["sensitivity"] + words, in: place).wait()
      #expect(ending.status == 64, "\(words)")
      return ending.err
    }
    #expect(try refused("study.yaml", "--rows", "20").contains("a power of two"))
    #expect(try refused("study.yaml", "--draws", "8").contains("points of its own"))
    #expect(try refused("study.yaml", "--input", "people.minor_shar").contains("did you mean"))
    #expect(try refused("--function", "sine").contains("there are: ishigami, g"))
    #expect(try refused().contains("name a study"))
    try place.write("d.csv", "people.minor_share\n20 %\n")
    try place.write("study.yaml", Self.study + "\ndraws_file: d.csv\n")
    #expect(try refused("study.yaml").contains("may be correlated"))
  }
}
