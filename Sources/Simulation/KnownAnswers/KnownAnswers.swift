/// The model's known answers: the engine itself is run where mathematics says what must come out.
///
/// To add some: a file here with an `AnswerFamily`, and one word in the list.
public enum KnownAnswers {
  /// The chance that a model without a fault misses one row or more.
  public static let falseAlarm = 1e-3

  /// The list, in the order of the table.
  public static let all: [AnswerFamily] = [
    OnlineNumber.family, LittlesLaw.family, ErlangWaits.family, SingleDesk.family,
    TwoClasses.family, RacingHazards.family, ChainOfStages.family, ArrivalProfile.family,
    RecordedHarm.family, NewcomerBurst.family, DecoyShare.family, BanEvasion.family,
    BayesScreening.family, AgeGate.family, MovedTogether.family, NullPolicies.family,
    MonotoneLevers.family, ChosenVenues.family, SteadyShares.family, PerceivedRisk.family,
    BansInTheLongRun.family,
  ]

  /// The level of each row's own test.
  ///
  /// - SeeAlso: Dunn 1961 (Bonferroni's inequality).
  static let level = falseAlarm / Double(all.reduce(0) { $0 + $1.count })
}
