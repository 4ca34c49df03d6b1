/// The value of information: what would be gained on average if something were known before an option
/// is chosen.
///
/// Net benefit of an option in a draw is its harm with the sign turned, over the reference's mean harm.
/// Knowing all there is to know (EVPI) is worth the mean of the best net benefit of each draw less the
/// best mean net benefit. Knowing one parameter φ (EVPPI) is worth the same with E[net benefit | φ] in the
/// place of the net benefit. That expectation is a regression of the draws' net benefit, less the
/// reference's, on φ, so that no more runs are needed. A parameter may drive an effect and be worth nothing:
/// where it moves all options alike, or where no value of it makes another one the best.
///
/// The regression fits chance as well, and the greatest of its values is taken, so that even an inert
/// parameter gets a worth above 0. The draws are therefore dealt out to the parameters anew, and only what
/// is above what the best of all parameters then reaches in 95 % of cases is told. EVPI holds chance within
/// draws as if it could be known, and is an upper bound.
///
/// What offenders are and do is not among the inputs (``OffenderInputs``); what they
/// are worth is in EVPI and is told nowhere.
///
/// - SeeAlso: Strong, Oakley & Brennan 2014, Estimating multiparameter partial expected value of
///   perfect information from a probabilistic sensitivity analysis sample: a nonparametric regression
///   approach, doi:10.1177/0272989X13505910.
public enum Information {
  /// Draws below which nothing is said: the worth is the mean of a maximum of fits.
  public static let fewest = 1_000
  /// Times that the draws are dealt out anew. With 39 the 38th of the greatest is the bound at 95 %.
  static let permutations = 39
  static let level = 0.95

  /// One parameter.
  struct Input: Equatable {
    let name: String
    let evppi: Double
    let leaders: DriverRow.Leaders
  }

  /// One outcome.
  struct Result: Equatable {
    let draws: Int
    let evpi: Double
    let bound: Double
    /// The option with the best mean.
    let leader: String
    /// The greatest worth first; equal ones in the order given.
    let inputs: [Input]
  }

  /// What is found about one outcome.
  ///
  /// - Parameters:
  ///   - options: The reference first.
  ///   - inputs: Values of each parameter that an option reads, for all draws of the study; NaN where
  ///     there is none. Those of offenders are left out.
  ///   - seed: Of the study, for the dealing.
  /// - Returns: Nil below ``fewest`` draws, without an alternative, without harm under the reference, or
  ///   where no parameter varies.
  /// - Complexity: O(permutations × inputs × options × draws).
  static func found(
    _ options: OptionHarms, on inputs: [(name: String, values: [Double])], seed: UInt64
  ) -> Result? {
    let inputs = inputs.filter { !OffenderInputs.hold(column: $0.name) }
    let options = options.keeping { place in
      inputs.allSatisfy { $0.values[options.draws[place]].isFinite }
    }
    guard options.draws.count >= fewest, options.names.count > 1,
      let scale = Statistics.mean(options.reference), scale > 0
    else { return nil }
    let benefits = options.harms.dropFirst().map { own in
      zip(options.reference, own).map { ($0 - $1) / scale }
    }
    let own = inputs.map { input in options.draws.map { input.values[$0] } }
    let known = inputs.indices.compactMap { place in
      Regression(own[place]).map { (name: inputs[place].name, basis: $0) }
    }
    guard !known.isEmpty else { return nil }
    let alone = max(0, benefits.compactMap { Statistics.mean($0) }.max() ?? 0)
    let found = known.map { input in
      Input(
        name: input.name, evppi: worth(benefits.map(input.basis.fitted), over: alone),
        leaders: DriverRow.Leaders(
          low: options.leader(input.basis.low), high: options.leader(input.basis.high)))
    }
    return Result(
      draws: options.draws.count, evpi: worth(benefits, over: alone),
      bound: bound(benefits, on: known.map(\.basis), over: alone, seed: seed),
      leader: options.leader(options.draws.indices), inputs: sorted(found))
  }

  /// The mean of the best benefit, the reference's being 0, less the best mean.
  private static func worth(_ benefits: [[Double]], over alone: Double) -> Double {
    let best = (benefits.first ?? []).indices.map { draw in
      benefits.reduce(0) { max($0, $1[draw]) }
    }
    return Statistics.steady(max(0, (Statistics.mean(best) ?? 0) - alone))
  }

  /// What the greatest worth of all inputs doesn't exceed in 95 % of cases where none has any.
  private static func bound(
    _ benefits: [[Double]], on inputs: [Regression], over alone: Double, seed: UInt64
  ) -> Double {
    var random = Random(key: [seed, 0x65_7670_7069]), order = Array(benefits[0].indices)
    let greatest = (0..<permutations).map { _ in
      random.shuffle(&order)
      let dealt = benefits.map { own in order.map { own[$0] } }
      return inputs.map { worth(dealt.map($0.fitted), over: alone) }.max() ?? 0
    }.sorted()
    let rank = Int(Statistics.steady(level * Double(permutations + 1)).rounded(.up))
    return greatest[min(permutations, max(1, rank)) - 1]
  }

  private static func sorted(_ inputs: [Input]) -> [Input] {
    inputs.enumerated().sorted { first, second in
      first.element.evppi == second.element.evppi
        ? first.offset < second.offset : first.element.evppi > second.element.evppi
    }.map(\.element)
  }
}
