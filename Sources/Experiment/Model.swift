/// The program that makes the results.
public enum Model {
  /// The version of the program; what tells one model from another is `ModelFingerprint`.
  public static let version = "0.1.0"
}
