import Schema

extension Run {
  /// Header of the lines that `events` gives.
  public static let eventHeader =
    "time_h,kind,actor,target,age_band,harm,value,detail,flags,room,messages"

  /// Runs a scenario and gives every event as a line of CSV, in the order in which they happen.
  ///
  /// Who, what kind, where, when: persons are numbers of population slots, decoys negative numbers.
  ///
  /// - Parameters:
  ///   - scenario: A scenario whose uncertain parameters have been drawn.
  ///   - seed: The study's seed, below 2^53.
  ///   - replicate: From 1.
  ///   - write: Takes one line without its end; what it throws ends the run.
  /// - Returns: The same record as `simulate`, with the same hash.
  /// - Throws: `Fault`, and what `write` throws.
  public static func events(
    _ scenario: Scenario, seed: UInt64, replicate: UInt64, write: (String) throws -> Void
  ) throws -> RunRecord {
    var failure: (any Error)?
    let record = try simulate(
      scenario, seed: seed, replicate: replicate, isStopped: { failure != nil },
      listen: { event in
        guard failure == nil else { return }
        do { try write(event.line) } catch { failure = error }
      })
    if let failure { throw failure }
    return record
  }
}

extension Event {
  /// One line of CSV.
  var line: String {
    let code = Harm(rawValue: harm)?.code ?? ""
    return "\(time),\(kind),\(actor),\(target),\(band.name),\(code),\(value),\(detail),"
      + "\(flags.rawValue),\(room),\(messages)"
  }

  /// Mixes the event into a run's hash.
  @inline(__always)
  func add(to log: inout EventHash) {
    let (who, what, how) = words
    log.add(time.bitPattern)
    log.add(who)
    log.add(what)
    log.add(how)
  }
}
