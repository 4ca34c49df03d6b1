import Schema

/// Who uses the platform, and how.
struct People: Configurable {
  var count = 10_000.0
  var minorShare = 0.12
  var youngest = 11.0
  var olderToYounger = 3.0
  var adultAge = Law.lognormal(median: 31, logSD: 0.35)
  var womanShare = 0.11
  var minorsPresentAsMinors = 0.7
  var adultsPresentAsMinors = 0.01
  var minorsDeclareAdult = 1.0
  var visits = Law.lognormal(median: 3.0 / 168, logSD: 0.8)
  var visitDuration = Law.lognormal(median: 0.25, logSD: 1.1)
  var dailyProfile = DailyProfile()
  var messages = 60.0
  var messagesPerConversation = 20.0
  var firstContacts = 2.0
  var firstContactsCV = 1.0
  var directoryUse = DirectoryUse()
  var attention = 8
  var susceptibilityCV = 1.0
  var propensityCV = 1.0
  var turnover = 0.05 / 730.5
  init() {}

  static let name = "people"
  static let summary = "Ordinary users and everybody else: numbers, ages, visits, traits."
  static let parameters: [Parameter<Self>] = composition + use + traits

  private static let composition: [Parameter<Self>] = [
    Parameter(
      "count", \.count, whole: 10...20_000_000, evidence: 100_000...3_000_000,
      "Monthly users: the exogenous population, who knock whatever the policy.",
      .assumed("850,000 monthly users in France is repeated without a citable source")),
    Parameter(
      "minor_share", \.minorShare, .share, in: 0...1, evidence: 0.05...0.30,
      "Share of minors among the users.",
      .cited("Arcom/Médiamétrie 2023: 2.3 of 19 million monthly visitors of adult sites")),
    Parameter(
      "youngest", \.youngest, .age, in: 8...17, "Age of the youngest users.",
      .assumed("no source for anonymous chat")),
    Parameter(
      "older_to_younger", \.olderToYounger, .factor, in: 0.1...20,
      "How many 17-year-olds there are for one person of the youngest age; linear between.",
      .assumed("no source for anonymous chat")),
    Parameter(
      "adult_age", \.adultAge, .age, in: 18...95,
      "Ages of adults, cut off at 18 and 95.", .assumed("no source for anonymous chat")),
    Parameter(
      "woman_share", \.womanShare, .share, in: 0...1, evidence: 0.05...0.35,
      "Share who present as women or girls.",
      .cited("RJMetrics 2010: 11 % of single-person feeds on a stranger-chat site")),
    Parameter(
      "minors_present_as_minors", \.minorsPresentAsMinors, .share, in: 0...1,
      "Share of minors whose profile lets others see a minor's age, whatever the form was told.",
      .assumed("tests by reporters show that it occurs; no rate")),
    Parameter(
      "adults_present_as_minors", \.adultsPresentAsMinors, .share, in: 0...0.5,
      evidence: 0...0.05, "Share of ordinary adults whose profile shows a minor's age.",
      .assumed("occurs in the articles; no rate")),
    Parameter(
      "minors_declare_adult", \.minorsDeclareAdult, .share, in: 0...1,
      evidence: 0.23...1.0,
      "Share of minors who type an adult age into the platform's form. 1 where it asks for 18, as those of rivals do.",
      .cited("Ofcom/Yonder 2022: 32 % of 8–17 where the form asks for 13")),
  ]

  private static let use: [Parameter<Self>] = [
    Parameter(
      "visits", \.visits, .rate, in: 0...1_000,
      "A person's own rate of knocks; one while on line is ignored. With a = rate × mean length of a visit, N such people are on line N·a/(1 + a) at once on average (a finite-source loss system).",
      .assumed("tied to 0.8–10 hours a month")),
    Parameter(
      "visit_duration", \.visitDuration, .duration, in: 0...1_000,
      "Length of one visit.",
      .cited("Alouf, Altman & Nain: lognormal stay times; the scale is assumed")),
    Parameter("daily_profile", \.dailyProfile),
    Parameter(
      "messages", \.messages, .rate, in: 0...100_000, evidence: 20...180,
      "Ordinary messages written while on line.", .assumed("no citable rate found")),
    Parameter(
      "messages_per_conversation", \.messagesPerConversation, .factor, in: 1...10_000,
      "Ordinary messages that a classifier judges together as one conversation.",
      .assumed("a unit of account for false flags")),
    Parameter(
      "first_contacts", \.firstContacts, .rate, in: 0...10_000,
      "First messages that an ordinary person receives from ordinary people while on line.",
      .assumed("no citable rate found; counts only what contact rules stop")),
    Parameter(
      "first_contacts_cv", \.firstContactsCV, .factor, in: 0...5,
      "Coefficient of variation over people of the first messages that they send (gamma): a few send most, and they meet a limit.",
      .assumed("heterogeneity exists; its size is not published")),
    Parameter("directory_use", \.directoryUse),
    Parameter(
      "attention", \.attention, in: 1...65_535,
      "Conversations begun by others that a person can hold at once; further ones stay unanswered.",
      .assumed("no source found")),
  ]

  private static let traits: [Parameter<Self>] = [
    Parameter(
      "susceptibility_cv", \.susceptibilityCV, .factor, in: 0...5,
      "Coefficient of variation over people of the hazards of going deeper (gamma, mean 1).",
      .assumed("heterogeneity exists; its size is not published")),
    Parameter(
      "propensity_cv", \.propensityCV, .factor, in: 0...5,
      "The same for the propensities to block and to report.",
      .assumed("heterogeneity exists; its size is not published")),
    Parameter(
      "turnover", \.turnover, .rate, in: 0...1,
      "Rate at which a person leaves for good and is replaced by somebody of the same class.",
      .assumed("5 % a month; no source found")),
  ]
}
