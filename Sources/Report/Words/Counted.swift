import Schema

/// A noun in every language, written after its count: `1 pair`, `8 paires`.
public struct Counted: Sendable {
  private let en: Noun, fr: Noun

  /// The English noun, then the French one; both take an s for several.
  public init(_ en: String, _ fr: String) {
    (self.en, self.fr) = (Noun(en), Noun(fr, isOneForNone: true))
  }

  /// Nouns of several words, each with its plural.
  public init(_ en: (String, String), _ fr: (String, String)) {
    self.en = Noun(en.0, en.1)
    self.fr = Noun(fr.0, fr.1, isOneForNone: true)
  }

  /// The count as the language writes it, and the noun.
  public func callAsFunction(_ language: Language, _ count: Int) -> String {
    let noun = language == .en ? en : fr
    return "\(Numerals(language).number(Double(count))) \(noun.after(count))"
  }

  static let policies = Counted("policy", "politique", many: "policies")
  static let replicates = Counted("replicate", "réplication")
  static let pairsOfRuns = Counted(
    ("pair of runs", "pairs of runs"), ("paire de simulations", "paires de simulations"))
  static let draws = Counted("draw", "tirage")

  private init(_ en: String, _ fr: String, many: String) {
    (self.en, self.fr) = (Noun(en, many), Noun(fr, isOneForNone: true))
  }
}
