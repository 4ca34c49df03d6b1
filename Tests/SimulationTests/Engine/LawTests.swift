import CGSL
import Testing

@testable import Simulation

/// Every sampler against its law, a million draws each; the laws are GSL's.
struct LawTests {
  @Test func `uniforms are uniform`() {
    #expect(faults(draw: { $0.uniform() }, law: { $0 }) == [])
    #expect(faults(draw: { $0.uniformOpen() }, law: { $0 }) == [])
    #expect(faults(draw: { $0.uniform(from: -3, to: 5) }, law: { ($0 + 3) / 8 }) == [])
    // The lowest bits of the generator, which a double does not show.
    #expect(faults(draw: { Double($0.next() & 0xffff_ffff) * 0x1p-32 }, law: { $0 }) == [])
  }

  @Test func `exponential follows its law`() {
    let law = { gsl_cdf_exponential_P($0, 1) }
    #expect(faults(mean: 1, variance: 1, draw: { $0.exponential() }, law: law) == [])
    #expect(
      faults(
        mean: 250, variance: 62_500, draw: { $0.exponential(mean: 250) },
        law: { gsl_cdf_exponential_P($0, 250) }) == [])
    // The upper tail, where the lower one has no more bits: memoryless beyond the ziggurat's.
    #expect(faults(draw: { $0.exponential() }, law: { gsl_cdf_exponential_Q($0, 1) }) == [])
  }

  @Test func `normal follows its law`() {
    #expect(
      faults(mean: 0, variance: 1, draw: { $0.normal() }, law: { gsl_cdf_ugaussian_P($0) }) == [])
    // The square is chi-square with one degree of freedom.
    #expect(
      faults(
        mean: 1, variance: 2,
        draw: {
          let x = $0.normal()
          return x * x
        }, law: { 2 * gsl_cdf_ugaussian_P($0.squareRoot()) - 1 }) == [])
    #expect(
      faults(
        mean: 40, variance: 9, draw: { $0.normal(mean: 40, sd: 3) },
        law: { gsl_cdf_gaussian_P($0 - 40, 3) }) == [])
  }

  @Test func `the tails of exponential and normal hold what they should`() {
    var stream = Stream(77, 78)
    var (far, farther, below, above) = (0, 0, 0, 0)
    for _ in 0..<4_000_000 {
      let x = stream.exponential()
      if x > 7.697_117_470_131_050_1 { far += 1 }
      if x > 10 { farther += 1 }
      let z = stream.normal()
      if z < -3.654_152_885_361_008_8 { below += 1 }
      if z > 3.654_152_885_361_008_8 { above += 1 }
    }
    // Expected 1816.6, 181.6, 516.2 and 516.2; five standard deviations.
    #expect(abs(far - 1817) < 214 && abs(farther - 182) < 70)
    #expect(abs(below - 516) < 115 && abs(above - 516) < 115)
  }

  @Test func `lognormal follows its law`() {
    for (logMedian, logSD) in [(0.0, 1.0), (3, 0.1), (-2, 3)] {
      #expect(
        faults(
          draw: { $0.lognormal(logMedian, logSD) },
          law: { gsl_cdf_lognormal_P($0, logMedian, logSD) }) == [])
    }
  }

  @Test func `weibull follows its law`() {
    for (shape, scale) in [(0.5, 2.0), (1, 0.1), (5, 300)] {
      #expect(
        faults(
          draw: { $0.weibull(shape: shape, scale: scale) },
          law: { gsl_cdf_weibull_P($0, scale, shape) }) == [])
    }
  }

  @Test func `gamma follows its law`() {
    for shape in [0.3, 1, 50] {
      #expect(
        faults(
          mean: shape, variance: shape, draw: { $0.gamma(shape) },
          law: { gsl_cdf_gamma_P($0, shape, 1) }) == [])
    }
  }

  @Test func `beta follows its law`() {
    for (a, b) in [(4.0, 2.0), (0.3, 0.5), (30, 70)] {
      let sum = a + b
      #expect(
        faults(
          200_000, mean: a / sum, variance: a * b / (sum * sum * (sum + 1)),
          draw: { $0.beta(a, b) }, law: { gsl_cdf_beta_P($0, a, b) }) == [])
    }
  }

  @Test func `Student's t follows its law`() {
    for df in [1, 2.5, 30] {
      #expect(
        faults(300_000, draw: { $0.studentT(df) }, law: { gsl_cdf_tdist_P($0, df) }) == [])
    }
  }

  @Test func `poisson follows its law on both sides of the change of method`() {
    for mean in [0.01, 1, 9.9, 10.1, 100, 1e4] {
      #expect(
        countFaults(
          mean: mean, variance: mean, draw: { $0.poisson(mean) },
          probability: { gsl_ran_poisson_pdf(UInt32($0), mean) }) == [], "mean \(mean)")
    }
  }

  @Test func `poisson keeps mean and spread where the mean is huge`() {
    for mean in [1e8, 1e12, 1e15] {
      let law = { gsl_cdf_ugaussian_P($0) }
      let faults = faults(
        200_000, mean: 0, variance: 1,
        draw: { (Double($0.poisson(mean)) - mean) / mean.squareRoot() }, law: law)
      #expect(faults == [], "mean \(mean)")
    }
  }

  @Test func `a poisson mean of zero counts nothing`() {
    var stream = Stream(1, 1)
    let counts = (0..<1000).map { _ in stream.poisson(0) }
    #expect(counts.allSatisfy { $0 == 0 })
  }

  @Test func `a larger mean never counts less from the same state`() {
    for seed in 1..<2000 as Range<UInt64> {
      var before = 0
      for mean in stride(from: 0, to: 10, by: 0.5) {
        var stream = Stream(seed, Mix.stafford(seed))
        let count = stream.poisson(mean)
        #expect(count >= before)
        before = count
      }
    }
  }
}

/// The tests must be able to fail: a scale one percent off is found.
struct PlantedErrorTests {
  @Test func `a scale one percent off is found in every continuous law`() {
    let off = 1.01
    #expect(
      faults(
        mean: 1, variance: 1, draw: { off * $0.exponential() },
        law: { gsl_cdf_exponential_P($0, 1) }) != [])
    #expect(faults(draw: { off * $0.normal() }, law: { gsl_cdf_ugaussian_P($0) }) != [])
    #expect(
      faults(draw: { off * $0.lognormal(0, 1) }, law: { gsl_cdf_lognormal_P($0, 0, 1) }) != [])
    #expect(
      faults(
        draw: { off * $0.weibull(shape: 1.5, scale: 2) },
        law: { gsl_cdf_weibull_P($0, 2, 1.5) }) != [])
    for shape in [1.0, 50] {
      #expect(
        faults(
          mean: shape, variance: shape, draw: { off * $0.gamma(shape) },
          law: { gsl_cdf_gamma_P($0, shape, 1) }) != [])
    }
    #expect(faults(draw: { off * $0.uniform() }, law: { min($0, 1) }) != [])
  }

  /// A million draws of these hold too little information for one percent: the best possible
  /// test would see 5.5, 5 and 1 standard deviations.
  @Test func `a scale somewhat more off is found where one percent cannot be`() {
    #expect(
      faults(
        mean: 0.3, variance: 0.3, draw: { 1.03 * $0.gamma(0.3) },
        law: { gsl_cdf_gamma_P($0, 0.3, 1) }) != [])
    #expect(
      faults(
        draw: { 1.03 * $0.weibull(shape: 0.5, scale: 2) },
        law: { gsl_cdf_weibull_P($0, 2, 0.5) }) != [])
    #expect(
      countFaults(
        mean: 0.01, variance: 0.01, draw: { $0.poisson(0.011) },
        probability: { gsl_ran_poisson_pdf(UInt32($0), 0.01) }) != [])
  }

  @Test func `a poisson mean one percent off is found`() {
    for mean in [1, 9.9, 10.1, 1e4] {
      #expect(
        countFaults(
          mean: mean, variance: mean, draw: { $0.poisson(mean * 1.01) },
          probability: { gsl_ran_poisson_pdf(UInt32($0), mean) }) != [])
    }
  }

  @Test func `draws that remember the last one are found`() {
    var last = 0.5
    let found = faults(
      draw: {
        let u = $0.uniform()
        let given = u < 0.01 ? last : u
        last = u
        return given
      }, law: { $0 })
    #expect(found.contains("serial correlation"))
  }
}
