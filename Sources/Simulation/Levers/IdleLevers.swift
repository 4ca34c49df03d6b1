import Schema

/// Levers that somebody set and that never act: a comparison would find no effect of them, and
/// nobody would know why.
struct IdleLevers {
  private let levers: Levers
  private let start: CivilDate
  /// Hours from the start of the run to the end of its window.
  private let end: Double
  /// Days of the run on which some lever begins, changes or ends, the first day among them.
  private let days: [Double]

  /// The levers of a scenario that begins on a day and ends so many hours later.
  init(_ levers: Levers, start: CivilDate, end: Double) {
    (self.levers, self.start, self.end) = (levers, start, end)
    let within = levers.turningDays(after: start.days)
      .prefix { Double($0 - start.days) * 24 < end }
    days = ([start.days] + within).map(Double.init)
  }

  /// One warning for each reason, in the order of the levers.
  var complaints: [Complaint] { levers.all.flatMap { terms(of: $0) } + duty + sanctions }

  // MARK: What all share

  /// Sanctions are always there: they are set where somebody decides on them.
  private func isSet(_ lever: some Lever) -> Bool {
    if lever is Sanctions { return !decisions.isEmpty }
    return lever.states.contains(where: \.isActive)
  }

  /// The states of a lever that act on some day of the run.
  private func acting<L: Lever>(_ lever: L) -> [L] {
    days.compactMap { lever.inForce(on: $0) }.filter(\.isActive)
  }

  /// It acts on no day of the run, or reaches nobody.
  private func terms<L: Lever>(of lever: L) -> [Complaint] {
    guard isSet(lever), acting(lever).isEmpty else { return [] }
    let states = lever.states.filter(\.isActive)
    var found: [Complaint] = []
    if states.allSatisfy({ $0.terms.coverage == 0 }) {
      found.append(warning("\(L.name).coverage", "\(L.name) covers nobody"))
    }
    if states.allSatisfy({ $0.terms.compliance == 0 }) {
      found.append(warning("\(L.name).compliance", "\(L.name) is never kept"))
    }
    return found.isEmpty ? [days(of: lever)] : found
  }

  /// The days of a lever lie outside those of the run.
  private func days<L: Lever>(of lever: L) -> Complaint {
    if let begin = lever.terms.start, lever.changes.isEmpty,
      Double(begin.days - start.days) * 24 >= end
    {
      return warning(
        "\(L.name).start", "\(L.name) begins on \(begin), after the window has ended on \(lastDay)",
        help: "begin before that day, or make time.window longer")
    }
    let key = lever.terms.end != nil ? "end" : lever.changes.isEmpty ? "start" : Tree.changesKey
    return warning(
      "\(L.name).\(key)", "\(L.name) is off on every day from \(start) to \(lastDay)",
      help: "let it act on some of them, or choose other days for the run")
  }

  // MARK: What goes together

  /// Staff without hours, flags without staff.
  private var duty: [Complaint] {
    var found: [Complaint] = []
    let staff = acting(levers.moderation)
    if !staff.isEmpty, staff.allSatisfy({ $0.hoursPerDay == 0 }) {
      found.append(
        warning("moderation.hours_per_day", "moderators are on duty for 0 hours a day"))
    }
    let decoys = acting(levers.decoys)
    for (name, team) in [("police", \Decoys.police), ("civil", \Decoys.civil)] {
      let teams = decoys.map { $0[keyPath: team] }.filter { $0.count > 0 }
      if !teams.isEmpty, teams.allSatisfy({ $0.hoursPerDay == 0 }) {
        found.append(
          warning("decoys.\(name).hours_per_day", "these decoys are on line for 0 hours a day"))
      }
    }
    return found + flags
  }

  private var flags: [Complaint] {
    let classifiers = acting(levers.classifier)
    if classifiers.isEmpty { return [] }
    if classifiers.allSatisfy({ $0.detects == 0 && $0.falseFlags == 0 }) {
      return [warning("classifier.detects", "the classifier flags nothing")]
    }
    guard decisions.isEmpty else { return [] }
    return [
      warning(
        "classifier.active", "the classifier flags what nobody reviews",
        help: "give moderation.staff and hours")
    ]
  }

  /// A ladder that somebody built with nobody to put anyone on it, or whose bans hold on to nothing.
  private var sanctions: [Complaint] {
    let states = acting(levers.sanctions)
    let isBuilt = states.contains { $0.warnings > 0 || $0.suspensions > 0 || $0.scope != .account }
    if decisions.isEmpty {
      guard isBuilt else { return [] }
      return [
        warning(
          "sanctions", "sanctions without anybody on duty who decides",
          help: "give moderation.staff and hours")
      ]
    }
    let rules = decisions.map(levers.rules)
    guard !states.isEmpty,
      !rules.contains(where: { $0.sanctions.binds($0.registration.method.rank) })
    else { return [] }
    let scope = states.map(\.scope.rawValue).first ?? ""
    return [
      warning(
        "sanctions.scope", "suspensions and bans are tied to the \(scope), and nobody gives one",
        help: "choose registration.method so that it is asked for, or scope: device")
    ]
  }

  /// Days of the run from which cases are decided.
  private var decisions: [Double] {
    days.filter { day in
      levers.moderation.inForce(on: day).map { $0.isActive && $0.hoursPerDay > 0 } ?? false
    }
  }

  private var lastDay: String {
    CivilDate(days: start.days + Int((end / 24).rounded(.up)) - 1).description
  }

  private func warning(_ path: String, _ message: String, help: String? = nil) -> Complaint {
    Complaint(path, message + ": it acts on nothing", help: help, severity: .warning)
  }
}
