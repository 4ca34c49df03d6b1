/// What an age check concluded, and what it took of the person.
struct AgeCheckNote: OptionSet, BitwiseCopyable {
  let rawValue: UInt8
  static let passed = AgeCheckNote(rawValue: 1)
  static let droppedOut = AgeCheckNote(rawValue: 2)
  static let marked = AgeCheckNote(rawValue: 4)
  /// A face was estimated; a document was looked at.
  static let face = AgeCheckNote(rawValue: 8)
  static let document = AgeCheckNote(rawValue: 16)
}
