import Experiment
import Report
import Schema

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
    /// The value of each control, in the unit shown, in their order.
    public let values: [Control.Value]
  }

  /// Why there are none.
  public struct Missing: Error {}

  /// The questions first, then the other scenarios, by name.
  public let all: [Preset]
  /// The texts of the files, by path.
  private let texts: [String: [UInt8]]

  /// What makes a scenario fit a class: 3,000 people for three days.
  static let size = ["people.count=3000", "time.warm_up=1 d", "time.window=2 d"]
  /// The scenario that all others are compared with.
  static let baseline = "classroom"

  /// Reads every scenario file of a folder.
  ///
  /// - Throws: `Missing` where the folder has no `classroom.yaml`.
  public init(folder: String) throws {
    var texts: [String: [UInt8]] = [:], ids: [String] = []
    for part in ["questions/", ""] {
      let names = ((try? Disk.names(in: folder + "/" + part)) ?? []).sorted()
      for name in names where name.hasSuffix(".yaml") {
        texts[part + name] = try Disk.read(folder + "/" + part + name)
        ids.append(part + name.dropLast(".yaml".count))
      }
    }
    self.texts = texts
    let loader = Self.loader(texts)
    all = ids.compactMap { Self.preset($0, loader) }
    guard all.contains(where: { $0.id == Self.baseline }) else { throw Missing() }
  }

  /// A scenario of the page: a preset with settings on top.
  ///
  /// - Parameter settings: `KEY=VALUE` as on a command line.
  /// - Throws: `Problems`.
  func scenario(_ id: String, settings: [String]) throws(Problems) -> ScenarioFile {
    try Self.scenario(id, settings, Self.loader(texts))
  }

  private static func scenario(
    _ id: String, _ settings: [String], _ loader: Loader
  ) throws(Problems) -> ScenarioFile {
    let whole = try ScenarioFile(
      id + ".yaml", settings: Settings(size + settings), loader: loader)
    // Fifteen moderators for 850,000 people would be none for 3,000: a class begins with one.
    let staff = whole.reading.entries.first { $0.path == "moderation.staff" }?.number ?? 0
    guard staff > 4 else { return whole }
    return try ScenarioFile(
      id + ".yaml", settings: Settings(size + ["moderation.staff=1"] + settings), loader: loader)
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
  private static func preset(_ id: String, _ loader: Loader) -> Preset? {
    guard let file = try? scenario(id, [], loader) else { return nil }
    let entries = file.reading.entries
    let values = Control.all.compactMap { control -> Control.Value? in
      guard let entry = entries.first(where: { $0.path == control.key }) else { return nil }
      if case .choice = control.entry { return .word(entry.text) }
      return entry.number.map { .number(control.shown($0)) }
    }
    guard values.count == Control.all.count else { return nil }
    let page = file.tree["page"], title = file.tree["title"]?.text ?? id
    let french = Labels.scenario(title, .fr)
    let question = page?["question"]?.text.map { Phrase($0, page?["question_fr"]?.text ?? $0) }
    return Preset(id: id, title: Phrase(title, french), question: question, values: values)
  }
}
