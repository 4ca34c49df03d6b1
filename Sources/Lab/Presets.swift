import Experiment
import Report
import Schema
import Simulation

/// The shipped scenarios at classroom size, read once: no request touches the disk.
public struct Presets: Sendable {
  /// One scenario that the page offers.
  public struct Preset: Sendable {
    /// The file's name without its ending; for a question with its folder.
    public let id: String
    /// Its title; in French where the catalogue has one.
    public let title: Phrase
    /// The question for a class; nil for a plain preset.
    public let question: Phrase?
    /// The value of each control, in the unit shown, in their order; the median of what is drawn.
    public let values: [Control.Value]
    /// Whether the platform has rivals, so that harm is told by where it happens.
    public let hasRivals: Bool
    /// Keys of the controls whose values are drawn anew in each pair unless somebody sets them.
    public let drawn: [String]
  }

  /// Why there are none.
  public struct Missing: Error {}

  /// The questions first, then the other scenarios, by name.
  public let all: [Preset]
  /// The texts of the files, by path.
  private let texts: [String: [UInt8]]
  /// What makes each scenario fit a class, as settings: what `classroom.yaml` sets, and as
  /// many moderators per head as before.
  private let sizes: [String: [String]]

  /// The scenario whose policy all others are compared with.
  static let baseline = "classroom"

  /// Reads every scenario file of a folder.
  ///
  /// - Parameter size: Settings over the people and the days of `classroom.yaml`: a smaller platform
  ///   for tests.
  /// - Throws: `Missing` where the folder has no `classroom.yaml`.
  public init(folder: String, size changes: [String] = []) throws {
    var texts: [String: [UInt8]] = [:], ids: [String] = []
    for part in ["questions/", ""] {
      let names = ((try? Disk.names(in: folder + "/" + part)) ?? []).sorted()
      for name in names where name.hasSuffix(".yaml") {
        texts[part + name] = try Disk.read(folder + "/" + part + name)
        ids.append(part + name.dropLast(".yaml".count))
      }
    }
    self.texts = texts
    let loader = Self.loader(texts), settings = Settings(changes)
    guard
      let own = try? ScenarioFile(Self.baseline + ".yaml", settings: settings, loader: loader),
      let people = own.number("people.count")
    else { throw Missing() }
    let size = ["people.count", "time.warm_up", "time.window", "pathways.solicitation.repeats"]
      .compactMap { key in own.entry(key).map { "\(key)=\($0.text)" } }
    var sizes: [String: [String]] = [:]
    for id in ids {
      guard let file = try? ScenarioFile(id + ".yaml", loader: loader) else { continue }
      sizes[id] = size + Self.staff(of: file, for: people)
    }
    self.sizes = sizes
    all = ids.compactMap { Self.preset($0, sizes, loader) }
  }

  /// A scenario of the page: a preset with settings on top.
  ///
  /// - Parameter settings: `KEY=VALUE` as on a command line.
  /// - Throws: `Problems`.
  func scenario(_ id: String, settings: [String]) throws(Problems) -> ScenarioFile {
    try ScenarioFile(
      id + ".yaml", settings: Settings((sizes[id] ?? []) + settings), loader: Self.loader(texts))
  }

  /// As many moderators per head as a file has, on the platform and at its rivals.
  private static func staff(of file: ScenarioFile, for people: Double) -> [String] {
    let rivals = file.reading.value.rivals.map { "venues.\($0)." }
    return ([""] + rivals).flatMap { staff(of: file, at: $0, for: people) }
  }

  /// Whole people, to the nearest, and the hours of duty that make up for the rest, to a quarter.
  private static func staff(
    of file: ScenarioFile, at venue: String, for people: Double
  ) -> [String] {
    let staff = venue + "moderation.staff", hours = venue + "moderation.hours_per_day"
    guard let all = file.number(staff), all > 0, let day = file.number(hours),
      let before = file.number("people.count")
    else { return [] }
    let share = all * people / before, kept = max(1, share.rounded())
    let duty = min(24, max(0.25, (4 * day * share / kept).rounded() / 4))
    return ["\(staff)=\(Number.text(kept))", "\(hours)=\(Number.text(duty)) h"]
  }

  private static func loader(_ texts: [String: [UInt8]]) -> Loader {
    Loader { path in
      // Questions extend `../coco.yaml`.
      let name = path.replacing("questions/../", with: "")
      guard let text = texts[name] else { throw Missing() }
      return text
    }
  }

  /// Nil for studies, and for what has no controls of the page, such as a benchmark's scenario.
  private static func preset(
    _ id: String, _ sizes: [String: [String]], _ loader: Loader
  ) -> Preset? {
    guard let size = sizes[id],
      let file = try? ScenarioFile(id + ".yaml", settings: Settings(size), loader: loader)
    else { return nil }
    let values = Control.all.compactMap { control -> Control.Value? in
      guard let entry = file.entry(control.key) else { return nil }
      if case .choice = control.entry { return .word(entry.text) }
      return entry.number.map { .number(control.shown($0)) }
    }
    guard values.count == Control.all.count else { return nil }
    let page = file.tree["page"], title = file.tree["title"]?.text ?? id
    let french = Labels.scenario(title, .fr)
    let question = page?["question"]?.text.map { Phrase($0, page?["question_fr"]?.text ?? $0) }
    let uncertain = file.uncertain
    return Preset(
      id: id, title: Phrase(title, french), question: question, values: values,
      hasRivals: !file.reading.value.rivals.isEmpty,
      drawn: Control.all.map(\.key).filter(uncertain.contains))
  }
}

extension ScenarioFile {
  /// What stands at a key.
  func entry(_ key: String) -> ReadValue? { reading.entries.first { $0.path == key } }

  /// The number at a key, in its unit inside; the median of what is drawn.
  fileprivate func number(_ key: String) -> Double? { entry(key)?.number }
}
