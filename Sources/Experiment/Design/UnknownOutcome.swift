import Schema
import Simulation

/// A name that is no outcome's.
public struct UnknownOutcome: Error, Equatable, CustomStringConvertible {
  /// The name as written.
  public let name: String

  /// What is there, and the nearest name.
  public var description: String {
    let near = Names.nearest(to: name, among: Outcomes.columns.map(\.name))
    return "there is no outcome '\(name)'"
      + (near.map { "; did you mean '\($0)'?" } ?? "; 'vigie list outcomes' names them all")
  }
}
