import Schema

/// Moderators as the queue uses them.
struct ModerationRules: BitwiseCopyable {
  var staff = 0
  var hoursPerDay = 24.0, shiftStart = 0.0
  var handling = Law.fixed(0.1)
  var detects = 1.0, wronglyUpholds = 0.0
  var minorsFirst = true, mergesReports = true
  var refers = 0.0, referralRecorded = 0.0
  /// Compliance: share of reports and flags that become a case.
  var coverage = 1.0, compliance = 1.0
  /// Reports against an innocent visitor, per hour on line.
  var falseReports = 0.0
  var costPerHour = 0.0
  /// Whether cases wait for each other; else each is decided as if there were no other.
  var queues = true

  init() {}

  init(_ lever: Moderation) {
    (staff, hoursPerDay) = (lever.staff, lever.hoursPerDay)
    (shiftStart, handling) = (lever.shiftStart, lever.handling)
    (detects, wronglyUpholds) = (lever.detects, lever.wronglyUpholds)
    minorsFirst = lever.priority == .minorsFirst
    mergesReports = lever.mergesReports
    (refers, referralRecorded) = (lever.refers, lever.referralRecorded)
    (coverage, compliance) = (lever.terms.coverage, lever.terms.compliance)
    falseReports = lever.isActive ? lever.falseReports : 0
    costPerHour = lever.costPerHour
  }

  /// Whether anybody ever reads a case.
  var isStaffed: Bool { staff > 0 && hoursPerDay > 0 }

  /// Mean time from a case to its decision were there no other: its handling, and if it comes between
  /// shifts of H hours the wait for the next, (24 − H)²/48 in the mean over the day.
  var unloadedTime: Double {
    handling.mean + (hoursPerDay < 24 ? (24 - hoursPerDay) * (24 - hoursPerDay) / 48 : 0)
  }

  /// Whether the shift is on at an hour of the day.
  func isOnDuty(at hour: Double) -> Bool {
    guard hoursPerDay > 0, hoursPerDay < 24 else { return hoursPerDay > 0 }
    let since = hour >= shiftStart ? hour - shiftStart : hour + 24 - shiftStart
    return since < hoursPerDay
  }
}
