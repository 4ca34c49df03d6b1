/// One thing that is wrong with what somebody wrote: what is there, what is allowed, and where.
public struct Problem: Hashable, Sendable {
  /// Whether a problem stops the run.
  public enum Severity: String, Sendable {
    /// Nothing may run.
    case error
    /// It may run; somebody should look.
    case warning
  }

  /// The stable name of a kind of problem; programs may rely on the raw values.
  public enum Code: String, CaseIterable, Sendable {
    // The text.
    case notYAML = "not_yaml"
    case notCSV = "not_csv"
    case notUTF8 = "not_utf8"
    case forbiddenCharacter = "forbidden_character"
    case tooLarge = "too_large"
    case tooDeep = "too_deep"
    case tooLong = "too_long"
    case anchor, alias, tag
    case mergeKey = "merge_key"
    case notAName = "not_a_name"
    case severalDocuments = "several_documents"
    case duplicateKey = "duplicate_key"
    // Files.
    case missingFile = "missing_file"
    case unreadableFile = "unreadable_file"
    case emptyFile = "empty_file"
    case extendsCycle = "extends_cycle"
    // Values.
    case unknownKey = "unknown_key"
    case missingName = "missing_name"
    case duplicateName = "duplicate_name"
    case wrongType = "wrong_type"
    case missingUnit = "missing_unit"
    case notADuration = "not_a_duration"
    case notARate = "not_a_rate"
    case notAShare = "not_a_share"
    case notAnAge = "not_an_age"
    case notMoney = "not_money"
    case notMoneyPerHour = "not_money_per_hour"
    case notANumber = "not_a_number"
    case notAWholeNumber = "not_a_whole_number"
    case notADate = "not_a_date"
    case notAnAgeRange = "not_an_age_range"
    case notYesOrNo = "not_yes_or_no"
    case notAChoice = "not_a_choice"
    case outOfRange = "out_of_range"
    case unknownDistribution = "unknown_distribution"
    case wrongArgument = "wrong_argument"
    case nothingInRange = "nothing_in_range"
    case inconsistent
  }

  /// The kind of problem.
  public var code: Code
  /// Whether it stops the run.
  public var severity: Severity
  /// Where it stands; `nil` when it belongs to no line, such as a missing file.
  public var place: Place?
  /// How many columns the carets underline, at least 1.
  public var length: Int
  /// One sentence without a full stop: what is there and what is allowed.
  public var message: String
  /// What to do about it, if something is likely.
  public var help: String?

  /// A problem; an error unless it says otherwise.
  public init(
    _ code: Code, _ message: String, at place: Place?, length: Int = 1, help: String? = nil,
    severity: Severity = .error
  ) {
    (self.code, self.severity, self.place) = (code, severity, place)
    (self.length, self.message, self.help) = (max(1, length), message, help)
  }
}
