import Schema

/// What about a person decides age checks, drawn once from the person's key.
struct AgeTraits {
  let coverage: Double, circumvention: Double
  /// Unwillingness to have a face estimated, and to show a document.
  private(set) var faceFriction = 0.0, documentFriction = 0.0
  /// Normal part of the face's own error, and the divisor that makes it a Student t.
  private(set) var face = 0.0
  private var stream: Stream, tail: Stream
  private var isDrawn = false
  private(set) var document = 0.0

  init(_ root: StreamRoot, _ key: UInt64) {
    stream = root.stream(.ageCheck, key)
    (coverage, circumvention) = (stream.uniform(), stream.uniform())
    tail = root.stream(.faceBias, key)
  }

  /// Draws what only a check of face or document needs, if that is still to be done.
  mutating func drawBody() {
    guard !isDrawn else { return }
    isDrawn = true
    (faceFriction, face, document) = (stream.normal(), stream.normal(), stream.normal())
    documentFriction = stream.normal()
  }

  /// √(χ²(ν)/ν), the same at every attempt of one person.
  func tailDivisor(_ degrees: Double) -> Double {
    var stream = tail
    return (stream.gamma(degrees / 2) * 2 / degrees).squareRoot()
  }
}
