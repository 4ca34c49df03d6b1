import Foundation

/// Functions whose sensitivities are known, on which the samples and estimates are tried.
public struct TestFunction: Sendable {
  /// Its name.
  public let name: String
  /// Names of its inputs, each uniform.
  public let inputs: [String]
  /// Its value where its inputs stand at some quantiles.
  public let value: @Sendable ([Double]) -> Double
  /// Exact indices, input by input.
  public let exact: [(first: Double, total: Double)]

  /// All of them.
  public static let all = [ishigami, g]

  /// sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ with all x uniform in (−π, π) (Ishigami and Homma 1990,
  /// doi:10.1109/ISUMA.1990.151285): not monotone, and x₃ acts only by way of x₁.
  static let ishigami: TestFunction = {
    let a = 7.0, b = 0.1, p4 = pow(Double.pi, 4)
    let first = 0.5 * pow(1 + b * p4 / 5, 2), second = a * a / 8
    let both = b * b * p4 * p4 * 8 / 225
    let all = first + second + both
    return TestFunction(
      name: "ishigami", inputs: ["x1", "x2", "x3"],
      value: { quantiles in
        let x = quantiles.map { (2 * $0 - 1) * Double.pi }
        return sin(x[0]) + a * pow(sin(x[1]), 2) + b * pow(x[2], 4) * sin(x[0])
      },
      exact: [
        (first / all, (first + both) / all), (second / all, second / all), (0, both / all),
      ])
  }()

  /// ∏ (|4 xᵢ − 2| + aᵢ) / (1 + aᵢ) with a = 0, 1, 4.5, 9, 99, 99, 99, 99 (Saltelli and Sobol' 1995,
  /// doi:10.1016/0951-8320(95)00099-2): four inputs that matter less and less, and four that hardly do.
  static let g: TestFunction = {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let own = a.map { 1 / 3 / pow(1 + $0, 2) }
    let product = own.reduce(1) { $0 * (1 + $1) }
    return TestFunction(
      name: "g", inputs: a.indices.map { "x\($0 + 1)" },
      value: { x in zip(x, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) } },
      exact: own.map { ($0 / (product - 1), $0 * product / (1 + $0) / (product - 1)) })
  }()

  /// Indices of the function over a sample, with the points and the values at them.
  public func indices(
    rows: Int, seed: UInt64, level: Double = 0.95
  ) -> (points: [Sample.Point], values: [Double], found: [(first: Interval, total: Interval)]) {
    let sample = Sample(.sobol, inputs: inputs, rows: rows, seed: seed)
    let points = (0..<sample.count).map(sample.point), values = points.map { value($0.quantiles) }
    let found = Sensitivities(sample, points, values, level: level)
    return (points, values, found.inputs.map { ($0[0].value, $0[1].value) })
  }
}
