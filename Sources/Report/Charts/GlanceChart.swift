import Experiment

/// The first picture of a comparison: for each policy the change of both headlines, and beside it what
/// it costs whom.
///
/// - SeeAlso: Lewis & Clarke 2001, Forest plots: trying to see the wood and the trees.
struct GlanceChart {
  /// One number of a burden: its size for the bar, and as it is written.
  struct Burden: Equatable {
    /// Nil where undefined.
    let size: Double?
    let text: String
  }

  /// One policy.
  struct Row {
    let label: String
    /// Changes of the headlines, in the order of the chart's names; nil where undefined.
    let changes: [Reach?]
    /// By column, in each one number for each of its names.
    let burdens: [[Burden]]
  }

  /// Who bears it: a head, and a name for each number under it.
  struct Column {
    let head: String, names: [String]
    /// Its part of the picture.
    let width: Double
  }

  let title: String
  /// Below the picture: units, then what the limits are.
  let notes: [String]
  /// Names of the two headlines: drawn as discs and as diamonds.
  let headlines: [String]
  let columns: [Column]
  let rows: [Row]
  /// What stands where a change is undefined.
  let undefined: String
  let numerals: Numerals

  static let left = 166.0, right = 360.0
  private static let width = 976.0, top = 130.0, rowHeight = 62.0, texts = 374.0
  private static let burdens = 524.0

  /// The picture.
  var picture: SVG {
    let bottom = Self.top + Double(rows.count) * Self.rowHeight
    let height = bottom + 40 + Double(notes.count) * 16
    var picture = SVG(width: Self.width, height: height, title: title, description: words)
    picture.text(title, x: 12, y: 26, size: 17, bold: true)
    drawHeads(&picture)
    let scale = GlanceScale(rows.flatMap(\.changes), from: Self.left, to: Self.right)
    for (index, row) in rows.enumerated() {
      let y = Self.top + Double(index) * Self.rowHeight
      picture.line(from: (12, y), to: (Self.width - 12, y), colour: "#cccccc")
      draw(row, y: y, scale, of: &picture)
    }
    picture.line(from: (12, bottom), to: (Self.width - 12, bottom), colour: "#cccccc")
    drawAxis(scale, bottom: bottom, of: &picture)
    for (index, row) in rows.enumerated() {
      let y = Self.top + Double(index) * Self.rowHeight
      drawChanges(row, y: y, scale, of: &picture)
    }
    for (index, note) in notes.enumerated() {
      picture.text(note, x: 12, y: bottom + 44 + Double(index) * 16, size: 12)
    }
    return picture
  }

  /// The same in words, for those who cannot see it.
  var words: String {
    rows.map { row in
      let changes = zip(headlines, row.changes).map { "\($0) \(text($1))" }
      let burdens = zip(columns, row.burdens).flatMap { column, numbers in
        zip(column.names, numbers).map { "\(column.head), \($0) \($1.text)" }
      }
      return "\(row.label): \((changes + burdens).joined(separator: "; "))"
    }.joined(separator: ". ")
  }

  /// A change as it is written beside its bar.
  func text(_ change: Reach?) -> String {
    change.map { numerals.change($0) } ?? undefined
  }

  private func drawHeads(_ picture: inout SVG) {
    for (place, name) in headlines.prefix(2).enumerated() {
      let y = 58 + Double(place) * 22
      picture.mark(
        x: Self.left - 4, y: y - 4, radius: 6, colour: Self.colours[place], diamond: place == 1)
      picture.text(name, x: Self.left + 8, y: y)
    }
    for (place, column) in columns.enumerated() {
      let x = start(of: place)
      picture.text(column.head, x: x, y: 58, size: 12, bold: true)
      // Letters are 7 wide at most fonts' widest.
      let lines = column.names.flatMap { $0.wrapped(to: Int(column.width / 7), lines: 2) }
      for (line, name) in lines.enumerated() {
        picture.text(name, x: x, y: 75 + Double(line) * 15, size: 12)
      }
    }
  }

  /// Where a column begins.
  private func start(of column: Int) -> Double {
    Self.burdens + columns.prefix(column).reduce(0) { $0 + $1.width }
  }

  private func drawAxis(_ scale: GlanceScale, bottom: Double, of picture: inout SVG) {
    for tick in scale.ticks {
      drawTick(tick, scale, from: Self.top, to: bottom + 4, of: &picture)
      picture.text(
        numerals.signed(tick * 100) + numerals.local(" %"), x: scale.place(tick), y: bottom + 18,
        anchor: .middle, size: 11)
    }
  }

  /// A line across the bars, full and dark at no change.
  func drawTick(
    _ tick: Double, _ scale: GlanceScale, from: Double, to: Double, of picture: inout SVG
  ) {
    let x = scale.place(tick)
    picture.line(
      from: (x, from), to: (x, to), colour: tick == 0 ? "#1a1a1a" : "#cccccc",
      width: tick == 0 ? 1.5 : 1, dashes: tick == 0 ? "" : "3 3")
  }

  static let colours = [SVG.blue, SVG.rust]

  private func draw(_ row: Row, y: Double, _ scale: GlanceScale, of picture: inout SVG) {
    let lines = row.label.wrapped(to: 18, lines: 3)
    for (place, line) in lines.enumerated() {
      let shift = Double(place) * 16 - Double(lines.count - 1) * 8
      picture.text(line, x: 12, y: y + Self.rowHeight / 2 + 5 + shift)
    }
    for (place, change) in row.changes.prefix(2).enumerated() {
      picture.text(text(change), x: Self.texts, y: y + 25 + Double(place) * 22, size: 12)
    }
    for (column, numbers) in row.burdens.enumerated() {
      let x = start(of: column)
      for (place, number) in numbers.enumerated() {
        let middle = numbers.count == 1 ? 31 : 19 + Double(place) * 26
        draw(number, of: (column, place), x: x, y: y + middle, in: &picture)
      }
    }
  }

  /// A number over its bar, which stands on one scale with those of the other policies.
  private func draw(
    _ burden: Burden, of place: (column: Int, name: Int), x: Double, y: Double,
    in picture: inout SVG
  ) {
    picture.text(burden.text, x: x, y: y + 3, size: 12)
    guard let size = burden.size, size != 0 else { return }
    let all = rows.compactMap { $0.burdens[place.column][place.name].size }
    let least = min(0, all.min() ?? 0), most = max(0, all.max() ?? 0)
    let room = columns[place.column].width - 14
    let zero = x - least / (most - least) * room
    let end = zero + size / (most - least) * room
    picture.box(
      x: min(zero, end), y: y + 6, width: max(1, abs(end - zero)), height: 6,
      fill: size > 0 ? SVG.grey : "#ffffff", stroke: SVG.grey)
  }
}
