/// One layer of a ziggurat.
struct ZigguratRow: BitwiseCopyable {
  /// A 53-bit number below this lies surely under the curve.
  var sure: Int64
  /// Turns the 53-bit number into x.
  var scale: Double
  /// The curve's height at the layer's right edge.
  var height: Double

  init(_ sure: Int64, _ scale: Double, _ height: Double) {
    self.sure = sure
    self.scale = scale
    self.height = height
  }
}

extension Stream {
  /// Exponential with mean 1. Above 0 but for one case in 2⁵³, and finite.
  ///
  /// - SeeAlso: Marsaglia & Tsang 2000, The ziggurat method; layer and position come from
  ///   different bits, as Doornik 2005 asks.
  @inline(__always)
  mutating func exponential() -> Double {
    let bits = next()
    let layer = Int(truncatingIfNeeded: bits & 255)
    let place = Int64(truncatingIfNeeded: bits &>> 11)
    let row = ExponentialZiggurat.rows[layer]
    if place < row.sure { return Double(place) * row.scale }
    return exponentialEdge(layer, place)
  }

  /// The one draw in ninety that falls near the curve or in the tail.
  @inline(never)
  private mutating func exponentialEdge(_ firstLayer: Int, _ firstPlace: Int64) -> Double {
    var (layer, place) = (firstLayer, firstPlace)
    while true {
      let row = ExponentialZiggurat.rows[layer]
      if place < row.sure { return Double(place) * row.scale }
      if layer == 0 { return ExponentialZiggurat.tail - Elementary.log(uniformOpen()) }
      let x = Double(place) * row.scale
      let above = ExponentialZiggurat.rows[layer - 1].height
      if row.height + uniform() * (above - row.height) < Elementary.exp(-x) { return x }
      let bits = next()
      layer = Int(truncatingIfNeeded: bits & 255)
      place = Int64(truncatingIfNeeded: bits &>> 11)
    }
  }

  /// Normal with mean 0 and standard deviation 1.
  ///
  /// - SeeAlso: Marsaglia & Tsang 2000; tail by Marsaglia 1964.
  mutating func normal() -> Double {
    let bits = next()
    let layer = Int(truncatingIfNeeded: bits & 255)
    let place = Int64(truncatingIfNeeded: bits &>> 11)
    let row = NormalZiggurat.rows[layer]
    if place < row.sure { return signed(Double(place) * row.scale, bits) }
    return normalEdge(bits)
  }

  @inline(never)
  private mutating func normalEdge(_ first: UInt64) -> Double {
    var bits = first
    while true {
      let layer = Int(truncatingIfNeeded: bits & 255)
      let place = Int64(truncatingIfNeeded: bits &>> 11)
      let row = NormalZiggurat.rows[layer]
      let x = Double(place) * row.scale
      if place < row.sure { return signed(x, bits) }
      if layer == 0 { return signed(normalTail(), bits) }
      let above = NormalZiggurat.rows[layer - 1].height
      if row.height + uniform() * (above - row.height) < Elementary.exp(-0.5 * x * x) {
        return signed(x, bits)
      }
      bits = next()
    }
  }

  private mutating func normalTail() -> Double {
    while true {
      let beyond = exponential() / NormalZiggurat.tail
      if 2 * exponential() > beyond * beyond { return NormalZiggurat.tail + beyond }
    }
  }

  /// Bit 8 is the sign: neither the layer (bits 0–7) nor the place (bits 11–63) uses it.
  private func signed(_ x: Double, _ bits: UInt64) -> Double {
    Double(bitPattern: x.bitPattern ^ ((bits & 256) &<< 55))
  }
}
