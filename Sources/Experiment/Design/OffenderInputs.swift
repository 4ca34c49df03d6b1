/// The parameters that no search and no ranking may have among its inputs: who offends, and how.
///
/// A box of ``Discovery`` or a row of information.csv over them would say which way of offending makes
/// a policy fail. Their uncertainty stays in every draw, and so in every interval.
enum OffenderInputs {
  /// Sections of a scenario.
  static let sections = ["offenders", "pathways"]
  /// What stands in them and is of others: what targets do, what a classifier flags, what the police are
  /// told and record. How often people report may be worth knowing before moderators are chosen.
  static let answers = ["report", "block", "flagged", "told_to_police", "recorded"]

  /// Whether a parameter is one of them.
  static func hold(path: String) -> Bool {
    sections.contains { path == $0 || path.hasPrefix($0 + ".") }
      && !answers.contains { path.hasSuffix("." + $0) }
  }

  /// The same of a column of runs.csv, whose name is that of its parameter.
  static func hold(column: String) -> Bool {
    sections.contains { column == $0 || column.hasPrefix(Plan.column(of: $0 + ".")) }
      && !answers.contains { column.hasSuffix(Plan.column(of: "." + $0)) }
  }
}
