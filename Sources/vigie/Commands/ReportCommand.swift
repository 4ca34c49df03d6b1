import ArgumentParser
import Experiment
import Report
import Schema

/// `vigie report DIR`: a finished study as one page, and its figures as files.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make a finished study's page: report.html and figures.",
    discussion: """
      run and compare make it too. It is made from the folder's files alone, so that it can be made \
      again later and elsewhere, in either language. It needs nothing from outside and no script.
      """)

  @Argument(help: "The folder of a finished study.", completion: .directory)
  var folder: String

  @Option(name: .customLong("lang"), help: "Language of the page: en or fr.")
  var language = Language.en

  @Flag(help: "Print where the page is as JSON.")
  var json = false

  @Flag(help: "Print nothing.")
  var quiet = false

  func run() throws {
    let report = ReportFile(folder: folder, language: language)
    let files: [String]
    do {
      files = try report.write().files
    } catch let unfinished as StudyFolder.Unfinished {
      guard let begun = try UnfinishedFolder(folder) else {
        throw Ending(code: 66, message: "error: \(unfinished)")
      }
      throw Ending(code: 75, message: "error: \(unfinished): \(begun.words)")
    } catch let fault as NamedRows.Fault {
      throw Ending(code: 65, message: "error: \(folder): \(fault)")
    }
    if json {
      let list = files.map { JSON.string($0) }
      let object = JSON.object([
        .init("folder", .string(folder)), .init("language", .string(language.rawValue)),
        .init("files", .array(list)),
      ])
      return try Console.write(object.text)
    }
    if !quiet {
      try Console.write("Wrote \(report.path) and \(Nouns.figure.counted(files.count - 1))\n")
    }
  }
}

/// A study's page and figures in its folder.
struct ReportFile {
  let folder: String
  let language: Language

  /// Where the page is.
  var path: String { folder + "/report.html" }

  /// Writes what isn't there yet, each file at once; figures that are no longer made are removed.
  ///
  /// - Returns: The study as it was read, nil for a sweep, indices or a fit, and names of the files, the page first.
  /// - Throws: `StudyFolder.Unfinished`, `FolderProblem`, `NamedRows.Fault`, `DiskError`.
  func write() throws -> (study: StudyFolder?, files: [String]) {
    if let sweep = try SweepFolder(folder) {
      let page = SweepPage(sweep, language: language)
      return (nil, try put(page.document, page.figures))
    }
    if let found = try SensitivityFolder(folder) {
      let page = SensitivityPage(found, language: language)
      return (nil, try put(page.document, page.figures))
    }
    if let fit = try CalibrationFolder(folder) {
      let page = CalibrationPage(fit, language: language)
      return (nil, try put(page.document, page.figures))
    }
    let study = try StudyFolder(folder, targets: PresetFolder.targets)
    let page = StudyPage(study, language: language)
    return (study, try put(page.document, page.figures))
  }

  /// Writes a page and its figures, and removes figures that are no longer made.
  private func put(
    _ document: String, _ figures: [(name: String, svg: String)]
  ) throws -> [String] {
    try put(document, at: path)
    let place = folder + "/" + OutputFolder.figures
    try Disk.makeFolder(place)
    for figure in figures { try put(figure.svg, at: place + "/" + figure.name) }
    let names = figures.map(\.name)
    for name in try Disk.names(in: place) where name.hasSuffix(".svg") && !names.contains(name) {
      try Disk.remove(place + "/" + name)
    }
    return ["report.html"] + names.map { OutputFolder.figures + "/" + $0 }
  }

  /// What came of a page at the end of a study.
  struct Attempt {
    /// The study as it was read back; nil without a page, and for a sweep.
    let study: StudyFolder?
    private let failure: String?

    fileprivate init(study: StudyFolder?, failure: String? = nil) {
      (self.study, self.failure) = (study, failure)
    }

    /// Ends the command where there is no page: a script must not take it for a whole study.
    ///
    /// - Throws: `Ending` with exit code 73.
    func end() throws {
      if let failure { throw Ending(code: 73, message: failure) }
    }
  }

  /// The same at the end of a study: what goes wrong here never costs its results.
  func attempt() -> Attempt {
    do {
      return Attempt(study: try write().study)
    } catch {
      return Attempt(
        study: nil,
        failure: "error: no report: \(error)\n  the tables are complete; later: vigie report "
          + Shell.quoted(folder))
    }
  }

  /// Leaves a file alone that holds these bytes already: a finished folder may be read-only.
  private func put(_ text: String, at path: String) throws {
    let bytes = Array(text.utf8)
    if try Disk.read(path) != bytes { try Disk.replace(path, with: bytes) }
  }
}

extension Language: ExpressibleByArgument {}
