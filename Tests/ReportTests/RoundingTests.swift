import Testing

@testable import Report

@Suite struct RoundingTests {
  @Test(arguments: [
    (21.0, 0), (35.4, 0), (35.6, 1), (99, 1), (100, 1), (4.2, 0), (0.17, -2), (0.5, -1), (500, 2),
  ])
  func `a number ends where its uncertainty begins`(halfWidth: Double, place: Int) {
    #expect(Rounding.place(halfWidth: halfWidth) == place)
  }

  @Test func `without an uncertainty there is no place to end at`() {
    for size in [nil, 0, -1, .nan, .infinity] as [Double?] {
      #expect(Rounding.place(halfWidth: size) == nil)
    }
    #expect(Numerals(.en).difference(Reach(12.3456)) == "+12.3")
    #expect(Numerals(.en).difference(Reach(7, low: 7, high: 7)) == "+7 (+7 to +7)")
  }

  @Test(arguments: [
    (Reach(-0.1312, low: -0.3771, high: 0.0413), "−13 % (−38 to +4)", "−13 % (−38 à +4)"),
    (
      Reach(-0.1312, low: -0.1352, high: -0.1269), "−13.1 % (−13.5 to −12.7)",
      "−13,1 % (−13,5 à −12,7)"
    ),
    (Reach(0.024, low: -0.604, high: 0.9), "+2 % (−60 to +90)", "+2 % (−60 à +90)"),
    (Reach(-0.281, low: -0.299, high: -0.262), "−28 % (−30 to −26)", "−28 % (−30 à −26)"),
    (Reach(-0.13, low: nil, high: 0.04), "−13 % (open to +4)", "−13 % (ouvert à +4)"),
    (Reach(-0.13, low: nil, high: nil), "−13 % (open to open)", "−13 % (ouvert à ouvert)"),
    (Reach(-0.13), "−13 %", "−13 %"), (Reach(0, low: 0, high: 0), "0 % (0 to 0)", "0 % (0 à 0)"),
  ])
  func `a change is rounded to what its limits allow, and an open limit is said`(
    reach: Reach, en: String, fr: String
  ) {
    #expect(Numerals(.en).change(reach) == en)
    #expect(Numerals(.fr).change(reach) == fr.replacing(" %", with: "\u{202F}%"))
  }

  @Test func `what isn't all gone never reads as 100 % less`() {
    #expect(
      Numerals(.en).change(Reach(-0.997, low: -0.99999, high: -0.2)) == "−99.7 % (−99.9 to −20)")
    #expect(Numerals(.en).change(Reach(-1, low: -1, high: -1)) == "−100 % (−100 to −100)")
  }

  @Test func `a difference and its limits end at the same place`() {
    let cost = Reach(12_345.6, low: 12_010, high: 13_010)
    #expect(Numerals(.en).difference(cost) == "+12,300 (+12,000 to +13,000)")
    #expect(Numerals(.en).short(Reach(0.0234, low: -0.01, high: 0.07)) == "+0.02")
    #expect(Numerals(.en).short(Reach(-0.002, low: -30, high: 29)) == "0")
    let skewed = Reach(-155, low: -9_136, high: 84)
    #expect(Numerals(.en).difference(skewed) == "−200 (−9,000 to +80)")
    #expect(Numerals(.en).short(nil) == "–" && Numerals(.en).change(nil as Reach?) == "–")
  }
}
