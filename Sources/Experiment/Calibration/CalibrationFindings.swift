import Foundation
import Schema
import Simulation

/// What a fit tells: targets beside the priors' worlds and the plausible ones, what was learnt of each input, and
/// along which ridge harm and an input make up for each other.
public struct CalibrationFindings: Sendable {
  /// The middle of some worlds and what 95 % of them lie between; undefined ends where they are too few.
  public struct Spread: Sendable, Equatable {
    /// The median.
    public let median: Double
    /// The limits.
    public let low: Double, high: Double

    init(_ values: [Double]) {
      let ordered = OrderedDraws(values.filter(\.isFinite)), ends = ordered.limits(level: 0.95)
      median = ordered.low(at: Double(ordered.total + 1) / 2) ?? .nan
      (low, high) = (ends.low ?? .nan, ends.high ?? .nan)
    }

    init(median: Double, low: Double, high: Double) {
      (self.median, self.low, self.high) = (median, low, high)
    }
  }

  /// A target beside the model.
  public struct Pattern: Sendable, Equatable {
    /// The target.
    public let target: Target
    /// Worlds from the priors, and plausible ones, in the target's unit, for the platform that it describes.
    public let prior: Spread, plausible: Spread
    /// Share of them within the target's limits.
    public let priorInside: Double, plausibleInside: Double

    /// `inside`, `inside (interval)`, `miss` or `undefined`.
    public var verdict: String {
      let interval =
        plausible.low.isFinite
        ? Interval(estimate: plausible.median, low: plausible.low, high: plausible.high) : nil
      return target.verdict(plausible.median, interval)
    }
  }

  /// What was learnt of an input.
  public struct Learnt: Sendable, Equatable {
    /// Its path.
    public let input: String
    /// Its unit.
    public let unit: String
    /// In worlds from the priors, and in plausible ones.
    public let prior: Spread, plausible: Spread
    /// How much less it spreads, as a normal score: 0 where nothing was learnt.
    public let narrower: Double
    /// How far its middle moved, in standard deviations of the prior.
    public let moved: Double
    /// Rank correlation with the headline over worlds from the priors, and over plausible ones.
    public let priorCorrelation: Double, correlation: Double

    /// How much was learnt: its middle moved, or it became narrower.
    public var size: Double { max(abs(moved), abs(narrower)) }

    /// By how much the fit changed that correlation: below 0 where less harm must go with more of the input.
    var tie: Double {
      let change = correlation - priorCorrelation
      return change.isFinite ? change : 0
    }
  }

  /// Targets in their order.
  public let patterns: [Pattern]
  /// Inputs in their order.
  public let learnt: [Learnt]
  /// Steps of the population.
  let generations: [Calibrator.Generation]
  /// Whether known inputs are found again; nil with too small a bank.
  public let recovery: Recovery?
  let calibration: Calibration
  private let values: [[Double]]

  init(_ calibration: Calibration, _ levels: DrawLevels) {
    self.calibration = calibration
    let state = calibration.state, outcomes = calibration.outcomes
    // The mean over the replicates of each world.
    let values = levels.values.map { world in
      outcomes.indices.map { place in
        Statistics.mean(world.map { $0[place] }.filter(\.isFinite)) ?? .nan
      }
    }
    self.values = values
    let bank = state.bank
    patterns = calibration.targets.map { target in
      let place = outcomes.firstIndex(of: target.outcome) ?? 0
      let scale = target.countsEvents ? calibration.scale : 1
      let prior = bank.map { values[$0][place] * scale }
      let plausible = state.population.map { values[$0][place] * scale }
      return Pattern(
        target: target, prior: Spread(prior), plausible: Spread(plausible),
        priorInside: Self.inside(target, prior), plausibleInside: Self.inside(target, plausible))
    }
    generations = state.generations
    learnt = Self.learnt(calibration, values, bank)
    recovery = Recovery(
      calibration.inputs, scores: bank.map { state.worlds[$0].scores },
      values: bank.map { world in state.worlds[world].values.map { Foundation.log($0) } })
  }

  private static func inside(_ target: Target, _ values: [Double]) -> Double {
    let (least, most) = target.limits, known = values.filter(\.isFinite)
    if known.isEmpty { return .nan }
    return Double(known.count { least <= $0 && $0 <= most }) / Double(known.count)
  }

  private static func learnt(
    _ calibration: Calibration, _ values: [[Double]], _ bank: [Int]
  ) -> [Learnt] {
    let state = calibration.state, population = state.population
    guard let headline = calibration.outcomes.firstIndex(of: OutcomeWords.headline) else {
      return []
    }
    let units = Dictionary(
      calibration.scenario.used.drawn.map { ($0.path, $0.unit.symbol) },
      uniquingKeysWith: { first, _ in first })
    let harm = { (worlds: [Int]) in RankCorrelation.ranks(worlds.map { values[$0][headline] }) }
    let harms = (harm(bank), harm(population))
    return calibration.inputs.enumerated().map { input, path in
      let scores = { (worlds: [Int]) in worlds.map { state.worlds[$0].scores[input] } }
      let before = scores(bank), after = scores(population)
      let correlation = { (own: [Double], harm: [Double]) in
        Statistics.correlation(RankCorrelation.ranks(own), harm) ?? .nan
      }
      return Learnt(
        input: path, unit: units[path] ?? "", prior: Spread(calibration.values(of: input, bank)),
        plausible: Spread(calibration.values(of: input, population)),
        narrower: 1 - (Statistics.deviation(after) ?? .nan),
        moved: Statistics.mean(after) ?? .nan, priorCorrelation: correlation(before, harms.0),
        correlation: correlation(after, harms.1))
    }
  }

  /// The input that the fit ties most closely to harm, one making up for the other: the ridge; nil without any.
  public var ridge: Learnt? { learnt.filter { $0.tie < 0 }.min { $0.tie < $1.tie } }

  /// Different worlds in the plausible set, the worlds that it is worth, and all of it.
  public var sizes: (distinct: Int, effective: Double, all: Int) {
    let population = calibration.state.population
    return (Set(population).count, calibration.state.effectiveSize, population.count)
  }

  /// Different worlds below which a warning is due.
  public static let fewest = 100

  /// The implausibility that was reached: 1 where every world fits. Nil before the first step.
  public var bound: Double? { generations.last?.bound }

  /// How far the fit is.
  public var isDone: Bool { calibration.state.phase == .done }
  /// Whether no world could be found that is plausible.
  public var isHopeless: Bool { calibration.state.phase == .hopeless }
  /// Worlds that were run.
  public var runs: Int { calibration.state.worlds.count }
  /// Worlds of the bank.
  public var bank: Int { calibration.state.size.bank }
  /// Share of the priors' worlds that the emulator of the bank, and then that of bank and wave, leaves open.
  public var open: [Double] { calibration.state.kept }
  /// Worlds of the bank that fit, and those of them that emulators rule out.
  public var lost: (fitting: Int, ruledOut: Int) { calibration.state.lost }
  /// Of each world of the bank and the plausible set an input's value with the headline's: what the ridge is
  /// drawn from.
  var points: [(world: Int, isPlausible: Bool, value: Double, harm: Double)] {
    guard let ridge, let input = calibration.inputs.firstIndex(of: ridge.input),
      let place = calibration.outcomes.firstIndex(of: OutcomeWords.headline)
    else { return [] }
    let state = calibration.state, chosen = Set(state.population).sorted()
    return [(state.bank, false), (chosen, true)].flatMap { worlds, isPlausible in
      zip(worlds, calibration.values(of: input, worlds)).map { world, value in
        (world + 1, isPlausible, value, values[world][place])
      }
    }
  }
}
