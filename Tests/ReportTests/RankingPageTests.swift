import Experiment
import Foundation
import Testing

@testable import Report

@Suite struct RankingPageTests {
  private static let information = """
    baseline,outcome,rank,parameter,unit,draws,evpi,evppi,bound,told,leader,leader_at_low,leader_at_high
    tiny,unwanted_contacts,1,people_minor_share,fraction,1000,0.2,0.08,0.01,true,staff,staff,phone
    tiny,unwanted_contacts,2,people_visits,per day,1000,0.2,0.005,0.01,false,staff,staff,staff

    """

  @Test(arguments: Language.allCases)
  func `from eight draws on the page says who is best, how often and what is regretted`(
    language: Language
  ) throws {
    let study = try SmallStudy(["tiny", "phone", "staff"], replicates: 8)
    let page = try study.page(language)
    let markup = try #require(page.ranking).body.markup
    #expect(
      markup.contains(language == .en ? "In this model, a policy is best in" : "Dans ce modèle"))
    #expect(markup.components(separatedBy: "<caption>").count == 2)
    // Three options, the reference among them; nobody does serious harm here.
    #expect(markup.components(separatedBy: "<th scope=\"row\">").count == 4)
    #expect(markup.components(separatedBy: "<th scope=\"row\">A &lt;b&gt;tiny").count == 2)
    // There is no 95 % quantile of eight draws.
    #expect(markup.contains("<td class=\"number\">–</td>"))
    #expect(!markup.contains("{") && Markup(page.document).faults.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func `what is worth knowing is told with who leads at either end`(language: Language) throws {
    let small = try SmallStudy(["tiny", "phone", "staff"], replicates: 8)
    var study = try StudyFolder(small.folder) { _ in [] }
    study.information = try InformationTable.rows(of: Array(Self.information.utf8))
    let markup = try #require(StudyPage(study, language: language).ranking).body.markup
    let rows = markup.components(separatedBy: "<th scope=\"row\">").dropFirst(4)
    #expect(rows.count == 1)
    #expect(rows.first?.contains("<td>Staff</td><td>Phone</td>") == true, "\(rows)")
    #expect(rows.first?.contains(language == .en ? "8.0\u{A0}%" : "8,0\u{202F}%") == true)
    #expect(markup.contains(language == .en ? "Inputs of offenders" : "Les entrées des auteurs"))
    study.information = study.information.filter { !$0.isTold }
    let none = try #require(StudyPage(study, language: language).ranking).body.markup
    #expect(
      none.contains(
        language == .en ? "No single input is told from chance." : "Aucune entrée seule ne se"))
    #expect(!none.contains("{"))
  }

  @Test func `with few draws nothing is claimed, and an older folder has no ranking`() throws {
    let few = try SmallStudy(["tiny", "phone", "staff"]).page()
    #expect(few.ranking?.body.markup.contains("Too few draws to say: 3 draws. Below 8") == true)
    let pair = try SmallStudy(["tiny", "phone"], replicates: 8)
    #expect(try StudyFolder(pair.folder) { _ in [] }.ranking.isEmpty)
    #expect(try pair.page().ranking == nil)
  }
}
