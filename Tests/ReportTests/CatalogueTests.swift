import Foundation
import Schema
import Simulation
import Testing

@testable import Report

@Suite struct CatalogueTests {
  @Test func `every outcome has words in every language`() {
    for column in Outcomes.columns {
      #expect(isWhole(OutcomeLabels.phrase(column.name)), "\(column.name)")
    }
  }

  @Test func `every unit of an outcome has words in every language`() {
    for column in Outcomes.columns {
      #expect(UnitLabels.phrases[column.unit] != nil, "\(column.unit)")
    }
  }

  @Test func `every parameter has words in every language`() {
    for entry in catalogue(of: Scenario.self) {
      switch entry.facts.kind {
      case .section, .list: continue
      default: #expect(isWhole(ParameterLabels.phrase(entry.path)), "\(entry.path)")
      }
      if let kind = entry.facts.source?.kind { #expect(isWhole(Labels.sources[kind])) }
    }
  }

  @Test func `every harm, age band and place has words in every language`() {
    #expect(Harm.allCases.allSatisfy { isWhole(Labels.harm($0)) })
    #expect(AgeBand.allCases.allSatisfy { isWhole(Labels.band($0)) })
    #expect(Labels.places.allSatisfy { isWhole($0.words) })
  }

  @Test func `every shipped scenario's title has words in French`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    let walker = FileManager.default.enumerator(atPath: folder.path)
    let files = (walker?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".yaml") }
    #expect(files.count > 10)
    for file in files {
      let tree = try Loader().load(folder.appendingPathComponent(file).path).tree
      let title = try #require(tree["title"]?.text)
      #expect(Labels.titles.contains { $0.en == title }, "\(file): \(title)")
    }
  }

  @Test func `a parameter of a scenario names its item and its part`() {
    #expect(
      ParameterLabels.text("offenders.solicitor_young.share", .en)
        == "share who are offenders (solicitor young)")
    #expect(ParameterLabels.text("people.visits.median", .fr).hasSuffix("(median)"))
    #expect(
      ParameterLabels.text("pathways.a.stages.b.next.reply", .en) == "what may follow (a, b, reply)"
    )
    #expect(ParameterLabels.text("nothing.known", .fr) == "nothing.known")
  }

  @Test(arguments: [
    (0.0189, "1.9 %", "1,9 %"), (-0.0432, "−4.3 %", "−4,3 %"), (0, "0 %", "0 %"),
    (Double.nan, "–", "–"),
  ])
  func `a share is a percentage with the language's marks`(value: Double, en: String, fr: String) {
    #expect(Numerals(.en).percent(value) == en)
    #expect(Numerals(.fr).percent(value) == fr.replacing(" ", with: "\u{202F}"))
  }

  @Test func `numbers have the language's marks`() {
    #expect(Numerals(.en).number(1_234_567) == "1,234,567")
    #expect(Numerals(.fr).number(1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(Numerals(.fr).signed(0.0123) == "+0,0123")
    #expect(Numerals(.fr).limits("1", "2") == "1 à 2")
    #expect(Numerals(.fr).difference(0.17, unit: "share") == "+17")
  }

  @Test func `values go to their places in either order`() {
    let phrase = Phrase("{1} of {2}", "de {2}, {1}")
    #expect(phrase(.en, "a", "b") == "a of b")
    #expect(phrase(.fr, "a", "b") == "de b, a")
    #expect(phrase(.en, "{2}", "{x} {") == "{2} of {x} {")
    #expect(Phrase("a {3} {", "b")(.en, "1") == "a {3} {")
    #expect(Phrase("", "")(.en, "1") == "")
  }

  private func isWhole(_ phrase: Phrase?) -> Bool {
    guard let phrase else { return false }
    let sides = [phrase.en, phrase.fr]
    return sides.allSatisfy { !$0.isEmpty } && phrase.places.en == phrase.places.fr
  }
}
