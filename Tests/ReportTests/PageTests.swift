import Experiment
import Foundation
import Simulation
import Testing

@testable import Report

@Suite struct PageTests {
  private static let compared = [
    "glance", "answer", "differences", "course", "trade-off", "places", "assumptions", "drivers",
    "ranking", "patterns",
    "limits", "provenance",
  ]

  @Test(arguments: Language.allCases)
  func `a comparison's page has every part, and a run's those that apply`(language: Language)
    throws
  {
    let targets = try SmallStudy.targets
    let three = try SmallStudy(["tiny", "phone", "staff"]).page(language, targets: targets)
    #expect(three.sections.map(\.id) == Self.compared)
    let alone = try SmallStudy(["tiny"]).page(language, targets: targets)
    #expect(
      alone.sections.map(\.id)
        == Self.compared.filter { !["glance", "differences", "trade-off", "ranking"].contains($0) })
    for page in [three, alone] {
      let text = page.document
      #expect(text.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(!text.contains("{1}") && !text.contains("{2}"), "a value without its place")
      #expect(Markup(text).faults.isEmpty, "\(Markup(text).faults)")
      for figure in page.figures { #expect(Markup(figure.svg).faults.isEmpty, "\(figure.name)") }
    }
  }

  @Test func `the page needs nothing from outside and no script`() throws {
    let text = try SmallStudy(["tiny", "phone"]).page().document
    for word in ["http", "<script", "src=", "@import", "javascript:", "<link", "onclick"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.components(separatedBy: "url(").dropFirst().allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `every figure has a title, a description and a table behind it`() throws {
    let text = try SmallStudy(["tiny", "phone", "staff"]).page().document
    let figures = text.components(separatedBy: "<figure ").dropFirst()
    #expect(figures.count >= 6)
    for figure in figures {
      let inside = figure.components(separatedBy: "</figure>")[0]
      for piece in [
        "role=\"img\" aria-labelledby", "<title id", "<desc id", "<figcaption>", "<details>",
        "<caption>", "tabindex=\"0\"",
      ] { #expect(inside.contains(piece), "\(piece)") }
    }
  }

  @Test func `what authors write can't become markup`() throws {
    let text = try SmallStudy(["tiny", "phone"]).page(targets: try SmallStudy.targets).document
    #expect(text.contains("A &lt;b&gt;tiny&lt;/b&gt; platform &amp; more"))
    #expect(!text.contains("<b>") && !text.contains("<source>"))
  }

  @Test func `a mark that combines with a bracket is no way round, and a headline is one line`()
    throws
  {
    let text = try SmallStudy(["tiny", "odd"]).page().document
    #expect(text.contains("<h1>Two lines &lt;\u{338}script&gt;</h1>"))
    let bytes = Array(text.utf8), bad = Array("<\u{338}".utf8)
    #expect(!bytes.indices.dropLast(bad.count).contains { bytes[$0...].starts(with: bad) })
    #expect(SVG.escaped("a\u{0}b\r\nc'\u{301}") == "a\u{FFFD}b  c&#39;\u{301}")
  }

  @Test func `a policy that never acts, and one seen for longer, are said to be so`() throws {
    let page = try SmallStudy(["tiny", "late", "longer"]).page()
    let answer = page.answer.body.markup
    #expect(answer.contains("“late” acts on nothing in this window"))
    #expect(answer.components(separatedBy: "acts on nothing").count == 2)
    let first = try #require(page.glance).body.markup
    #expect(first.contains("are observed over different stretches of time"))
    #expect(first.contains("(observation window 12 h → 18 h)"))
    let french = try SmallStudy(["tiny", "late"]).page(.fr)
    #expect(french.answer.body.markup.contains("n’agit sur rien dans cette fenêtre"))
    #expect(french.glance?.body.markup.contains("durées différentes") == false)
  }

  @Test func `what nobody can receive is undefined, not without effect`() throws {
    for language in Language.allCases {
      let two = try SmallStudy(["adults", "adults-phone", "late"]).page(language).answer.body.markup
      #expect(two.contains(language == .en ? "has an undefined effect on" : "a un effet indéfini"))
      let alone = try SmallStudy(["adults"]).page(language).answer.body.markup
      #expect(alone.contains(language == .en ? "are undefined for" : "sont indéfinis pour"))
      #expect(!alone.contains(language == .en ? "one run: no interval" : "une seule simulation"))
    }
  }

  @Test func `the page says what its intervals are and what they are not`() throws {
    let study = try SmallStudy(["tiny", "phone"])
    let english = try study.page().answer.body.markup
    #expect(english.contains("Limits are: the least and the greatest of the draws made."))
    #expect(english.contains("These limits do not close in as more runs are made"))
    #expect(
      try study.page(.fr).answer.body.markup.contains(
        "Plus de simulations ne resserrent pas ces limites"))
    let fixed = try SmallStudy(["tiny"], replicates: 2, fixed: true).page().answer.body.markup
    #expect(fixed.contains("error of the mean over chance."))
  }

  @Test func `one is singular in both languages, and none in French`() throws {
    let study = try SmallStudy(["tiny", "phone"], replicates: 1)
    #expect(try study.page().document.contains("1 pair of runs, seed 7"))
    #expect(try study.page(.fr).document.contains("1 paire de simulations, graine 7"))
    let pairs = Counted.pairsOfRuns
    #expect(pairs(.en, 0) == "0 pairs of runs" && pairs(.fr, 0) == "0 paire de simulations")
    #expect(pairs(.en, 2) == "2 pairs of runs" && pairs(.fr, 2) == "2 paires de simulations")
    #expect(Counted.policies(.en, 1) == "1 policy" && Counted.policies(.fr, 8) == "8 politiques")
  }

  @Test func `the same folder gives the same bytes`() throws {
    let study = try SmallStudy(["tiny", "phone"])
    #expect(try study.page(.fr).document == (try study.page(.fr).document))
    #expect(try study.page().figures.map(\.svg) == (try study.page().figures.map(\.svg)))
  }

  @Test func `French pages have French numbers`() throws {
    let text = try SmallStudy(["tiny", "phone"]).page(.fr).document
    let cells = text.components(separatedBy: "<td class=\"number\">").dropFirst()
      .map { $0.components(separatedBy: "</td>")[0] }
    #expect(cells.count > 50)
    #expect(!cells.contains { $0.contains(".") }, "\(cells.first { $0.contains(".") } ?? "")")
    #expect(text.contains("\u{202F}%"))
  }

  @Test func `few runs are said first, and no driver of uncertainty is claimed from them`() throws {
    let page = try SmallStudy(["tiny", "phone"]).page()
    let first = try #require(page.sections.first).body.markup
    #expect(first.hasPrefix("<p class=\"notice\">Only 3 replicates"))
    #expect(page.drivers.body.markup.contains("Too few draws to say: 3 draws"))
    #expect(page.drivers.pictures.isEmpty)
    let fixed = try SmallStudy(["tiny"], replicates: 2, fixed: true).page()
    #expect(fixed.drivers.body.markup.contains("chance alone"))
  }

  @Test func `with enough draws the input that matters leads, and the rest is unexplained`() throws
  {
    let page = try SmallStudy(["tiny", "phone"], replicates: 64).page()
    let rows = page.drivers.body.markup.components(separatedBy: "<th scope=\"row\">").dropFirst()
    #expect(page.drivers.body.markup.contains("Share of the spread between 64 draws"))
    #expect(rows.allSatisfy { $0.hasPrefix("Phone") })
    #expect(rows.last?.contains("unexplained") == true)
    let alone = try SmallStudy(["tiny"], replicates: 64).page().drivers.body.markup
    let first = try #require(alone.components(separatedBy: "<th scope=\"row\">").dropFirst().first)
    #expect(first.contains("<td>share of minors among users</td>"), "\(first.prefix(160))")
  }

  @Test func `what each policy changes is listed with both values`() throws {
    let text = try SmallStudy(["tiny", "phone"]).page().assumptions.body.markup
    #expect(
      text.contains("what registration asks for: <code>none</code> → <code>phone</code>"))
    #expect(text.contains("class=\"mark assumed\">assumed</span>"))
  }

  @Test func `a folder that was altered, or has no finished study, is refused`() throws {
    let study = try SmallStudy(["tiny"])
    #expect(throws: StudyFolder.Unfinished.self) {
      try StudyFolder(study.folder + "/nowhere") { _ in nil }
    }
    let path = study.folder + "/summary.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + " ").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: FolderProblem.self) { try study.page() }
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: FolderProblem.self) { try study.page() }
  }

  @Test func `text stands out from its ground at 4.5 to 1 in light and in dark`() {
    let sheet = Style.sheet.markup
    let themes = sheet.components(separatedBy: ":root {").dropFirst()
    #expect(themes.count == 3)
    for theme in themes {
      let colours = theme.components(separatedBy: "}")[0]
      func colour(_ name: String) -> String {
        let rest = colours.components(separatedBy: "--\(name): #")
        return rest.count > 1 ? String(rest[1].prefix(6)) : ""
      }
      for text in ["text", "soft", "link", "warn"] {
        for ground in ["ground", "shade"] {
          let ratio = Contrast.ratio(colour(text), colour(ground))
          #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
        }
      }
    }
    for colour in [SVG.blue, SVG.rust, SVG.grey] {
      #expect(Contrast.ratio(String(colour.dropFirst()), "ffffff") >= 4.5)
    }
  }
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
enum Contrast {
  static func ratio(_ first: String, _ second: String) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ hex: String) -> Double {
    let value = Int(hex, radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
