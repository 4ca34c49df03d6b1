/// What may be chosen, a reference first and its alternatives after it, with the harm of each in the
/// draws in which all have a value: only there can they be told apart by what they do alone.
struct OptionHarms {
  /// Names of the options; the first is the reference.
  let names: [String]
  /// For each option its harm, draw by draw.
  let harms: [[Double]]
  /// Which of the study's draws those are, from 0.
  let draws: [Int]

  /// - Parameter options: For each its harm in every draw, the mean over replicates; NaN where there is
  ///   none. An option with fewer draws than others has the first ones.
  init(_ options: [(name: String, harms: [Double])]) {
    let count = options.map(\.harms.count).min() ?? 0
    let whole = (0..<count).filter { draw in options.allSatisfy { $0.harms[draw].isFinite } }
    self.init(
      names: options.map(\.name), harms: options.map { option in whole.map { option.harms[$0] } },
      draws: whole)
  }

  private init(names: [String], harms: [[Double]], draws: [Int]) {
    (self.names, self.harms, self.draws) = (names, harms, draws)
  }

  /// The harm of the reference, draw by draw.
  var reference: [Double] { harms.first ?? [] }

  /// The same in some of the draws.
  ///
  /// - Parameter isKept: Whether a draw is one of them, by its place here.
  func keeping(_ isKept: (_ place: Int) -> Bool) -> OptionHarms {
    let places = draws.indices.filter(isKept)
    return OptionHarms(
      names: names, harms: harms.map { own in places.map { own[$0] } },
      draws: places.map { draws[$0] })
  }

  /// The option with the least harm over some draws, by their places here; of equals the first.
  func leader(_ places: some Collection<Int>) -> String {
    let sums = harms.map { own in places.reduce(0) { $0 + own[$1] } }
    return sums.min().flatMap { sums.firstIndex(of: $0) }.map { names[$0] } ?? ""
  }
}
