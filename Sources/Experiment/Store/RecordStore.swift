import Foundation
import Simulation

/// The records of a folder, found by key and read one at a time: memory holds where they are, not what
/// they say.
///
/// A file is a header and records: length of the payload (4 bytes), the first 8 bytes of its SHA-256,
/// the payload. What was torn off by a kill is dropped; so is a damaged record, whose run is then made
/// again.
final class RecordStore: Sendable {
  /// How the name of a file of records ends.
  static let suffix = ".rec"
  /// How each file begins.
  static let header = "vigie records 3\n"
  /// Bytes of a key at the beginning of a payload.
  private static let keyLength = 32
  /// Longer payloads are none of ours.
  private static let longest = 1 << 28

  /// Where a record lies.
  private struct Extent: Sendable {
    let file: Int, offset: Int, length: Int
    /// What the payload must hash to.
    let seal: UInt64
    /// Whether the run reached its end, or a bound of its own: made again it would be the same.
    let isFinal: Bool
  }

  private let files: RecordFiles
  private let places: [RunKey: Extent]

  /// Looks through a folder.
  ///
  /// - Throws: `FolderProblem.contradiction` where one run has two ends; `DiskError`.
  /// - Complexity: O(bytes): every record is read once, for its seal.
  init(_ folder: String) throws {
    let names = try Disk.names(in: folder).filter { $0.hasSuffix(Self.suffix) }
    files = RecordFiles(names.map { folder + "/" + $0 })
    var places: [RunKey: Extent] = [:]
    for index in files.paths.indices {
      if let file = try files.reader(index) { try Self.scan(file, index, into: &places) }
    }
    self.places = places
  }

  /// How many runs are there.
  var count: Int { places.count }

  /// The keys that are there, as tables print them.
  var shortKeys: Set<String> { Set(places.keys.map(\.description)) }

  /// Whether a run needn't be made: it reached its end, or a bound of its own.
  func isFinal(_ key: RunKey) -> Bool { places[key]?.isFinal ?? false }

  /// Whether there is anything of a run.
  func contains(_ key: RunKey) -> Bool { places[key] != nil }

  /// The end of a run; nil where it isn't there.
  ///
  /// - Throws: `DiskError`.
  func outcome(_ key: RunKey) throws(DiskError) -> RunOutcome? {
    guard let place = places[key] else { return nil }
    let payload = try files.reader(place.file)?.bytes(at: place.offset, count: place.length)
    return payload.flatMap { RunOutcome($0.dropFirst(Self.keyLength)) }
  }

  /// The bytes of a record in a file: length, seal, key, end of the run.
  static func sealed(_ outcome: RunOutcome, of key: RunKey) -> [UInt8] {
    var payload = ByteWriter()
    payload.put(key.high)
    payload.put(key.low)
    payload.put(key.days.bitPattern)
    payload.put(key.followUp.bitPattern)
    let bytes = payload.bytes + outcome.bytes
    var whole = ByteWriter()
    whole.put(UInt32(truncatingIfNeeded: bytes.count))
    whole.put(seal(bytes))
    return whole.bytes + bytes
  }

  private static func seal(_ bytes: [UInt8]) -> UInt64 {
    var digest = SHA256.Running()
    digest.add(bytes)
    return digest.first
  }

  private static func scan(
    _ file: Disk.Reader, _ index: Int, into places: inout [RunKey: Extent]
  ) throws {
    let start = header.utf8.count
    guard try file.bytes(at: 0, count: start) == Array(header.utf8) else { return }
    var offset = start
    while true {
      let head = try file.bytes(at: offset, count: 12)
      var reader = ByteReader(head[...])
      guard let length = reader.half(), let seal = reader.word(), Int(length) <= Self.longest
      else { return }
      let payload = try file.bytes(at: offset + 12, count: Int(length))
      guard payload.count == Int(length) else { return }
      if Self.seal(payload) == seal {
        try note(
          payload,
          at: Extent(
            file: index, offset: offset + 12, length: Int(length), seal: seal,
            isFinal: payload.count > Self.keyLength && payload[Self.keyLength] != 1),
          in: &places)
      }
      offset += 12 + Int(length)
    }
  }

  private static func note(
    _ payload: [UInt8], at place: Extent, in places: inout [RunKey: Extent]
  ) throws {
    var reader = ByteReader(payload[...])
    guard let high = reader.word(), let low = reader.word(), let days = reader.word(),
      let followUp = reader.word(),
      RunOutcome(payload.dropFirst(Self.keyLength)) != nil
    else { return }
    let key = RunKey(
      high: high, low: low, days: Double(bitPattern: days), followUp: Double(bitPattern: followUp))
    if let other = places[key], other.isFinal {
      guard !place.isFinal || other.seal == place.seal else {
        throw FolderProblem.contradiction(key: key.description)
      }
      return
    }
    places[key] = place
  }
}
