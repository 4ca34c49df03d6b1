import ArgumentParser
import Foundation

#if !Lab
  /// Without the trait `Lab` there is no web server in the program; the core builds without one.
  @main struct VigieLab: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "vigie-lab")

    func run() throws {
      throw ValidationError("built without the web server; type: make lab")
    }
  }
#else
  import Experiment
  import Lab

  /// `vigie-lab`: the classroom page, on this computer or on a school's network.
  @main struct VigieLab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "vigie-lab",
      abstract:
        "The classroom page: live rooms and paired runs in a browser, without the internet.",
      version: "vigie-lab " + Model.version)

    @Option(help: "The port to listen on.")
    var port = 8420

    @Flag(
      name: .customLong("class"),
      help: "Listen on the local network; print the address and the code to join with.")
    var isClass = false

    @Option(help: "The country of the help lines, as in Scenarios/questions/help-lines.csv.")
    var country = "FR"

    @Option(help: "Threads for simulations.")
    var threads = 2

    func validate() throws {
      guard (1...65535).contains(port) else { throw ValidationError("a port is 1 to 65535") }
      guard (1...256).contains(threads) else { throw ValidationError("threads are 1 to 256") }
    }

    func run() async throws {
      guard let folder = ScenarioFolder.path else {
        throw ValidationError("there is no folder 'Scenarios' here, nor above the program itself")
      }
      let door = Doorway(port: port, isClass: isClass)
      let help = HelpLines(folder: folder, country: country)
      let presets = try Presets(folder: folder)
      let desk = Desk(presets: presets, help: help, threads: threads, door: door)
      try await Server(desk: desk, door: door).run()
    }
  }
#endif
