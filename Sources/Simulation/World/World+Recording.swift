/// Harm, and the thinned, delayed image of it in proceedings.
extension World {
  /// Whether a conversation can harm: its target is truly of those who are sought.
  func isHarmable(_ item: Conversation) -> Bool {
    item.target >= 0 && (!courses[Int(item.pathway)].seeksMinors || item.band.isMinor)
  }

  /// Whether offender group and victim already have their proceeding.
  func isRecorded(_ item: Conversation) -> Bool {
    proceedings.holds(
      group: group(of: item.offender), victim: victimKey(item), office: office(item))
  }

  /// Does the harm of the present stage, if any. Returns whether harm was done.
  mutating func harm(_ row: Int32) -> Bool {
    let item = conversations[Int(row)]
    let step = step(item.pathway, item.stage)
    guard step.harm > 0, conversations[Int(row)].stream.chance(step.harmShare), isHarmable(item)
    else { return false }
    let open = item.cohort && step.recordable > 0 && !isRecorded(item)
    write(
      .harm, about: item, value: open && !step.isHidden ? step.recordable : 0, harm: step.harm,
      detail: item.stage, flags: step.isHidden ? .hidden : [])
    if open, conversations[Int(row)].stream.chance(step.recordable) { openProceeding(item) }
    return true
  }

  /// Opens a proceeding and, perhaps, identifies the victim.
  private mutating func openProceeding(_ item: Conversation) {
    record(
      offender: item.offender, victim: victimKey(item), office: office(item), pathway: item.pathway,
      band: item.band, cohort: item.cohort)
  }

  /// Opens a proceeding unless the group already has one about this victim at this office.
  ///
  /// - Returns: Whether it is a new one.
  @discardableResult
  mutating func record(
    offender: Int32, victim: Int64, office: UInt8, pathway: UInt8, band: AgeBand, cohort: Bool
  ) -> Bool {
    let group = group(of: offender)
    guard proceedings.add(group: group, victim: victim, office: office) else { return false }
    var stream = root.stream(.recording, UInt64(bitPattern: victim), UInt64(group))
    let delay = samplers.proceedingDelay.draw(using: &stream)
    var event = Event(
      time: now, actor: offender, target: Int32(truncatingIfNeeded: victim), value: Float(delay),
      kind: .proceeding, band: band, harm: 0, detail: office,
      flags: cohort ? [.cohort, .offender] : .offender, pathway: pathway)
    events.append(event)
    if victim >= 0, stream.chance(figures.victimIdentified),
      proceedings.identify(victim)
    {
      event.kind = .identified
      events.append(event)
    }
    return true
  }

  /// Whether a victim has already been identified in a proceeding.
  func isIdentified(_ victim: Int32) -> Bool {
    victim >= 0 && proceedings.isIdentified(Int64(bitPattern: key(of: victim)))
  }

  /// The offenders who are proceeded against together: neighbours in number, of one kind.
  func group(of offender: Int32) -> UInt32 {
    UInt32(bitPattern: offender) / kinds[Int(persons[Int(offender)].kind)].groupSize
  }

  private func victimKey(_ item: Conversation) -> Int64 {
    Int64(UInt32(bitPattern: item.target)) | Int64(item.generations.1) << 32
  }

  private func office(_ item: Conversation) -> UInt8 { persons[Int(item.target)].office }
}

/// Proceedings and identified victims so far: looked up by key, never iterated.
struct Ledger {
  private struct Key: Hashable {
    var group: UInt32, victim: Int64, office: UInt8
  }
  private var opened = Set<Key>()
  private var identified = Set<Int64>()

  func holds(group: UInt32, victim: Int64, office: UInt8) -> Bool {
    opened.isEmpty ? false : opened.contains(Key(group: group, victim: victim, office: office))
  }

  /// Adds a proceeding; `false` if it was there.
  mutating func add(group: UInt32, victim: Int64, office: UInt8) -> Bool {
    opened.insert(Key(group: group, victim: victim, office: office)).inserted
  }

  func isIdentified(_ victim: Int64) -> Bool { identified.contains(victim) }

  /// Notes an identified victim; `false` if it was one already.
  mutating func identify(_ victim: Int64) -> Bool { identified.insert(victim).inserted }
}
