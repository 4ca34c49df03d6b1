/// One value of a table.
public enum Cell: Sendable, Equatable {
  /// Words; what a spreadsheet would take for a formula is neutralised when written.
  case text(String)
  /// A measurement; NaN and infinities are written as an empty cell.
  case number(Double)
  /// A whole number from 0.
  case count(UInt64)
  /// `true` or `false`.
  case flag(Bool)
  /// Undefined, which is not the same as 0.
  case empty

  /// A count, or a position, that can't be negative; negative numbers become 0.
  static func index(_ value: Int) -> Cell { .count(UInt64(clamping: value)) }

  /// A number that may be undefined.
  static func optional(_ value: Double?) -> Cell { value.map(Cell.number) ?? .empty }
}

/// One column of a table, as the data package describes it.
public struct Field: Sendable, Equatable {
  /// Types of the Frictionless Table Schema.
  public enum Kind: String, Sendable {
    /// Words.
    case text = "string"
    /// A floating-point number.
    case number
    /// A whole number.
    case integer
    /// `true` or `false`.
    case flag = "boolean"
  }

  /// The column's header.
  public let name: String
  /// Its type.
  public let kind: Kind
  /// Its unit in words; empty for a pure number or words.
  public let unit: String
  /// One sentence that says what it is.
  public let description: String
  /// No cell may be empty.
  public let required: Bool
  /// No two cells may be equal.
  public let unique: Bool
  /// The least value allowed.
  public let minimum: Int?
  /// The values allowed; empty for any.
  public let allowed: [String]

  /// Makes a field; by default it has no unit and no constraint.
  public init(
    _ name: String, _ kind: Kind, unit: String = "", _ description: String,
    required: Bool = false, unique: Bool = false, minimum: Int? = nil, allowed: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.description = description
    self.required = required
    self.unique = unique
    self.minimum = minimum
    self.allowed = allowed
  }
}

/// Named columns and their rows: everything that becomes a CSV file.
public struct Table: Sendable, Equatable {
  /// A column that repeats the key of another table.
  public struct Link: Sendable, Equatable {
    /// The column here, and there.
    public let field: String
    /// The other table's name.
    public let table: String

    /// Makes a link to the column of the same name in another table.
    public init(field: String, table: String) {
      self.field = field
      self.table = table
    }
  }

  /// The table's name; the file is `<name>.csv`.
  public let name: String
  /// One sentence for the data package.
  public let description: String
  /// The columns, in the order of the file.
  public let fields: [Field]
  /// The columns that together name a row; empty where none do.
  public let key: [String]
  /// Columns that repeat another table's key.
  public let links: [Link]
  /// The rows; each has one cell for each field.
  public var rows: [[Cell]]

  /// Makes a table.
  public init(
    name: String, description: String, fields: [Field], key: [String] = [], links: [Link] = [],
    rows: [[Cell]] = []
  ) {
    self.name = name
    self.description = description
    self.fields = fields
    self.key = key
    self.links = links
    self.rows = rows
  }

  /// The file's name inside the study's folder.
  public var file: String { name + ".csv" }

  /// The whole file: a header row and the rows.
  public var csv: String {
    var text = CSV.line(fields.map { .text($0.name) })
    for row in rows { text += CSV.line(row) }
    return text
  }
}
