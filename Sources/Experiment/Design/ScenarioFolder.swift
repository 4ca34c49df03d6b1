import Foundation

/// Where the shipped scenario files lie.
public enum ScenarioFolder {
  /// `Scenarios` under the working directory, or in the program's own checkout; nil if in neither.
  public static var path: String? {
    if isFolder("Scenarios") { return "Scenarios" }
    var url = URL(fileURLWithPath: Bundle.main.executablePath ?? "").resolvingSymlinksInPath()
    for _ in 0..<8 {
      url.deleteLastPathComponent()
      let beside = url.appendingPathComponent("Scenarios").path
      if isFolder(beside) { return beside }
    }
    return nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
