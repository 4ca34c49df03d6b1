/// Why a study's folder can't be used; the command then ends with exit code 73.
public enum FolderProblem: Error, Equatable, CustomStringConvertible {
  /// The folder holds another plan; what differs, in words.
  case anotherPlan(folder: String, differences: [String])
  /// The folder holds files, but no plan.
  case foreign(folder: String, file: String)
  /// Another process writes there now.
  case locked(String)
  /// A table was altered after the study was finished.
  case altered(folder: String, file: String)
  /// Two records of one run differ: a bug of ours, or of the machine.
  case contradiction(key: String)

  /// What is there, and what helps.
  public var description: String {
    switch self {
    case .anotherPlan(let folder, let differences):
      "\(folder) holds another study: \(differences.joined(separator: "; ")). "
        + "Choose another folder with --out, or start over with --fresh"
    case .foreign(let folder, let file):
      "\(folder) holds '\(file)' and no plan, so it isn't a folder of results; choose another one"
    case .locked(let folder):
      "\(folder) is being written by another process"
    case .altered(let folder, let file):
      "\(folder)/\(file) was altered after the study was finished; "
        + "keep it elsewhere, and start over with --fresh"
    case .contradiction(let key):
      "run \(key) was made twice and ended in two ways: a bug of ours, or a fault of a machine"
    }
  }
}
