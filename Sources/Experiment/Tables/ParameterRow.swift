/// One parameter with where it comes from: a row of parameters.csv.
public struct ParameterRow: Sendable, Equatable {
  /// The key in a scenario file.
  public let key: String
  /// The value as text, with its unit or distribution.
  public let value: String
  /// The unit in words.
  public let unit: String
  /// The default as text.
  public let standard: String
  /// The least value allowed, in the unit.
  public let low: Double?
  /// The greatest value allowed, in the unit.
  public let high: Double?
  /// The citation, measurement or assumption.
  public let source: String
  /// The file that set it, without folders, and the line; empty for a default.
  public let setIn: String

  /// Makes a row.
  public init(
    key: String, value: String, unit: String, standard: String, low: Double? = nil,
    high: Double? = nil, source: String, setIn: String = ""
  ) {
    self.key = key
    self.value = value
    self.unit = unit
    self.standard = standard
    self.low = low
    self.high = high
    self.source = source
    self.setIn = setIn
  }

  /// The table of some parameters, in the order given.
  ///
  /// A key may stand in several rows where scenarios set it differently; only a table without
  /// such keys has a primary key.
  public static func table(_ rows: [ParameterRow]) -> Table {
    let keys = rows.map(\.key).sorted()
    let unique = !zip(keys, keys.dropFirst()).contains { $0 == $1 }
    return Table(
      name: "parameters", description: "One row per parameter, with its source.",
      fields: fields, key: unique ? ["key"] : [],
      rows: rows.map { row in
        [
          .text(row.key), .text(row.value), .text(row.unit), .text(row.standard),
          .optional(row.low), .optional(row.high), .text(row.source), .text(row.setIn),
        ]
      })
  }

  private static let fields = [
    Field("key", .text, "Name in a scenario file.", required: true),
    Field("value", .text, "Value, with its unit or distribution."),
    Field("unit", .text, "Unit of value, default, low and high."),
    Field("default", .text, "Value where no file says otherwise."),
    Field("low", .number, "Least value allowed."),
    Field("high", .number, "Greatest value allowed."),
    Field("source", .text, "Where the default comes from: cited, measured or assumed."),
    Field("set_in", .text, "File that set the value; empty for the default."),
  ]
}
