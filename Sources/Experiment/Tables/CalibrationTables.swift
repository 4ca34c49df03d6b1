import Simulation

extension CalibrationFindings {
  /// Files of a fit's folder.
  public static let patternsFile = "patterns.csv", inputsFile = "inputs.csv",
    ridgeFile = "ridge.csv", plausibleFile = "plausible.csv"
  /// All of them.
  static let files = [
    patternsFile, inputsFile, ridgeFile, plausibleFile, "generations.csv", "recovery.csv",
  ]

  /// The tables of a fit that was begun; the plausible set only of one that is done.
  var tables: [Table] {
    [patternTable, inputTable, generationTable, recoveryTable, ridgeTable, plausibleTable]
      .compactMap { $0 }
  }

  /// What datapackage.json says of the plausible set.
  var facts: [JSON.Member] {
    let sizes = sizes
    return [
      .init(
        "calibration",
        .object([
          .init("done", .flag(isDone)), .init("worlds_run", .count(UInt64(clamping: runs))),
          .init("bank", .count(UInt64(clamping: bank))),
          .init("implausibility", .number(bound ?? .nan)),
          .init("worlds", .count(UInt64(clamping: sizes.all))),
          .init("distinct_worlds", .count(UInt64(clamping: sizes.distinct))),
          .init("effective_size", .number((sizes.effective * 10).rounded() / 10)),
          .init("recovery_inside", .number(recovery?.inside ?? .nan)),
        ]))
    ]
  }

  private var patternTable: Table {
    Table(
      name: "patterns",
      description:
        "One row per target: the source beside worlds from the priors and plausible worlds.",
      fields: [
        Field("outcome", .text, "What is measured: a column of runs.csv.", required: true),
        Field("unit", .text, "Unit of all numbers, for the platform that the target describes."),
        Field(
          "role", .text, "Whether the fit is to it, or it is predicted.", required: true,
          allowed: Target.Role.allCases.map(\.rawValue)),
        Field("low", .number, "Least value by the source."),
        Field("target", .number, "Value by the source."),
        Field("high", .number, "Greatest value by the source."),
      ] + Self.spreads("in worlds from the priors", "in plausible worlds") + [
        Field("prior_inside", .number, "Share of worlds from the priors within the limits."),
        Field("inside", .number, "Share of plausible worlds within the limits."),
        Field("verdict", .text, "inside, inside (interval), miss or undefined."),
        Field("source", .text, "Where the target comes from."),
      ], key: ["outcome"],
      rows: patterns.map { own in
        let head: [Cell] = [
          .text(own.target.outcome), .text(own.target.unit), .text(own.target.role.rawValue),
          .optional(own.target.low), .optional(own.target.target), .optional(own.target.high),
        ]
        return head + Self.cells(own.prior) + Self.cells(own.plausible) + [
          .number(own.priorInside), .number(own.plausibleInside), .text(own.verdict),
          .text(own.target.source),
        ]
      })
  }

  private var inputTable: Table {
    Table(
      name: "inputs", description: "One row per uncertain input: what the fit taught of it.",
      fields: [
        Field("input", .text, "Path of the parameter.", required: true),
        Field("unit", .text, "Unit of its values; of words positions count."),
      ] + Self.spreads("in worlds from the priors", "in plausible worlds") + [
        Field(
          "narrower", .number,
          "How much less its normal score spreads: 0 where nothing was learnt, 1 where all is known."
        ),
        Field(
          "moved", .number, "How far its middle moved, in standard deviations of the prior."),
        Field(
          "prior_correlation", .number,
          "Rank correlation with unwanted_contacts over worlds from the priors."),
        Field(
          "correlation", .number, "The same over plausible worlds: the ridge where it is near -1."),
      ], key: ["input"],
      rows: learnt.map { own in
        [.text(own.input), .text(own.unit)] + Self.cells(own.prior) + Self.cells(own.plausible)
          + [own.narrower, own.moved, own.priorCorrelation, own.correlation].map(Cell.number)
      })
  }

  private static func spreads(_ prior: String, _ plausible: String) -> [Field] {
    [("prior_", prior), ("", plausible)].flatMap { prefix, words in
      [
        Field(prefix + "median", .number, "Median \(words)."),
        Field(prefix + "ui_low", .number, "2.5 % quantile \(words)."),
        Field(prefix + "ui_high", .number, "97.5 % quantile \(words)."),
      ]
    }
  }

  private static func cells(_ spread: Spread) -> [Cell] {
    [spread.median, spread.low, spread.high].map(Cell.number)
  }

  private var generationTable: Table {
    let first: [[Cell]] = [
      [.text("bank"), .empty, .index(bank), .empty, .empty, .optional(open.first)],
      [
        .text("wave"), .empty, .index(calibration.state.size.worlds), .empty, .empty,
        .optional(open.dropFirst().first),
      ],
    ]
    return Table(
      name: "generations", description: "One row per step of the fit.",
      fields: [
        Field("step", .text, "bank, wave, then the steps of the population.", required: true),
        Field(
          "implausibility", .number,
          "Greatest distance from a target that is allowed, in units of its tolerance."),
        Field("worlds_run", .integer, "Worlds that were run in this step.", minimum: 0),
        Field("moved", .integer, "Moves that were made.", minimum: 0),
        Field("distinct", .integer, "Different worlds in the population after it.", minimum: 0),
        Field("open", .number, "Share of the priors' worlds that emulators leave open."),
      ], key: ["step"],
      rows: first
        + generations.enumerated().map { index, own in
          [
            .text(String(index + 1)), .number(own.bound), .index(own.runs), .index(own.moved),
            .index(own.distinct), .empty,
          ]
        })
  }

  private var recoveryTable: Table? {
    recovery.map { recovery in
      Table(
        name: "recovery",
        description:
          "One row per input: whether it is found again where a world of the bank is taken for the truth.",
        fields: [
          Field("input", .text, "Path of the parameter.", required: true),
          Field("truths", .integer, "Worlds that were taken for the truth.", minimum: 0),
          Field(
            "inside", .number, "Share of them within the region that should hold them with 90 %."),
          Field("narrower", .number, "How much narrower that region is than the prior's."),
        ], key: ["input"],
        rows: recovery.rows.map {
          [.text($0.input), .index(recovery.truths), .number($0.inside), .number($0.narrower)]
        })
    }
  }

  private var ridgeTable: Table? {
    ridge.map { ridge in
      Table(
        name: "ridge",
        description:
          "One row per world of the bank and of the plausible set: \(ridge.input) and harm.",
        fields: [
          Field("set", .text, "prior or plausible.", required: true),
          Field("world", .integer, "The world: draw of that number in runs.csv.", minimum: 1),
          Field("input", .text, "Path of the parameter.", required: true),
          Field("value", .number, unit: ridge.unit, "Its value."),
          Field("unwanted_contacts", .number, unit: "per 1,000 minors and month", "Harm."),
        ], key: ["set", "world"],
        rows: points.map {
          [
            .text($0.isPlausible ? "plausible" : "prior"), .index($0.world), .text(ridge.input),
            .number($0.value), .number($0.harm),
          ]
        })
    }
  }

  /// One row for each world of the plausible set, with equal weight: a draws file of `compare` and `sweep`.
  private var plausibleTable: Table? {
    let population = calibration.state.population
    guard isDone, !population.isEmpty else { return nil }
    let columns = calibration.inputs.indices.map { calibration.values(of: $0, population) }
    let units = learnt.map(\.unit)
    return Table(
      name: "plausible",
      description: "Plausible worlds with equal weight: values of parameters for --draws-file.",
      fields: [Field("draw", .integer, "Number of the row, from 1.", minimum: 1)]
        + zip(calibration.inputs, units).map {
          Field($0, .number, unit: $1, "Value of the parameter.")
        },
      rows: population.indices.map { row in
        [.index(row + 1)] + columns.map { .number($0[row]) }
      })
  }
}
