/// What a file says, before anybody knows what it means: text, lists and maps, each with its place.
///
/// Nothing is typed here. `no`, `22:30` and `1e3` are text until the table of parameters says
/// what they are.
public enum Tree: Hashable, Sendable {
  /// One piece of text.
  case scalar(Scalar)
  /// Items in order.
  case list(List)
  /// Entries in the order written, keys unique.
  case map(Map)

  /// A piece of text and where it stands.
  public struct Scalar: Hashable, Sendable {
    /// The text, without quotes.
    public var text: String
    /// Where it starts.
    public var place: Place
    /// Whether it was written in quotes or as a block.
    public var quoted: Bool

    /// A piece of text.
    public init(_ text: String, at place: Place, quoted: Bool = false) {
      (self.text, self.place, self.quoted) = (text, place, quoted)
    }
  }

  /// Items in order.
  public struct List: Hashable, Sendable {
    /// The items, in the order written.
    public var items: [Tree]
    /// Where the list starts.
    public var place: Place
    /// Whether a later file names the key again without a value, which leaves open what is meant.
    public var isBlank = false
    /// What makes the items values of one parameter, one for each draw; no file of YAML says so.
    public var byRow: ByRow?

    /// A list.
    public init(_ items: [Tree], at place: Place) { (self.items, self.place) = (items, place) }
  }

  /// Keys with values, in the order written.
  public struct Map: Hashable, Sendable {
    /// The entries, in the order written; no key occurs twice.
    public var entries: [Entry]
    /// Where the map starts.
    public var place: Place
    /// Whether a later file names the key again without a value, which leaves open what is meant.
    public var isBlank = false

    /// A map.
    public init(_ entries: [Entry], at place: Place) {
      (self.entries, self.place) = (entries, place)
    }

    /// The value of a key.
    ///
    /// - Complexity: O(*n*).
    public subscript(key: String) -> Tree? { entries.first { $0.key.text == key }?.value }
  }

  /// One key and its value.
  public struct Entry: Hashable, Sendable {
    /// The key; its place is what an unknown key is reported at.
    public var key: Scalar
    /// The value.
    public var value: Tree

    /// A key and its value.
    public init(_ key: Scalar, _ value: Tree) { (self.key, self.value) = (key, value) }
  }

  /// The deepest nesting that is read.
  public static let depthLimit = 64

  /// Where it starts.
  public var place: Place {
    switch self {
    case .scalar(let scalar): scalar.place
    case .list(let list): list.place
    case .map(let map): map.place
    }
  }

  /// The text, if it is a scalar.
  public var text: String? { if case .scalar(let scalar) = self { scalar.text } else { nil } }

  /// The value of a key, if this is a map that has it.
  public subscript(key: String) -> Tree? { if case .map(let map) = self { map[key] } else { nil } }

  /// Whether nothing was written after the key: `moderation:` and no more.
  public var isEmpty: Bool {
    if case .scalar(let scalar) = self { scalar.text.isEmpty && !scalar.quoted } else { false }
  }

  /// Whether the last file that names the key gives it no value.
  var isBlank: Bool {
    switch self {
    case .scalar: isEmpty
    case .list(let list): list.isBlank
    case .map(let map): map.isBlank
    }
  }

  /// `text`, `a list` or `a map`, for messages.
  var kind: String {
    switch self {
    case .scalar: "text"
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// How many columns to underline.
  var length: Int {
    guard case .scalar(let scalar) = self else { return 1 }
    return scalar.text.unicodeScalars.count + (scalar.quoted ? 2 : 0)
  }
}
