import Experiment
import Report
import Schema
import Simulation

/// What a page is told once, before any run: words, presets, controls, outcomes, help lines.
public struct StartPage: Sendable {
  private let presets: Presets
  private let help: HelpLines
  private let isClass: Bool

  /// - Parameter isClass: Whether a join code is asked for.
  public init(presets: Presets, help: HelpLines, isClass: Bool) {
    (self.presets, self.help, self.isClass) = (presets, help, isClass)
  }

  /// All of it.
  public var json: JSON {
    .object([
      .init("version", .string(Model.version)), .init("class", .flag(isClass)),
      .init("fewest", .count(UInt64(Bands.fewestPairs))),
      .init("oneIn", .count(UInt64(LiveRooms.oneIn))),
      .init("words", words), .init("presets", .array(presets.all.map(preset))),
      .init("controls", .array(Control.all.map(control))),
      .init("outcomes", .array(PlainOutcomes.all.map(outcome))),
      .init("help", .array(help.lines.map(line))),
    ])
  }

  private var words: JSON {
    .object(Words.all.map { .init($0.key, both($0.words)) })
  }

  /// One text for each language.
  private func both(_ words: (Language) -> String) -> JSON {
    .array(Language.allCases.map { .string(words($0)) })
  }

  private func both(_ phrase: Phrase) -> JSON { both { phrase($0) } }

  private func preset(_ preset: Presets.Preset) -> JSON {
    var members: [JSON.Member] = [
      .init("id", .string(preset.id)), .init("title", both(preset.title)),
      .init("values", .array(preset.values.map(value))),
      .init("drawn", .array(preset.drawn.map { .string($0) })),
    ]
    if let question = preset.question {
      members.append(.init("question", both(question)))
    }
    if preset.hasRivals { members.append(.init("rivals", .flag(true))) }
    return .object(members)
  }

  private func value(_ value: Control.Value) -> JSON {
    switch value {
    case .number(let number): .number(number)
    case .word(let word): .string(word)
    }
  }

  private func control(_ control: Control) -> JSON {
    var members: [JSON.Member] = [
      .init("key", .string(control.key)),
      .init("label", both(Words.control(control.key))), .init("meaning", .string(control.meaning)),
      .init("source", .string(control.source?.text ?? "")),
      .init("assumed", .flag(control.source?.kind == "assumed")),
      .init("both", .flag(control.isWorld)),
    ]
    switch control.entry {
    case .number(let unit, let low, let high, let step):
      members += [
        .init("unit", .string(unit)), .init("low", .number(low)), .init("high", .number(high)),
        .init("step", .number(step)),
      ]
    case .choice(let words): members.append(.init("choices", .array(words.map { .string($0) })))
    }
    if let needs = control.needs { members.append(.init("needs", .string(needs))) }
    if let range = control.evidence {
      let limits = [range.lowerBound, range.upperBound].map { JSON.number(Number.rounded($0)) }
      members.append(.init("evidence", .array(limits)))
    }
    return .object(members)
  }

  private func outcome(_ outcome: PlainOutcomes.Outcome) -> JSON {
    let column = outcome.column
    return .object([
      .init("name", .string(column.name)), .init("category", .string(outcome.category.rawValue)),
      .init("share", .flag(column.unit == "share")),
      .init("label", both(Words.outcome(column.name))),
      .init("unit", both { UnitLabels.difference(column.unit, $0) }),
    ])
  }

  private func line(_ line: HelpLines.Line) -> JSON {
    .object([.init("number", .string(line.number)), .init("what", both(line.what))])
  }
}
