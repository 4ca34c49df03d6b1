/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
///
/// It is the SHA-256 of `Tests/Golden/runs.csv`: the events' hash and every outcome of a world without
/// levers, one for each lever and one with all. A test fails where it is not; `make golden` renews both.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "c3215dd57f28b2d5d6ee93b6e805abda68714067b0d21c338c85af137a80abf9"
}
