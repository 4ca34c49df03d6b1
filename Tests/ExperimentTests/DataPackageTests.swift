import Experiment
import Foundation
import Simulation
import Testing

@Suite struct DataPackageTests {
  func package(_ folder: String) throws -> [String: Any] {
    let bytes = try #require(try Disk.read(folder + "/" + DataPackage.file))
    let json = try JSONSerialization.jsonObject(with: Data(bytes))
    return try #require(json as? [String: Any])
  }

  @Test func `every table is described with its bytes, hash and fields`() throws {
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder))
      let package = try package(folder)
      #expect(package["profile"] as? String == "tabular-data-package")
      #expect(package["name"] as? String == "fake-study")
      let resources = try #require(package["resources"] as? [[String: Any]])
      let paths = resources.compactMap { $0["path"] as? String }
      #expect(
        paths == ["plan.csv", "runs.csv", "summary.csv", "differences.csv", "parameters.csv"])
      for resource in resources {
        let path = try #require(resource["path"] as? String)
        let bytes = try #require(try Disk.read(folder + "/" + path))
        #expect(resource["bytes"] as? Int == bytes.count)
        #expect(resource["hash"] as? String == "sha256:" + SHA256.hex(bytes))
        let schema = try #require(resource["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        let names = fields.compactMap { $0["name"] as? String }
        #expect(try CSV.rows(of: bytes).first == names)
        #expect(fields.allSatisfy { ($0["description"] as? String)?.isEmpty == false })
      }
    }
  }

  @Test func `the provenance repeats the plan`() throws {
    try withFolder { folder in
      let plan = try FakeModel.plan()
      try FakeModel.run(FakeModel.study(plan, in: folder))
      let provenance = try #require(try package(folder)["provenance"] as? [String: Any])
      #expect(provenance["plan_sha256"] as? String == plan.digest)
      #expect(provenance["seed"] as? Int == 7)
      #expect(provenance["model_version"] as? String == "1.0.0")
      #expect(provenance["command"] as? String == "vigie compare coco-policies.yaml")
    }
  }

  @Test func `no path of this machine is in any file`() throws {
    try withFolder { folder in
      try FakeModel.run(FakeModel.study(FakeModel.plan(), in: folder))
      let name = try #require(folder.split(separator: "/").dropLast().last)
      for (_, bytes) in try contents(folder) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(name))
      }
    }
  }

  @Test func `a command loses its folders and keeps its quotes`() {
    let arguments = ["/usr/bin/vigie", "run", "/home/a/coco.yaml", "--out=/srv/x", "-r", "2"]
    #expect(DataPackage.command(arguments) == "vigie run coco.yaml --out=x -r 2")
    #expect(DataPackage.command(["a b", "it's", ""]) == "'a b' 'it'\\''s' ''")
  }

  @Test func `JSON text is read back as it was meant`() throws {
    let text = "quote \" back \\ line \n tab \t bell \u{7} é \u{2028}"
    let json = JSON.object([
      .init("text", .string(text)), .init("list", .array([.count(.max), .flag(true)])),
      .init("none", .array([])),
    ])
    let read = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any]
    #expect(read?["text"] as? String == text)
    #expect((read?["none"] as? [Any])?.isEmpty == true)
    #expect(json.text.hasPrefix("{\n  \"text\": "))
  }
}
