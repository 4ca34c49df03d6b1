import Testing

@testable import Simulation

struct LogHistogramTests {
  @Test func `a quantile is within one percent of the value itself`() {
    var stream = Stream(2, 2)
    var histogram = LogHistogram()
    var values = (0..<20_000).map { _ in stream.lognormal(0, 4) }
    for value in values { histogram.add(value) }
    values.sort()
    for percent in 1..<100 {
      let exact = values[(20_000 * percent + 99) / 100 - 1]
      let found = histogram.quantile(Double(percent) / 100) ?? .nan
      #expect(abs(found / exact - 1) <= 0.01)
    }
    let (least, most) = (histogram.quantile(0), histogram.quantile(1))
    #expect(least == values[0])
    #expect(most == values[19_999])
  }

  @Test func `one value is every quantile and the mean`() {
    for value in [0, 1e-30, 0.3, 1, 720, 1e12, 1e300] {
      var histogram = LogHistogram()
      histogram.add(value)
      for share in [0, 0.2, 0.5, 1] {
        let found = histogram.quantile(share)
        #expect(found == value)
      }
      let mean = histogram.mean
      #expect(mean == value)
    }
  }

  @Test func `nothing counted has no mean and no quantile`() {
    let histogram = LogHistogram()
    let (mean, median) = (histogram.mean, histogram.quantile(0.5))
    #expect(mean == nil && median == nil)
  }
}
