// The draws that follow a law. Parameters are checked where a scenario is read, not here; what a
// law cannot mean (a negative mean, say) is a precondition.

extension Stream {
  /// Lognormal: exp(logMedian + logSD · normal).
  ///
  /// - Parameters:
  ///   - logMedian: Natural logarithm of the median.
  ///   - logSD: Standard deviation of the natural logarithm.
  mutating func lognormal(_ logMedian: Double, _ logSD: Double) -> Double {
    Elementary.exp(logMedian + logSD * normal())
  }

  /// Normal with a mean and a standard deviation.
  mutating func normal(mean: Double, sd: Double) -> Double {
    mean + sd * normal()
  }

  /// Exponential with a mean.
  mutating func exponential(mean: Double) -> Double {
    mean * exponential()
  }

  /// Weibull: survival exp(−(x/scale)^shape).
  mutating func weibull(shape: Double, scale: Double) -> Double {
    precondition(shape > 0, "a Weibull law needs a positive shape")
    return scale * Elementary.pow(exponential(), 1 / shape)
  }

  /// Gamma with this shape and scale 1: mean and variance are both `shape`.
  ///
  /// - SeeAlso: Marsaglia & Tsang 2000, A simple method for generating gamma variables; below
  ///   shape 1 by their note on powers of a uniform.
  mutating func gamma(_ shape: Double) -> Double {
    precondition(shape > 0, "a gamma law needs a positive shape")
    if shape < 1 {
      let power = Elementary.exp(-exponential() / shape)
      return gammaFromOne(shape + 1) * power
    }
    return gammaFromOne(shape)
  }

  private mutating func gammaFromOne(_ shape: Double) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      if root <= 0 { continue }
      let v = root * root * root
      let u = uniformOpen()
      let squared = x * x
      if u < 1 - 0.0331 * squared * squared { return d * v }
      if Elementary.log(u) < 0.5 * squared + d * (1 - v + Elementary.log(v)) { return d * v }
    }
  }

  /// Beta(a, b), from two gammas.
  mutating func beta(_ a: Double, _ b: Double) -> Double {
    let x = gamma(a)
    let y = gamma(b)
    // Both can be 0 to the last bit when a and b are tiny: then the law is nearly a coin.
    return x + y > 0 ? x / (x + y) : (chance(a / (a + b)) ? 1 : 0)
  }

  /// Poisson with this mean, 0 to 10¹⁵.
  ///
  /// Below 10 by inversion: one draw, and from the same state a larger mean never gives a smaller
  /// count. From 10 on by PTRS.
  /// - SeeAlso: Hörmann 1993, The transformed rejection method for generating Poisson variables.
  mutating func poisson(_ mean: Double) -> Int {
    precondition(mean >= 0 && mean <= 1e15, "a Poisson mean lies between 0 and 1e15")
    return mean < 10 ? poissonByInversion(mean) : poissonByRejection(mean)
  }

  private mutating func poissonByInversion(_ mean: Double) -> Int {
    let u = uniform()
    var probability = Elementary.exp(-mean)
    var cumulative = probability
    var count = 0
    // Beyond 120 nothing is left that 53 bits could show, whatever the rounding did to the sum.
    while u >= cumulative, count < 120 {
      count += 1
      probability *= mean / Double(count)
      cumulative += probability
    }
    return count
  }

  private mutating func poissonByRejection(_ mean: Double) -> Int {
    let root = mean.squareRoot()
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let edge = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniformOpen()
      let distance = 0.5 - abs(u)
      // At distance 0 the candidate is infinite; it would be refused anyway.
      if distance <= 0 { continue }
      let candidate = (2 * a / distance + b) * u + mean + 0.43
      if candidate < 0 || candidate > 0x1p52 { continue }
      let count = Int64(candidate)
      if distance >= 0.07, v <= edge { return Int(count) }
      if distance < 0.013, v > distance { continue }
      let left = Elementary.log(v * inverseAlpha / (a / (distance * distance) + b))
      if left <= Elementary.logPoisson(count, mean) { return Int(count) }
    }
  }
}

extension Elementary {
  /// log(n!) for n ≥ 0: exact product below 16, Stirling's series above.
  ///
  /// - SeeAlso: Abramowitz & Stegun 1964, 6.1.41.
  static func logFactorial(_ n: Int64) -> Double {
    precondition(n >= 0, "a factorial needs a number that is not negative")
    if n < 16 {
      var product = 1.0
      for factor in stride(from: 2.0, through: Double(n), by: 1) { product *= factor }
      return log(product)
    }
    let x = Double(n)
    return (x + 0.5) * log(x) - x + (halfLogTau + stirlingTail(x))
  }

  /// Logarithm of the Poisson probability of a count, also where the mean is huge: the terms of
  /// the size of the mean are cancelled on paper.
  static func logPoisson(_ count: Int64, _ mean: Double) -> Double {
    let k = Double(count)
    if count < 16 { return k * log(mean) - mean - logFactorial(count) }
    let gap = mean - k
    return k * log1p(gap / k) - gap - 0.5 * log(k) - (halfLogTau + stirlingTail(k))
  }

  private static let halfLogTau = 0x1.d67f1c864beb5p-1

  private static func stirlingTail(_ x: Double) -> Double {
    let y = 1 / (x * x)
    return (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680)))) / x
  }
}
