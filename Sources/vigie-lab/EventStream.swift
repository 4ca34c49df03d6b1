#if Lab
  import Hummingbird

  /// An answer of server-sent events: ends with the work, and ends the work when its reader goes.
  enum EventStream {
    /// Takes one event, its kind and its one line.
    typealias Tell = (_ kind: String, _ line: String) async throws -> Void

    /// Small events are sent together once there are this many bytes.
    private static let batch = 16_384

    /// - Parameter work: Tells events; cancelled when the connection closes.
    static func response(
      to request: Request, _ work: @escaping @Sendable (Tell) async throws -> Void
    ) -> Response {
      let body = ResponseBody { writer in
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          var waiting = ByteBuffer()
          try await work { kind, line in
            waiting.writeString("event: \(kind)\ndata: \(line)\n\n")
            if kind == "step", waiting.readableBytes < batch { return }
            try await writer.write(waiting)
            waiting.clear()
          }
        }
        try await writer.finish(nil)
      }
      return Response(status: .ok, headers: [.contentType: "text/event-stream"], body: body)
    }
  }
#endif
