import ArgumentParser
import Experiment
import Schema
import Simulation

/// `vigie sensitivity STUDY`: which uncertain inputs move outcomes and the effects of policies.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tell which uncertain inputs move outcomes and the effects of policies.",
    discussion: """
      All uncertain inputs are screened (Morris); of those that move a headline, or a policy's effect on \
      one, at most twelve, first-order and total indices are told (Sobol', with bootstrap limits). Points of \
      one row share their random streams, and chance is one of the inputs.
      """)

  /// What is done.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case both, morris, sobol
  }

  @Argument(
    help: "A study file, or one scenario file.", completion: .file(extensions: ["yaml"]))
  var file: String?

  @Option(
    help: """
      In place of a file a function whose indices are known, ishigami or g: estimates beside exact values. \
      With --out points and values are written, too.
      """)
  var function: String?

  @Option(help: "Screening, indices, or both, one after the other: both, morris or sobol.")
  var method = Method.both

  @Option(help: "Paths of the screening, each with as many points as inputs and two.")
  var paths = 10

  @Option(
    help: "Rows of the indices, a power of two, each with as many points as inputs and four.")
  var rows = 64

  @Option(
    name: .customLong("input"), parsing: .singleValue,
    help: ArgumentHelp(
      "Input that is looked at, in place of all; may be repeated.", valueName: "PATH"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Runs in all: a third for the screening, the rest for indices, in place of --paths and --rows.",
      valueName: "RUNS"))
  var budget: Int?

  @OptionGroup var options: StudyOptions

  func validate() throws {
    guard (file == nil) != (function == nil) else {
      throw ValidationError("name a study or scenario file, or a function with --function")
    }
    if let function, !TestFunction.all.contains(where: { $0.name == function }) {
      let names = TestFunction.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--function: there is no function '\(function)'; there are: \(names)")
    }
    guard rows >= 16, rows & (rows - 1) == 0, rows <= 1 << 20 else {
      throw ValidationError("--rows is \(rows); it must be a power of two from 16 on")
    }
    guard paths >= 4, paths <= 100_000 else {
      throw ValidationError("--paths is \(paths); it must be at least 4")
    }
    if let budget, budget < 1 { throw ValidationError("--budget is \(budget); it must be above 0") }
    if options.asksForDraws {
      throw ValidationError(
        "a sensitivity analysis has points of its own in place of draws and replicates: --paths and --rows"
      )
    }
  }

  func run() throws {
    if let function = TestFunction.all.first(where: { $0.name == function }) {
      let check = FunctionCheck(
        function: function, rows: rows, seed: options.seed ?? StudyOptions.standardSeed,
        folder: options.out)
      return try Console.write(check.run())
    }
    let (scenarios, settings, outcomes) = try loaded()
    let asked = try OutcomeWords.columns(options.outcomes.isEmpty ? outcomes : options.outcomes)
    let known = try checked(scenarios, settings)
    var study = settings
    study.outcomes = asked.map(\.name)
    let folder = options.folder(settings.name + "-sensitivity")
    var plan = SamplePlan(
      inputs: known, scenarios: scenarios.count, method: method, paths: paths, rows: rows,
      budget: budget, seed: settings.seed)
    // What passes the screening isn't known before it has been made: as many inputs as may.
    if options.dryRun { study.samples = plan.largest }
    var outcome: Session.Outcome?
    while let sample = plan.next(outcome?.results.sensitivities ?? []) {
      if !options.dryRun { study.samples.append(sample) }
      if !options.quiet { Console.note(plan.words(sample)) }
      var session = Session(
        comparison: try Comparison(scenarios, options: study), options: options, folder: folder,
        again: Command.again)
      outcome = try session.run()
    }
    guard let outcome else { throw ValidationError("no input moves a headline") }
    let page = ReportFile(folder: folder, language: options.language).attempt()
    let report = SensitivityReport(
      study: study, scenarios: scenarios.map(\.name), rows: outcome.results.sensitivities,
      folder: folder)
    try Console.write(options.json ? report.json : report.text)
    if !options.quiet {
      Console.note("Wrote \(folder): sensitivity.csv, report.html, runs.csv, parameters.csv")
    }
    try page.end()
    if !outcome.results.failures.isEmpty {
      throw Ending(code: 3, message: Command.failed(outcome.results, in: folder))
    }
  }

  private func loaded() throws -> ([ScenarioFile], Comparison.Options, [String]) {
    let path = Input.path(file ?? ""), loader = Input.loader
    guard LoadedStudy.isStudy(loader.read(path)) else {
      let scenario = try ScenarioFile(path, settings: options.overlay, loader: loader)
      let settings = Comparison.Options(
        name: scenario.name, draws: 1, replicates: 1,
        seed: options.seed ?? StudyOptions.standardSeed, isFixed: false)
      return ([scenario], settings, [])
    }
    let study = try LoadedStudy(path, settings: options.overlay, loader: loader)
    guard study.given == nil, study.points == nil else {
      throw ValidationError(
        "'\(path)' has a draws_file or a sweep: inputs that are given may be correlated, and indices of "
          + "such inputs mean nothing")
    }
    var settings = try options.settings(for: study, followUp: nil)
    (settings.draws, settings.replicates, settings.echoes) = (1, 1, false)
    return (study.scenarios, settings, study.outcomes)
  }

  /// The inputs that are looked at: those asked for, or all that are uncertain.
  ///
  /// - Throws: `ValidationError` for one that isn't.
  private func checked(
    _ scenarios: [ScenarioFile], _ settings: Comparison.Options
  ) throws -> [String] {
    let all = try Comparison(scenarios, options: settings).paths
    if all.isEmpty { throw ValidationError("'\(file ?? "")' has no uncertain input") }
    for name in inputs where !all.contains(name) {
      let near = Names.hint(for: name, among: all)
      throw ValidationError(
        "--input: nothing uncertain is called '\(name)'; \(near ?? "'vigie check' lists what is drawn")"
      )
    }
    return inputs.isEmpty ? all : all.filter(inputs.contains)
  }
}

/// Which samples are run one after the other, and how large they are.
struct SamplePlan {
  let inputs: [String]
  let scenarios: Int
  let method: SensitivityCommand.Method
  let paths: Int, rows: Int
  let budget: Int?
  let seed: UInt64
  private var made = 0

  init(
    inputs: [String], scenarios: Int, method: SensitivityCommand.Method, paths: Int, rows: Int,
    budget: Int?, seed: UInt64
  ) {
    (self.inputs, self.scenarios, self.method) = (inputs, scenarios, method)
    (self.paths, self.rows, self.budget, self.seed) = (paths, rows, budget, seed)
  }

  /// The next sample; nil after the last.
  ///
  /// - Parameter found: What was told so far.
  mutating func next(_ found: [SensitivityRow]) -> Sample? {
    made += 1
    switch (method, made) {
    case (.both, 1), (.morris, 1):
      return Sample(.morris, inputs: inputs, rows: screeningPaths, seed: seed)
    case (.both, 2): return indices(of: Screening.inputs(found))
    case (.sobol, 1): return indices(of: inputs)
    default: return nil
    }
  }

  /// The samples where as many inputs pass the screening as may.
  var largest: [Sample] {
    var copy = self, samples: [Sample] = []
    if method != .sobol, let first = copy.next([]) { samples.append(first) }
    if method != .morris {
      let some = method == .both ? Array(inputs.prefix(Screening.most)) : inputs
      samples += [indices(of: some)].compactMap { $0 }
    }
    return samples
  }

  private var screeningPaths: Int {
    guard let budget else { return paths }
    let share = method == .both ? budget / 3 : budget
    return max(4, share / (scenarios * (inputs.count + 2)))
  }

  private func indices(of inputs: [String]) -> Sample? {
    if inputs.isEmpty { return nil }
    var rows = rows
    if let budget {
      let share = method == .both ? budget - budget / 3 : budget
      rows = 16
      while rows * 2 * scenarios * (inputs.count + 4) <= share { rows *= 2 }
    }
    return Sample(.sobol, inputs: inputs, rows: rows, seed: seed)
  }

  /// What is run next, in words.
  func words(_ sample: Sample) -> String {
    let count = Nouns.run.counted(sample.count * scenarios)
    let inputs = Noun("input").counted(sample.inputs.count)
    return sample.kind == .morris
      ? "Screening: \(inputs), \(Noun("path").counted(sample.rows)), \(count)"
      : "Indices: \(inputs), \(Noun("row").counted(sample.rows)), \(count)"
  }
}
