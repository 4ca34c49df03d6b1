import Schema

/// Through which fields of the directory harmless first messages begin; the rest begin in rooms.
struct DirectoryUse: Configurable, BitwiseCopyable {
  var age = 0.15
  var gender = 0.25
  var area = 0.2
  init() {}

  static let name = "directory_use"
  static let summary =
    "Shares of harmless first messages that begin through a field of the directory; the rest begin in rooms."
  static let parameters: [Parameter<Self>] = [
    row("age", \.age, "Because of the age that is listed."),
    row("gender", \.gender, "Because of the gender that is listed."),
    row("area", \.area, "Because of the area that is listed."),
  ]

  private static func row(
    _ name: String, _ path: any WritableKeyPath<Self, Double> & Sendable, _ meaning: String
  ) -> Parameter<Self> {
    Parameter(name, path, .share, in: 0...1, meaning, .assumed("no source found"))
  }

  /// The share that begins through the directory at all.
  var whole: Double { age + gender + area }

  /// The share that is lost where only some fields are listed.
  func share(without listed: [DirectorySection.Field]) -> Double {
    (listed.contains(.age) ? 0 : age) + (listed.contains(.gender) ? 0 : gender)
      + (listed.contains(.area) ? 0 : area)
  }

  func check() -> [Complaint] {
    whole > 1 + 1e-9 ? [Complaint("age", "the shares add up to more than 100 %")] : []
  }
}
