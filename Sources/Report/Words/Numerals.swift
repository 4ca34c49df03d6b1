import Experiment

/// Numbers as each language writes them: the roundings of `NumberText`, other marks.
///
/// English has commas between thousands and a point before decimals; French has thin no-break spaces
/// and a comma. No locale takes part.
public struct Numerals: Sendable {
  /// The language.
  public let language: Language

  /// Numbers of a language.
  public init(_ language: Language) { self.language = language }

  /// Three significant digits: `850,000` and `0.0123`, or `850 000` and `0,0123`.
  public func number(_ value: Double?) -> String { local(NumberText.number(value)) }

  /// With a sign: `+12`.
  public func signed(_ value: Double?) -> String { local(NumberText.signed(value)) }

  /// A share as a percentage: `18.9 %`.
  public func percent(_ share: Double?) -> String { local(NumberText.percent(share)) }

  /// A change of a ratio with its sign: `−40 %`.
  public func change(_ ratio: Double?) -> String { local(NumberText.change(ratio)) }

  /// A value in the unit of a table: shares as percentages, all else as numbers.
  public func value(_ value: Double?, unit: String) -> String {
    unit == "share" ? percent(value) : number(value)
  }

  /// A difference in the unit of a table: shares as percentage points.
  public func difference(_ value: Double?, unit: String) -> String {
    signed(unit == "share" ? value.map { $0 * 100 } : value)
  }

  /// Two limits: `198 to 426`, or `198 à 426`.
  public func limits(_ low: String, _ high: String) -> String {
    language == .en ? "\(low) to \(high)" : "\(low) à \(high)"
  }

  /// An estimate with its limits in brackets; the estimate alone where there are none.
  public func bracketed(_ estimate: String, _ low: String?, _ high: String?) -> String {
    guard let low, let high else { return estimate }
    return "\(estimate) (\(limits(low, high)))"
  }

  /// NumberText with the language's marks.
  func local(_ text: String) -> String {
    guard language == .fr else { return text }
    return String(
      text.map { character in
        switch character {
        case " ", ",": "\u{202F}"
        case ".": ","
        default: character
        }
      })
  }
}
