/// True age in four bands, in the order of every array that is split by age.
public enum AgeBand: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// Under 13, 13 to 15, 16 to 17, 18 and over.
  case under13, from13to15, from16to17, adult

  /// The band of a true age in years.
  init(age: Float) {
    self = age >= 18 ? .adult : age >= 16 ? .from16to17 : age >= 13 ? .from13to15 : .under13
  }

  /// The suffix of column names.
  public var name: String {
    switch self {
    case .under13: "under_13"
    case .from13to15: "13_15"
    case .from16to17: "16_17"
    case .adult: "adult"
    }
  }

  var isMinor: Bool { self != .adult }
}
