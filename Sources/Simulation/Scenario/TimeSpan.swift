import Schema

/// When a run begins, how long it warms up, and how long it is observed.
struct TimeSpan: Configurable {
  var start = CivilDate(days: 18_995)
  var warmUp = 48.0
  var window = 168.0
  init() {}

  static let name = "time"
  static let summary = "Calendar start, warm-up that is not counted, observation window."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "start", \.start, "Day on which the run begins, at midnight.",
      .assumed("a Monday inside the period of the case")),
    Parameter(
      "warm_up", \.warmUp, .duration, in: 0...17_520, shared: true,
      "Simulated before the window and not counted: fills the platform and lets sanctions act.",
      .assumed("long against visits, short against years")),
    Parameter(
      "window", \.window, .duration, in: 0.25...87_660, shared: true,
      "Observation window. Contacts begun in it are followed to their end after it closes.",
      .assumed("one week holds the weekly cycle once")),
  ]
}

/// How the rate of arrivals varies over the day and the week.
struct DailyProfile: Configurable {
  var peak = 21.0
  var peakToTrough = 4.0
  var weekend = 1.0
  init() {}

  static let name = "daily_profile"
  static let summary = "Arrivals follow a cosine over the day, times a factor at weekends."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "peak", \.peak, .duration, in: 0...24, evidence: 19...24,
      "Hour of the day with most arrivals.", .assumed("leisure chat; no citable figure")),
    Parameter(
      "peak_to_trough", \.peakToTrough, .factor, in: 1...50, evidence: 1.9...10,
      "Arrivals at the peak over arrivals twelve hours later; 1 is flat.",
      .assumed("between a simulator's default of 1.9 and 3–10 from memory")),
    Parameter(
      "weekend", \.weekend, .factor, in: 0.1...10,
      "Arrivals on Saturdays and Sundays over those on other days.",
      .assumed("no source found")),
  ]
}
