/// A type whose settable values are listed in one table.
///
/// The table is the only description of them: reading, manual, catalogue and JSON Schema are made
/// from it, and the defaults are read from `Self()`.
public protocol Configurable: Sendable {
  /// What the section is called, in `lower_snake_case`.
  static var name: String { get }
  /// One sentence on what the section describes.
  static var summary: String { get }
  /// The table. Declare it as `static let`: it is asked for on every reading.
  static var parameters: [Parameter<Self>] { get }
  /// The defaults.
  init()
  /// What no single row can see: values that contradict each other.
  ///
  /// Called only when every value of the section was read without an error.
  func check() -> [Complaint]
}

extension Configurable {
  /// Nothing to complain about.
  public func check() -> [Complaint] { [] }
}

/// Two values that do not go together.
public struct Complaint: Hashable, Sendable {
  /// Which value to point at, as a path below the section: `staff`, `stages.contact.next`.
  public var parameter: String
  /// One sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var help: String?

  /// Whether it stops the run.
  public var severity: Problem.Severity

  /// A complaint; an error unless it says otherwise.
  public init(
    _ parameter: String, _ message: String, help: String? = nil,
    severity: Problem.Severity = .error
  ) {
    (self.parameter, self.message) = (parameter, message)
    (self.help, self.severity) = (help, severity)
  }
}

/// A named choice, such as the method of registration.
public typealias Choice = RawRepresentable<String> & CaseIterable & Sendable
