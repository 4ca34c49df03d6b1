/// Finds the worlds that are plausible beside what sources say, by asking for runs batch by batch.
///
/// A world is a list of normal scores, one for each uncertain input. First a *bank* of worlds from the priors is
/// run. History matching: an emulator fitted to it rules worlds out, a *wave* of worlds that aren't is run, and
/// the emulator is fitted again to both; what it rules out then stays out. The rest is approximate Bayesian
/// computation by sequential Monte Carlo: a population of worlds from the priors, less implausible from step to
/// step. In each the bound falls to the population's median, or to 1, the worlds within it are drawn again and
/// each is moved by Markov steps that leave the posterior at that bound as it is.
///
/// A move is itself a chain of cheap steps that leave prior × emulated likelihood as it is; a run then decides,
/// corrected for what the emulator said. So a bad emulator costs runs and not truth, except where it ruled
/// out what fits: how many worlds of the bank that would have been is told.
///
/// - SeeAlso: Toni et al. 2009, doi:10.1098/rsif.2008.0172; Del Moral, Doucet & Jasra 2012,
///   doi:10.1007/s11222-011-9271-y; Liu 2001, Monte Carlo Strategies in Scientific Computing, §9.4.3
///   (surrogate transitions); Cotter et al. 2013, doi:10.1214/13-STS421 (steps that keep a normal prior).
struct Calibrator: Sendable {
  /// How much is run.
  struct Size: Sendable, Equatable {
    /// Worlds of the bank.
    var bank: Int
    /// Worlds of the wave and of the population.
    var worlds: Int
  }

  /// A world that was run.
  struct World: Sendable {
    let scores: [Double]
    /// Implausibility of each replicate.
    let misses: [Double]
    /// For each goal the mean over the replicates that have a value.
    let values: [Double]

    /// How many replicates lie within a bound.
    func within(_ bound: Double) -> Int { misses.count { $0 <= bound } }
    /// Of the replicate in the middle.
    var miss: Double { misses.sorted()[(misses.count - 1) / 2] }
  }

  /// One step of the population.
  struct Generation: Sendable, Equatable {
    /// Implausibility allowed.
    let bound: Double
    /// Runs that the moves took, and moves that were made.
    var runs = 0, moved = 0
    /// Times that all worlds were tried.
    var rounds = 0
    /// Different worlds in the population.
    var distinct = 0
  }

  /// What is asked for next.
  enum Phase: Sendable, Equatable {
    case bank, wave, moves, done
    /// No world was found that could be plausible.
    case hopeless
  }

  let goals: [CalibrationGoal]
  let size: Size
  /// Where each input's value changes; empty of one that changes everywhere.
  let steps: [[Double]]
  let seed: UInt64

  var phase = Phase.bank
  /// Every world that was run, in order; world n is draw n.
  var worlds: [World] = []
  /// Share of the priors' worlds that the bank's emulator, and then both, don't rule out.
  var kept: [Double] = []
  /// The emulators of the bank and of bank and wave.
  var emulators: [Emulator] = []
  /// What moves are made by: an emulator of all worlds so far. It rules out nothing.
  var surrogate: Emulator
  var generations: [Generation] = []
  /// Positions of the worlds in the population, some more than once.
  var population: [Int] = []
  /// The worlds that are to be run now; none at the end.
  var batch: [[Double]]
  /// For which member of the population each of them is tried, in moves.
  var members: [Int] = []

  /// - Parameter prior: The scores of a world of the bank, from 1.
  init(
    goals: [CalibrationGoal], size: Size, steps: [[Double]], seed: UInt64,
    prior: (_ world: Int) -> [Double]
  ) {
    (self.goals, self.size, self.steps, self.seed) = (goals, size, steps, seed)
    batch = (1...size.bank).map(prior)
    surrogate = Emulator(goals, scores: [], values: goals.map { _ in [] }, steps: steps)
  }

  /// Takes in the worlds that were asked for.
  ///
  /// - Parameter outcomes: For each world and replicate the value of each goal's outcome.
  mutating func take(_ outcomes: [[[Double]]]) {
    let first = worlds.count
    worlds += zip(batch, outcomes).map { scores, replicates in
      World(
        scores: scores, misses: replicates.map(goals.implausibility),
        values: goals.indices.map { goal in
          Statistics.mean(replicates.map { $0[goal] }.filter(\.isFinite)) ?? .nan
        })
    }
    batch = []
    switch phase {
    case .bank: matchHistory()
    case .wave: begin()
    case .moves: decide(first)
    case .done, .hopeless: break
    }
    // Where no member moved there is nothing to run, and the next round is asked for at once.
    while phase == .moves {
      propose()
      if !batch.isEmpty { return }
      decide(worlds.count)
    }
  }
}
