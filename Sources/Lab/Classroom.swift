import Experiment
import Report

/// The runs of a class: pupils' pairs under the same question, with different seeds, in one band.
///
/// A pair is one draw of the uncertain parameters, and pairs of different seeds are different draws:
/// the pool is a larger sample of the same plausible worlds. Nothing is kept about a pupil: a pair is
/// known by its question, seed and draw.
public actor Classroom {
  /// Most questions that are kept, and most pairs of each; later ones are left out.
  public static let mostQuestions = 100, mostPairs = 2000

  private struct Pool {
    var pairs: [Pair] = []
    var seen: Set<[UInt64]> = []
    var seeds: Set<UInt64> = []
  }

  private var pools: [String: Pool] = [:]
  /// In the order in which they were first asked.
  private var questions: [String] = []

  /// What was shown last, and until when it is shown again: many may ask, and bands cost.
  private var shown: (text: String, until: ContinuousClock.Instant)?
  /// How long a screen shows the same.
  private static let age = Duration.seconds(1)

  /// An empty class.
  public init() {}

  /// Adds a pair; one that is there already, from a shared address, changes nothing.
  public func add(_ pair: Pair, of ask: Ask, draw: Int) {
    let question = ask.question
    if pools[question] == nil {
      guard questions.count < Self.mostQuestions else { return }
      questions.append(question)
    }
    var pool = pools[question] ?? Pool()
    guard pool.pairs.count < Self.mostPairs,
      pool.seen.insert([ask.seed, UInt64(clamping: draw)]).inserted
    else { return }
    pool.seeds.insert(ask.seed)
    pool.pairs.append(pair)
    pools[question] = pool
  }

  /// What the teacher's screen shows, a second old at most, as one line of JSON: each question with
  /// its seeds and bands.
  public func screen() -> String {
    let now = ContinuousClock.now
    if let shown, now < shown.until { return shown.text }
    let text = json.line
    shown = (text, now + Self.age)
    return text
  }

  private var json: JSON {
    .array(
      questions.map { question in
        let pool = pools[question] ?? Pool()
        return .object([
          .init("question", .string(question)), .init("seeds", .count(UInt64(pool.seeds.count))),
          .init("bands", Bands(pool.pairs, policy: Words.thePolicy).json),
        ])
      })
  }
}
