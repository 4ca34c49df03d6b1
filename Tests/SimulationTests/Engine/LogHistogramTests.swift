import Testing

@testable import Simulation

struct LogHistogramTests {
  @Test func `a quantile is within one percent of the value itself`() throws {
    var stream = Stream(2, 2)
    var histogram = LogHistogram()
    var values = (0..<20_000).map { _ in stream.lognormal(0, 4) }
    for value in values { histogram.add(value) }
    values.sort()
    for percent in 1..<100 {
      let exact = values[(20_000 * percent + 99) / 100 - 1]
      let found = try #require(histogram.quantile(Double(percent) / 100))
      #expect(abs(found / exact - 1) <= 0.01)
    }
    #expect(histogram.quantile(0) == values[0])
    #expect(histogram.quantile(1) == values[19_999])
  }

  @Test func `one value is every quantile and the mean`() {
    for value in [0, 1e-30, 0.3, 1, 720, 1e12, 1e300] {
      var histogram = LogHistogram()
      histogram.add(value)
      for share in [0, 0.2, 0.5, 1] { #expect(histogram.quantile(share) == value) }
      #expect(histogram.mean == value)
    }
  }

  @Test func `nothing counted has no mean and no quantile`() {
    let histogram = LogHistogram()
    #expect(histogram.mean == nil && histogram.quantile(0.5) == nil)
  }
}
