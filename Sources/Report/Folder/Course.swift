import Experiment
import Simulation

/// timeseries.csv as means over replicates with their intervals, by scenario and period.
struct Course: Sendable {
  /// One period's mean with its interval; nil inside below two replicates.
  struct Level: Sendable {
    let mean: Double
    let interval: Interval?
  }

  /// Where each period begins, in hours since the run began at a midnight.
  let starts: [Double]
  /// Hours of each period.
  let length: Double
  private let levels: [String: [String: [Level]]]

  /// Reads the table line by line; only sums are kept.
  ///
  /// - Throws: `NamedRows.Fault`.
  init(_ bytes: [UInt8], scenarios: [String]) throws(NamedRows.Fault) {
    let names = SeriesRecord.columns.map(\.name)
    let needed = ["scenario", "period", "from_h", "length_h"]
    var sums: [String: [Sums]] = [:], starts: [Double] = [], length = 0.0
    // No cell of this table holds a line end, so that it can be read a thousand lines at a time.
    let lines = bytes.split(separator: 10)
    guard let header = lines.first else { throw NamedRows.Fault(description: "no timeseries") }
    for from in stride(from: 1, to: lines.count, by: 1_000) {
      var piece = Array(header)
      for line in lines[from..<min(lines.count, from + 1_000)] { piece += [10] + line }
      let rows = try NamedRows(piece, table: "timeseries.csv", columns: needed)
      for row in rows.indices {
        guard let period = rows.whole(row, "period"), period >= 1, period <= 100_000,
          let start = rows.number(row, "from_h")
        else { continue }
        length = rows.number(row, "length_h") ?? length
        while starts.count < period { starts.append(start) }
        starts[period - 1] = start
        let scenario = rows.text(row, "scenario")
        while sums[scenario, default: []].count < period {
          sums[scenario, default: []].append(Sums(columns: names.count))
        }
        for (place, name) in names.enumerated() {
          sums[scenario]?[period - 1].add(rows.number(row, name) ?? 0, to: place)
        }
      }
    }
    (self.starts, self.length) = (starts, length)
    levels = sums.mapValues { periods in
      var byName: [String: [Level]] = [:]
      for (place, name) in names.enumerated() { byName[name] = periods.map { $0.level(place) } }
      return byName
    }
  }

  /// A series of one scenario; empty where it has none.
  func levels(_ scenario: String, _ series: String) -> [Level] {
    levels[scenario]?[series] ?? []
  }

  /// Numbers of one period over replicates: count, mean and squares (Welford 1962).
  private struct Sums {
    private var count: [Double], mean: [Double], squares: [Double]

    init(columns: Int) {
      count = Array(repeating: 0, count: columns)
      (mean, squares) = (count, count)
    }

    mutating func add(_ value: Double, to place: Int) {
      count[place] += 1
      let shift = value - mean[place]
      mean[place] += shift / count[place]
      squares[place] += shift * (value - mean[place])
    }

    func level(_ place: Int) -> Level {
      let number = count[place]
      guard number >= 2,
        let quantile = Statistics.studentQuantile(level: 0.95, freedom: Int(number) - 1)
      else { return Level(mean: mean[place], interval: nil) }
      let half = quantile * (squares[place] / (number - 1) / number).squareRoot()
      return Level(
        mean: mean[place],
        interval: Interval(
          estimate: mean[place], low: max(0, mean[place] - half), high: mean[place] + half))
    }
  }
}
