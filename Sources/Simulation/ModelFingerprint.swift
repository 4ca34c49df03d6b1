/// What tells one model from another: it changes whenever a scenario, seed and replicate give other
/// numbers, so that runs of two models are never mixed in one study.
///
/// It is the SHA-256 of `Tests/Golden/runs.csv`: the events' hash and every outcome of a world without
/// levers, one for each lever and one with all. A test fails where it is not; `make golden` renews both.
public enum ModelFingerprint {
  /// 64 hexadecimal digits.
  public static let value = "1b27f776b6d02e1199f49983e87bba4639e273132c9a58afd57d4a1d33d5196e"
}
