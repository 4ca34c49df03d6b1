import Schema
import Simulation

/// Scenarios/README.md: how scenario and study files are written, made from the tables.
public enum Manual {
  /// The whole file.
  public static var text: String {
    [
      introduction, Reference(of: Scenario.self).manual, studies,
      Reference(of: StudyFile.self).manual, outcomes, harms,
    ].joined(separator: "\n")
  }

  private static let introduction = """
    # Scenario files

    Made by `vigie manual --write` from the tables of the program; edits here are lost.

    A scenario is a YAML file. Units belong to values: `30 d`, `6 min`, `0.5 /min`, `12 %`. A
    quantity may be a distribution, drawn once per replicate:
    `{ lognormal: { median: 15 min, log_sd: 1.1 } }`. Where nobody knows which of some values holds,
    `{ choice: { values: [a, b], weights: [1, 3] } }` draws one: a quantity, a whole number, a word
    or `yes` and `no`, at most 16 values, equally likely without weights. Its median is the value
    at which the weights added up first reach one half: numbers from the least on, words and
    switches in the order written. Tables show the word drawn as its position, from 0. A quantity
    that differs from person to person or from stage to stage takes no choice, but its arguments do.

    `extends: FILE` takes another file, of which only the differences follow;
    `extends: preset:coco.yaml` takes a shipped file from inside the program. Sections merge by
    their keys and lists by the `name` of their items, and so do the `set` of a study and
    `--set KEY=VALUE`, `--set 'moderation={ staff: 4 }'` included. Unknown keys are errors. A key
    that is left out keeps what the extended file says, or else has its default. A key with nothing
    behind it is an error, except that a section without keys changes nothing. A day that may be
    absent is unset by `none`.

    `vigie explain KEY` prints one row of these tables, `vigie check FILE` finds every problem of a
    file, `vigie new PRESET` starts a new one, and `vigie schema` prints the JSON Schema by which
    editors complete it; `vigie schema study` that of studies.

    """

  private static let studies = """
    # Study files

    A study names a baseline and what is compared with it. All scenarios meet the same people at
    the same moments, with the same draws of uncertain parameters. Each needs a name of its own,
    which tables can carry: no line break, not a word for a missing value such as `NA`. A study
    extends no other file; an alternative may.

        schema_version: 1
        name: staffing
        baseline: coco.yaml
        alternatives:
          - { name: moderators_8h, set: { moderation: { staff: 12, hours_per_day: 8 h } } }
        replicates: 8

    `draws_file: FILE` (or `--draws-file FILE`) gives values to the draws: a CSV file with one row
    for each, draw n the n-th; a column `draw` may number them. Every other column is a parameter
    that takes one value: its path, or that of an argument of a distribution
    (`people.visits.median`). A path alone counts for the baseline and for each scenario that has
    the baseline's value there, `path@scenario` for one scenario. Numbers may have a unit as here,
    or are in that of `parameters.csv`. A parameter without a column is drawn from its prior.

        draw,people.minor_share,sanctions.return_probability@moderators_8h
        1,12 %,60 %
        2,0.09,1

    """

  private static var outcomes: String {
    let lines = Outcomes.columns.map { column in
      let meaning = column.meaning.replacing("|", with: "\\|")
      return "| `\(column.name)` | \(column.unit) | \(column.role.rawValue) | \(meaning) |"
    }
    let head = [
      "# Outcomes", "", "| outcome | unit | role | meaning |", "| --- | --- | --- | --- |",
    ]
    return (head + lines).joined(separator: "\n") + "\n"
  }

  private static var harms: String {
    let lines = Harm.allCases.map { "| \($0.code) | \($0.severity) | \($0.title) |" }
    let head = ["# Harms", "", "| harm | severity, assumed | name |", "| --- | --- | --- |"]
    return (head + lines).joined(separator: "\n") + "\n"
  }
}
