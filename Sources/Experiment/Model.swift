/// What the results of two programs must share to be the same.
public enum Model {
  /// The version of the model; it changes whenever the same scenario gives other numbers.
  public static let version = "0.1.0"
}
