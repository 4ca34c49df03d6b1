import Schema

extension AgeRules {
  /// Whether a person is judged on an occasion: covered, asked, and not round about.
  func reaches(_ trait: AgeTraits, _ chance: inout Stream) -> Bool {
    trait.coverage < coverage && chance.chance(compliance)
      && (trait.circumvention >= circumvention || method == .declared)
  }

  /// Facial estimation: age + bias + scale × t, most of the error the same at each attempt.
  func estimate(
    _ person: Person, _ trait: inout AgeTraits, _ chance: inout Stream
  ) -> AgeVerdict {
    trait.drawBody()
    guard
      estimation.passes(FrictionClass(person), trait: trait.faceFriction, noise: chance.normal())
    else { return AgeVerdict(result: .droppedOut, cost: 0) }
    let normal = traitWeight * trait.face + noiseWeight * chance.normal()
    let age = Double(person.age)
    let estimate = age + face.bias(at: age) + face.scale * normal / trait.tailDivisor(face.degrees)
    return AgeVerdict(
      result: estimate >= leastEstimate ? .adult : .tooYoung, cost: costPerEstimation, took: .face)
  }

  /// A document: the person's own, or a borrowed one.
  func inspect(
    _ person: Person, _ trait: inout AgeTraits, _ chance: inout Stream
  ) -> AgeVerdict {
    trait.drawBody()
    guard
      document.passes(FrictionClass(person), trait: trait.documentFriction, noise: chance.normal())
    else { return AgeVerdict(result: .droppedOut, cost: 0) }
    let latent = traitWeight * trait.document + noiseWeight * chance.normal()
    let isOld = Double(person.age) >= threshold
    return AgeVerdict(
      result: latent < (isOld ? genuineCut : borrowedCut) ? .adult : .tooYoung,
      cost: costPerDocument, took: .document)
  }
}
