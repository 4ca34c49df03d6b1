/// Boxes of worlds in which something happens more often than elsewhere: the patient rule induction method
/// (Friedman and Fisher 1999, doi:10.1023/A:1008894516817), as scenario discovery uses it (Bryant and Lempert
/// 2010, doi:10.1016/j.techfore.2009.08.002).
///
/// From all worlds a twentieth is peeled off again and again, at the end of one input's range or one of its
/// words, wherever the share of worlds of interest inside rises most for each world that is given up (the
/// lenient objective of Kwakkel and Jaxa-Rozen 2016, doi:10.1016/j.envsoft.2015.11.020). Every step is a box:
/// density is the share of its worlds that are of interest, coverage the share of all worlds of interest that
/// it holds, mass its share of all worlds.
struct Prim {
  /// One input, world by world.
  struct Input {
    let name: String
    let values: [Double]
    /// Whether values are positions of words, of which single ones are taken away.
    let isWord: Bool
  }

  /// What a box allows of one input: what was peeled off, and no more.
  struct Limit: Equatable {
    let input: Int
    /// The ends of a range; nil where none was peeled off, and of words.
    var low: Double?, high: Double?
    /// Words that were taken away.
    var without: Set<Double> = []
    /// How likely so many worlds of interest would be among so many, if this limit did nothing: the share
    /// of interest without it, and a binomial law. Small where the limit matters.
    var chance = 1.0
  }

  /// One step.
  struct Box: Equatable {
    let coverage: Double, density: Double, mass: Double
    /// How many worlds are inside.
    let worlds: Int
    /// Of the inputs that are limited, in their order.
    let limits: [Limit]
  }

  /// Worlds that are given up in a step, of those inside; least share of all worlds that a box keeps.
  static let peel = 0.05, least = 0.05

  let inputs: [Input]
  let isOfInterest: [Bool]

  /// The boxes from all worlds to the last one.
  ///
  /// - Complexity: O(steps × inputs × worlds × log worlds).
  func boxes() -> [Box] {
    let all = Array(isOfInterest.indices)
    var limits: [Limit] = [], inside = all, found = [box(limits, inside)]
    while let next = peeled(limits, inside),
      Double(next.inside.count) >= Self.least * Double(all.count)
    {
      (limits, inside) = (next.limits, next.inside)
      found.append(box(limits, inside))
      if found.last?.density == 1 { break }
    }
    return found
  }

  /// The box that is told: of those at least so dense the one that covers most, else the densest, without the
  /// limits that don't matter: again and again the one that does least is dropped, while it would be as
  /// likely as one in twenty by chance.
  func told(of boxes: [Box], density: Double) -> Box? {
    let dense = boxes.filter { $0.density >= density }
    guard
      var best = dense.max(by: { $0.coverage < $1.coverage })
        ?? boxes.max(by: { $0.density < $1.density })
    else { return nil }
    while let weakest = best.limits.max(by: { $0.chance < $1.chance }), weakest.chance > 0.05 {
      let rest = best.limits.filter { $0.input != weakest.input }
      best = box(
        rest, isOfInterest.indices.filter { world in rest.allSatisfy { holds($0, world) } })
    }
    return best
  }

  /// How often worlds whose answers are dealt out anew give a box as good: coverage times density.
  ///
  /// With as many inputs as worlds some box is always found; this says whether it is more than that.
  func chance(of box: Box, density: Double, key: UInt64) -> Double {
    var random = Random(key: [key, UInt64(isOfInterest.count)])
    var labels = isOfInterest.map { $0 ? 1.0 : 0 }, asGood = 0
    for _ in 0..<Self.permutations {
      random.shuffle(&labels)
      let other = Prim(inputs: inputs, isOfInterest: labels.map { $0 > 0 })
      guard let found = other.told(of: other.boxes(), density: density) else { continue }
      if found.coverage * found.density >= box.coverage * box.density { asGood += 1 }
    }
    return Double(asGood + 1) / Double(Self.permutations + 1)
  }

  /// Times that answers are dealt out anew.
  static let permutations = 99

  /// The limits after the best step, and the worlds that are left; nil where none is worth it.
  private func peeled(
    _ limits: [Limit], _ inside: [Int]
  ) -> (limits: [Limit], inside: [Int])? {
    let before = density(inside)
    var best: (gain: Double, limit: Limit, left: [Int])?
    for place in inputs.indices {
      let own = limits.first { $0.input == place } ?? Limit(input: place)
      for limit in inputs[place].isWord ? words(own, inside) : ends(own, inside) {
        let left = inside.filter { holds(limit, $0) }
        guard !left.isEmpty, left.count < inside.count else { continue }
        let gain = (density(left) - before) / Double(inside.count - left.count)
        if gain > best?.gain ?? 0 { best = (gain, limit, left) }
      }
    }
    guard let best else { return nil }
    let rest = limits.filter { $0.input != best.limit.input }
    return ((rest + [best.limit]).sorted { $0.input < $1.input }, best.left)
  }

  /// Without the lowest twentieth, and without the highest; what shares the value at the edge stays.
  private func ends(_ own: Limit, _ inside: [Int]) -> [Limit] {
    let sorted = inside.map { inputs[own.input].values[$0] }.sorted()
    let count = Int((Double(sorted.count) * Self.peel).rounded(.up))
    guard count < sorted.count else { return [] }
    var lower = own, upper = own
    lower.low = sorted[count]
    upper.high = sorted[sorted.count - 1 - count]
    return [lower, upper]
  }

  private func words(_ own: Limit, _ inside: [Int]) -> [Limit] {
    Set(inside.map { inputs[own.input].values[$0] }).sorted().map { word in
      var less = own
      less.without.insert(word)
      return less
    }
  }

  private func holds(_ limit: Limit, _ world: Int) -> Bool {
    let value = inputs[limit.input].values[world]
    return value >= limit.low ?? -.infinity && value <= limit.high ?? .infinity
      && !limit.without.contains(value)
  }

  private func density(_ inside: [Int]) -> Double {
    Double(inside.count { isOfInterest[$0] }) / Double(max(1, inside.count))
  }

  private func box(_ limits: [Limit], _ inside: [Int]) -> Box {
    let all = isOfInterest.count { $0 }, own = inside.count { isOfInterest[$0] }
    let told = limits.map { limit -> Limit in
      let others = limits.filter { $0.input != limit.input }
      let wider = isOfInterest.indices.filter { world in others.allSatisfy { holds($0, world) } }
      var copy = limit
      copy.chance = Statistics.binomialTail(own, of: inside.count, share: density(wider))
      return copy
    }
    return Box(
      coverage: Double(own) / Double(max(1, all)), density: density(inside),
      mass: Double(inside.count) / Double(isOfInterest.count), worlds: inside.count,
      limits: told)
  }
}
