import Schema

/// One kind of offender, made ready for the loop; number 0 stands for ordinary people.
struct OffenderTraits: BitwiseCopyable {
  var pathway: UInt8 = 255
  var seeksMinors = false
  var groupSize: UInt32 = 1
  var desistsWhenWarned = 0.0
}
