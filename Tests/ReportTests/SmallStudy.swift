import Experiment
import Foundation
import Schema
import Simulation

@testable import Report

/// Real runs of a tiny platform in a folder that is thrown away.
final class SmallStudy {
  let folder = FileManager.default.temporaryDirectory.path + "/vigie-report-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let texts = [
    "tiny.yaml": """
    schema_version: 1
    name: tiny
    title: A <b>tiny</b> platform & more
    time: { warm_up: 1 h, window: 12 h }
    people:
      count: 300
      minor_share: { beta: { a: 60, b: 140 } }
      visits: { lognormal: { median: 2 /d, log_sd: 0.5 } }
    rooms:
      - { name: general, count: 4, share: 100 % }
    offenders:
      - { name: solicitor, pathway: solicitation, share: 5 %, activity: 5 }
    pathways:
      - name: solicitation
        finds: directory
        seeks: 0 y .. 17 y
        contacts: { uniform: { low: 0.02 /min, high: 1 /min } }
        stages:
          - { name: contact, harm: H2, next: { block: 0.3 /min, report: 0.2 /min, leave: 0.5 /min } }

    """,
    "phone.yaml":
      "extends: tiny.yaml\nname: phone\ntitle: Phone\nregistration: { method: phone }\n",
    "staff.yaml":
      "extends: tiny.yaml\nname: staff\ntitle: Staff\nmoderation: { staff: 1 }\n"
      + "sanctions: { scope: device }\n",
    "late.yaml":
      "extends: tiny.yaml\nname: late\nregistration: { method: phone, start: 2040-01-01 }\n",
    "longer.yaml": "extends: tiny.yaml\nname: longer\ntime: { window: 18 h }\n",
    "adults.yaml": "extends: tiny.yaml\nname: adults\npeople: { minor_share: 0 % }\n",
    "adults-phone.yaml":
      "extends: adults.yaml\nname: adults-phone\nregistration: { method: phone }\n",
    "check.yaml":
      "extends: tiny.yaml\nname: check\ntitle: Age check, 18\nregistration: { method: email }\n",
    "check-25.yaml":
      "extends: tiny.yaml\nname: check-25\ntitle: Age check (25)\n"
      + "registration: { method: phone }\n",
    "odd.yaml":
      "extends: tiny.yaml\nname: odd\ntitle: \"Two\\nlines <\\u0338script>\"\n",
  ]

  /// Runs scenarios; the first is the reference.
  init(_ names: [String], replicates: Int = 3, fixed: Bool = false) throws {
    let loader = Loader { path in Array((Self.texts[path] ?? "").utf8) }
    let scenarios = try names.map { try ScenarioFile($0 + ".yaml", loader: loader) }
    let comparison = try Comparison(
      scenarios,
      options: Comparison.Options(name: "small", replicates: replicates, seed: 7, isFixed: fixed))
    let study = comparison.study(folder: folder, command: "vigie compare small.yaml")
    _ = try study.run(with: Replication(jobs: 2)) { run, stop in
      try comparison.simulate(run, stop: stop)
    }
  }

  /// The page.
  func page(_ language: Language = .en, targets: [Target] = []) throws -> StudyPage {
    StudyPage(try StudyFolder(folder) { _ in targets }, language: language)
  }

  static var targets: [Target] {
    get throws {
      try Target.list(
        Array(
          """
          outcome,low,target,high,unit,role,source
          proceedings_expected,1,2,3,per day,fitted,"a <source>"
          visits,5,,,per day,predicted,another

          """.utf8))
    }
  }
}
