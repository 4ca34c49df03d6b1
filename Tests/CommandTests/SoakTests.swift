import Foundation
import Testing

@Suite struct SoakTests {
  /// `1 worlds of seed …: A run, B refused, C stopped, D failed`
  private func counts(_ text: String) throws -> [Int] {
    let line = try #require(text.split(separator: "\n").last)
    let tail = try #require(line.split(separator: ":").last)
    return tail.split(separator: ",").compactMap { part in
      part.split(separator: " ").first.flatMap { Int($0) }
    }
  }

  @Test func `fewer than a fifth of random worlds are refused, and each is counted once`() throws {
    let place = try Workspace()
    let ending = try Program.run("soak", "--worlds", "60", "--seed", "3", in: place)
    let counts = try counts(ending.out)
    #expect(counts.count == 4)
    #expect(counts.reduce(0, +) == 60, "\(ending.out)")
    #expect(counts[1] < 12, "\(ending.out)")
    #expect(ending.status == (counts[3] == 0 ? 0 : 70), "\(ending.out)")
  }

  @Test func `a world that ends its process is told by its number, and the next goes on`() throws {
    let place = try Workspace()
    let ending = try Program.run(
      "soak", "--worlds", "3", "--seed", "3", "--memory", "0.02", "--keep", "kept", in: place)
    #expect(ending.status == 70)
    #expect(try counts(ending.out) == [0, 0, 0, 3], "\(ending.out)")
    for world in 1...3 {
      #expect(ending.out.contains("again: vigie soak --seed 3 --from \(world) --worlds 1\n"))
    }
  }

  @Test func `the overview leaves it out`() throws {
    let place = try Workspace()
    #expect(!(try Program.run("--help", in: place).out.contains("soak")))
    #expect(!(try Program.run("nothing", in: place).err.contains("soak")))
    #expect(try Program.run("soak", "--worlds", "0", in: place).status == 64)
  }
}
