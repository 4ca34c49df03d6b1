import Foundation

/// What a finished folder says about itself: its datapackage.json, read back.
public struct Provenance: Sendable, Equatable {
  /// One file with the hash it had when the study was finished.
  public struct File: Sendable, Equatable {
    /// Its name in the folder.
    public let path: String
    /// SHA-256 in hexadecimal digits.
    public let sha256: String
  }

  /// The study's name.
  public let study: String
  /// The version of the model.
  public let modelVersion: String
  /// The command, without folders.
  public let command: String
  /// The study's seed.
  public let seed: UInt64
  /// Draws of the uncertain parameters.
  public let draws: Int
  /// Replicates in each draw.
  public let replicates: Int
  /// SHA-256 of the plan.
  public let planDigest: String
  /// Coverage of all intervals, as written.
  public let level: String
  /// Whether differences hold for all scenarios at once.
  public let simultaneous: Bool
  /// Names of scenarios whose runs are all the reference's.
  public let idle: [String]
  /// The tables in the package's order, then study.yaml.
  public let files: [File]

  /// Reads a folder's package; nil where there is none, or it isn't one of this program's.
  ///
  /// - Throws: `FolderProblem.altered` for one that isn't as it was written; `DiskError`.
  public static func read(_ folder: String) throws -> Provenance? {
    guard let bytes = try Disk.read(folder + "/" + DataPackage.file) else { return nil }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let package = try? decoder.decode(Package.self, from: Data(bytes))
    if let package {
      // Without its own hash it is that of an older program.
      guard let hash = package.provenance.packageSha256 else { return nil }
      if DataPackage.isWhole(bytes, hash: hash) { return Provenance(package) }
    }
    guard Disk.kind(of: folder + "/plan.csv") == .file else { return nil }
    throw FolderProblem.altered(folder: folder, file: DataPackage.file)
  }

  /// Whether every file is there.
  ///
  /// - Throws: `FolderProblem.altered` for one that isn't as it was written; `DiskError`.
  func isWhole(in folder: String) throws -> Bool { try missing(in: folder) == nil }

  /// Refuses a folder in which a file is missing or isn't as it was written.
  ///
  /// - Throws: `FolderProblem.altered`; `DiskError`.
  public func check(_ folder: String) throws {
    if let file = try missing(in: folder) {
      throw FolderProblem.altered(folder: folder, file: file)
    }
  }

  /// A file that isn't there; nil where all are as they were written.
  private func missing(in folder: String) throws -> String? {
    var missing: String?
    for file in files {
      let found = try Disk.seal(folder + "/" + file.path)
      if found?.hash == file.sha256 { continue }
      guard found == nil else { throw FolderProblem.altered(folder: folder, file: file.path) }
      missing = missing ?? file.path
    }
    return missing
  }

  private init(_ package: Package) {
    study = package.title
    (modelVersion, command) = (package.provenance.modelVersion, package.provenance.command)
    seed = package.provenance.seed
    (draws, replicates) = (package.provenance.draws, package.provenance.replicates)
    (planDigest, level) = (package.provenance.planSha256, package.provenance.ciLevel)
    simultaneous = package.provenance.simultaneous
    idle = package.provenance.actOnNothing
    files = (package.resources + [package.provenance.resolvedStudy]).map {
      File(path: $0.path, sha256: String($0.hash.dropFirst("sha256:".count)))
    }
  }

  private struct Package: Decodable {
    struct Sealed: Decodable {
      let path: String
      let hash: String
    }
    struct Facts: Decodable {
      let modelVersion: String
      let command: String
      let seed: UInt64
      let draws: Int
      let replicates: Int
      let planSha256: String
      let ciLevel: String
      let simultaneous: Bool
      let actOnNothing: [String]
      let resolvedStudy: Sealed
      let packageSha256: String?
    }
    let title: String
    let resources: [Sealed]
    let provenance: Facts
  }
}
