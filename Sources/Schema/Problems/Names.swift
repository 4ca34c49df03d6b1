/// Comparing names, so that a mistyped one gets the one that was meant.
public enum Names {
  /// The longest name that is accepted anywhere, in Unicode scalars.
  public static let limit = 200

  /// The candidate nearest to a mistyped name, or `nil` if none is near.
  ///
  /// Near means at most a third of the name's length in edits (at least one, at most four).
  /// Equal distances go to the earlier candidate.
  ///
  /// - Complexity: O(*c* · *n*²) for *c* candidates of length *n* ≤ ``limit``.
  public static func nearest(to name: String, among candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(limit))
    let most = min(4, max(1, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8.prefix(limit))
      guard abs(other.count - wanted.count) <= most else { continue }
      let distance = edits(wanted, other)
      if distance <= most, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// What helps with a mistyped name: `did you mean 'x'?`; nil where no candidate is near.
  public static func hint(for name: String, among candidates: [String]) -> String? {
    nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  ///
  /// - SeeAlso: Damerau 1964 (the restricted form, "optimal string alignment").
  static func edits(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return a.count + b.count }
    var before: [Int] = [], last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
