/// What each venue is worth to each class of people, and staying off line: the utilities of the choice
/// (`VenueChoice`), made anew every hour and whenever rules change.
struct Appeal {
  /// What is known of one venue.
  private struct Place {
    /// By class: attraction, chance of being turned away, openness.
    var attraction = [0.0, 0, 0], turnedAway = [0.0, 0, 0], openness = [1.0, 1, 1]
    /// People on line, mean over the last day.
    var size = 0.0
  }

  private let law: VenueChoice
  private let criticalMass: Double, reference: Double
  private var places: [Place]
  /// By class.
  private(set) var offLine = [0.0, 0, 0]
  /// By venue and class.
  private(set) var utility: [[Double]]

  /// - Parameters:
  ///   - sizes: People on line at each venue at the beginning, the platform first.
  ///   - people: Of the platform, for what grows with it.
  init(_ law: VenueChoice, sizes: [Double], people: Double) {
    self.law = law
    let scale = law.criticalMassPer > 0 ? people / law.criticalMassPer : 1
    (criticalMass, reference) = (law.criticalMass * scale, sizes.first ?? 0)
    places = sizes.map { size in
      var place = Place()
      place.size = size
      return place
    }
    utility = Array(repeating: [0, 0, 0], count: sizes.count)
  }

  /// The rules of a venue turn away such shares of each class, and sanction such a share of cases.
  mutating func set(turnedAway: [Double], sanctioned: Double, at venue: Int) {
    places[venue].turnedAway = turnedAway.map { min($0, 0.999) }
    places[venue].openness = turnedAway.map { 1 - max(sanctioned, $0) }
    refresh()
  }

  /// So many people have been on line at a venue in the last day.
  mutating func set(size: Double, at venue: Int) { places[venue].size = size }

  /// Everything that changes with size and rules.
  private func part(_ place: Place, _ who: Int) -> Double {
    let size = law.size * Elementary.log((place.size + 1) / (reference + 1))
    let open = who == FrictionClass.offender.rawValue ? law.openness * place.openness[who] : 0
    let gate = Elementary.log(1 - place.turnedAway[who])
    return size + open + gate - (place.size < criticalMass ? law.belowCritical : 0)
  }

  /// Makes the utilities anew.
  mutating func refresh() {
    for venue in places.indices {
      for who in 0..<3 {
        utility[venue][who] = places[venue].attraction[who] + part(places[venue], who)
      }
    }
  }

  /// Solves the attractions so that shares of venues are as they are, and the utility of staying off
  /// line so that, of those kept out of the platform, the given share of each class goes on.
  ///
  /// - Parameter shares: Of people by home venue; one without people attracts nobody.
  mutating func solve(shares: [Double], goingOn: [Double]) {
    for venue in places.indices {
      for who in 0..<3 {
        places[venue].attraction[who] =
          shares[venue] > 0 ? Elementary.log(shares[venue]) - part(places[venue], who) : 0
      }
    }
    refresh()
    for who in 0..<3 {
      var sum = 0.0
      for venue in places.indices.dropFirst() { sum += Elementary.exp(utility[venue][who]) }
      let share = goingOn[who]
      offLine[who] =
        share <= 0
        ? .infinity
        : share >= 1 ? -.infinity : Elementary.log(sum) + Elementary.log((1 - share) / share)
    }
  }
}
