import Experiment
import Schema

/// What must be said where two scenarios are observed over different stretches of time: rates over
/// two days and over five are not alike, whatever the policy does.
public enum WindowWords {
  private static let paths = ["time.start", "time.warm_up", "time.window"]

  /// A warning for a comparison of two scenarios; nil where both are observed alike.
  public static func warning(
    _ scenario: ScenarioFile, against reference: ScenarioFile, _ language: Language = .en
  ) -> String? {
    func value(_ file: ScenarioFile, _ path: String) -> String {
      file.reading.entries.first { $0.path == path }?.text ?? ""
    }
    let changes = paths.compactMap { path -> StudyFolder.Change? in
      let (from, to) = (value(reference, path), value(scenario, path))
      return from == to ? nil : StudyFolder.Change(path: path, from: from, to: to)
    }
    return warning(scenario.name, against: reference.name, changes, language)
  }

  /// The same from what a policy changes; other changes don't matter here.
  static func warning(
    _ name: String, against reference: String, _ changes: [StudyFolder.Change],
    _ language: Language
  ) -> String? {
    let times = changes.filter { paths.contains($0.path) }.map { change in
      "\(ParameterLabels.text(change.path, language)) \(change.from) → \(change.to)"
    }
    if times.isEmpty { return nil }
    return different(language, name, reference, times.joined(separator: ", "))
  }

  private static let different = Phrase(
    "“{1}” and “{2}” are observed over different stretches of time ({3}): their difference is not the policy’s alone.",
    "« {1} » et « {2} » sont observés sur des durées différentes ({3}) : leur différence ne vient pas de la seule politique."
  )
}
