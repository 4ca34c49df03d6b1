/// How many people there are when a run has ended: the denominators of rates.
struct PeopleCount: BitwiseCopyable {
  /// Of all audiences, by true age band.
  var byBand = ByBand()
  /// Of the platform's audience, who are no offenders.
  var ordinary = 0.0
}
