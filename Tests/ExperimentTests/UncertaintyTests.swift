import Foundation
import Testing

@testable import Experiment

@Suite struct UncertaintyTests {
  private func single(_ values: [Double]) -> DrawValues { DrawValues(values.map { [$0] }) }

  private func normals(_ count: Int, seed: UInt64) -> [Double] {
    var random = SplitMix(state: seed)
    return (0..<count).map { _ in random.normal() }
  }

  @Test func `quantiles exist from 39 draws on at 95 %, and are then the outermost`() throws {
    #expect(!OrderedDraws.hasQuantiles(draws: 38, level: 0.95))
    #expect(OrderedDraws.hasQuantiles(draws: 39, level: 0.95))
    #expect(!OrderedDraws.hasQuantiles(draws: 18, level: 0.9))
    #expect(OrderedDraws.hasQuantiles(draws: 19, level: 0.9))
    let ui = try #require(UncertaintyInterval.over((1...39).map(Double.init), level: 0.95))
    #expect(ui.method == .percentile && ui.low == 1 && ui.high == 39)
  }

  @Test func `quantiles are of type 6`() throws {
    // R: quantile(1:100, c(0.025, 0.975), type = 6).
    let ui = try #require(
      UncertaintyInterval.over((1...100).reversed().map(Double.init), level: 0.95))
    #expect(agree(ui.low, 2.525) && agree(ui.high, 98.475))
  }

  @Test func `the outer side of a limit's error exists from 146 draws on`() throws {
    // The probability that no draw lies beyond the limit, 0.975^D, falls below 0.025 at 146.
    #expect(OrderedDraws.ranks(around: 0.025, draws: 145, level: 0.95).from == nil)
    #expect(OrderedDraws.ranks(around: 0.025, draws: 146, level: 0.95).from == 1)
    let few = try #require(UncertaintyInterval.over(normals(145, seed: 1), level: 0.95))
    #expect(few.lowFrom == nil && few.highTo == nil && few.lowTo != nil && few.highFrom != nil)
    let values = normals(146, seed: 1)
    let ui = try #require(UncertaintyInterval.over(values, level: 0.95))
    #expect(ui.lowFrom == values.min() && ui.highTo == values.max())
  }

  @Test func `the error of a median has the ranks of the tables`() {
    // Conover 1999, table A3: binomial, n = 20, p = 1/2: ranks 6 and 15 hold 95.9 %.
    let ranks = OrderedDraws.ranks(around: 0.5, draws: 20, level: 0.95)
    #expect(ranks.from == 6 && ranks.to == 15)
    let few = OrderedDraws.ranks(around: 0.5, draws: 5, level: 0.95)
    #expect(few.from == nil && few.to == nil)
    let error = Uncertainty.error(ofQuantile: 0.5, over: (1...20).map(Double.init), level: 0.95)
    #expect(error.from == 6 && error.to == 15)
  }

  @Test func `below 39 draws the limits are those of the next draw`() throws {
    // Logarithms 0 … 9: mean 4.5, s = 3.02765…, t = 2.26215…, √1.1.
    let ui = try #require(
      UncertaintyInterval.over((0..<10).map { exp(Double($0)) }, level: 0.95))
    let half = 2.262_157_162_798_206 * 3.027_650_354_097_492 * 1.1.squareRoot()
    #expect(ui.method == .prediction && ui.lowFrom == nil && ui.highTo == nil)
    #expect(agree(ui.low.map { log($0) }, 4.5 - half, 1e-11))
    #expect(agree(ui.high.map { log($0) }, 4.5 + half, 1e-11))
  }

  @Test func `below 8 draws, or where something is not above 0, the limits are the range`() throws {
    let few = try #require(UncertaintyInterval.over([3, 1, 2, 5, 4, 7, 6], level: 0.95))
    #expect(few.method == .range && few.low == 1 && few.high == 7)
    let zero = try #require(
      UncertaintyInterval.over((0..<12).map(Double.init), level: 0.95))
    #expect(zero.method == .range && zero.low == 0 && zero.high == 11)
    #expect(UncertaintyInterval.over([1], level: 0.95) == nil)
  }

  @Test func `an upper limit among stopped runs is empty, and the others count them`() throws {
    let values = single((1...78).map(Double.init))
    // 80 draws of which 2 stopped: the upper limit's position is 78.975, beyond the 78 that are left.
    let lost = try #require(Uncertainty.level(values, level: 0.95, lost: 2)?.ui)
    #expect(lost.high == nil && agree(lost.low, 2.025))
    // Of an effect nobody knows the side: the lower position counts both below.
    let effect = try #require(
      Uncertainty.effect(
        values, reference: single((1...78).map { _ in 1 }), level: 0.95, lost: 2)?.diffUI)
    #expect(effect.low == nil && effect.high == nil)
    // One of 80: position 78.975 is the 78th of 79 and nearly the 79th.
    let one = try #require(
      Uncertainty.level(single((1...79).map(Double.init)), level: 0.95, lost: 1)?.ui)
    #expect(agree(one.high, 78.975))
    let few = try #require(
      Uncertainty.level(single((1...10).map(Double.init)), level: 0.95, lost: 1)?.ui)
    #expect(few.method == .prediction && few.high == nil && few.low != nil)
  }

  @Test func `a single draw has no limits but Student's interval over replicates`() throws {
    let level = try #require(
      Uncertainty.level(DrawValues([StatisticsTests.first]), level: 0.95))
    #expect(level.ui == nil && level.draws == 1 && level.replicates == 10)
    #expect(level.mc == Statistics.interval(StatisticsTests.first, level: 0.95))
    let effect = try #require(
      Uncertainty.effect(
        DrawValues([StatisticsTests.second]), reference: DrawValues([StatisticsTests.first]),
        level: 0.95))
    #expect(agree(effect.diffMC?.low, 0.700_114_236_723_017))
    #expect(effect.diffUI == nil && effect.ratioUI == nil && effect.pLess == nil)
    #expect(agree(effect.correlation, 0.795_170_205_833_578))
    #expect(!effect.isClear)
  }

  @Test func `the effect of a draw is the ratio of the means over its replicates`() throws {
    let effects = Uncertainty.effects(
      DrawValues([[1, 5], [.nan, 4], [0, 0], [1, .nan]]),
      reference: DrawValues([[2, 2], [1, 8], [3, 1], [.nan, 2]]))
    #expect(effects.ratios[0] == 1.5 && effects.ratios[1] == 0.5 && effects.ratios[2] == 0)
    #expect(effects.differences[0] == 1 && effects.differences[1] == -4)
    #expect(effects.ratios[3].isNaN && effects.differences[3].isNaN)
  }

  @Test func `draws whose baseline is 0 are counted, and above 5 % leave no ratio`() throws {
    func effect(zeros: Int) -> EffectEstimate? {
      Uncertainty.effect(
        single((1...40).map { Double($0) }),
        reference: single((1...40).map { $0 <= zeros ? 0 : 4 }),
        level: 0.95)
    }
    let two = try #require(effect(zeros: 2))
    #expect(two.drawsWithoutRatio == 2 && two.ratioMedian == 21.5 / 4 && two.draws == 40)
    let three = try #require(effect(zeros: 3))
    #expect(three.drawsWithoutRatio == 3 && three.ratioMedian == nil && three.mc == nil)
    #expect(three.diffUI != nil)
  }

  @Test func `none against some is a ratio of 0 in every draw`() throws {
    let effect = try #require(
      Uncertainty.effect(
        single([Double](repeating: 0, count: 50)), reference: single((1...50).map(Double.init)),
        level: 0.95))
    #expect(effect.ratioMedian == 0 && effect.ratioUI?.low == 0 && effect.ratioUI?.high == 0)
    #expect(effect.pLess == 1 && effect.isClear)
    #expect(agree(effect.pLessLow, 50 / (50 + 1.959_963_984_540_054 * 1.959_963_984_540_054)))
  }

  @Test func `Wilson's limits are the published ones`() throws {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20.
    for (cases, count, low, high) in [
      (81.0, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    ] {
      let found = try #require(Statistics.share(cases / Double(count), of: count, level: 0.95))
      #expect(abs(found.low - low) < 5e-5 && abs(found.high - high) < 5e-5)
    }
    #expect(Statistics.share(1, of: 0, level: 0.95) == nil)
  }

  /// Draws with normal log effects and chance of a given share; true log effects beside them.
  private func study(
    _ draws: Int, replicates: Int, share: Double, seed: UInt64
  ) -> (values: DrawValues, reference: DrawValues) {
    var random = SplitMix(state: seed)
    let chance = 0.3 * (Double(replicates) * share / (1 - share)).squareRoot()
    let values = (0..<draws).map { _ in
      let world = 0.3 * random.normal()
      return (0..<replicates).map { _ in exp(world + chance * random.normal()) }
    }
    return (DrawValues(values), DrawValues(values.map { $0.map { _ in 1 } }))
  }

  @Test func `the share of chance is found from replicates, and taken out only where all have two`()
    throws
  {
    let (values, reference) = study(400, replicates: 2, share: 0.5, seed: 3)
    let found = try #require(Uncertainty.effect(values, reference: reference, level: 0.95))
    #expect(abs((found.chanceShare ?? 0) - 0.5) < 0.08)
    let ui = try #require(found.ratioUI)
    #expect(!ui.holdsChance)
    let echoes = DrawValues(
      values.values.enumerated().map { place, draw in
        Uncertainty.isEcho(draw: place + 1) ? draw : [draw[0]]
      })
    let few = try #require(Uncertainty.effect(echoes, reference: reference, level: 0.95))
    #expect(few.ratioUI?.holdsChance == true)
    // One replicate has twice the chance variance of two: a share of 2/3.
    #expect(abs((few.chanceShare ?? 0) - 0.625) < 0.1)
    let wide = try #require(few.ratioUI?.high), narrow = try #require(ui.high)
    #expect(wide > narrow)
    let none = try #require(
      Uncertainty.effect(
        DrawValues(values.values.map { [$0[0]] }), reference: reference, level: 0.95))
    #expect(none.chanceShare == nil && none.ratioUI?.holdsChance == true)
  }

  @Test func `draws move towards their mean by the share of chance, allowing for its own error`()
    throws
  {
    func factor(_ draws: Int, _ share: Double) -> Double? {
      // Differences of variance 1 within draws, in which the second replicate mirrors the first.
      let between = (1 / (2 * share)).squareRoot()
      let spread = Double(draws - 1) / Double(draws)
      let pairs = (0..<draws).compactMap { place in
        let middle = (place.isMultiple(of: 2) ? between : -between) * spread.squareRoot()
        return DrawPairs([middle - 0.5.squareRoot(), middle + 0.5.squareRoot()], [0, 0])
      }
      return DrawSpread.difference(pairs).shrinking(level: 0.95)
    }
    // 64 draws: error 2/63 + 0.5/64 = 0.039559, z² = 3.84146:
    // 0.5 + 1.210365·(0.039559 − 0.007937)/√(0.25 + 0.079117) = 0.566718.
    let half = try #require(factor(64, 0.5))
    #expect(abs(half * half - 0.566718) < 1e-5)
    // All chance, as far as can be seen: what is left may still be a third of the spread.
    let all = try #require(factor(64, 1))
    #expect(all > 0.3 && all < 0.6)
    let many = try #require(factor(4_000, 0.5))
    #expect(abs(many - 0.5.squareRoot()) < 2e-3)
  }

  @Test func `below 40 draws nothing is taken out`() throws {
    for draws in [39, 40] {
      let (values, reference) = study(draws, replicates: 2, share: 0.3, seed: 5)
      let ui = Uncertainty.effect(values, reference: reference, level: 0.95)?.ratioUI
      #expect(ui?.method == .percentile)
      #expect(ui?.holdsChance == (draws == 39))
    }
  }

  @Test func `echoes of a smaller study are those of a larger one`() {
    #expect((1...16).allSatisfy(Uncertainty.isEcho))
    #expect((17...28).filter(Uncertainty.isEcho) == [20, 24, 28])
  }

  @Test func `an effect is clear only where the limits leave out no change`() throws {
    let base = (1...64).map { 100 + Double($0) }
    let shift = normals(64, seed: 9)
    func effect(_ change: (Double) -> Double) -> EffectEstimate? {
      Uncertainty.effect(
        single(zip(base, shift).map { $0 + change($1) }), reference: single(base), level: 0.95)
    }
    let clear = try #require(effect { -10 + $0 })
    #expect(clear.isClear && clear.pLess == 1)
    // The mean is known to be below 0, and yet many worlds lie above it.
    let mixed = try #require(effect { -1 + $0 })
    #expect(!mixed.isClear && (mixed.diffMC?.high ?? 1) < 0 && (mixed.pLessHigh ?? 1) < 1)
    let none = try #require(effect { _ in 0 })
    #expect(!none.isClear && none.pLess == 0.5 && none.ratioMedian == 1)
  }

  @Test func `limits stay inside what an outcome can be, and hold the middle`() throws {
    let shares = single((1...10).map { Double($0) / 10 })
    let level = try #require(Uncertainty.level(shares, level: 0.95, limits: 0...1))
    #expect(level.ui?.high == 1 && level.ui?.method == .prediction)
    let worlds = (1...50).map { Double($0) }
    let noisy = DrawValues(worlds.map { [$0 - 20, $0 + 20] })
    // More chance than spread: limits don't meet, since nobody knows that nothing is left.
    let all = try #require(Uncertainty.level(noisy, level: 0.95))
    #expect(all.chanceShare == 1 && all.ui?.holdsChance == false)
    let low = try #require(all.ui?.low), high = try #require(all.ui?.high)
    #expect(low < all.median - 3 && high > all.median + 3)
  }

  @Test func `Monte Carlo errors have a level of their own`() throws {
    let (values, reference) = study(50, replicates: 1, share: 0, seed: 8)
    let plain = try #require(Uncertainty.effect(values, reference: reference, level: 0.95))
    let wide = try #require(
      Uncertainty.effect(values, reference: reference, level: 0.95, mcLevel: 0.99))
    #expect(plain.ratioUI == wide.ratioUI && plain.mc != wide.mc)
    let old = Statistics.ratio(
      values.values.map { $0[0] }, to: reference.values.map { $0[0] }, level: 0.95)
    #expect(agree(plain.mc?.low, old?.low ?? 0) && agree(plain.mc?.high, old?.high ?? 0))
  }

  @Test func `numbers are rounded as a formatted text is`() {
    for value in [1.0 / 3, -2e-300, 6.02e23, 0, 1e15 / 7, -Double.infinity] {
      #expect(Statistics.steady(value) == Double(String(format: "%.12e", value)))
    }
    #expect(Statistics.steady(.nan).isNaN)
  }

  @Test func `what is undefined is left out, and nothing defined is nothing said`() {
    #expect(Uncertainty.level(DrawValues([[.nan], []]), level: 0.95) == nil)
    #expect(
      Uncertainty.effect(
        DrawValues([[1]]), reference: DrawValues([[.nan]]), level: 0.95) == nil)
    let level = Uncertainty.level(DrawValues([[1, .nan], [.nan], [3, 5]]), level: 0.95)
    #expect(level?.draws == 2 && level?.replicates == 3 && level?.mean == 2.5)
  }
}
