import Schema

/// What a study says of the fit of its baseline.
extension StudyReader {
  /// The files of a baseline with priors in place of what they say; problems are those of the study's file.
  mutating func with(_ priors: Tree?, _ loaded: Loader.Loaded) -> Loader.Loaded {
    guard let priors, !priors.isEmpty else { return loaded }
    guard case .map(let map) = priors else {
      report(
        .wrongType, "priors needs paths with distributions", priors,
        help: "write priors: { people.minor_share: { beta: { a: 3, b: 22 } } }")
      return loaded
    }
    var changed = loaded
    for entry in map.entries {
      do throws(Problems) {
        changed.tree = try changed.tree.setting(
          entry.key.text, to: entry.value.flowText, place: entry.value.place)
      } catch {
        take(error)
      }
    }
    // Places in the study's file point into its text.
    changed.sources.merge(sources) { first, _ in first }
    return changed
  }

  /// The targets that a fit is for; nil without one, or after a problem.
  mutating func targets(_ section: CalibrationSection, _ tree: Tree?) -> [Target]? {
    guard let tree else { return nil }
    guard !section.targets.isEmpty, let name = tree["targets"] else {
      report(
        .wrongType, "a fit needs targets", tree["targets"] ?? tree, help: "write targets: FILE.csv")
      return nil
    }
    let file = Loader.beside(path, section.targets)
    do {
      let targets = try Target.list(try Loader.shipped(file))
      if targets.contains(where: { $0.role == .fitted }) { return targets }
      report(.inconsistent, "no row of \(section.targets) has the role fitted", name)
    } catch let error where error is Target.Malformed || error is CSV.Malformed {
      report(.notCSV, "\(section.targets): \(error)", name)
    } catch {
      report(.missingFile, "there is no file '\(file)'", name)
    }
    return nil
  }
}
