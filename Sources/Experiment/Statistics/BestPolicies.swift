/// In which draws each policy is the best of all: nothing is below it. Equals are best together.
struct BestPolicies {
  /// Names of the policies.
  let names: [String]
  /// For each policy and draw 1 where it is best, else 0; NaN where some policy has no value.
  let isBest: [[Double]]

  /// - Parameter values: For each policy its values draw by draw; less is better.
  init(_ policies: [(name: String, values: [Double])]) {
    names = policies.map(\.name)
    let draws = policies.map(\.values.count).min() ?? 0
    let least = (0..<draws).map { draw -> Double in
      let all = policies.map { $0.values[draw] }
      return all.allSatisfy(\.isFinite) ? all.min() ?? .nan : .nan
    }
    isBest = policies.map { policy in
      (0..<draws).map { least[$0].isNaN ? .nan : policy.values[$0] == least[$0] ? 1 : 0 }
    }
  }

  /// How often a policy is best at either end of an input, and which policies lead there.
  ///
  /// - Parameter values: Of the input, by draw.
  /// - Returns: Nil with a single policy, or where the input doesn't vary.
  func ends(
    _ policy: Int, by values: [Double], level: Double
  ) -> (shares: EndShares, leaders: DriverRow.Leaders)? {
    let whole = values.indices.filter { draw in
      values[draw].isFinite && draw < isBest[policy].count && isBest[policy][draw].isFinite
    }
    let own = whole.map { values[$0] }, holds = whole.map { isBest[policy][$0] }
    guard names.count > 1, whole.count >= ExplainedShare.fewest,
      let ends = EndShares.ends(of: holds, by: own),
      let shares = EndShares(holds, at: ends, by: own, level: level)
    else { return nil }
    let leaders = DriverRow.Leaders(
      low: leader(ends.low.map { whole[$0] }), high: leader(ends.high.map { whole[$0] }))
    return (shares, leaders)
  }

  /// The policy that is best in most of some draws; of equals the first.
  private func leader(_ draws: [Int]) -> String {
    let counts = isBest.map { own in draws.reduce(0) { $0 + own[$1] } }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { names[$0] } ?? ""
  }
}
