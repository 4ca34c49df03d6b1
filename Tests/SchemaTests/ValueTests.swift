import Foundation
import Testing

@testable import Schema

struct ValueTests {
  @Test func `a noun is singular for one, and for none where the language has it so`() {
    #expect((0...2).map(Noun("pair").counted) == ["0 pairs", "1 pair", "2 pairs"])
    let french = Noun("graine", isOneForNone: true)
    #expect((0...2).map(french.counted) == ["0 graine", "1 graine", "2 graines"])
    #expect(Noun("policy", "policies").counted(8) == "8 policies")
  }

  @Test(arguments: [
    (Unit.duration, "30 s", 30.0 / 3600), (.duration, "15 min", 0.25), (.duration, "8h", 8),
    (.duration, "7 d", 168), (.duration, "2 week", 336), (.duration, "1 month", 730.5),
    (.duration, "1 y", 8766), (.duration, "1e-3 h", 0.001), (.rate, "0.5 /min", 30),
    (.rate, "3/week", 3.0 / 168), (.rate, "3 per week", 3.0 / 168), (.rate, "1 /s", 3600),
    (.share, "12 %", 0.12), (.share, "0.12", 0.12), (.share, "12%", 0.12), (.age, "18 y", 18),
    (.money, "40 EUR", 40), (.moneyPerHour, "40 EUR/h", 40), (.count, "850000", 850_000),
    (.factor, "-1.5", -1.5), (.factor, "-0", 0),
  ])
  func `values are read in their unit`(unit: Unit, text: String, value: Double) throws {
    #expect(try unit.parse(text) == value)
  }

  @Test(arguments: [
    "inf", "nan", "1e999", "1_000 h", "1,5 h", ".5 h", "5. h", "+5 h", "0x10 h", "h", "", " ",
    "5 H",
    "5 hours", "5 h d", "٣ h", "5\u{A0}h", "--5 h", "1e h",
  ])
  func `what is no duration is refused`(text: String) {
    #expect(throws: Unit.Fault.unreadable) { try Unit.duration.parse(text) }
  }

  @Test(arguments: [
    (Unit.duration, 0.25, "15 min"), (.duration, 24, "1 d"), (.duration, 8, "8 h"),
    (.duration, 168, "7 d"), (.duration, 8766, "1 y"), (.duration, 730.5, "1 month"),
    (.duration, 0, "0 h"), (.duration, 0.5, "30 min"), (.duration, 10.0 / 3600, "10 s"),
    (.rate, 12, "12 /h"), (.rate, 3.0 / 168, "3 /week"), (.rate, 30, "30 /h"),
    (.rate, 3600, "1 /s"), (.share, 0.012, "1.2 %"), (.share, 1, "100 %"), (.share, 0, "0 %"),
    (.age, 18, "18 y"), (.money, 2.5, "2.5 EUR"), (.count, 850_000, "850000"),
  ])
  func `values are written in a readable unit`(unit: Unit, value: Double, text: String) {
    #expect(unit.text(value) == text)
  }

  @Test func `every value that is written reads back exactly`() throws {
    var noise = Noise(seed: 7)
    for unit in Unit.allCases {
      for _ in 0..<500 {
        let value = exp2(noise.unit * 60 - 30) * (noise.unit + 0.5)
        #expect(try unit.parse(unit.text(value)) == value)
      }
    }
  }

  @Test func `rounding keeps twelve digits`() {
    #expect(Number.rounded(1 / 3.0) == 0.333333333333)
    #expect(Number.rounded(-123456.7890123456) == -123456.789012)
    #expect(Number.rounded(0) == 0)
    #expect(Number.rounded(.infinity) == .infinity)
  }

  @Test(arguments: [
    ("1970-01-01", 0, 3), ("2000-02-29", 11_016, 1), ("2022-01-01", 18_993, 5),
    ("1969-12-31", -1, 2), ("0001-01-01", -719_162, 0), ("9999-12-31", 2_932_896, 4),
  ])
  func `dates have known day numbers and weekdays`(text: String, days: Int, weekday: Int) {
    #expect(CivilDate(text)?.days == days)
    #expect(CivilDate(days: days).description == text)
    #expect(CivilDate(days: days).weekday == weekday)
  }

  @Test func `each day number is one date and back`() {
    for days in stride(from: -719_162, through: 2_932_896, by: 211) {
      #expect(CivilDate(CivilDate(days: days).description)?.days == days)
    }
  }

  @Test(arguments: [
    "2022-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "22-01-01", "2022-01-01T00",
    "0000-01-01",
  ])
  func `days that do not exist are refused`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `an age range holds whole years`() {
    #expect(AgeRange("0 y .. 17 y") == AgeRange(0, 17))
    #expect(AgeRange("18 y") == AgeRange(18, 18))
    #expect(AgeRange("0y..17y")?.description == "0 y .. 17 y")
    for text in [
      "17 y .. 0 y", "0 .. 17", "0 y .. 17 y .. 20 y", "1.5 y .. 3 y", "0 y ..", "-1 y .. 3 y",
      "0 y .. 999 y",
    ] {
      #expect(AgeRange(text) == nil)
    }
    #expect(AgeRange(0, 17).contains(17.9) && !AgeRange(0, 17).contains(18))
  }

  @Test func `the nearest name allows for swaps and stays near`() {
    #expect(Names.nearest(to: "cuont", among: ["count", "share"]) == "count")
    #expect(Names.nearest(to: "zz", among: ["count", "share"]) == nil)
    #expect(Names.edits(Array("kitten".utf8), Array("sitting".utf8)) == 3)
    #expect(Names.edits(Array("ca".utf8), Array("ac".utf8)) == 1)
  }
}

/// A generator for tests alone (SplitMix64: Steele, Lea & Flood 2014).
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In 0…1.
  var unit: Double { mutating get { Double(next() >> 11) * 0x1p-53 } }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
