import Glibc
import Testing

@testable import Simulation

struct ElementaryTests {
  @Test func `exp and log keep their special values`() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-0.0) == 1)
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.exp(709.782712893384) < .infinity)
    #expect(Elementary.exp(709.7827128933841) == .infinity)
    #expect(Elementary.exp(1e300) == .infinity)
    #expect(Elementary.exp(-745.13) == .leastNonzeroMagnitude)
    #expect(Elementary.exp(-745.14) == 0)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-0.0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(-.infinity).isNaN)
    #expect(Elementary.log(.nan).isNaN)
    #expect(Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log1p(-2).isNaN)
    #expect(Elementary.log1p(.nan).isNaN)
    #expect(Elementary.log1p(.infinity) == .infinity)
    #expect(Elementary.log1p(1e-300) == 1e-300)
    #expect(Elementary.expm1(1e-300) == 1e-300)
    #expect(Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.expm1(.nan).isNaN)
    #expect(Elementary.pow(0, 0) == 1)
    #expect(Elementary.pow(0, 2) == 0)
    #expect(abs(Elementary.pow(9, 0.5) - 3) < 1e-15)
  }

  /// The bits themselves, so that another processor or compiler shows itself.
  @Test func `the bits of exp and log are the same on every machine`() {
    var stream = Stream(11, 12)
    var hash: UInt64 = 0
    for _ in 0..<100_000 {
      let x = stream.uniform(from: -700, to: 700)
      hash = Mix.stafford(hash ^ Elementary.exp(x).bitPattern)
      hash = Mix.stafford(hash ^ Elementary.log(stream.uniformOpen()).bitPattern)
    }
    #expect(hash == 11_589_549_314_579_679_394)
  }

  #if arch(x86_64)
    /// Largest error over many points, in units in the last place of the exact value.
    private func worst(
      _ count: Int, _ point: (inout Stream) -> Double, _ own: (Double) -> Double,
      _ exact: (Float80) -> Float80
    ) -> Double {
      var stream = Stream(101, 202)
      var worst = 0.0
      for _ in 0..<count {
        let x = point(&stream)
        let reference = exact(Float80(x))
        let unit = Float80(Double(reference).ulp)
        worst = Swift.max(worst, Double(Swift.abs(Float80(own(x)) - reference) / unit))
      }
      return worst
    }

    @Test func `exp is within 1 ulp of the long double value`() {
      let far = worst(
        700_000, { $0.uniform(from: -708, to: 709.7) }, Elementary.exp, { Glibc.exp($0) })
      let near = worst(
        200_000, { $0.uniform(from: -1, to: 1) }, Elementary.exp, { Glibc.exp($0) })
      let below = worst(
        100_000, { $0.uniform(from: -745.1, to: -708) }, Elementary.exp, { Glibc.exp($0) })
      #expect(far < 0.6 && near < 0.6 && below < 1, "\(far) \(near) \(below)")
    }

    @Test func `log is within 1 ulp of the long double value`() {
      let anywhere = worst(
        600_000, { Double(bitPattern: $0.next() &>> 2 | 1) }, Elementary.log, { Glibc.log($0) })
      let near = worst(
        300_000, { $0.uniform(from: 0.5, to: 2) }, Elementary.log, { Glibc.log($0) })
      let subnormal = worst(
        100_000, { Double(bitPattern: $0.next() &>> 12 | 1) }, Elementary.log, { Glibc.log($0) })
      #expect(anywhere < 0.6 && near < 0.6 && subnormal < 0.6, "\(anywhere) \(near) \(subnormal)")
    }

    @Test func `log1p and expm1 lose nothing near zero`() {
      let logs = worst(
        300_000, { $0.normal() * Elementary.exp(-20 * $0.uniform()) * 0.2 },
        { Elementary.log1p(Swift.max($0, -0.99)) },
        { Glibc.log1p(Swift.max($0, Float80(-0.99))) })
      let exps = worst(
        300_000, { $0.normal() * Elementary.exp(-20 * $0.uniform()) * 5 },
        Elementary.expm1, { Glibc.expm1($0) })
      #expect(logs < 0.7 && exps < 1.5, "\(logs) \(exps)")
    }

    @Test func `the tables are the rounded exact values`() {
      for j in 0..<128 {
        let row = PowersOfTwo.rows[j]
        let power = Glibc.exp2(Float80(j) / 128)
        #expect(Swift.abs(Float80(row.high) + Float80(row.low) - power) < 3e-19)
        #expect(Swift.abs(row.low) <= row.high.ulp / 2)
      }
      for j in 0..<128 {
        let row = LogSteps.rows[j]
        let middle = Double(bitPattern: 0x3fe6_1000_0000_0000 + UInt64(j) << 45)
        #expect(row.reciprocal == 1 / middle)
        #expect(
          Swift.abs(Float80(row.high) + Float80(row.low) - Glibc.log(Float80(middle))) < 1e-19)
        #expect((row.high * 0x1p42).rounded() == row.high * 0x1p42)
      }
    }
  #endif

  @Test func `the logarithm of a factorial and of a Poisson probability are right`() {
    var sum = 0.0
    for n in 1...200 {
      sum += Elementary.log(Double(n))
      #expect(abs(Elementary.logFactorial(Int64(n)) - sum) < 1e-13 * Swift.max(1, sum))
    }
    #expect(Elementary.logFactorial(0) == 0)
    for (count, mean) in [(0, 3.0), (15, 12.0), (16, 12.0), (900, 1000.0)] {
      let plain =
        Double(count) * Elementary.log(mean) - mean - Elementary.logFactorial(Int64(count))
      #expect(abs(Elementary.logPoisson(Int64(count), mean) - plain) < 1e-11)
    }
  }
}
