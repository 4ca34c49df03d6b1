/// The parameters that no search and no ranking may have among its inputs: who offends, and how.
///
/// A box of ``Discovery`` or a row of information.csv over them would say which way of offending makes
/// a policy fail. Their uncertainty stays in every draw, and so in every interval.
enum OffenderInputs {
  /// Sections of a scenario.
  static let sections = ["offenders", "pathways"]

  /// Whether a parameter is one of them.
  static func hold(path: String) -> Bool {
    sections.contains { path == $0 || path.hasPrefix($0 + ".") }
  }

  /// The same of a column of runs.csv, whose name is that of its parameter.
  static func hold(column: String) -> Bool {
    sections.contains { column == $0 || column.hasPrefix(Plan.column(of: $0 + ".")) }
  }
}
