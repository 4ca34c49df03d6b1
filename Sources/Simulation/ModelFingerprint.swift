/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
///
/// It is the SHA-256 of `Tests/Golden/runs.csv`: the events' hash and every outcome of a world without
/// levers, one for each lever and one with all. A test fails where it is not; `make golden` renews both.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "ed0c0645c691e123f9dd857fbbb395b0594162868a14a85af5d0ceea2d782fb4"
}
