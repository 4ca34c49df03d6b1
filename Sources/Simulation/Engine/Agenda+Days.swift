// How the agenda goes from one bucket to the next, and how it keeps the buckets in shape.

extension Agenda {
  /// Opens the next bucket that holds a live moment. False when nothing is pending.
  @inline(never)
  mutating func advance() -> Bool {
    guard count > 0 else { return false }
    while open.count == 0 {
      if bucketed == 0 {
        rebuild(daysPerHour: nil)
        continue
      }
      today &+= 1
      if today & mask == 0 { sweepFar() }
      openToday()
      if opened >= max(256, Int(mask) / 4) { reviewWidth() }
    }
    return true
  }

  /// Empties today's bucket into `open`, without what is void, and sorts it.
  private mutating func openToday() {
    let index = Int(truncatingIfNeeded: today & mask)
    let bucket = buckets[index]
    opened &+= 1
    guard bucket.count > 0 else { return }
    found &+= Int(bucket.count)
    bucketed &-= Int(bucket.count)
    buckets[index] = Bucket(chunk: .max, count: 0)
    empty(bucket)
    open.sortLatestFirst()
    hasNews = true
  }

  /// Appends the live entries of a bucket to `open` and gives its chunks back.
  ///
  /// Looking at the stamps here rather than one by one later lets the cache misses overlap.
  private mutating func empty(_ bucket: Bucket) {
    var left = Int(bucket.count)
    var chunk = bucket.chunk
    var size = (left &- 1) & (Agenda.chunkSize &- 1) &+ 1
    while left > 0 {
      let start = Int(chunk) &* Agenda.chunkSize
      for place in start..<(start &+ size) {
        let moment = chunks[place]
        if stamps[Int(moment.actor)] == moment.stamp { open.append(moment) }
      }
      left &-= size
      size = Agenda.chunkSize
      let following = links[Int(chunk)]
      links[Int(chunk)] = free
      free = chunk
      chunk = following
    }
  }

  /// Puts what has come within reach of the buckets into them, without what is void.
  ///
  /// What stays is not looked up: its stamp would be one more miss of the cache, and it is looked up
  /// once when it comes within reach.
  private mutating func sweepFar() {
    var kept = 0
    for index in 0..<far.count {
      let moment = far[index]
      let ahead = max(day(of: moment.time) &- today, 0)
      if ahead <= mask {
        guard stamps[Int(moment.actor)] == moment.stamp else { continue }
        append(moment, to: Int(truncatingIfNeeded: (today &+ ahead) & mask))
        bucketed &+= 1
      } else {
        far[kept] = moment
        kept &+= 1
      }
    }
    far.shrink(to: kept)
  }

  /// Mends the width when the buckets opened of late were far from ideal.
  private mutating func reviewWidth() {
    let mean = Double(found) / Double(opened)
    (opened, found) = (0, 0)
    let wanted = count < 16 ? Double(count) / 2 : Agenda.ideal
    guard mean > 2 * wanted || mean < wanted / 2 else { return }
    rebuild(daysPerHour: daysPerHour * min(max(mean / wanted, 1.0 / 16), 16))
  }

  /// Called when there is much more in store than is pending, or than there are buckets.
  @inline(never)
  mutating func clearOut() {
    rebuild(daysPerHour: nil)
  }

  /// Takes everything out, chooses number and width of the buckets, puts everything back.
  ///
  /// - Parameter daysPerHour: One over the width; nil has it judged from the moments themselves.
  /// - Complexity: O(entries + buckets); called so rarely that it costs O(1) a moment.
  mutating func rebuild(daysPerHour rate: Double?) {
    gatherIntoFar()
    resizeBuckets()
    var earliest = Double.infinity
    for index in 0..<far.count { earliest = min(earliest, far[index].time) }
    guard earliest < .infinity else { return }
    origin = earliest
    daysPerHour = min(max(rate ?? judgedRate(from: earliest), 1e-12), 1e12)
    today = 0
    (opened, found) = (0, 0)
    sweepFar()
    openToday()
  }

  /// Moves every live entry into `far` and leaves everything else empty.
  private mutating func gatherIntoFar() {
    for index in 0...Int(mask) where buckets[index].count > 0 {
      empty(buckets[index])
      buckets[index] = Bucket(chunk: .max, count: 0)
    }
    bucketed = 0
    for index in 0..<crowd.count { open.append(crowd[index]) }
    crowd.shrink(to: 0)
    var kept = 0
    for index in 0..<far.count where stamps[Int(far[index].actor)] == far[index].stamp {
      far[kept] = far[index]
      kept &+= 1
    }
    far.shrink(to: kept)
    for index in 0..<open.count where stamps[Int(open[index].actor)] == open[index].stamp {
      far.append(open[index])
    }
    open.shrink(to: 0)
  }

  /// Half to twice the number wanted, at least 64. Only ever from memory already held when the number
  /// falls.
  private mutating func resizeBuckets() {
    let wanted = Agenda.bucketsWanted(for: count)
    while Int(mask) + 1 < wanted / 2 { mask = mask &* 2 &+ 1 }
    while Int(mask) + 1 > 64, Int(mask) + 1 > wanted * 2 { mask = mask &>> 1 }
    buckets.extend(to: Int(mask) + 1, with: Bucket(chunk: .max, count: 0))
  }

  /// A bucket a moment while the buckets fit the cache; of many moments most wait in `far`, in order of
  /// coming, which costs a look each time round but no miss of the cache.
  static func bucketsWanted(for count: Int) -> Int {
    min(count, max(32_768, count / 16))
  }

  /// Days an hour such that a bucket near the front holds the ideal number.
  ///
  /// From the lower quartile of up to 64 of the moments, evenly spaced in the list: the front
  /// counts, and a few moments weeks ahead must not widen the buckets.
  private mutating func judgedRate(from earliest: Double) -> Double {
    let step = max(far.count / 64, 1)
    for index in stride(from: 0, to: far.count, by: step) { open.append(far[index]) }
    open.sortLatestFirst()
    let size = open.count
    let reach = open[max(size - 1 - max(size / 4, 1), 0)].time - earliest
    open.shrink(to: 0)
    guard reach > 0, reach < .infinity else { return daysPerHour }
    return 0.25 * Double(far.count) / (Agenda.ideal * reach)
  }
}
