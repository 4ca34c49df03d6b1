/// Numbers by true age band, in the order of `AgeBand`.
struct ByBand: BitwiseCopyable {
  private var numbers: InlineArray<4, Double> = InlineArray(repeating: 0)

  subscript(_ band: AgeBand) -> Double {
    get { numbers[Int(band.rawValue)] }
    set { numbers[Int(band.rawValue)] = newValue }
  }

  var minors: Double { numbers[0] + numbers[1] + numbers[2] }
}
