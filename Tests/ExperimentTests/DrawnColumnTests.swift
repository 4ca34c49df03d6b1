import Experiment
import Testing

@Suite struct DrawnColumnTests {
  @Test func `a drawn column belongs to the parameter with the longest name that fits`() {
    func row(_ key: String, _ unit: String) -> ParameterRow {
      ParameterRow(key: key, value: "", unit: unit, standard: "", source: "")
    }
    let rows = [
      row("people.visits", "visits"), row("people.visits_long", "long"), row("people", "people"),
      row("people.visits", "second"),
    ]
    let columns = DrawnColumns(rows, path: \.key)
    #expect(columns.row("people_visits")?.unit == "visits")
    #expect(columns.row("people_visits_median")?.unit == "visits")
    #expect(columns.row("people_visits_long_log_sd")?.unit == "long")
    #expect(columns.row("people_other")?.unit == "people")
    #expect(columns.row("peopled") == nil && columns.row("") == nil)
  }
}
