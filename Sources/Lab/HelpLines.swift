import Experiment
import Report

/// Where young people find help, by country: a table that a school may change.
public struct HelpLines: Sendable {
  /// One line.
  public struct Line: Sendable, Equatable {
    /// The number to call.
    public let number: String
    /// What it is.
    public let what: Phrase
  }

  /// The lines of the country, in the order of the table.
  public let lines: [Line]

  /// Reads `country,number,english,french` from the table of a scenario folder.
  ///
  /// - Parameter country: As in the table's first column.
  public init(folder: String, country: String) {
    let bytes = (try? Disk.read(folder + "/questions/help-lines.csv")) ?? []
    let rows = (try? CSV.rows(of: bytes)) ?? []
    lines = rows.dropFirst().compactMap { row in
      guard row.count == 4, row[0] == country else { return nil }
      return Line(number: row[1], what: Phrase(row[2], row[3]))
    }
  }
}
