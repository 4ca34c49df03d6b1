import Schema

/// A per-entity law made ready for drawing: logarithms and scales are taken once.
struct Sampler: BitwiseCopyable {
  private let family: Law.Family
  private let a: Double, b: Double

  init(_ law: Law) {
    family = law.family
    switch law.family {
    case .lognormal: (a, b) = (Elementary.log(law.a), law.b)
    case .gamma:
      let shape = 1 / (law.b * law.b)
      (a, b) = (shape, law.a / shape)
    default: (a, b) = (law.a, law.b)
    }
  }

  /// Times and rates beyond any run are cut to this, so that no tail of a legal law is infinite.
  static let most = 1e12

  /// One value, in the law's own unit; never negative, because every law here is of a time or rate.
  func draw(using stream: inout Stream) -> Double {
    min(Self.most, raw(using: &stream))
  }

  private func raw(using stream: inout Stream) -> Double {
    switch family {
    case .fixed: a
    case .uniform: stream.uniform(from: a, to: b)
    case .normal: max(0, stream.normal(mean: a, sd: b))
    case .lognormal: Elementary.exp(a + b * stream.normal())
    case .beta: stream.beta(a, b)
    case .exponential: stream.exponential(mean: a)
    case .gamma: stream.gamma(a) * b
    case .weibull: stream.weibull(shape: b, scale: a)
    }
  }
}
