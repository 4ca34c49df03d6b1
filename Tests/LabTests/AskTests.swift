import Experiment
import Lab
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

  @Test func `there are five questions, in both languages`() throws {
    let questions = try shippedPresets().all.filter { $0.question != nil }
    #expect(questions.count == 5)
    for preset in questions {
      #expect(preset.question?.en != preset.question?.fr, "\(preset.id)")
      #expect(preset.title.en != preset.title.fr, "\(preset.id)")
    }
  }

  @Test func `no preset puts more moderators in a class than its slider has`() throws {
    let place = try #require(Control.all.firstIndex { $0.key == "moderation.staff" })
    for preset in try shippedPresets().all {
      guard case .number(let staff) = preset.values[place] else { continue }
      #expect(staff <= 4, "\(preset.id)")
    }
  }
}
