import Schema

/// The harm codes as a scenario writes them.
enum HarmName: String, CaseIterable, Sendable {
  case none
  case h1 = "H1", h2 = "H2", h3 = "H3", h4 = "H4", h5 = "H5", h6 = "H6", h7 = "H7", h8 = "H8"
  case h9 = "H9", h10 = "H10", h11 = "H11", h12 = "H12"

  /// The harm, or `nil` for none.
  var harm: Harm? {
    guard self != .none, let number = UInt8(rawValue.dropFirst()) else { return nil }
    return Harm(rawValue: number)
  }
}
