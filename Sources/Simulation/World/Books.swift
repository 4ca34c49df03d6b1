import Schema

/// What goes in and what comes out, for the conservation check at the end of a run.
struct Books {
  var knocks = 0, absences = 0, knocksWhileOnline = 0
  /// Stays on the platform; of decoys; and those that resume a visit after a sanction.
  var visitsBegun = 0, visitsEnded = 0, decoyVisits = 0, resumed = 0
  /// Visits that take place elsewhere, and what is over of them.
  var absencesBegun = 0, absencesEnded = 0
  var conversationsBegun = 0, conversationsEnded = 0
  var casesOpened = 0, casesDecided = 0
  var represented: UInt64 = 0
}
