import Schema

/// A gate that people give up at: a latent trait, fixed per person, plus a small part per attempt.
///
/// A standard normal latent value √(1−w)·trait + √w·noise below the cut passes, so that the share
/// passing at the first attempt is exactly one minus the drop-out, and repeated attempts gain little.
struct Friction: BitwiseCopyable {
  /// Cuts for adults, minors and offenders, in the order of `FrictionClass`.
  private(set) var cuts: InlineArray<3, Double> = InlineArray(repeating: .infinity)
  private(set) var traitWeight = 1.0, noiseWeight = 0.0

  init() {}

  init(dropOut: Double, minorOdds: Double, offenderOdds: Double, noise: Double) {
    let odds = [1, minorOdds, offenderOdds]
    for index in 0..<3 {
      let given = dropOut >= 1 ? 1 : odds[index] * dropOut / (1 - dropOut + odds[index] * dropOut)
      cuts[index] = Self.normalQuantile(1 - given)
    }
    traitWeight = (1 - noise).squareRoot()
    noiseWeight = noise.squareRoot()
  }

  /// Minors and offenders give up as ordinary adults do.
  mutating func treatAllAlike() {
    for index in 1..<3 { cuts[index] = cuts[0] }
  }

  func passes(_ who: FrictionClass, trait: Double, noise: Double) -> Bool {
    traitWeight * trait + noiseWeight * noise < cuts[who.rawValue]
  }

  /// The standard normal quantile, rounded so that no last bit of a library reaches a run.
  static func normalQuantile(_ p: Double) -> Double {
    if p <= 0 { return -.infinity }
    if p >= 1 { return .infinity }
    return Distribution.normal(mean: 0, sd: 1).quantile(p)
  }
}
