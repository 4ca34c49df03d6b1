import Testing

@testable import Simulation

struct ZigguratTests {
  /// Checks every row against its curve, and that all layers have the same area.
  private func check(
    _ rows: InlineArray<256, ZigguratRow>, tail: Double, area: Double,
    curve: (Double) -> Double
  ) {
    let edges = (0..<256).map { rows[$0].scale * 0x1p53 }
    #expect(abs(edges[0] * rows[255].height / area - 1) < 1e-14)
    #expect(edges[255] == tail)
    #expect(rows[0].height == 1)
    #expect(rows[1].sure == 0)
    #expect(abs(Double(rows[0].sure) * 0x1p-53 - tail / edges[0]) < 3e-16)
    for layer in 1..<256 {
      let row = rows[layer]
      #expect(abs(row.height / curve(edges[layer]) - 1) < 4e-15)
      let own = edges[layer] * (rows[layer - 1].height - row.height)
      #expect(abs(own / area - 1) < 1e-11, "layer \(layer)")
      if layer > 1 {
        #expect(abs(Double(row.sure) * 0x1p-53 - edges[layer - 1] / edges[layer]) < 3e-16)
      }
    }
  }

  @Test func `the layers of the exponential lie on its curve and have equal areas`() {
    check(
      ExponentialZiggurat.rows, tail: 7.697_117_470_131_050,
      area: 0.003_949_659_822_581_557_2, curve: { Elementary.exp(-$0) })
  }

  @Test func `the layers of the normal lie on its curve and have equal areas`() {
    check(
      NormalZiggurat.rows, tail: 3.654_152_885_361_008_8,
      area: 0.004_928_673_233_974_655_3, curve: { Elementary.exp(-0.5 * $0 * $0) })
  }
}
