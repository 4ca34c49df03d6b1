/// Where somebody goes as a rule, kept for everybody where there are rivals.
struct Habit: BitwiseCopyable {
  /// When the person next looks round, hours; a Poisson process of the person's own.
  var nextLook = Double.infinity
  /// How often the person has drawn such a moment: ordinal of its keys.
  var looks: UInt32 = 0
  /// The home venue.
  var home: UInt8 = 0
}
