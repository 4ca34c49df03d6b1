/// Where a parameter's default and range come from.
public enum Source: Hashable, Sendable {
  /// A published source: author, year, and what it says.
  case cited(String)
  /// Measured by this project: what, and how to repeat it.
  case measured(String)
  /// Nobody knows: why this value.
  case assumed(String)

  /// `cited`, `measured` or `assumed`.
  public var kind: String {
    switch self {
    case .cited: "cited"
    case .measured: "measured"
    case .assumed: "assumed"
    }
  }

  /// What it says.
  public var text: String {
    switch self {
    case .cited(let text), .measured(let text), .assumed(let text): text
    }
  }
}
