import Schema

/// What a profile shows of somebody.
struct Profile: BitwiseCopyable {
  var age: UInt8
  var isWoman: Bool
}
