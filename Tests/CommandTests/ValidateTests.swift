import Foundation
import Testing

@Suite struct ValidateTests {
  @Test func `the factor of designed draws is printed and written, twice the same`() throws {
    let place = try Workspace()
    let first = try Program.run(
      "validate", "draws", "--scrambles", "20", "--csv", "a.csv", in: place)
    let second = try Program.run(
      "validate", "draws", "--scrambles", "20", "--csv", "b.csv", in: place)
    #expect(first.status == 0 && first.out == second.out, "\(first.err)")
    #expect(first.out.contains("ten inputs, one interaction"))
    #expect(first.out.hasSuffix("0 bars met, 0 missed\n"))
    let text = try String(contentsOf: place.url.appendingPathComponent("a.csv"), encoding: .utf8)
    #expect(text.split(separator: "\n").count == 7)
    #expect(
      text == (try String(contentsOf: place.url.appendingPathComponent("b.csv"), encoding: .utf8)))
  }

  @Test func `a topic that there is not, or no study, is refused`() throws {
    let place = try Workspace()
    #expect(try Program.run("validate", "nothing", in: place).status == 64)
    #expect(try Program.run("validate", "--studies", "1", in: place).status == 64)
  }
}
