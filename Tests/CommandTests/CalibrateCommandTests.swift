import Foundation
import Testing

@testable import Experiment

@Suite struct CalibrateCommandTests {
  /// A platform of which proceedings are told, with two inputs that make up for each other.
  private static let study = """
    schema_version: 1
    name: fit
    baseline: base.yaml
    calibrate:
      targets: targets.csv
      tolerance: 20 %
      simulated: 1
      of: 2
      bank: 120
      worlds: 60
      priors:
        offenders.solicitor.share: { lognormal: { median: 5 %, log_sd: 0.5 } }
        pathways.solicitation.recorded: { lognormal: { median: 10 %, log_sd: 0.8 } }
    seed: 7
    """
  private static let base = """
    schema_version: 1
    name: base
    extends: tiny.yaml
    pathways:
      - name: solicitation
        recorded: 10 %
        stages: [{ name: contact, told_to_police: 30 % }]
    """
  private static let targets = """
    outcome,low,target,high,unit,role,source
    proceedings_expected,20,20,20,per day,fitted,assumed
    contact_assaults_per_week,0,,,per week,predicted,assumed

    """

  private func workspace() throws -> Workspace {
    let place = try Workspace()
    try place.write("base.yaml", Self.base)
    try place.write("fit.yaml", Self.study)
    try place.write("targets.csv", Self.targets)
    return place
  }

  @Test
  func
    `a fit is told, the same by however many threads and sittings, and compare takes its worlds`()
    throws
  {
    let place = try workspace()
    let made = try Program.run("calibrate", "fit.yaml", "--no-progress", "--jobs", "2", in: place)
    #expect(made.status == 0, "\(made.err)")
    #expect(made.out.contains("Plausible set: 60"))
    #expect(made.out.contains("The ridge: among plausible worlds"))
    #expect(made.err.contains("Bank of worlds from the priors: 120 runs"))
    let folder = "Results/fit"
    // Of the doubled platform: within a fifth of 20 a day.
    let pattern = try #require(
      try place.lines(folder + "/patterns.csv", with: "proceedings_expected").first)
    let cells = pattern.split(separator: ",", omittingEmptySubsequences: false)
    let median = try #require(Double(cells[9])), low = try #require(Double(cells[10]))
    let high = try #require(Double(cells[11]))
    #expect(low > 16.6 && low < median && median < high && high < 24.1, "\(pattern)")
    let worlds = try place.text(folder + "/plausible.csv").split(separator: "\n")
    #expect(worlds.count == 61 && worlds[0].hasPrefix("draw,people.minor_share"))
    let package = try place.text(folder + "/datapackage.json")
    #expect(package.contains("\"effective_size\"") && package.contains("\"distinct_worlds\""))
    let page = try place.text(folder + "/report.html")
    #expect(page.contains("Targets beside the model") && page.contains("<svg"))
    // Cut off, and gone on with one thread.
    let short = try Program.run(
      "calibrate", "fit.yaml", "--out", "B", "--budget", "200", "--quiet", in: place)
    #expect(short.status == 75 && short.complaint.contains("larger --budget"), "\(short.err)")
    let whole = try Program.run(
      "calibrate", "fit.yaml", "--out", "B", "--jobs", "1", "--quiet", in: place)
    #expect(whole.status == 0)
    for file in [
      "plausible.csv", "patterns.csv", "inputs.csv", "ridge.csv", "runs.csv", "draws.csv",
    ] {
      #expect(try place.text(folder + "/" + file) == place.text("B/" + file), "\(file)")
    }
    #expect(try Program.run("verify", "B", "--sample", "5", in: place).status == 0)
    let compared = try Program.run(
      "compare", "tiny.yaml", "phone.yaml", "--draws-file", folder + "/plausible.csv", "--quiet",
      in: place)
    #expect(compared.status == 0, "\(compared.err)")
  }

  @Test func `what can't be fitted is refused with a reason`() throws {
    let place = try workspace()
    let wrong = [
      ("targets: targets.csv", "targets: gone.csv", "there is no file"),
      ("targets: targets.csv", "tolerance: 10 %", "a fit needs targets"),
      ("offenders.solicitor.share", "offenders.solicitor.shares", "did you mean 'share'"),
      ("simulated: 1", "simulated: 0", "simulated"),
    ]
    for (right, other, words) in wrong {
      var text = Self.study.replacingOccurrences(of: right, with: other)
      if other.hasPrefix("tolerance") {
        text = text.replacingOccurrences(of: "  tolerance: 20 %\n", with: "")
      }
      try place.write("wrong.yaml", text)
      let ending = try Program.run("calibrate", "wrong.yaml", in: place)
      #expect(ending.status == 65 && ending.err.contains(words), "\(other): \(ending.err)")
    }
    try place.write(
      "targets.csv", Self.targets.replacingOccurrences(of: ",fitted,", with: ",predicted,"))
    #expect(try Program.run("calibrate", "fit.yaml", in: place).err.contains("role fitted"))
    for words in [["study.yaml"], ["tiny.yaml"], ["fit.yaml", "--draws", "3"]] {
      #expect(try Program(["calibrate"] + words, in: place).wait().status == 64, "\(words)")
    }
  }
}
