extension World {
  /// Months of the observation window.
  var windowMonths: Double { (windowEnd - windowStart) / 730.5 }
  var windowDays: Double { (windowEnd - windowStart) / 24 }
  var windowWeeks: Double { windowDays / 7 }

  /// People of the platform's audience.
  var audienceSize: Int { audienceStarts.count > 1 ? audienceStarts[1] : persons.count }

  /// People of the platform's audience who are no offenders.
  var ordinaryPeople: Double { peopleCount.ordinary }

  /// People of the exogenous population, rivals' audiences included, by true age band.
  var peopleByBand: ByBand { peopleCount.byBand }

  /// Counts the people once, for all rates: nobody is born any more.
  mutating func countPeople() {
    peopleCount = PeopleCount()
    for slot in 0..<persons.count {
      let person = persons[slot]
      peopleCount.byBand[person.band] += 1
      if person.kind == 0, person.origin == 0 { peopleCount.ordinary += 1 }
    }
  }
}
