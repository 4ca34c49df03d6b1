import Foundation
import Lab

/// The shipped scenarios, as the server has them; on a platform small enough for a debug build unless
/// `isWhole`.
func shippedPresets(isWhole: Bool = false) throws -> Presets {
  try isWhole ? read([]) : small.get()
}

private let small = Result { try read(["people.count=3000", "time.window=2 d"]) }

private func read(_ size: [String]) throws -> Presets {
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  return try Presets(folder: root.appendingPathComponent("Scenarios").path, size: size)
}

/// A request as the page writes it.
func ask(
  _ preset: String = "questions/3-moderators", set: String = "", seed: String = "1", pairs: Int = 6
) throws -> Ask {
  let text = "{\"preset\":\"\(preset)\",\"seed\":\(seed),\"pairs\":\(pairs),\"set\":{\(set)}}"
  return try Ask(json: Array(text.utf8))
}
