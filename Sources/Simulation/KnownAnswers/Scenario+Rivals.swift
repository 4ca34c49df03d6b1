import Schema

extension Scenario {
  /// The same with rivals of some sizes; sizes attract nobody, nobody looks round, and all that is found
  /// is found at once.
  func withRivals(_ sizes: [Double], goingOn share: Double) -> Scenario {
    var scenario = self
    scenario.venues = zip(Rival.letters, sizes).map { letter, size in
      var rival = Rival()
      (rival.label, rival.size) = (letter, size)
      return rival
    }
    (scenario.choice.size, scenario.choice.openness, scenario.choice.looksRound) = (0, 0, 0)
    (scenario.choice.foundAtOnce, scenario.choice.criticalMass) = (1, 0)
    scenario.displacement.share = share
    return scenario
  }

  /// The same with the platform seized, from a day of the run on.
  func seized(day: Int = 0) -> Scenario {
    var scenario = self
    scenario.levers.closure.kind = .seizure
    scenario.levers.closure.terms.start = time.start.advanced(days: day)
    return scenario
  }
}
