import Experiment
@testable import Lab
import Report
import Schema
import Simulation
import Testing

@Suite struct AskTests {
  @Test func `what the page sends is read, in the order of the controls`() throws {
    let found = try ask(set: "\"moderation.staff\":2,\"people.minor_share\":12.5")
    #expect(found.changes.map(\.text) == ["12.5 %", "2"])
    #expect(found.changes.map(\.isWorld) == [true, false])
    #expect(
      found.question == "questions/3-moderators; people.minor_share=12.5 %; moderation.staff=2")
  }

  @Test(arguments: [
    "", "[]", "{}", "null", "{\"preset\":\"classroom\"}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":0,\"set\":{}}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":101,\"set\":{}}",
    "{\"preset\":\"classroom\",\"seed\":9007199254740992,\"pairs\":1,\"set\":{}}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":1,\"set\":{\"people.count\":9}}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":1,\"set\":{\"moderation.staff\":5}}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":1,\"set\":{\"classifier.active\":true}}",
    "{\"preset\":\"classroom\",\"seed\":1,\"pairs\":1,\"set\":{\"registration.method\":\"none }\"}}",
  ])
  func `anything else is refused`(_ text: String) {
    #expect(throws: Ask.Refused.self) { try Ask(json: Array(text.utf8)) }
  }

  @Test func `every value of every control gives scenarios that hold together`() throws {
    let presets = try shippedPresets()
    for control in Control.all {
      for value in values(of: control) {
        let set = "\"\(control.key)\":\(value)"
        let text = try presets.scenarioFile(try ask("questions/4-false-alarms", set: set))
        let loader = Loader { _ in Array(text.utf8) }
        #expect(throws: Never.self, "\(set)") { try ScenarioFile("mine.yaml", loader: loader) }
      }
    }
  }

  private func values(of control: Control) -> [String] {
    switch control.entry {
    case .number(_, let low, let high, _): [Number.text(low), Number.text(high)]
    case .choice(let words): words.map { "\"\($0)\"" }
    }
  }

  @Test func `every preset can be saved as a scenario file that reads back`() throws {
    let presets = try shippedPresets()
    for preset in presets.all {
      let text = try presets.scenarioFile(try ask(preset.id))
      let loader = Loader { _ in Array(text.utf8) }
      let again = try ScenarioFile("mine.yaml", loader: loader)
      #expect(again.renamed("mine").text == text, "\(preset.id)")
    }
  }

  @Test func `a preset that is not there is refused`() throws {
    let presets = try shippedPresets()
    #expect(throws: Ask.Refused.self) { try presets.scenarioFile(try ask("../README")) }
  }

  @Test func `all controls are parameters, and their defaults can be set`() throws {
    let preset = try #require(try shippedPresets().all.first { $0.id == "classroom" })
    #expect(preset.values.count == Control.all.count)
    for (control, value) in zip(Control.all, preset.values) {
      #expect(control.text(of: value) != nil, "\(control.key) \(value)")
      #expect(!control.meaning.isEmpty && control.source != nil, "\(control.key)")
    }
  }

  @Test func `there are six questions, in both languages`() throws {
    let questions = try shippedPresets().all.filter { $0.question != nil }
    #expect(questions.count == 6)
    for preset in questions {
      #expect(preset.question?.en != preset.question?.fr, "\(preset.id)")
      #expect(preset.title.en != preset.title.fr, "\(preset.id)")
    }
  }

  @Test func `a class has as many moderators per head as the study`() throws {
    let presets = try shippedPresets(isWhole: true)
    func value(_ key: String, _ id: String) throws -> Control.Value {
      let place = try #require(Control.all.firstIndex { $0.key == key })
      return try #require(presets.all.first { $0.id == id }).values[place]
    }
    for id in ["coco-moderators", "questions/3-moderators", "questions/4-false-alarms"] {
      #expect(try value("moderation.staff", id) == .number(1))
    }
    #expect(try value("moderation.hours_per_day", "coco-moderators") == .number(24))
    #expect(try value("moderation.hours_per_day", "questions/3-moderators") == .number(8))
    #expect(try value("moderation.staff", "classroom") == .number(0))
  }

  @Test func `what is set is drawn no more, on both sides where it is of the world`() throws {
    func drawn(_ set: String) throws -> [[String]] {
      try Setup(ask(set: set), presets: shippedPresets()).comparison.scenarios.map(\.uncertain)
    }
    let world = "people.minor_share", own = "moderation.wrongly_upholds"
    #expect(try drawn("").allSatisfy { $0.contains(world) })
    #expect(try drawn("")[1].contains(own))
    let set = try drawn("\"\(world)\":12,\"\(own)\":5")
    #expect(set.allSatisfy { !$0.contains(world) })
    #expect(!set[1].contains(own))
  }

  @Test func `a pair is a draw, and the policy begins with the window`() throws {
    let setup = try Setup(ask(pairs: 3), presets: shippedPresets())
    #expect(setup.comparison.plan.runs.map(\.draw) == [1, 1, 2, 2, 3, 3])
    #expect(setup.comparison.options.beginsWithWindow && setup.warmUpDays == 1)
    let values = try (1...3).map { draw in
      try setup.comparison.scenarios[0].drawn(seed: 1, draw: draw, fixed: false).values.map(\.value)
    }
    #expect(Set(values).count == 3)
  }
}
