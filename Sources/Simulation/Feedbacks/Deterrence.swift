import Schema

/// Offenders who are sanctioned, or hear of it, come less and write less, for a while.
///
/// Perceived risk, one number in 0…1 for each offender and venue. Each own sanction raises it,
/// p ← p + α(1 − p), and by the share g of α at the other venues. Each sanction of anybody at a venue
/// raises what is said there, R ← R + α_v(1 − R)/A, A the offenders whose venue it is and who are not kept
/// out: one sanction reaches α_v of one of them. Both fade to p₀ with a half-life:
/// p(t) = p₀ + (p − p₀)·2^(−t/h). He acts on m = max(p, R): first messages at rate × e^(−ηm), visits
/// × e^(−η_k·m), writing again after a block × (1 − m). Rates are thinned at each proposal, not stepped.
///
/// Known answers, sanctions as a Poisson process of rate s, ρ = ln 2/h, p₀ = 0: mean p = αs/(αs + ρ), R
/// likewise with α_v s/A. The form is that of Bayesian updating of the risk of sanction (Anwar &
/// Loughran 2011, doi:10.1111/j.1745-9125.2011.00233.x): a sanction raises it by a share of the distance
/// to 1. No size for platforms is published: all numbers are assumed.
struct Deterrence: Feedback {
  var own = 0.0
  var carriedOver = 0.5
  var hearsay = 0.0
  var pace = 0.0
  var knock = 0.0
  var halfLife = 720.0
  var initial = 0.0
  init() {}

  static let name = "deterrence"
  static let summary =
    "What offenders make of sanctions, their own and others': they come and write less for a while."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "own", \.own, .share, in: 0...1, evidence: 0.05...0.4,
      "Share of the distance to certainty by which an own sanction raises the perceived risk; 0: nobody learns from it.",
      .assumed("U(5 %, 40 %): arrestees in Anwar & Loughran 2011 raised theirs by some 6 points")),
    Parameter(
      "carried_over", \.carriedOver, .share, in: 0...1, evidence: 0...1,
      "Share of what is learned at one venue that holds at the others.",
      .assumed("U(0, 1): no source found")),
    Parameter(
      "hearsay", \.hearsay, .share, in: 0...1, evidence: 0...1,
      "The same for a sanction of somebody else at the venue, divided by the offenders who are there; 0: nobody hears of it.",
      .assumed("U(0, 1): no source found")),
    Parameter(
      "pace", \.pace, .factor, in: 0...1_000, evidence: 0...5,
      "Exponent η: first messages are written at rate × e^(−η·risk).",
      .assumed("U(0, 5): no source found")),
    Parameter(
      "knock", \.knock, .factor, in: 0...1_000, evidence: 0.1...1,
      "The same exponent for visits.", .assumed("LN(0.3, 0.7): no source found")),
    Parameter(
      "half_life", \.halfLife, .duration, in: 0.001...876_600, evidence: 168...2_160,
      "Time in which half of what was learned is forgotten.",
      .assumed("LN(30 d, 0.7); deterrence decays after crackdowns (Sherman 1990)")),
    Parameter(
      "initial", \.initial, .share, in: 0...1,
      "Perceived risk before anything is learned, and what it fades to.", .assumed("a choice")),
  ]

  var isActive: Bool {
    own > 0 || hearsay > 0 || initial > 0
  }

  func listens(to kind: Event.Kind) -> Bool { kind == .sanction }

  func learn(from event: Event, about person: Person, _ minds: inout Minds) {
    guard event.flags.contains(.offender), isActive else { return }
    let now = event.time, place = event.venue
    for venue in 0..<UInt8(minds.venues) {
      let gain = own * (venue == place ? 1 : carriedOver)
      guard gain > 0 else { continue }
      let before = faded(minds.own(of: event.actor, person.generation, at: venue), to: now)
      minds.set(
        Belief(risk: raised(before, by: gain), since: now), of: event.actor, person.generation,
        at: venue)
    }
    if event.value > 0, person.origin == place {
      minds.keepOut(from: place, until: min(now + Double(event.value), person.exit))
    }
    let others = minds.offenders(at: place, now: now)
    guard hearsay > 0, others > 0 else { return }
    let before = faded(minds.said(at: place), to: now)
    minds.say(
      Belief(risk: raised(before, by: min(1, hearsay / others)), since: now), at: place)
  }

  /// A belief as it is at a later moment; without one, what it fades to.
  func faded(_ belief: Belief?, to now: Double) -> Double {
    guard let belief else { return initial }
    let left = Elementary.exp(-Self.ln2 * (now - belief.since) / halfLife)
    return initial + (belief.risk - initial) * left
  }

  private func raised(_ risk: Double, by share: Double) -> Double { risk + share * (1 - risk) }

  /// The natural logarithm of 2, to the last bit the same everywhere.
  static let ln2 = 0x1.62e42fefa39efp-1
}
