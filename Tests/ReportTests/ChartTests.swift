import Experiment
import Testing

@testable import Report

@Suite struct ChartTests {
  @Test(arguments: [
    ([0.0, 97], 0.0, 100.0, 6), ([-0.91, 0.08], -1, 0.2, 7), ([0, 0], 0, 0.2, 2), ([-3], -3, 0, 4),
    ([0, 1.2e9], 0, 1.5e9, 4), ([.nan, 4], 0, 4, 5), ([0, 2e-5], 0, 2e-5, 5),
  ])
  func `an axis holds its values and 0, with few round ticks`(
    values: [Double], low: Double, high: Double, ticks: Int
  ) {
    let axis = Axis(values, from: 10, to: 110)
    #expect(abs(axis.low - low) < 1e-9 * max(1, abs(low)))
    #expect(abs(axis.high - high) < 1e-9 * max(1, abs(high)))
    #expect(axis.ticks.count == ticks, "\(axis.ticks)")
    #expect(axis.place(axis.low) == 10 && axis.place(axis.high) == 110)
    #expect(axis.place(1e300) == 110)
  }

  @Test func `a sparkline goes from the lowest bar to the highest`() {
    #expect(Sparkline.text([0, 1, 4, 8, .nan, 2]) == "▁▁▄█ ▂")
    #expect(Sparkline.text([1, 2], top: 8) == "▁▂")
    #expect(Sparkline.text([0, 0]) == "▁▁")
    #expect(Sparkline.text([]) == "")
    #expect(Sparkline.histogram([1, 1, 2, 9, .nan], parts: 4) == [3, 0, 0, 1])
    #expect(Sparkline.histogram([5, 5], parts: 2) == [2, 0])
    #expect(Sparkline.histogram([]) == [])
  }

  @Test func `bars in letters stand on one scale with a line at no change`() {
    let less = Interval(estimate: 0.5, low: 0.25, high: 0.75)
    let more = Interval(estimate: 1.25, low: 1, high: 3)
    let bars = TextBars([less, more], width: 21)
    #expect(bars.axis.count == 21)
    #expect(bars.axis.hasPrefix("−75 %") && bars.axis.hasSuffix("+100 %"))
    #expect(bars.text(less) == "[--o--]  |           ")
    #expect(bars.text(more) == "         [-o-------->")
    #expect(TextBars([]).text(Interval(estimate: 1, low: 1, high: 1)).contains("o"))
  }

  @Test func `a policy that another beats in harm and burden is off the front`() {
    func point(_ letter: String, _ burden: Double, _ harm: Double) -> TradeOffChart.Point {
      let at = { (value: Double) in Interval(estimate: value, low: value, high: value) }
      return .init(letter: letter, name: letter, burden: at(burden), harm: at(harm))
    }
    let points = [
      point("A", 1, -0.2), point("B", 2, -0.1), point("C", 5, -0.6), point("D", 0, 0.1),
    ]
    let panel = TradeOffChart.Panel(title: "t", unit: "u", points: points)
    #expect(points.filter(panel.isOnFront).map(\.letter) == ["A", "C"])
    let chart = TradeOffChart(title: "T", note: "n", panels: [panel], numerals: Numerals(.en))
    #expect(chart.picture.description == "t: on the front: A A, C C")
    #expect(Markup(chart.picture.document).faults.isEmpty)
  }

  @Test func `pictures on one page have ids of their own`() {
    let picture = SVG(width: 10, height: 10, title: "a", description: "b")
    #expect(picture.inline("x").contains("<title id=\"x-title\">"))
    #expect(picture.document.contains("<title id=\"title\">"))
    #expect(!picture.inline("x").contains("http"))
  }
}
