/// Where a run ends that has grown beyond its limits.
extension World {
  /// The limit of the scenario that has been reached, if any; asked every 1,024 events.
  func limitReached(after dispatched: UInt64) -> Run.LimitReached? {
    let hour = (now * 10).rounded() / 10
    if Double(dispatched) >= constants.mostEvents {
      return Run.LimitReached(
        description: "limit of events reached after \(dispatched) events, at hour \(hour)")
    }
    let rows =
      visits.count + memories.count + conversations.count + newcomers.rows + crowds.seats
      + accountsAway.count + venues.reduce(0) { $0 + $1.waiting }
    guard Double(rows) > constants.mostRows else { return nil }
    return Run.LimitReached(
      description: "limit of rows passed with \(rows) rows, at hour \(hour)")
  }
}
