extension CSV {
  /// One row of a file: its cells, each made into words or a number only where somebody asks.
  public struct Row {
    /// The cells one after the other, quotes removed, and where each ends.
    var bytes: [UInt8] = [], ends: [Int] = []
    /// Where each starts, if the scanner keeps places.
    var places: [CellPlace] = []

    /// How many cells there are.
    public var count: Int { ends.count }

    /// All cells, as they stand in the file.
    var texts: [String] { ends.indices.map { String(decoding: cell($0), as: UTF8.self) } }

    /// A cell's words, without what took the danger out of them.
    public func text(_ place: Int) -> String {
      CSV.plain(String(decoding: cell(place), as: UTF8.self))
    }

    /// A cell's number; nil where it is empty or none.
    public func number(_ place: Int) -> Double? {
      let cell = cell(place)
      if cell.isEmpty { return nil }
      return Double(String(decoding: cell, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A cell's whole number; nil where it is empty or none.
    public func whole(_ place: Int) -> Int? {
      Int(String(decoding: cell(place), as: UTF8.self))
    }

    private func cell(_ place: Int) -> ArraySlice<UInt8> {
      bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
    }
  }
}
