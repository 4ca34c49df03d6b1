import Schema
import Simulation

/// Values given on a command line, over what files say.
public struct Settings: Sendable {
  /// What problems name as their file.
  static let file = "--set"
  /// What problems of the window's own option name as their file.
  static let untilFile = "--until"
  /// Whether a place is on the command line.
  static func isHere(_ place: Place) -> Bool { [file, untilFile].contains(place.file) }

  /// Each `KEY=VALUE`, as written; its line is its number.
  private var texts: [String] = []
  /// The window, as written.
  private var until: String?

  /// Nothing set.
  public init() {}

  /// Some `KEY=VALUE`, later ones over earlier ones, and the window if `--until` gives one.
  public init(_ texts: [String], until: String? = nil) {
    (self.texts, self.until) = (texts, until)
  }

  /// The texts that places point into.
  var sources: [String: String] {
    var sources: [String: String] = [:]
    if !texts.isEmpty { sources[Settings.file] = texts.joined(separator: "\n") }
    if let until { sources[Settings.untilFile] = until }
    return sources
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
    if let until {
      let place = Place(file: Settings.untilFile, line: 1, column: 1)
      do throws(Problems) {
        tree = try tree.setting("time.window", to: until, place: place)
      } catch {
        problems += error.list
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
