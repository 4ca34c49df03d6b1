/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
///
/// It is the SHA-256 of `Tests/Golden/runs.csv`: the events' hash and every outcome of a world without
/// levers, one for each lever and one with all. A test fails where it is not; `make golden` renews both.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "303b69be618bc4bdedeb531cbe68a01a6328da6034fc2e80c382035f56c37a3b"
}
