import Foundation
import Lab

/// The shipped scenarios, as the server has them.
func shippedPresets() throws -> Presets {
  let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  return try Presets(folder: root.appendingPathComponent("Scenarios").path)
}

/// A request as the page writes it.
func ask(
  _ preset: String = "questions/3-moderators", set: String = "", seed: String = "1", pairs: Int = 6
) throws -> Ask {
  let text = "{\"preset\":\"\(preset)\",\"seed\":\(seed),\"pairs\":\(pairs),\"set\":{\(set)}}"
  return try Ask(json: Array(text.utf8))
}
