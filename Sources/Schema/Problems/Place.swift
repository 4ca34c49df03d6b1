/// Where something stands in a file: line and column count from 1, columns in Unicode scalars.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the person gave it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// A place in a file.
  public init(file: String, line: Int, column: Int) {
    (self.file, self.line, self.column) = (file, line, column)
  }

  /// `file:line:column`, the form editors follow.
  public var description: String { "\(file):\(line):\(column)" }
}
