import Experiment
import Foundation
import Schema
import Simulation

/// How many runs at once the machine's memory carries.
///
/// A run that asks for more than there is ends the whole process, and with it all runs in flight.
enum Memory {
  /// Bytes of a person while a run is made: 141 measured, with room for arrays that grow.
  static let bytesOfPerson = 200.0
  /// Bytes of a run without people: tables, agenda, course.
  static let bytesOfRun = 32e6
  /// Addresses that a thread takes beside what it uses: its stack and the allocator's arena.
  static let addressesOfThread = 144e6

  /// Something that bounds what this process may still take.
  struct Bound {
    /// What is left, in words.
    let words: String
    /// Bytes that are left.
    let free: Double
    /// Whether it counts addresses, used or not.
    var countsAddresses = false

    /// How many runs of so many people fit at once.
    func runs(people: Int) -> Int {
      let one =
        Memory.bytesOfRun + Memory.bytesOfPerson * Double(people)
        + (countsAddresses ? Memory.addressesOfThread : 0)
      return Int((min(free / one, 1e6)).rounded(.down))
    }
  }

  /// The number of a study's runs at once: those wanted, by default one a core, or as many as fit.
  ///
  /// - Parameters:
  ///   - count: How many are to be made.
  ///   - note: Told why there are fewer.
  /// - Throws: `Ending` with exit code 65 where not even one run fits.
  static func jobs(
    _ wanted: Int?, for count: Int, of comparison: Comparison, note: (String) -> Void
  ) throws -> Int {
    let people = comparison.scenarios.map(\.reading.value.population).max() ?? 0
    let most = wanted ?? ProcessInfo.processInfo.activeProcessorCount
    return try jobs(wanted: min(most, count), people: people, note: note)
  }

  /// The number of runs at once: those wanted, or as many as fit.
  ///
  /// - Parameter note: Told why there are fewer.
  /// - Throws: `Ending` with exit code 65 where not even one run fits.
  static func jobs(
    wanted: Int, people: Int, bounds: [Bound] = bounds, note: (String) -> Void
  ) throws -> Int {
    let fitting = bounds.map { (bound: $0, runs: $0.runs(people: people)) }
    guard let tightest = fitting.min(by: { $0.runs < $1.runs }), tightest.runs < wanted else {
      return wanted
    }
    let need =
      "a run of \(NumberText.number(Double(people))) people takes about "
      + size(bytesOfRun + bytesOfPerson * Double(people))
    let left = "\(tightest.bound.words) leaves \(size(tightest.bound.free))"
    guard tightest.runs > 0 else {
      throw Ending(
        code: 65,
        message: "error: not enough memory: \(need), and \(left)\n  help: fewer people, such as "
          + "--set people.count=\(people / 10)")
    }
    note("warning: --jobs is \(tightest.runs), not \(wanted): \(need), and \(left)")
    return tightest.runs
  }

  /// Every bound that this system tells of.
  static var bounds: [Bound] {
    let own = limits(of: text("/proc/self/cgroup"))
    return [available, addressSpace].compactMap { $0 } + own
  }

  /// Memory that the system could give without swapping.
  private static var available: Bound? {
    field("MemAvailable:", of: text("/proc/meminfo")).map {
      Bound(words: "the machine's free memory", free: $0)
    }
  }

  /// What `ulimit -v` leaves.
  private static var addressSpace: Bound? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    else { return nil }
    let used = field("VmSize:", of: text("/proc/self/status")) ?? 0
    return Bound(
      words: "the limit on addresses (ulimit -v)", free: max(0, Double(limit.rlim_cur) - used),
      countsAddresses: true)
  }

  /// What the control groups leave, of both versions; each group is bounded by those above it.
  private static func limits(of groups: String) -> [Bound] {
    groups.split(separator: "\n").flatMap { line -> [Bound] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[1].isEmpty || parts[1].split(separator: ",").contains("memory")
      else { return [] }
      let root = parts[1].isEmpty ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory"
      let names =
        parts[1].isEmpty
        ? ("memory.max", "memory.current") : ("memory.limit_in_bytes", "memory.usage_in_bytes")
      var group = String(parts[2]), bounds: [Bound] = []
      while true {
        let folder = root + (group == "/" ? "" : group)
        if let most = Double(trimmed(text(folder + "/" + names.0))), most < 1e15 {
          let used = Double(trimmed(text(folder + "/" + names.1))) ?? 0
          bounds.append(Bound(words: "the control group's limit", free: max(0, most - used)))
        }
        guard !group.isEmpty, group != "/" else { return bounds }
        group = String(group.prefix(upTo: group.lastIndex(of: "/") ?? group.startIndex))
      }
    }
  }

  /// A line such as `MemAvailable: 8123456 kB`, in bytes.
  private static func field(_ name: String, of text: String) -> Double? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 * 1024 }
  }

  private static func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func text(_ path: String) -> String {
    // Files of the kernel have no size; a group that can't be read bounds nothing.
    (try? Disk.read(path)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func size(_ bytes: Double) -> String {
    bytes >= 1e9
      ? "\(NumberText.number(bytes / 1e9)) GB" : "\(NumberText.number((bytes / 1e6).rounded())) MB"
  }
}
