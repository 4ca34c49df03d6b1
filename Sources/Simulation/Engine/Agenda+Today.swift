// The open bucket: sorted while it is small, with a heap beside it when it is crowded.

extension Agenda {
  /// Above this many, a newcomer to the open bucket goes to the heap: moving so many would cost
  /// more than the heap's steps.
  private static let crowded = 64

  mutating func insertToday(_ moment: Moment) {
    guard open.count < Agenda.crowded else { return pushCrowd(moment) }
    open.append(moment)
    var place = open.count &- 1
    while place > 0, open[place &- 1].precedes(moment) {
      open[place] = open[place &- 1]
      place &-= 1
    }
    open[place] = moment
  }

  /// Whether the heap's first comes before the sorted part's.
  func isCrowdNext() -> Bool {
    open.count == 0 || crowd[0].precedes(open[open.count &- 1])
  }

  /// The first of both parts if it is live; else drops it and gives nil.
  mutating func peekCrowded() -> Moment? {
    let fromCrowd = isCrowdNext()
    let moment = fromCrowd ? crowd[0] : open[open.count &- 1]
    if stamps[Int(moment.actor)] == moment.stamp { return moment }
    if fromCrowd { dropCrowdTop() } else { open.shrink(to: open.count &- 1) }
    return nil
  }

  private mutating func pushCrowd(_ moment: Moment) {
    crowd.append(moment)
    var place = crowd.count &- 1
    while place > 0 {
      let parent = (place &- 1) / 2
      guard moment.precedes(crowd[parent]) else { break }
      crowd[place] = crowd[parent]
      place = parent
    }
    crowd[place] = moment
    if crowd.count > 2 &* count &+ 64 { clearOut() }
  }

  mutating func dropCrowdTop() {
    let last = crowd.count &- 1
    let moment = crowd[last]
    crowd.shrink(to: last)
    guard last > 0 else { return }
    var place = 0
    while true {
      var child = 2 &* place &+ 1
      guard child < last else { break }
      if child &+ 1 < last, crowd[child &+ 1].precedes(crowd[child]) { child &+= 1 }
      guard crowd[child].precedes(moment) else { break }
      crowd[place] = crowd[child]
      place = child
    }
    crowd[place] = moment
  }
}

extension Storage where Element == Agenda.Moment {
  /// Sorts in place, without memory of its own: by insertion when small, else by heap.
  mutating func sortLatestFirst() {
    if count > 48 { return heapSort() }
    var index = 1
    while index < count {
      let moment = self[index]
      var place = index
      while place > 0, self[place &- 1].precedes(moment) {
        self[place] = self[place &- 1]
        place &-= 1
      }
      self[place] = moment
      index &+= 1
    }
  }

  private mutating func heapSort() {
    for start in stride(from: count / 2 - 1, through: 0, by: -1) { sift(start, below: count) }
    for end in stride(from: count - 1, through: 1, by: -1) {
      (self[0], self[end]) = (self[end], self[0])
      sift(0, below: end)
    }
  }

  /// Sinks one element in a heap whose top is the earliest.
  private mutating func sift(_ start: Int, below end: Int) {
    let moment = self[start]
    var place = start
    while true {
      var child = 2 &* place &+ 1
      guard child < end else { break }
      if child &+ 1 < end, self[child &+ 1].precedes(self[child]) { child &+= 1 }
      guard self[child].precedes(moment) else { break }
      self[place] = self[child]
      place = child
    }
    self[place] = moment
  }
}
