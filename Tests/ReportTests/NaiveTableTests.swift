import Testing

@testable import Report

private func table(_ changes: [(scenario: String, ratio: Double)]) throws -> PolicyTable {
  let head =
    "baseline,scenario,period,outcome,unit,draws,pairs,diff_median,diff_ui_low,diff_ui_high,ratio_median,ratio_ui_low,ratio_ui_high,ui_method,diff_ui_method,mc_low,mc_high,clear\n"
  return try PolicyTable(
    differences: head
      + changes.map { one in
        "b,\(one.scenario),window,unwanted_contacts,u,8,8,-1,-2,1,\(one.ratio),0.5,1.5,prediction,prediction,,,false\n"
      }.joined())
}

@Test func `the full answer stands above the naive one, and says what turns`() throws {
  let both = try table([
    ("naive", 1), ("face", 1.1), ("face-naive", 0.4), ("phone", 0.8), ("phone-naive", 0.6),
  ])
  let naive = try #require(NaiveTable(both))
  let lines = naive.markdown { $0 }.split(separator: "\n").dropFirst(2)
  #expect(
    lines.map { $0.split(separator: " | ").first } == [
      "| face", "| face-naive", "| phone", "| phone-naive",
    ])
  #expect(lines.first?.contains("| +10 % (−50 % to +50 %) |") == true)
  #expect(lines.map { $0.contains("turns the sign") } == [true, false, false, false])
  #expect(lines.map { $0.contains("is smaller") } == [false, false, true, false])
  #expect(naive.chart { $0 }.rows.map(\.label) == ["face", "phone"])
  let single = try table([("face", 1.1), ("phone", 0.8)])
  #expect(NaiveTable(single) == nil)
}
