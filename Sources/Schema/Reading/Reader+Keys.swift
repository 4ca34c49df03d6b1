extension Reader {
  /// The problem of a key without a value: it neither sets anything nor unsets what was set.
  func noValue(_ key: Tree.Scalar, _ facts: Facts) -> Problem {
    Problem(
      .wrongType, "\(key.text) has no value", at: key.place, length: key.text.unicodeScalars.count,
      help: "write \(facts.needs), or remove the key to keep what holds without it")
  }

  /// The problem of a key that no row has: the nearest name, or the section it belongs to.
  func unknownKey(_ key: Tree.Scalar, in names: [String]) -> Problem {
    let name = Unit.shortened(key.text)
    // Looking for what was meant takes a while; beyond a hundred problems nobody reads it.
    let help = problems.count < 100 ? help(forKey: key.text, among: names) : nil
    let here = path.isEmpty ? "at the top" : "in \(path)"
    return Problem(
      .unknownKey, "unknown key '\(name)' \(here)", at: key.place,
      length: key.text.unicodeScalars.count, help: help)
  }

  private func help(forKey key: String, among names: [String]) -> String? {
    if let near = Names.nearest(to: key, among: names) { return "did you mean '\(near)'?" }
    if let elsewhere = home(of: key) { return elsewhere }
    return names.count <= 12 ? "keys here: \(names.joined(separator: ", "))" : nil
  }

  /// Which other section has a key of that name.
  private func home(of key: String) -> String? {
    for entry in Catalogue.entries(of: root) {
      guard let dot = entry.path.lastIndex(of: ".") else {
        if entry.path == key { return "'\(key)' belongs at the top" }
        continue
      }
      if entry.path[dot...].dropFirst() == key {
        return "'\(key)' belongs in \(entry.path[..<dot])"
      }
    }
    return nil
  }

  /// Turns a complaint of a section into a problem at the value it points to.
  mutating func report(_ complaint: Complaint, in tree: Tree) {
    let target = tree.descendant(complaint.parameter)
    let place = target?.key?.place ?? target?.value.place ?? tree.place
    let length = target?.key.map { $0.text.unicodeScalars.count } ?? 1
    let name = Self.joined(path, complaint.parameter)
    problems.append(
      Problem(
        .inconsistent, "\(name): \(complaint.message)", at: place, length: length,
        help: complaint.help, severity: complaint.severity))
  }
}
