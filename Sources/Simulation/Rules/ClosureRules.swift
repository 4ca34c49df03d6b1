/// Who gets in at all, before any gate.
struct ClosureRules: BitwiseCopyable {
  /// Nobody: seized, or not yet open.
  var isClosed = false
  /// Not yet open: never closed by anybody.
  var isUnopened = false
  /// Share of people whose providers block the venue, and share who get round it.
  var blocked = 0.0, getRound = 0.0

  init() {}

  init(_ lever: Closure) {
    isClosed = lever.kind == .seizure
    if lever.kind == .blocking {
      (blocked, getRound) = (lever.terms.coverage * lever.terms.compliance, lever.getRound)
    }
  }

  /// Whether anybody is shut out.
  var shutsOut: Bool { isClosed || blocked > 0 }
}
