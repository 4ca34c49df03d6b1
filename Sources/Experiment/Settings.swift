import Schema
import Simulation

/// Values given on a command line, over what files say.
public struct Settings: Sendable {
  /// What problems name as their file.
  static let file = "--set"

  /// Each `KEY=VALUE`, as written; its line is its number.
  private var texts: [String] = []

  /// Nothing set.
  public init() {}

  /// Some `KEY=VALUE`, later ones over earlier ones, and the window if `--until` gives one.
  public init(_ texts: [String], until: String? = nil) {
    self.texts = texts + (until.map { ["time.window=" + $0] } ?? [])
  }

  /// The text that places point into.
  var sources: [String: String] {
    texts.isEmpty ? [:] : [Settings.file: texts.joined(separator: "\n")]
  }

  /// What was loaded with every value set, and with everything wrong in the settings themselves.
  ///
  /// Where parts of the files are missing nothing is set: an item to set may be among them.
  func applied(to loaded: Loader.Loaded) -> Loader.Loaded {
    var tree = loaded.tree, problems: [Problem] = []
    for (index, text) in texts.enumerated() {
      guard let equals = text.firstIndex(of: "=") else {
        problems.append(
          Problem(
            .wrongType, "'\(text)' has no '='",
            at: Place(file: Settings.file, line: index + 1, column: 1),
            length: text.unicodeScalars.count, help: "write KEY=VALUE: moderation.staff=12"))
        continue
      }
      let key = String(text[..<equals]), value = String(text[equals...].dropFirst())
      let column = key.unicodeScalars.count + 2
      do throws(Problems) {
        tree = try tree.setting(
          key, to: value, place: Place(file: Settings.file, line: index + 1, column: column))
      } catch {
        problems += placed(error.list)
      }
    }
    var set = loaded
    if loaded.hasGaps {
      problems.removeAll { $0.code == .unknownKey }
    } else {
      set.tree = tree
    }
    set.problems += problems
    return set
  }

  /// The problems with those of a key moved from its value to itself.
  func placed(_ problems: [Problem]) -> [Problem] {
    problems.map { problem in
      let ofKey = [.unknownKey, .notAName, .inconsistent].contains(problem.code)
      guard ofKey, var place = problem.place, place.file == Settings.file,
        texts.indices.contains(place.line - 1)
      else { return problem }
      var moved = problem
      let key = texts[place.line - 1].prefix { $0 != "=" }
      place.column = 1
      moved.length = max(1, key.unicodeScalars.count)
      var column = 1
      for part in key.split(separator: ".") {
        if problem.code == .unknownKey, problem.message.contains("'\(part)'") {
          place.column = column
          moved.length = part.unicodeScalars.count
          break
        }
        column += part.unicodeScalars.count + 1
      }
      moved.place = place
      return moved
    }
  }
}
