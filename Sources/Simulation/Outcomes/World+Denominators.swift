extension World {
  /// Months of the observation window.
  var windowMonths: Double { (windowEnd - windowStart) / 730.5 }
  var windowDays: Double { (windowEnd - windowStart) / 24 }
  var windowWeeks: Double { windowDays / 7 }

  /// People of the platform's audience who are no offenders.
  var ordinaryPeople: Double {
    var count = 0.0
    for slot in 0..<persons.count where persons[slot].kind == 0 && persons[slot].origin == 0 {
      count += 1
    }
    return count
  }

  /// People of the platform's audience.
  var audienceSize: Int { audienceStarts.count > 1 ? audienceStarts[1] : persons.count }

  /// People of the exogenous population, rivals' audiences included, by true age band.
  var peopleByBand: ByBand {
    var count = ByBand()
    for slot in 0..<persons.count { count[persons[slot].band] += 1 }
    return count
  }
}
