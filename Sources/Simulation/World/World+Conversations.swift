/// Rows of conversations, their two linked lists, and the walk through the stages.
extension World {
  /// Takes a row for a conversation and hangs it into the lists of both visits.
  mutating func begin(_ conversation: Conversation) -> Int32 {
    books.conversationsBegun += 1
    let row: Int32
    if let free = freeConversations.popLast() {
      conversations[Int(free)] = conversation
      row = free
    } else {
      conversations.append(conversation)
      row = Int32(conversations.count - 1)
    }
    link(row)
    return row
  }

  private mutating func link(_ row: Int32) {
    let sender = Int(conversations[Int(row)].offenderVisit)
    let target = Int(conversations[Int(row)].targetVisit)
    let begun = visits[sender].begun, received = visits[target].received
    conversations[Int(row)].nextBegun = begun
    conversations[Int(row)].nextReceived = received
    if begun >= 0 { conversations[Int(begun)].previousBegun = row }
    if received >= 0 { conversations[Int(received)].previousReceived = row }
    visits[sender].begun = row
    visits[target].received = row
    visits[sender].begunCount += 1
    visits[target].receivedCount += 1
  }

  /// Takes a conversation out of both lists; the offender's attention is free again.
  private mutating func unlink(_ row: Int32) {
    let item = conversations[Int(row)]
    guard item.offenderVisit >= 0 else { return }
    let sender = Int(item.offenderVisit), target = Int(item.targetVisit)
    if item.previousBegun >= 0 {
      conversations[Int(item.previousBegun)].nextBegun = item.nextBegun
    } else {
      visits[sender].begun = item.nextBegun
    }
    if item.nextBegun >= 0 {
      conversations[Int(item.nextBegun)].previousBegun = item.previousBegun
    }
    if item.previousReceived >= 0 {
      conversations[Int(item.previousReceived)].nextReceived = item.nextReceived
    } else {
      visits[target].received = item.nextReceived
    }
    if item.nextReceived >= 0 {
      conversations[Int(item.nextReceived)].previousReceived = item.previousReceived
    }
    visits[sender].begunCount -= 1
    visits[target].receivedCount -= 1
    conversations[Int(row)].offenderVisit = -1
    conversations[Int(row)].targetVisit = -1
    if visits[sender].begunCount + 1 == pathways[Int(item.pathway)].slots {
      resetClock(item.offenderVisit)
    }
  }

  /// Ends a conversation and frees its row.
  mutating func end(_ row: Int32, _ reason: Ending) {
    let item = conversations[Int(row)]
    agenda.cancel(Actor.conversation(row))
    unlink(row)
    write(.ended(reason), about: item)
    freeConversations.append(row)
    books.conversationsEnded += 1
  }

  /// Ends everything that a leaving visit has begun or received.
  mutating func endConversations(of visit: Int32) {
    visits[Int(visit)].pathway = 255
    while visits[Int(visit)].begun >= 0 { end(visits[Int(visit)].begun, .offenderLeft) }
    while visits[Int(visit)].received >= 0 { end(visits[Int(visit)].received, .targetLeft) }
  }

  /// Ends everything that a visit has begun on the platform.
  mutating func endBegun(by visit: Int32) {
    while visits[Int(visit)].begun >= 0 { end(visits[Int(visit)].begun, .sanctioned) }
  }

  /// A stage of a pathway.
  func stage(_ pathway: UInt8, _ stage: UInt8) -> CompiledStage {
    stages[pathways[Int(pathway)].firstStep + Int(stage)]
  }

  /// A conversation enters a stage, and goes on at once while stages take no time.
  mutating func enterStage(_ row: Int32, _ first: UInt8) {
    var stage = first
    while true {
      conversations[Int(row)].stage = stage
      let step = self.stage(conversations[Int(row)].pathway, stage)
      if step.isHidden, conversations[Int(row)].offenderVisit >= 0, !goPrivate(row) {
        return
      }
      if stage > 0 { write(.stage(stage), about: conversations[Int(row)]) }
      harm(row)
      if step.flagged > 0 { considerFlag(row, step) }
      let wait = chooseBranch(row, step)
      if wait > 0 {
        agenda.set(Actor.conversation(row), at: now + wait)
        return
      }
      guard let next = takeBranch(row) else { return }
      stage = next
    }
  }

  /// Moves a conversation where nobody else sees it. Chains that are not followed end here.
  private mutating func goPrivate(_ row: Int32) -> Bool {
    let item = conversations[Int(row)]
    guard item.cohort else {
      end(row, .finished)
      return false
    }
    unlink(row)
    write(.movedPrivate(item.stage, isTrulySought: isTrulySought(item)), about: item)
    return true
  }

  /// How long the stage lasts; notes which branch it will end with.
  private mutating func chooseBranch(_ row: Int32, _ step: CompiledStage) -> Double {
    var stream = conversations[Int(row)].stream
    var total = step.races ? 0.0 : 1.0
    var weights = step.weights
    if step.races {
      let target = persons[Int(conversations[Int(row)].target)]
      for index in 0..<step.branchCount {
        weights[index] *= multiplier(step, index, target)
        total += weights[index]
      }
    }
    let wait =
      step.races ? (total > 0 ? stream.exponential() / total : 0) : step.dwell.draw(using: &stream)
    var u = stream.uniform() * total, branch = UInt8(step.branchCount)
    for index in 0..<step.branchCount {
      u -= weights[index]
      if u < 0 {
        branch = UInt8(index)
        break
      }
    }
    if step.races, branch == step.branchCount, total > 0 { branch -= 1 }
    conversations[Int(row)].branch = branch
    conversations[Int(row)].stream = stream
    return wait
  }

  /// A person's own factor on one hazard, on the platform.
  private func multiplier(_ step: CompiledStage, _ index: Int, _ target: Person) -> Double {
    guard !step.isHidden else { return 1 }
    switch step.targets[index] {
    case CompiledStage.block: return Double(target.blocking)
    case CompiledStage.report: return Double(target.reporting)
    case CompiledStage.leave, CompiledStage.ends: return 1
    default: return Double(target.susceptibility)
    }
  }

  /// Follows the branch that was chosen: the next stage, or `nil` when the conversation has ended.
  mutating func takeBranch(_ row: Int32) -> UInt8? {
    let item = conversations[Int(row)]
    let step = stage(item.pathway, item.stage)
    let target =
      Int(item.branch) < step.branchCount ? step.targets[Int(item.branch)] : CompiledStage.ends
    switch target {
    case CompiledStage.block:
      block(row)
      return nil
    case CompiledStage.report:
      write(.report(isTrue: true), about: item)
      end(row, .reported)
      openCase(about: item)
      return nil
    case CompiledStage.leave, CompiledStage.ends:
      end(row, .finished)
      return nil
    default: return target
    }
  }

  /// The target blocks; a persistent offender writes again at once under another name, as far as the
  /// contact rules let him: a limit that binds leaves him no message over.
  private mutating func block(_ row: Int32) {
    var item = conversations[Int(row)]
    end(row, .blocked)
    let course = pathways[Int(item.pathway)], visit = item.offenderVisit
    let again =
      course.persistence * persistence(of: item.offender, at: item.venue)
      * daring(of: item.offender, at: item.venue)
    guard again > 0, visit >= 0, now < windowEnd, item.stream.chance(again),
      course.contacts < rules[item.venue].contact.firstMessagesPerHour
        || !limitsPace(of: visits[Int(visit)])
    else { return }
    visits[Int(visit)].sent += 1
    books.represented += 1
    let ordinal = UInt64(visits[Int(visit)].sent)
    var stream = root.stream(.target, visits[Int(visit)].arrival, ordinal)
    if isAllowed(from: item.offender, to: item.target, at: item.venue, using: &stream) {
      deliver(from: visit, to: item.targetVisit, ordinal: ordinal)
    } else {
      write(.contactBlocked(targetFlags(item.targetVisit)), item.offender, at: item.venue)
    }
    // The slot may be taken again: the clock that `end` has set may not count on it.
    resetClock(visit)
  }
}
