import Schema

/// Shares and activities of the kinds of offenders, made ready.
struct OffenderTable {
  private let kinds: [OffenderKind]

  init(_ kinds: [OffenderKind]) { self.kinds = kinds }

  /// 0 for an ordinary person, k for the k-th kind.
  @inline(__always)
  func kind(isMinor: Bool, u: Double) -> Int {
    var sum = 0.0
    for (index, kind) in kinds.enumerated() where kind.among == .everybody || !isMinor {
      sum += kind.share
      if u < sum { return index + 1 }
    }
    return 0
  }

  @inline(__always)
  func activity(of kind: Int, using stream: inout Stream) -> Double {
    guard kind > 0 else { return 1 }
    let row = kinds[kind - 1]
    guard row.activityLogSD > 0 else { return row.activity }
    let spread = row.activityLogSD
    return row.activity * Elementary.exp(spread * stream.normal() - spread * spread / 2)
  }
}
