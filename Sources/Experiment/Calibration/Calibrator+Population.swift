import Foundation

/// Sequential Monte Carlo.
extension Calibrator {
  /// Steps of the population, and tries of all worlds in one of them, at most.
  static let mostGenerations = 24, mostRounds = 12
  /// Share of the population that must be different worlds, in between and at the end.
  static let distinctBetween = 0.5, distinctAtEnd = 0.8

  /// The first population: all worlds so far that both emulators leave open are from the priors.
  mutating func begin() {
    let open = worlds.indices.filter { isOpen(worlds[$0].scores) }
    emulators.append(emulator(of: open.map { worlds[$0] }))
    population = worlds.indices.filter { isOpen(worlds[$0].scores) }
    let wave = worlds.indices.dropFirst(size.bank)
    let still = wave.count { isOpen(worlds[$0].scores) }
    kept.append(kept[0] * Double(still) / Double(max(1, wave.count)))
    phase = population.isEmpty ? .hopeless : .moves
    if phase == .moves { tighten() }
  }

  /// The bound on implausibility now.
  var bound: Double { generations.last?.bound ?? .infinity }

  /// Lowers the bound to the population's median, or to 1, and draws the worlds within it again.
  private mutating func tighten() {
    let misses = population.flatMap { worlds[$0].misses }.sorted()
    let last = bound
    let next = max(1, min(misses[misses.count / 2], last * 0.9))
    let inside = population.filter { worlds[$0].within(next) > 0 }
    // With no world within it the bound falls as far as the best one.
    let lowered = inside.isEmpty ? max(1, misses[0]) : next
    guard lowered.isFinite else {
      phase = .hopeless
      return
    }
    let weights = population.map { member -> Double in
      let before = last.isFinite ? worlds[member].within(last) : worlds[member].misses.count
      return Double(worlds[member].within(lowered)) / Double(max(1, before))
    }
    population = resampled(weights)
    generations.append(Generation(bound: lowered, distinct: Set(population).count))
    // Every world was chosen by its scores alone, never by its own outcome: all of them bear a fit.
    surrogate = emulator(of: worlds.filter { isOpen($0.scores) })
    if population.isEmpty { phase = .hopeless }
  }

  /// The population drawn again, as often each as its weight says.
  ///
  /// - SeeAlso: Kitagawa 1996, doi:10.1080/10618600.1996.10474692 (systematic resampling).
  private func resampled(_ weights: [Double]) -> [Int] {
    let all = weights.reduce(0, +)
    guard all > 0 else { return [] }
    var random = random(generations.count + 1, 1 << 40)
    let start = random.uniform(), count = Double(size.worlds)
    var sum = 0.0, place = 0, found: [Int] = []
    for number in 0..<size.worlds {
      let mark = (Double(number) + start) / count * all
      while place < weights.count - 1, sum + weights[place] < mark {
        sum += weights[place]
        place += 1
      }
      found.append(population[place])
    }
    return found
  }

  /// The number of the population's round, of all.
  private var round: Int { generations.count << 8 | (generations.last?.rounds ?? 0) }

  /// Asks for a world to try for each member of the population; for none that its cheap steps didn't move.
  mutating func propose() {
    members = []
    for member in population.indices {
      var random = random(round + 1, member + 1)
      let before = worlds[population[member]].scores, scores = moved(before, &random)
      if scores == before { continue }
      members.append(member)
      batch.append(scores)
    }
  }

  /// Cheap steps of one move, and how far each goes.
  private static let steps = 10, reach = 0.5

  /// A chain that leaves prior × emulated likelihood, cut to what isn't ruled out, as it is.
  private func moved(_ scores: [Double], _ random: inout Random) -> [Double] {
    let keep = (1 - Self.reach * Self.reach).squareRoot()
    var now = scores, likely = surrogate.logLikelihood(scores)
    for _ in 0..<Self.steps {
      let other = now.map { keep * $0 + Self.reach * random.normal() }
      let luck = log(random.uniform())
      guard isOpen(other) else { continue }
      let chance = surrogate.logLikelihood(other)
      if luck < chance - likely { (now, likely) = (other, chance) }
    }
    return now
  }

  /// Makes the moves that the runs speak for; then tries again, lowers the bound, or ends.
  mutating func decide(_ first: Int) {
    let last = generations.count - 1
    for (place, member) in members.enumerated() {
      let before = worlds[population[member]], after = worlds[first + place]
      let ratio = Double(after.within(bound)) / Double(max(1, before.within(bound)))
      guard ratio > 0 else { continue }
      let correction =
        surrogate.logLikelihood(before.scores) - surrogate.logLikelihood(after.scores)
      var random = random(-round - 2, member + 1)
      guard log(random.uniform()) < log(ratio) + correction else { continue }
      population[member] = first + place
      generations[last].moved += 1
    }
    generations[last].runs += members.count
    generations[last].rounds += 1
    generations[last].distinct = Set(population).count
    go()
  }

  private mutating func go() {
    let last = generations[generations.count - 1]
    let isLast = last.bound <= 1
    let wanted = Double(size.worlds) * (isLast ? Self.distinctAtEnd : Self.distinctBetween)
    if Double(last.distinct) < wanted, last.rounds < (isLast ? Self.mostRounds : 3) { return }
    if isLast {
      phase = .done
    } else if generations.count == Self.mostGenerations {
      phase = .hopeless
    } else {
      tighten()
    }
  }

  /// What the population is worth as independent worlds of equal weight: N² / Σ m² over different worlds that
  /// are in it m times.
  ///
  /// - SeeAlso: Kong, Liu & Wong 1994, doi:10.1080/01621459.1994.10476469.
  var effectiveSize: Double {
    let counts = Dictionary(grouping: population) { $0 }.values.map { Double($0.count) }
    let squares = counts.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? Double(population.count * population.count) / squares : 0
  }

  /// Positions of the worlds of the bank that were run.
  var bank: [Int] { Array(0..<min(size.bank, worlds.count)) }

  /// Worlds of the bank that fit, and of those the ones that the emulators rule out: history matching loses
  /// these.
  var lost: (fitting: Int, ruledOut: Int) {
    let fitting = bank.map { worlds[$0] }.filter { $0.miss <= 1 }
    return (fitting.count, fitting.count { !isOpen($0.scores) })
  }
}
