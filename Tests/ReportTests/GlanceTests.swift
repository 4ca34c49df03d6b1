import Experiment
import Foundation
import Simulation
import Testing

@testable import Report

@Suite struct GlanceTests {
  private func chart(_ changes: [Reach?], _ burdens: [[GlanceChart.Burden]] = []) -> GlanceChart {
    GlanceChart(
      title: "t", notes: ["n"], headlines: ["contacts", "serious"],
      columns: burdens.map { _ in GlanceChart.Column(head: "h", names: ["one"], width: 90) },
      rows: [GlanceChart.Row(label: "A policy", changes: changes, burdens: burdens)],
      undefined: "undefined", numerals: Numerals(.en))
  }

  @Test(arguments: Language.allCases)
  func `a comparison begins with a picture, a table behind it and four lines`(language: Language)
    throws
  {
    let page = try SmallStudy(["tiny", "phone", "staff"]).page(language)
    let glance = try #require(page.glance)
    #expect(page.sections.prefix(2).map(\.id) == ["glance", "answer"])
    #expect(glance.pictures.map(\.name) == ["glance"])
    #expect(page.answer.title == (language == .en ? "In words" : "En mots"))
    let text = glance.body.markup
    let lines = text.components(separatedBy: "<li><strong>").dropFirst()
    #expect(lines.count == 4)
    let heads = [
      GlanceWords.clearHead, GlanceWords.movingHead, GlanceWords.assumedHead,
      GlanceWords.turningHead,
    ]
    #expect(zip(lines, heads).allSatisfy { $0.hasPrefix($1(language)) })
    #expect(GlanceWords.columns.count == 5)
    let picture = glance.pictures[0].picture
    for column in GlanceWords.columns {
      #expect(picture.document.contains(SVG.escaped(column.head(language))))
      #expect(picture.description.contains(column.head(language)))
    }
    #expect(Markup(picture.document).faults.isEmpty)
  }

  @Test func `a run alone has no glance, and begins with its answer`() throws {
    let page = try SmallStudy(["tiny"]).page()
    #expect(page.glance == nil && page.sections.first?.id == "answer")
    #expect(page.answer.title == "The answer")
  }

  @Test func `nothing is claimed about signs below 64 draws, and settled nobody can tell`() throws {
    let text = try #require(try SmallStudy(["tiny", "phone"]).page().glance).body.markup
    #expect(text.contains("Below 64 draws nothing is claimed (here: 3 draws)."))
    let fixed = try SmallStudy(["tiny", "phone"], replicates: 2, fixed: true).page()
    #expect(
      fixed.glance?.body.markup.contains("All are fixed: the limits hold chance alone.") == true)
  }

  @Test func `the burdens of minors and adults are sums run by run`() throws {
    let page = try SmallStudy(["tiny", "phone", "staff"]).page()
    let phone = try #require(page.study.policies.first { $0.name == "phone" })
    let burdens = page.glanceBurdens(phone)
    #expect(burdens.map(\.count) == GlanceWords.columns.map(\.names.count))
    let gate = try #require(burdens[1][0]),
      alone = page.study.difference("phone", "adults_dropped_out")
    // Nobody is refused where there is no age check.
    #expect(gate.difference == alone?.difference && (gate.difference ?? 0) > 0)
    #expect(burdens[0][1]?.column.unit == "h per 1,000 minors and month")
    #expect((burdens[0][1]?.difference ?? 0) < 0)
  }

  @Test func `an open limit ends in dashes at the edge, a far one in an arrow`() {
    let closed = chart([Reach(-0.2, low: -0.4, high: 0.1), nil]).picture.document
    #expect(!closed.contains("stroke-dasharray=\"5 4\""))
    let open = chart([Reach(-0.2, low: nil, high: 0.1), nil]).picture
    #expect(open.document.contains("stroke-dasharray=\"5 4\""))
    #expect(open.document.contains("x2=\"\(SVG.number(GlanceChart.left - 8))\""))
    #expect(open.description == "A policy: contacts −20 % (open to +10); serious undefined")
    let far = chart([Reach(-0.2, low: -0.4, high: 4), nil]).picture.document
    #expect(far.contains("polyline") && !closed.contains("polyline"))
  }

  @Test func `what still moves is named, and what nobody can tell`() {
    let words = { (settled: [Bool?]) in
      GlanceWords.movement(zip(["A", "B", "C"], settled).map { ($0, $1) }, .en)
    }
    #expect(words([nil, nil, nil]).hasSuffix("nobody can tell within this window."))
    #expect(words([true, true, true]) == GlanceWords.atRest(.en))
    #expect(
      words([false, true, nil])
        == "A: a longer window would show another number. Nobody can tell: C.")
  }

  @Test func `a limit among runs that were stopped is open in numbers and in words`() throws {
    let csv = """
      baseline,scenario,period,outcome,unit,draws,pairs,diff_median,diff_ui_low,diff_ui_high,ratio_median,ratio_ui_low,ratio_ui_high,ui_method,diff_ui_method,mc_low,mc_high,clear
      coco,phone,window,unwanted_contacts,u,8,8,-10,,-8,0.9,,0.92,prediction,prediction,0.89,0.91,false

      """
    let row = try #require(try Differences.rows(of: Array(csv.utf8)).first)
    let change = try #require(row.changeReach)
    #expect(change.low == nil && abs((change.high ?? 0) + 0.08) < 1e-9 && change.hasLimits)
    #expect(row.differenceReach == Reach(-10, low: nil, high: -8))
    let words = PolicyWords(name: "Phone", rows: [row]).sentence
    #expect(
      words.contains("changes unwanted sexual contacts to minors by −10 % in the middle world"))
    #expect(!words.contains("single pair"))
  }

  @Test func `a telephone has its own picture, with the same numbers in words`() throws {
    let reach = Reach(-0.2, low: nil, high: 0.1)
    let narrow = chart([reach, nil], [[.init(size: 3, text: "+3")]]).narrow
    #expect(narrow.width < 400 && narrow.document.contains("h: one +3."))
    #expect(narrow.document.contains("x2=\"12\"") && Markup(narrow.document).faults.isEmpty)
    let page = try SmallStudy(["tiny", "phone"]).page()
    #expect(page.glance?.body.markup.contains("figure-glance-narrow-title") == true)
    #expect(page.glance?.pictures.count == 1)
  }

  @Test func `the headlines differ in shape, and a bar without a size isn't drawn`() {
    let reach = Reach(-0.2, low: -0.4, high: 0.1)
    let none = chart([reach, reach], [[.init(size: nil, text: "–")]]).picture.document
    #expect(none.contains("<circle") && none.contains("<polygon"))
    let some = chart([reach, reach], [[.init(size: 3, text: "+3")]]).picture.document
    #expect(
      some.components(separatedBy: "<rect").count == none.components(separatedBy: "<rect").count + 1
    )
  }

  @Test func `the scale holds no change and stops at twice as much`() {
    let scale = GlanceScale([Reach(0.3, low: -0.2, high: 9)], from: 0, to: 100)
    #expect(scale.ticks.contains(0) && scale.holds(1) && !scale.holds(1.2))
    #expect(scale.place(9) == 100 && scale.ticks.count <= 6)
    #expect(GlanceScale([], from: 0, to: 100).ticks.contains(0))
    #expect(GlanceScale([Reach(0.001)], from: 0, to: 100).ticks.count >= 2)
  }

  @Test func `a label is wrapped at words, and its last line cut`() {
    #expect(
      "Contact rules for declared minors".wrapped(to: 21, lines: 3)
        == ["Contact rules for", "declared minors"])
    #expect("one two three".wrapped(to: 5, lines: 2) == ["one", "two …"])
    #expect("".wrapped(to: 5, lines: 2) == [])
  }

  @Test func `a short label ends at the first comma or bracket where no other begins alike`() throws
  {
    let page = try SmallStudy(["tiny", "check", "check-25", "phone"]).page()
    #expect(
      page.study.policies.map(page.shortLabel)
        == ["A <b>tiny</b> platform & more", "check", "check-25", "Phone"])
    let apart = try SmallStudy(["tiny", "check"]).page()
    #expect(apart.study.policies.map(apart.shortLabel).last == "Age check")
  }

  @Test func `the course has a middle and a band of plausible worlds in each period`() throws {
    let page = try SmallStudy(["tiny", "phone"], replicates: 9).page()
    let course = try #require(page.study.course)
    let levels = course.levels("tiny", "online_adults")
    #expect(levels.count == course.starts.count && !levels.isEmpty)
    #expect(levels.allSatisfy { ($0.interval?.low ?? 1) <= $0.middle })
    #expect(levels.allSatisfy { ($0.interval?.high ?? -1) >= $0.middle })
    #expect(course.levels("tiny", "messages_count").isEmpty)
    #expect(page.course?.body.markup.contains("Medians over plausible worlds") == true)
    let fixed = try SmallStudy(["tiny"], replicates: 2, fixed: true).page()
    #expect(fixed.course?.body.markup.contains("over chance alone") == true)
  }

  @Test func `sentences don't repeat the numbers of the table`() throws {
    for language in Language.allCases {
      let page = try SmallStudy(["tiny", "phone", "staff"]).page(language)
      let lists = page.answer.body.markup.components(separatedBy: "<table>")[0]
      let sentences = lists.components(separatedBy: "<ul>").dropFirst().joined()
      #expect(!sentences.contains("%") && sentences.contains("<strong>"), "\(sentences)")
    }
  }
}
