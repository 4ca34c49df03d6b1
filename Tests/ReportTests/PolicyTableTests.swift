import Experiment
import Testing

@testable import Report

private let csv = """
  baseline,scenario,outcome,unit,pairs,diff,diff_ci_low,diff_ci_high,ratio,ratio_ci_low,ratio_ci_high,ci_kind,simultaneous,share_better,correlation
  coco,phone,unwanted_contacts,u,8,-10,-12,-8,0.9,0.88,0.92,chance,false,1,0.9
  coco,phone,unwanted_contacts_here,u,8,-30,-32,-28,0.7,0.68,0.72,chance,false,1,0.9
  coco,phone,cost,EUR per day,8,12345.6,12000,13000,,,,chance,false,0,0.9

  """

@Test func `a policy's row has the change, its interval and its burdens`() throws {
  let table = try PolicyTable(differences: csv)
  let row = table.markdown { _ in "Phone" }.split(separator: "\n")[2]
  #expect(row.hasPrefix("| Phone | −10 % (−12 % to −8 %) | – | −30 % (−32 % to −28 %) | – |"))
  #expect(row.hasSuffix("| 12,346 (12,000 to 13,000) |"))
}

@Test func `a file without a needed column is refused with the name of the column`() {
  #expect(throws: NamedRows.Fault.self) { try PolicyTable(differences: "a,b\n1,2\n") }
}

@Test func `a chart says in words what it shows`() throws {
  let chart = try PolicyTable(differences: csv).chart { _ in "Phone & <co>" }
  #expect(
    chart.svg.contains("Phone &amp; &lt;co&gt;: all venues, with harm displaced elsewhere −10 %"))
  #expect(!chart.svg.contains("<co>"))
}

@Test(arguments: [
  (0.0, "0"), (0.0123, "0.012"), (1.234, "1.23"), (12.34, "12.3"), (-123.4, "−123"),
  (1_234_567.0, "1,234,567"),
])
func `numbers are short and grouped`(value: Double, text: String) {
  #expect(PolicyTable.short(value) == text)
}
