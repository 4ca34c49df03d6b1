extension Agenda {
  /// What must hold between any two calls and does not; nil if all is well.
  ///
  /// Every actor with a pending moment has exactly one live entry; what is open is in order; what is in
  /// a bucket belongs there and comes later than what is open.
  /// - Complexity: O(entries + actors); for debug builds.
  func fault() -> String? {
    var pending = 0
    for actor in 0..<stamps.count where stamps[actor] & 1 == 1 { pending += 1 }
    if pending != count { return "the agenda counts \(count) pending moments of \(pending)" }
    var live: [UInt32: Int] = [:]
    func note(_ moment: Moment) {
      if stamps[Int(moment.actor)] == moment.stamp { live[moment.actor, default: 0] += 1 }
    }
    for index in 0..<open.count {
      note(open[index])
      if index > 0, open[index - 1].precedes(open[index]) { return "the open bucket is unsorted" }
    }
    for index in 0..<crowd.count { note(crowd[index]) }
    for index in 0..<far.count { note(far[index]) }
    var entries = 0
    for index in 0...Int(mask) {
      for moment in moments(of: buckets[index]) {
        entries += 1
        note(moment)
        let day = day(of: moment.time)
        if Int(truncatingIfNeeded: max(day, 0) & mask) != index, day > today {
          return "an entry of day \(day) is in bucket \(index)"
        }
      }
    }
    if entries != bucketed { return "the agenda counts \(bucketed) entries of \(entries)" }
    if live.count != count { return "\(count - live.count) pending moments have no entry" }
    return live.values.allSatisfy { $0 == 1 } ? nil : "a pending moment has two entries"
  }

  private func moments(of bucket: Bucket) -> [Moment] {
    var found: [Moment] = [], left = Int(bucket.count), chunk = bucket.chunk
    var size = (left - 1) & (Agenda.chunkSize - 1) + 1
    while left > 0 {
      let start = Int(chunk) * Agenda.chunkSize
      for place in start..<(start + size) { found.append(chunks[place]) }
      left -= size
      size = Agenda.chunkSize
      chunk = links[Int(chunk)]
    }
    return found
  }
}
