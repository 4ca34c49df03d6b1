#if Lab
  import Foundation
  import Hummingbird
  import HummingbirdCore
  import Logging
  import NIOCore

  /// The web server: routes, bounds on connections and time, nothing else.
  struct Server {
    let desk: Desk
    let door: Doorway

    /// Most connections at once; further ones wait in the system's queue.
    static let mostConnections = 1000
    /// From a connection's opening to the end of its first head, and between requests.
    static let idle = TimeAmount.seconds(10)

    /// Serves until it is told to stop.
    ///
    /// - Throws: What binding the port or reading the page's files throws.
    func run() async throws {
      var logger = Logger(label: "vigie-lab")
      logger.logLevel = .error
      let greeting = door.greeting
      let application = Application(
        router: try routes(),
        server: .http1(
          configuration: .init(
            additionalChannelHandlers: [Deadlines()], idleTimeout: Self.idle,
            httpDecoderConfiguration: .init(
              maxHeaderFieldSize: 8192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
        configuration: .init(
          address: .hostname(door.listensOn, port: door.port), serverName: nil,
          availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
        onServerRunning: { _ in
          try? FileHandle.standardOutput.write(contentsOf: Data((greeting + "\n").utf8))
        }, logger: logger)
      do {
        // Nothing is kept that a signal could spoil: it ends the program at once.
        try await application.runService(gracefulShutdownSignals: [])
      } catch let error as IOError where error.errnoCode == EADDRINUSE {
        throw Taken(port: door.port)
      }
    }

    /// Somebody else listens on the port.
    struct Taken: Error, CustomStringConvertible {
      let port: Int
      var description: String { "port \(port) is taken; --port chooses another" }
    }

    private func routes() throws -> Router<BasicRequestContext> {
      let router = Router()
      router.add(middleware: Guards(hosts: door.hosts))
      for file in try PublicFiles().all {
        let path = file.name == "index.html" ? "/" : "/" + file.name
        router.get(.init(path)) { _, _ in Response.answer(.ok, file.kind, file.bytes) }
      }
      let desk = desk
      router.get("/api/start") { _, _ in desk.start() }
      router.get("/api/class") { request, _ in await desk.pooled(request) }
      router.post("/api/run") { request, _ in try await desk.run(request) }
      router.post("/api/scenario") { request, _ in try await desk.scenario(request) }
      return router
    }
  }
#endif
