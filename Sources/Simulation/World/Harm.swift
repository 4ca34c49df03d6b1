/// What can be done to somebody, after the typology of Livingstone & Stoilova (2021):
/// a code, a place in the four Cs, and nothing of how.
///
/// The codes are those of the harm taxonomy H1–H13 of the documentation.
public enum Harm: UInt8, Sendable, CaseIterable {
  /// The codes H1 to H13.
  case h1 = 1, h2, h3, h4, h5, h6, h7, h8, h9, h10, h11, h12, h13

  /// The code that files and tables use, such as `H2`.
  public var code: String { "H\(rawValue)" }

  /// The standard name, in a few words.
  public var title: String {
    switch self {
    case .h1: "unsolicited sexual content or exposure"
    case .h2: "sexual solicitation of a minor by an adult"
    case .h3: "escalation, grooming relation"
    case .h4: "move to a private channel (a marker, not a harm)"
    case .h5: "image-based coercion"
    case .h6: "offline meeting with a minor"
    case .h7: "contact sexual offence"
    case .h8: "commercial exploitation, procuring"
    case .h9: "ambush, robbery, hate-motivated assault"
    case .h10: "homicide"
    case .h11: "drug or other illicit sale"
    case .h12: "offence against a third party off the platform"
    case .h13: "harm by a false positive: wrongful sanction or refusal"
    }
  }

  /// Severity from 0 to 5: assumed, for readers; nothing in a run depends on it.
  public var severity: Int {
    switch self {
    case .h4, .h13: 0
    case .h1, .h11: 1
    case .h2: 2
    case .h3, .h5, .h12: 3
    case .h6, .h8, .h9: 4
    case .h7, .h10: 5
    }
  }
}
