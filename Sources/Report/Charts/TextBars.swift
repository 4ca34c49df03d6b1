import Experiment

/// Changes with their intervals in letters, for a terminal: `[--o---]` on one scale with a line at no
/// change. Letters alone, so that a pipe and any font show the same.
public struct TextBars: Sendable {
  private let low: Double, high: Double
  private let width: Int

  /// A scale that holds no change and every ratio, from whole quarters to whole quarters.
  ///
  /// - Parameters:
  ///   - ratios: What is drawn: 1 is no change. Beyond twice as much a bar ends in `>`.
  ///   - width: Letters of a bar, at least 10.
  public init(_ ratios: [Interval], width: Int = 48) {
    let least = min(1, ratios.map(\.low).min() ?? 1), most = max(1, ratios.map(\.high).max() ?? 1)
    low = max(-1, ((least - 1) * 4).rounded(.down) / 4)
    high = min(1, max(0.25, ((most - 1) * 4).rounded(.up) / 4))
    self.width = max(10, width)
  }

  /// The names of the scale's ends and of no change, each over its place.
  public var axis: String {
    let left = NumberText.change(low + 1), right = NumberText.change(high + 1)
    var line = Array(repeating: Character(" "), count: width)
    let zero = place(0)
    for (text, start) in [(left, 0), ("0 %", zero - 1), (right, width - right.count)] {
      let from = min(max(0, start), width - text.count)
      guard line[from..<(from + text.count)].allSatisfy({ $0 == " " }) else { continue }
      line.replaceSubrange(from..<(from + text.count), with: Array(text))
    }
    return String(line)
  }

  /// One bar.
  public func text(_ ratio: Interval) -> String {
    var line = Array(repeating: Character(" "), count: width)
    line[place(0)] = "|"
    let (from, to) = (place(ratio.low - 1), place(ratio.high - 1))
    for place in from...max(from, to) { line[place] = "-" }
    line[from] = "["
    line[to] = ratio.high - 1 > high ? ">" : "]"
    line[place(ratio.estimate - 1)] = "o"
    return String(line)
  }

  private func place(_ change: Double) -> Int {
    let share = (change - low) / max(high - low, 1e-9)
    return min(width - 1, max(0, Int(exactly: (share * Double(width - 1)).rounded()) ?? 0))
  }
}
