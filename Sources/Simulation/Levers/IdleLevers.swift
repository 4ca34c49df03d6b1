import Schema

/// Levers that somebody set and that never act: a comparison would find no effect of them, and
/// nobody would know why.
struct IdleLevers {
  private let levers: Levers
  private let start: CivilDate
  /// Hours from the start of the run to the end of its window.
  private let end: Double

  /// The levers of a scenario that begins on a day and ends so many hours later.
  init(_ levers: Levers, start: CivilDate, end: Double) {
    (self.levers, self.start, self.end) = (levers, start, end)
  }

  /// One warning for each reason, in the order of the levers.
  var complaints: [Complaint] { terms + duty + sanctions }

  /// What every lever shares: it starts too late, or it reaches nobody.
  private var terms: [Complaint] {
    zip(Levers.parameters, levers.all).flatMap { row, lever -> [Complaint] in
      // Sanctions are always there; what makes them act is told apart below.
      let isSet = lever is Sanctions ? isDecidedOn : lever.isActive
      return isSet ? terms(of: lever, named: row.name) : []
    }
  }

  private func terms(of lever: any Lever, named name: String) -> [Complaint] {
    let terms = lever.terms
    if isTooLate(terms) {
      let day = terms.start?.description ?? ""
      return [
        warning(
          "\(name).start", "\(name) begins on \(day), after the window has ended on \(lastDay)",
          help: "begin before that day, or make time.window longer")
      ]
    }
    var found: [Complaint] = []
    if terms.coverage == 0 {
      found.append(warning("\(name).coverage", "\(name) covers nobody"))
    }
    if terms.compliance == 0 {
      found.append(warning("\(name).compliance", "\(name) is never kept"))
    }
    return found
  }

  /// Staff without hours, flags without staff.
  private var duty: [Complaint] {
    var found: [Complaint] = []
    if levers.moderation.isActive, levers.moderation.hoursPerDay == 0 {
      found.append(
        warning(
          "moderation.hours_per_day", "moderators are on duty for 0 hours a day"))
    }
    let decoys = levers.decoys
    for (name, team) in [("police", decoys.police), ("civil", decoys.civil)]
    where team.count > 0 && team.hoursPerDay == 0 {
      found.append(
        warning("decoys.\(name).hours_per_day", "these decoys are on line for 0 hours a day"))
    }
    let classifier = levers.classifier
    if classifier.isActive, classifier.detects == 0, classifier.falseFlags == 0 {
      found.append(warning("classifier.detects", "the classifier flags nothing"))
    } else if classifier.isActive, !isDecidedOn {
      found.append(
        warning(
          "classifier.active", "the classifier flags what nobody reviews",
          help: "give moderation.staff and hours"))
    }
    return found
  }

  /// A ladder that somebody built, with nobody to put anyone on it.
  private var sanctions: [Complaint] {
    let sanctions = levers.sanctions
    let isBuilt = sanctions.warnings > 0 || sanctions.suspensions > 0 || sanctions.scope != .account
    guard isBuilt, !isDecidedOn else { return [] }
    return [
      warning(
        "sanctions", "sanctions without anybody on duty who decides",
        help: "give moderation.staff and hours")
    ]
  }

  /// Whether cases are decided at some time of the run.
  private var isDecidedOn: Bool {
    let moderation = levers.moderation
    return moderation.isActive && moderation.hoursPerDay > 0 && !isTooLate(moderation.terms)
  }

  private func isTooLate(_ terms: LeverTerms) -> Bool {
    terms.start.map { Double($0.days - start.days) * 24 >= end } ?? false
  }

  private var lastDay: String {
    CivilDate(days: start.days + Int((end / 24).rounded(.up)) - 1).description
  }

  private func warning(_ path: String, _ message: String, help: String? = nil) -> Complaint {
    Complaint(path, message + ": it acts on nothing", help: help, severity: .warning)
  }
}
