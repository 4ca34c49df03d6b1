/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "0000000000000000000000000000000000000000000000000000000000000000"
}
