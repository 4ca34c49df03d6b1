#if Lab
  import Foundation
  import NIOCore

  /// Where the server can be reached, by whom, and what they must know.
  struct Doorway: Sendable {
    /// The port.
    let port: Int
    /// The code that pupils join with; nil on one computer.
    let code: String?
    /// The key of the teacher's screen.
    let key: String
    /// `Host` values that are answered; a page elsewhere that points a name of its own here is not.
    let hosts: [String]

    /// - Parameter isClass: Whether the local network may come in.
    init(port: Int, isClass: Bool) {
      self.port = port
      code = isClass ? Self.word(6) : nil
      key = Self.word(20)
      var names = ["127.0.0.1", "localhost", "[::1]"]
      if isClass { names += Self.addresses + [Self.hostName, Self.hostName + ".local"] }
      hosts = names.map { port == 80 ? $0 : "\($0):\(port)" }
    }

    /// What to listen on.
    var listensOn: String { code == nil ? "127.0.0.1" : "0.0.0.0" }

    /// What the terminal says when the server is up.
    var greeting: String {
      guard let code else {
        return "Vigie's classroom page: http://\(hosts[0])/\nStop with Ctrl-C"
      }
      let shown = Self.addresses.first.map { "\($0):\(port)" } ?? hosts[0]
      return """
        Vigie's classroom page, for everybody on this network
          pupils:  http://\(shown)/        code of the class: \(code)
          teacher: http://\(hosts[0])/#teacher=\(key)&code=\(code)
        Stop with Ctrl-C
        """
    }

    /// Capitals and digits that nobody confuses, from the system's own randomness.
    private static func word(_ length: Int) -> String {
      let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ23456789")
      return String((0..<length).compactMap { _ in letters.randomElement() })
    }

    private static var hostName: String { ProcessInfo.processInfo.hostName.lowercased() }

    /// IPv4 addresses of this computer's networks.
    private static var addresses: [String] {
      let devices = (try? System.enumerateDevices()) ?? []
      let found = devices.compactMap { device -> String? in
        guard case .v4? = device.address else { return nil }
        return device.address?.ipAddress
      }
      return found.filter { !$0.hasPrefix("127.") }.sorted()
    }
  }
#endif
