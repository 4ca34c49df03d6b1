import Schema

/// How many knocks a daily and weekly profile should have brought by a moment: the integral of its
/// cosine, not the engine's table of minutes.
///
/// The table is constant within each minute, which moves an hour's sum by less than a millionth.
struct ProfileIntegral {
  let profile: DailyProfile
  /// Knocks an hour, mean of the week.
  let rate: Double
  /// Day of the week on which the run begins, 0 for Monday.
  let weekday: Int

  /// The rate at the peak of a working day over the day's mean, less one.
  var amplitude: Double { (profile.peakToTrough - 1) / (profile.peakToTrough + 1) }

  /// Expected knocks between the beginning of the run and a moment, hours.
  func expected(until time: Double) -> Double {
    let mean = (5 + 2 * profile.weekend) / 7, wave = 12 / Double.pi * amplitude
    func within(_ hour: Double) -> Double {
      let turn = Elementary.sine(ofHours: hour - profile.peak)
      return hour + wave * (turn - Elementary.sine(ofHours: -profile.peak))
    }
    var sum = 0.0
    for day in 0...Int(time / 24) {
      let factor = (day + weekday) % 7 >= 5 ? profile.weekend : 1
      sum += factor * within(min(24, time - Double(day) * 24))
    }
    return rate / mean * sum
  }
}

extension Elementary {
  /// sin(2π·hours/24) by its power series.
  static func sine(ofHours hours: Double) -> Double {
    let turns = hours / 24
    let x = 2 * Double.pi * (turns - turns.rounded())
    var (term, sum) = (x, x)
    for order in 1...20 {
      term *= -x * x / Double(2 * order * (2 * order + 1))
      sum += term
    }
    return sum
  }
}
