import Simulation

/// Bytes of numbers and texts, little end first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: UInt64) { put(value, count: 8) }
  mutating func put(_ value: UInt32) { put(UInt64(value), count: 4) }
  mutating func put(_ value: UInt8) { bytes.append(value) }

  /// How many there are, then their bits: every last one, NaN included.
  mutating func put(_ values: [Double]) {
    put(UInt32(truncatingIfNeeded: values.count))
    for value in values { put(value.bitPattern) }
  }

  mutating func put(_ text: String) {
    put(UInt32(truncatingIfNeeded: text.utf8.count))
    bytes += text.utf8
  }

  private mutating func put(_ value: UInt64, count: Int) {
    for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * place))) }
  }
}

/// Reads what `ByteWriter` wrote; nil wherever the bytes end too soon.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, place) = (bytes, bytes.startIndex) }

  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func word() -> UInt64? { number(8) }
  mutating func half() -> UInt32? { number(4).map { UInt32(truncatingIfNeeded: $0) } }
  mutating func byte() -> UInt8? { number(1).map { UInt8(truncatingIfNeeded: $0) } }

  mutating func doubles() -> [Double]? {
    guard let count = half(), Int(count) * 8 <= bytes.endIndex - place else { return nil }
    var values: [Double] = []
    values.reserveCapacity(Int(count))
    for _ in 0..<count { values.append(Double(bitPattern: number(8) ?? 0)) }
    return values
  }

  mutating func text() -> String? {
    guard let count = half(), Int(count) <= bytes.endIndex - place else { return nil }
    defer { place += Int(count) }
    return String(validating: bytes[place..<(place + Int(count))], as: UTF8.self)
  }

  private mutating func number(_ count: Int) -> UInt64? {
    guard count <= bytes.endIndex - place else { return nil }
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(bytes[place + offset]) << UInt64(8 * offset) }
    place += count
    return value
  }
}

/// The end of a run as bytes.
extension RunOutcome {
  /// Its bytes: a status, then the record, or the message.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .ok(let record):
      writer.put(UInt8(0))
      for word in [
        record.observedDays.bitPattern, record.events, record.represented, record.hash,
      ] { writer.put(word) }
      writer.put(record.drawn)
      writer.put(record.values)
      for period in record.otherPeriods {
        writer.put(UInt8(1))
        writer.put(period.period.rawValue)
        writer.put(period.values)
      }
      writer.put(UInt8(0))
      writer.put(record.daily)
      writer.put(record.series.map { [$0.start, $0.length] + $0.values } ?? [])
    case .failed(let message):
      writer.put(UInt8(1))
      writer.put(message)
    case .stopped(let message):
      writer.put(UInt8(2))
      writer.put(message)
    }
    return writer.bytes
  }

  /// Reads the bytes back; nil for any others.
  init?(_ bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(bytes)
    guard let status = reader.byte() else { return nil }
    switch status {
    case 0:
      guard let record = RunRecord(&reader) else { return nil }
      self = .ok(record)
    case 1, 2:
      guard let message = reader.text() else { return nil }
      self = status == 1 ? .failed(message) : .stopped(message)
    default: return nil
    }
    guard reader.isAtEnd else { return nil }
  }
}

extension RunRecord {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let days = reader.word(), let events = reader.word(), let represented = reader.word(),
      let hash = reader.word(), let drawn = reader.doubles(), let values = reader.doubles(),
      let periods = PeriodRecord.all(&reader), let daily = reader.doubles(),
      let course = reader.doubles()
    else { return nil }
    self.init(
      values: values, drawn: drawn, observedDays: Double(bitPattern: days), events: events,
      represented: represented, hash: hash, otherPeriods: periods, daily: daily,
      series: course.count > 2
        ? SeriesRecord(start: course[0], length: course[1], values: Array(course.dropFirst(2)))
        : nil)
  }
}

extension PeriodRecord {
  fileprivate static func all(_ reader: inout ByteReader) -> [PeriodRecord]? {
    var periods: [PeriodRecord] = []
    while let more = reader.byte() {
      if more == 0 { return periods }
      guard let name = reader.text(), let period = Period(rawValue: name),
        let values = reader.doubles()
      else { return nil }
      periods.append(PeriodRecord(period: period, values: values))
    }
    return nil
  }
}
