import Schema

/// One kind of decoy.
struct DecoyTeam: Configurable, Equatable, BitwiseCopyable {
  var count: Int
  var hoursPerDay = 8.0
  var shiftStart = 16.0
  var presentedAge = 14.0
  var slots = 4
  var conversation = Law.lognormal(median: 0.5, logSD: 1.0)
  var identifies: Double
  var usable: Double
  var costPerHour: Double
  init() { self.init(count: 0, identifies: 0.05, usable: 1, costPerHour: 90) }

  init(count: Int, identifies: Double, usable: Double, costPerHour: Double) {
    (self.count, self.identifies, self.usable) = (count, identifies, usable)
    self.costPerHour = costPerHour
  }

  static let name = "decoy_team"
  static let summary = "Hours, profile, attention, yield and cost of one kind of decoy."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "count", \.count, in: 0...10_000, "Decoys on line at once during the shift.",
      .assumed("a choice")),
    Parameter(
      "hours_per_day", \.hoursPerDay, .duration, in: 0...24, "Length of the daily shift.",
      .assumed("a choice")),
    Parameter(
      "shift_start", \.shiftStart, .duration, in: 0...24,
      "Hour of the day at which the shift starts.", .assumed("a choice")),
    Parameter(
      "presented_age", \.presentedAge, .age, in: 8...25, "Age that the profile shows.",
      .assumed("a choice")),
    Parameter(
      "slots", \.slots, in: 1...1_000, "Conversations a decoy can hold at once.",
      .assumed("no source found")),
    Parameter(
      "conversation", \.conversation, .duration, in: 0...1_000,
      "Length of a conversation with a decoy.",
      .cited("decoy records: intent is clear early (Winters et al. 2017); scale assumed")),
    Parameter(
      "identifies", \.identifies, .share, in: 0...1, evidence: 0.01...0.10,
      "Share of conversations that identify the offender.",
      .cited("Terre des Hommes 2013: 1,000 of 20,000 contacts")),
    Parameter(
      "usable", \.usable, .share, in: 0...1,
      "Share of identifications that police and courts can use.",
      .assumed("no source found")),
    Parameter(
      "cost_per_hour", \.costPerHour, .moneyPerHour, in: 0...1_000, evidence: 0...120,
      "Cost of a decoy's hour.", .assumed("60–120 for the police, from memory")),
  ]
}
