import Experiment
import Testing

@testable import Report

private let csv = """
  baseline,scenario,period,outcome,unit,draws,pairs,diff_median,diff_ui_low,diff_ui_high,ratio_median,ratio_ui_low,ratio_ui_high,ui_method,diff_ui_method,mc_low,mc_high,clear
  coco,phone,week_1,unwanted_contacts,u,8,8,-1,-2,8,0.99,0.88,1.02,prediction,prediction,0.89,0.91,false
  coco,phone,window,unwanted_contacts,u,8,8,-10,-12,-8,0.9,0.88,0.92,prediction,prediction,0.89,0.91,true
  coco,phone,window,unwanted_contacts_here,u,8,8,-30,-32,-28,0.7,0.68,0.72,prediction,prediction,,,true
  coco,phone,window,cost,EUR per day,8,8,12345.6,12000,13000,,,,prediction,prediction,,,true

  """

@Test func `a policy's row has the change, its interval and its burdens`() throws {
  let table = try PolicyTable(differences: csv)
  let row = table.markdown { _ in "Phone" }.split(separator: "\n")[2]
  #expect(row.hasPrefix("| Phone | −10 % (−12 % to −8 %) | −30 % (−32 % to −28 %) | 0 % |"))
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
