import Schema

/// The list of those present that every visitor can read.
struct DirectorySection: Configurable, Equatable {
  /// A field that the directory may show.
  enum Field: String, CaseIterable, Sendable { case age, gender, area }

  var lists: [Field] = [.age, .gender, .area]
  var minorsListed = true
  init() {}

  static let name = "directory"
  static let summary = "Who is listed where, with which fields."
  static let parameters: [Parameter<Self>] = [
    Parameter(
      "lists", \.lists,
      "Fields that everybody sees. Without `age`, offenders cannot choose by age and write to anybody.",
      .cited("Epoch Times FR, 20 Apr 2024: pseudonym, age and town were listed")),
    Parameter(
      "minors_listed", \.minorsListed,
      "Whether profiles that show a minor's age are listed at all.",
      .cited("France 3 Grand Est 2024: a profile of 15 was accepted and contacted")),
  ]
}
