import Experiment
import Foundation
import Report
import Schema
import Simulation

/// What a page asks for: a preset, what was changed, a seed, how many pairs.
public struct Ask: Sendable, Equatable {
  /// Why a request is refused; the text is for whoever wrote the request, not for pupils.
  public struct Refused: Error, Equatable, CustomStringConvertible {
    /// What is there and what is allowed.
    public let description: String
  }

  /// The preset of the policy.
  public let preset: String
  /// What was changed, in the order of the controls.
  public let changes: [(key: String, text: String, isWorld: Bool)]
  /// Seed, below 2^53.
  public let seed: UInt64
  /// Paired runs, 1 to 100: each is one draw of the uncertain parameters.
  public let pairs: Int
  /// The code of a class, if there is one.
  public let code: String

  /// Most pairs that a page may ask for.
  public static let mostPairs = 100

  /// Reads a request's body.
  ///
  /// - Throws: `Refused` for anything but the one form that the page sends.
  public init(json: [UInt8]) throws(Refused) {
    let body: Body
    do {
      body = try JSONDecoder().decode(Body.self, from: Data(json))
    } catch {
      throw Refused(description: "the body is not a request of this page")
    }
    guard body.seed < Plan.seedLimit else {
      throw Refused(description: "the seed must be below 2^53")
    }
    guard (1...Self.mostPairs).contains(body.pairs) else {
      throw Refused(description: "pairs must be 1 to \(Self.mostPairs)")
    }
    (preset, seed, pairs, code) = (body.preset, body.seed, body.pairs, body.code ?? "")
    changes = try Self.checked(body.set)
  }

  /// Only what the page shows may be set, and only within its range.
  private static func checked(
    _ set: [String: Value]
  ) throws(Refused) -> [(key: String, text: String, isWorld: Bool)] {
    var found: [(key: String, text: String, isWorld: Bool)] = []
    for control in Control.all {
      guard let value = set[control.key] else { continue }
      guard let text = control.text(of: value.own) else {
        throw Refused(description: "\(control.key) has a value outside its range")
      }
      found.append((control.key, text, control.isWorld))
    }
    guard found.count == set.count else {
      throw Refused(description: "set names something that the page does not have")
    }
    return found
  }

  /// Two requests that differ in nothing but the seed ask the same question.
  public var question: String {
    ([preset] + changes.map { "\($0.key)=\($0.text)" }).joined(separator: "; ")
  }

  /// Whether two requests are the same.
  public static func == (one: Ask, other: Ask) -> Bool {
    one.question == other.question && one.seed == other.seed && one.pairs == other.pairs
      && one.code == other.code
  }

  private struct Body: Decodable {
    let preset: String, seed: UInt64, pairs: Int, code: String?
    let set: [String: Value]
  }

  private struct Value: Decodable {
    let own: Control.Value

    init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if let number = try? single.decode(Double.self) {
        own = .number(number)
      } else {
        own = .word(try single.decode(String.self))
      }
    }
  }
}

/// Two scenarios ready to be run: the preset's world without its policy, and with it from the window's
/// beginning on.
///
/// Pair n is draw n of the uncertain parameters on both sides; what somebody set is drawn no more.
struct Setup: Sendable {
  let ask: Ask
  let comparison: Comparison
  /// What readers call the policy.
  let title: Phrase

  /// - Throws: `Ask.Refused` for a preset there isn't; `Problems` for values that contradict each
  ///   other.
  init(_ ask: Ask, presets: Presets) throws {
    guard let preset = presets.all.first(where: { $0.id == ask.preset }) else {
      throw Ask.Refused(description: "there is no such preset")
    }
    self.ask = ask
    title = Phrase("“\(preset.title(.en))”", "« \(preset.title(.fr)) »")
    let both = ask.changes.filter(\.isWorld).map { "\($0.key)=\($0.text)" }
    let own = ask.changes.map { "\($0.key)=\($0.text)" }
    let baseline = try presets.reference(of: ask.preset, settings: both)
    let policy = try presets.scenario(ask.preset, settings: own)
    comparison = try Comparison(
      [baseline.renamed("baseline"), policy.renamed("policy")],
      options: .init(
        name: "lab", draws: ask.pairs, replicates: 1, seed: ask.seed, isFixed: false))
  }

  /// What the rooms of the picture are called: the same in every world.
  var rooms: [String] { FloorPlan(of: comparison.scenarios[0].reading.value).names }

  /// Days before the window, without the policy on either side.
  var warmUpDays: Double { comparison.scenarios[0].reading.value.hours.warmUp / 24 }

  /// One run of a pair: of the baseline, side 0, or of the policy, side 1.
  func run(_ pair: Int, side: Int) -> PlannedRun {
    comparison.plan.runs[(pair - 1) * comparison.scenarios.count + side]
  }
}

extension Presets {
  /// The policy of a request as a scenario file that stands alone.
  ///
  /// - Throws: `Ask.Refused`, `Problems`.
  public func scenarioFile(_ ask: Ask) throws -> String {
    let setup = try Setup(ask, presets: self)
    return setup.comparison.scenarios[1].renamed("mine").text
  }
}
