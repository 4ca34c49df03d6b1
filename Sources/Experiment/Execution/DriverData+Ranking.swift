import Simulation

extension DriverData {
  /// The rows of ranking.csv: outcome by outcome, the options in the order of the plan; none without
  /// enough alternatives.
  func ranking(level: Double) -> [RankingRow] {
    guard let chosen = options else { return [] }
    return columns.indices.flatMap { outcome -> [RankingRow] in
      let found = Ranking.found(harms(of: chosen, outcome), level: level)
      return chosen.enumerated().map { place, scenario in
        RankingRow(
          baseline: plan.scenarios[0].name, scenario: plan.scenarios[scenario].name,
          outcome: plan.columns[columns[outcome]].name, draws: found.draws,
          finding: found.findings.isEmpty ? nil : found.findings[place])
      }
    }
  }

  /// The rows of information.csv: outcome by outcome, the greatest worth first; none with fewer draws than
  /// ``Information/fewest``.
  ///
  /// - Parameter units: Units of the drawn columns, by name.
  /// - Complexity: O(permutations × parameters × options × draws) for each outcome.
  func information(units: [String: String]) -> [InformationRow] {
    guard let chosen = options, plan.draws >= Information.fewest else { return [] }
    let inputs = inputs(of: chosen)
    return columns.indices.flatMap { outcome -> [InformationRow] in
      let harms = harms(of: chosen, outcome)
      guard let found = Information.found(harms, on: inputs, seed: plan.seed) else { return [] }
      return found.inputs.enumerated().map { place, input in
        InformationRow(
          baseline: plan.scenarios[0].name, outcome: plan.columns[columns[outcome]].name,
          rank: place + 1, parameter: input.name, unit: units[input.name] ?? "",
          draws: found.draws, evpi: found.evpi, evppi: input.evppi, bound: found.bound,
          leader: found.leader, leaders: input.leaders)
      }
    }
  }

  /// The scenarios among which is chosen: the first and those that are compared with it. Others are
  /// compared within another world. Nil without enough alternatives.
  private var options: [Int]? {
    let chosen = plan.scenarios.indices.filter { plan.scenarios[$0].reference == 0 }
    return chosen.first == 0 && chosen.count > Ranking.fewestAlternatives ? chosen : nil
  }

  /// The mean over replicates by draw. A draw of which a run was stopped has none: what its other
  /// replicates say would be the better half of it.
  private func harms(of chosen: [Int], _ outcome: Int) -> OptionHarms {
    OptionHarms(
      chosen.map { scenario in
        let own = DrawValues(
          values[scenario][outcome], replicates: plan.replicates, stopped: broken[scenario])
        return (
          plan.scenarios[scenario].name,
          own.values.map { Statistics.mean($0.filter(\.isFinite)) ?? .nan }
        )
      })
  }

  /// The parameters that any of them reads, with their values by draw: those of the first that has one.
  private func inputs(of chosen: [Int]) -> [(name: String, values: [Double])] {
    plan.drawn.indices.compactMap { parameter in
      let all = chosen.map { drawn[$0][parameter] }.filter { $0.contains(where: \.isFinite) }
      guard let first = all.first else { return nil }
      let values = first.indices.map { draw in
        all.first { $0[draw].isFinite }?[draw] ?? .nan
      }
      return (plan.drawn[parameter], values)
    }
  }
}
