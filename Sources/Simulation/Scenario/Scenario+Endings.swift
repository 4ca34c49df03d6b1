extension Scenario {
  /// Endings that a branch of a stage may name besides later stages.
  public static let endings = Stage.terminals
}
