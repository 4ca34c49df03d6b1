/// What it would be worth to know one parameter before an option is chosen: a row of information.csv.
///
/// Worths are harm that would be avoided on average, as shares of the reference's mean harm.
public struct InformationRow: Sendable, Equatable {
  /// The reference of the options.
  public let baseline: String
  /// Name of the outcome.
  public let outcome: String
  /// Place among the parameters of the outcome, from 1; the greatest worth is first.
  public let rank: Int
  /// The parameter's column in runs.csv.
  public let parameter: String
  /// Unit of its values.
  public let unit: String
  /// Draws behind the row: those in which all options have a value.
  public let draws: Int
  /// What it would be worth to know everything, chance within a draw among it; one for each outcome.
  public let evpi: Double
  /// What it would be worth to know this parameter alone.
  public let evppi: Double
  /// What the greatest worth of all parameters exceeds by chance in 5 % of cases; one for each outcome.
  public let bound: Double
  /// The option with the least mean harm: who knows nothing more takes it.
  public let leader: String
  /// The options with the least mean harm where the parameter is low, and where it is high.
  public let leaders: DriverRow.Leaders

  /// Whether the worth is above the bound; if not, it isn't told from chance.
  public var isTold: Bool { evppi > bound }
  /// Whether another option leads at one end of the parameter than without knowing it.
  public var turnsChoice: Bool { leaders.low != leader || leaders.high != leader }
}
