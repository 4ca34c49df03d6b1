#if Lab
  import Experiment
  import HTTPTypes
  import Hummingbird
  import Lab
  import Schema

  /// What the routes do: hand out what a page needs, make its runs, keep a class's pairs.
  struct Desk: Sendable {
    /// Most bytes of a request's body.
    static let mostBytes = 65_536

    private let presets: Presets
    private let pool: Pool
    private let classroom = Classroom()
    private let seats = Seats()
    private let door: Doorway
    private let startPage: [UInt8]

    /// - Parameter threads: For simulations; never those that serve requests.
    init(presets: Presets, help: HelpLines, threads: Int, door: Doorway) {
      (self.presets, self.door) = (presets, door)
      pool = Pool(threads: threads)
      let page = StartPage(presets: presets, help: help, isClass: door.code != nil)
      startPage = Array(page.json.line.utf8)
    }

    /// `GET /api/start`.
    func start() -> Response { .answer(.ok, "application/json", startPage) }

    /// `GET /api/class`, for the teacher's screen.
    func pooled(_ request: Request) async -> Response {
      guard door.code != nil, let name = HTTPField.Name("x-vigie-key"),
        request.headers[name] == door.key
      else { return .plain(.forbidden, "this is the teacher's screen") }
      return .answer(.ok, "application/json", Array(await classroom.screen().utf8))
    }

    /// `POST /api/scenario`: the policy as a scenario file.
    func scenario(_ request: Request) async throws -> Response {
      try await answering(request) { ask, _ in
        let text = try await pool.run { [presets] in try presets.scenarioFile(ask) }
        return .answer(.ok, "application/yaml; charset=utf-8", Array(text.utf8))
      }
    }

    /// `POST /api/run`: a stream of events until `done`.
    func run(_ request: Request) async throws -> Response {
      try await answering(request) { ask, request in
        let classroom = classroom, isClass = door.code != nil
        let sitting = try await Sitting(ask, presets: presets, pool: pool) { ask, number, pair in
          if isClass { await classroom.add(pair, of: ask, draw: number) }
        }
        return EventStream.response(to: request) { [seats] tell in
          let sat: Void? = try await seats.sit { try await sitting.run(tell: tell) }
          if sat == nil { try await tell("done", #"{"why":"busy"}"#) }
        }
      }
    }

    /// Reads a request, and says in words why it is refused.
    private func answering(
      _ request: Request, with answer: (Ask, Request) async throws -> Response
    ) async throws -> Response {
      var request = request
      do {
        let body = try await request.collectBody(upTo: Self.mostBytes)
        let ask = try Ask(json: Array(body.readableBytesView))
        if let code = door.code, ask.code != code {
          return .plain(.forbidden, "this is not the code of the class")
        }
        return try await answer(ask, request)
      } catch let refused as Ask.Refused {
        return .plain(.badRequest, refused.description)
      } catch let problems as Problems {
        let first = problems.list.first { $0.severity == .error }
        return .plain(.unprocessableContent, first?.message ?? "the values do not go together")
      } catch is Pool.Full {
        return .plain(.serviceUnavailable, "too many are waiting")
      }
    }
  }
#endif
