/// What people believe, kept only where it is not what everybody begins with: looked up by key, never
/// iterated.
struct Minds {
  /// What is said at one venue, among how many.
  private struct Talk {
    var belief: Belief?
    /// Offenders whose venue it is, kept out or not.
    var offenders = 0.0
    /// When those come back who are kept out, the next one last; infinite ones are counted apart.
    var returns: [Double] = []
    var lost = 0.0
  }

  private var own = KeptByPlace<Belief>()
  private var talks: [Talk]

  /// Nobody has learned anything yet at any of some venues.
  init(venues: Int) { talks = Array(repeating: Talk(), count: venues) }

  /// How many venues there are.
  var venues: Int { talks.count }

  /// What a slot's present person has learned at a venue; nil for nothing.
  func own(of person: Int32, _ generation: UInt32, at venue: UInt8) -> Belief? {
    own[person, generation, venue]
  }

  /// Keeps what somebody has learned.
  mutating func set(_ belief: Belief, of person: Int32, _ generation: UInt32, at venue: UInt8) {
    own[person, generation, venue] = belief
  }

  /// What is said at a venue; nil for nothing.
  func said(at venue: UInt8) -> Belief? { talks[Int(venue)].belief }

  /// Keeps what is said at a venue.
  mutating func say(_ belief: Belief, at venue: UInt8) { talks[Int(venue)].belief = belief }

  /// One offender more belongs to a venue.
  mutating func join(_ venue: UInt8) { talks[Int(venue)].offenders += 1 }

  /// An offender who belongs to a venue is kept out of it until a moment.
  ///
  /// - Complexity: O(log n) comparisons and a move of up to n numbers, n those kept out.
  mutating func keepOut(from venue: UInt8, until end: Double) {
    let place = Int(venue)
    guard end < .infinity else {
      talks[place].lost += 1
      return
    }
    var (low, high) = (0, talks[place].returns.count)
    while low < high {
      let middle = (low + high) / 2
      if talks[place].returns[middle] > end { low = middle + 1 } else { high = middle }
    }
    talks[place].returns.insert(end, at: low)
  }

  /// How many offenders belong to a venue and are not kept out.
  mutating func offenders(at venue: UInt8, now: Double) -> Double {
    let place = Int(venue)
    while let next = talks[place].returns.last, next <= now { talks[place].returns.removeLast() }
    return talks[place].offenders - talks[place].lost - Double(talks[place].returns.count)
  }
}
