import Schema

/// V3. Waits at c desks for Poisson cases and exponential times are those of Erlang's C formula.
///
/// With a = λ/μ a case waits with chance C = [aᶜ/c! · c/(c − a)] / [Σ_{k<c} aᵏ/k! + aᶜ/c! · c/(c − a)];
/// the mean wait is C/(cμ − λ), and P(W > t) = C·e^(−(cμ − λ)t). Cases are false reports about people
/// who are on line throughout, reviewed one by one.
///
/// - SeeAlso: Erlang 1917; Gross et al. 2008, Fundamentals of queueing theory, §2.3.
enum ErlangWaits {
  static let family = AnswerFamily("V3", "waits for moderators", count: 9, runs: 60, find: find)

  private struct House {
    let id: String
    let cases: Double, served: Double, desks: Int

    /// The chance to wait.
    var waits: Double {
      let load = cases / served
      var term = 1.0, sum = 0.0
      for desk in 1...desks {
        sum += term
        term *= load / Double(desk)
      }
      let full = term * Double(desks) / (Double(desks) - load)
      return full / (sum + full)
    }

    /// How much more is served than comes when all desks are busy, cases an hour.
    var slack: Double { Double(desks) * served - cases }
  }

  private static let houses = [
    House(id: "V3", cases: 30, served: 15, desks: 3),
    House(id: "V3b", cases: 30, served: 15, desks: 4),
    House(id: "V3c", cases: 100, served: 60, desks: 2),
  ]

  private static func find(_ trials: Trials) throws -> [Finding] {
    try houses.flatMap { try findings(trials, $0) }
  }

  private static func findings(_ trials: Trials, _ house: House) throws -> [Finding] {
    let scenario = Scenario.reviewed(
      desks: house.desks, handling: .exponential(mean: 1 / house.served), cases: house.cases,
      hours: 20_000 / house.cases)
    let waits = try DeskWatch.waits(trials, scenario).map(\.other)
    let setting =
      "\(Number.text(house.cases)) cases an hour, \(Number.text(house.served)) served by each of"
      + " \(house.desks) desks"
    let late = house.waits * Elementary.exp(-house.slack * 5 / 60)
    return [
      Finding(
        house.id, "chance to wait", setting, exact: house.waits,
        RunRatio(waits.map { (sum: $0.delayed, of: $0.cases) })),
      Finding(
        house.id, "mean wait, minutes", setting, exact: house.waits / house.slack * 60,
        RunRatio(waits.map { (sum: $0.hours * 60, of: $0.cases) })),
      Finding(
        house.id, "chance to wait more than 5 minutes", setting, exact: late,
        RunRatio(waits.map { (sum: $0.late, of: $0.cases) })),
    ]
  }
}
