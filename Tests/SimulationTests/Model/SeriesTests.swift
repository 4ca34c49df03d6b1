import Schema
import Testing

@testable import Simulation

@Suite struct SeriesTests {
  private func event(
    _ kind: Event.Kind, at time: Double, value: Double = 0, harm: UInt8 = 0,
    flags: Event.Flags = .cohort, band: AgeBand = .adult
  ) -> Event {
    Event(
      time: time, actor: 0, target: 0, value: Float(value), kind: kind, band: band, harm: harm,
      detail: 0, flags: flags)
  }

  private func values(_ record: SeriesRecord, _ name: String) -> [Double] {
    let place = SeriesRecord.columns.firstIndex { $0.name == name } ?? 0
    return (0..<record.periods).map { Array(record.values(of: $0))[place] }
  }

  @Test func `a visit counts in each period for the part it lasts there`() {
    var series = TimeSeries(from: 10, to: 22)
    series.observe(event(.enter, at: 7.5))
    series.observe(event(.leave, at: 10.5))
    series.observe(event(.enter, at: 10.5))
    series.observe(event(.leave, at: 13.25))
    series.observe(event(.enter, at: 21.5))
    series.observe(event(.leave, at: 30))
    let record = series.record()
    let online = values(record, "online_adults")
    #expect(online == [1, 1, 1, 0.25, 0, 0, 0, 0, 0, 0, 0, 0.5])
    #expect(record.start == 10 && record.length == 1)
  }

  @Test func `cases are open from their opening to their decision`() {
    var series = TimeSeries(from: 0, to: 12)
    series.observe(event(.caseOpened, at: 1.5))
    series.observe(event(.decision, at: 4, value: 2.5))
    series.observe(event(.caseOpened, at: 11))
    #expect(values(series.record(), "open_cases") == [0, 0.5, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  @Test func `only harm to minors on the platform in the window is counted`() {
    var series = TimeSeries(from: 0, to: 12)
    series.observe(event(.harm, at: 0.5, value: 0.25, harm: 2, band: .from13to15))
    series.observe(event(.harm, at: 0.75, value: 0.5, harm: 1, band: .adult))
    series.observe(event(.harm, at: 0.75, harm: 2, flags: [.cohort, .hidden], band: .under13))
    series.observe(event(.harm, at: 0.75, harm: 2, flags: [], band: .under13))
    series.observe(event(.harm, at: 12, harm: 2, band: .under13))
    let record = series.record()
    #expect(values(record, "unwanted_contacts_count").reduce(0, +) == 1)
    #expect(values(record, "proceedings_expected_count")[0] == 0.75)
  }

  @Test(arguments: [(0.25, 12), (24.0, 24), (168.0, 168), (720.0, 120), (29_220.0, 174)])
  func `a window has at least 12 and at most about 200 periods`(window: Double, periods: Int) {
    var short = TimeSeries(from: 0, to: window), long = TimeSeries(from: 0, to: 87_660)
    #expect(short.record().periods == periods && long.record().periods <= 200)
  }

  @Test func `the course of a run has the means and sums of its outcomes`() throws {
    var scenario = Scenario.plain(people: 2_000, visits: 0.05, stay: .fixed(0.4), hours: 24)
    scenario.people.minorShare = 0.2
    scenario.time.warmUp = 6
    let record = try Play(scenario).record
    let series = try #require(record.series)
    for name in ["online_adults", "online_minors"] {
      let column = try #require(Outcomes.columns.firstIndex { $0.name == name })
      let mean = values(series, name).reduce(0, +) / Double(series.periods)
      #expect(mean > 1)
      #expect(abs(mean - record.values[column]) < 1e-5 * max(1, mean), "\(name)")
    }
  }
}
