/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
///
/// It is the SHA-256 of `Tests/Golden/runs.csv`: the events' hash and every outcome of a world without
/// levers, one for each lever and one with all. A test fails where it is not; `make golden` renews both.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "d0df9eed4f2f0a57c5b2c0cef1c5751bffd8113f198dfd3384f5276b54b8898a"
}
