/// A family of quantities: how it is written, and the one unit it has inside.
///
/// | family | written | inside |
/// | --- | --- | --- |
/// | duration | `30 s`, `15 min`, `8 h`, `7 d`, `2 week`, `1 month`, `1 y` | hours |
/// | rate | `0.5 /min`, `3 /week`, `3 per week` | per hour |
/// | share | `12 %`, `0.12` | 0…1 |
/// | age | `18 y` | years |
/// | money | `40 EUR` | euros |
/// | money per hour | `40 EUR/h` | euros per hour |
/// | count, factor | `12`, `1.5` | the number |
///
/// A month is 30.4375 days and a year 365.25 days (the Julian year's twelfth and whole).
public enum Unit: String, CaseIterable, Hashable, Sendable {
  case duration, rate, share, age, money, moneyPerHour, count, factor

  /// The unit inside, as column headers and manuals show it: `h`, `/h`, `1`, `y`, `EUR`, `EUR/h`.
  public var symbol: String {
    switch self {
    case .duration: "h"
    case .rate: "/h"
    case .age: "y"
    case .money: "EUR"
    case .moneyPerHour: "EUR/h"
    case .share, .count, .factor: "1"
    }
  }

  /// What a value of the family is called: `a duration`, `a rate`, …
  public var noun: String {
    switch self {
    case .duration: "a duration"
    case .rate: "a rate"
    case .share: "a share"
    case .age: "an age"
    case .money: "an amount of money"
    case .moneyPerHour: "an amount of money per hour"
    case .count, .factor: "a number"
    }
  }

  /// One way to write the family: the word after the number, and how it turns into the unit inside
  /// (times, then divided by; two whole-number steps lose less than one factor).
  struct Scale: Sendable {
    let word: String
    let times: Double
    let by: Double
  }

  /// Every way to write the family; when values are written, earlier ones are preferred.
  var scales: [Scale] {
    switch self {
    case .duration: Self.durations
    case .rate: Self.rates
    case .share: Self.shares
    case .age: Self.ages
    case .money: Self.euros
    case .moneyPerHour: Self.eurosPerHour
    case .count, .factor: Self.bare
    }
  }

  private static let durations = [
    Scale(word: "h", times: 1, by: 1), Scale(word: "d", times: 24, by: 1),
    Scale(word: "min", times: 1, by: 60), Scale(word: "y", times: 8766, by: 1),
    Scale(word: "month", times: 730.5, by: 1), Scale(word: "week", times: 168, by: 1),
    Scale(word: "s", times: 1, by: 3600),
  ]
  private static let rates = [
    Scale(word: "/h", times: 1, by: 1), Scale(word: "/d", times: 1, by: 24),
    Scale(word: "/min", times: 60, by: 1), Scale(word: "/week", times: 1, by: 168),
    Scale(word: "/y", times: 1, by: 8766), Scale(word: "/month", times: 1, by: 730.5),
    Scale(word: "/s", times: 3600, by: 1),
  ]
  private static let shares = [
    Scale(word: "%", times: 1, by: 100), Scale(word: "", times: 1, by: 1),
  ]
  private static let ages = [Scale(word: "y", times: 1, by: 1)]
  private static let euros = [Scale(word: "EUR", times: 1, by: 1)]
  private static let eurosPerHour = [Scale(word: "EUR/h", times: 1, by: 1)]
  private static let bare = [Scale(word: "", times: 1, by: 1)]

  /// The words a person may put after the number, for messages: `s, min, h, d, week, month, y`.
  public var words: String {
    switch self {
    case .duration: "s, min, h, d, week, month, y"
    case .rate: "/s, /min, /h, /d, /week, /month, /y"
    default: scales.map(\.word).filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  /// The code of the problem when a text is not of the family.
  var code: Problem.Code {
    switch self {
    case .duration: .notADuration
    case .rate: .notARate
    case .share: .notAShare
    case .age: .notAnAge
    case .money: .notMoney
    case .moneyPerHour: .notMoneyPerHour
    case .count, .factor: .notANumber
    }
  }
}
