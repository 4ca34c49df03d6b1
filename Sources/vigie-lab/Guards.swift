#if Lab
  import HTTPTypes
  import Hummingbird

  /// What is checked before any route is asked, and said with every answer.
  struct Guards: RouterMiddleware {
    typealias Context = BasicRequestContext

    /// `Host` values that are answered.
    let hosts: [String]

    func handle(
      _ request: Request, context: Context,
      next: (Request, Context) async throws -> Response
    ) async throws -> Response {
      var response: Response
      if let refusal = refusal(of: request) {
        response = .plain(refusal.0, refusal.1)
      } else {
        do {
          response = try await next(request, context)
        } catch let error as HTTPError {
          response = .plain(error.status, error.status.reasonPhrase)
        }
      }
      for (name, value) in Self.headers { response.headers[name] = value }
      return response
    }

    /// Foreign names, requests that another site's page sent, and bodies that are not JSON.
    private func refusal(of request: Request) -> (HTTPResponse.Status, String)? {
      guard let host = request.head.authority?.lowercased(), hosts.contains(host) else {
        return (.misdirectedRequest, "this server does not go by that name")
      }
      guard request.head.path?.hasPrefix("/") == true else {
        return (.badRequest, "that is no path of this server")
      }
      guard request.method == .post else { return nil }
      let origin = request.headers[.origin] ?? ""
      guard hosts.contains(where: { origin == "http://" + $0 }) else {
        return (.forbidden, "requests come from this server's own page")
      }
      let kind = (request.headers[.contentType] ?? "").lowercased()
      guard kind == "application/json" || kind.hasPrefix("application/json;") else {
        return (.unsupportedMediaType, "bodies are JSON")
      }
      let length = request.headers[.contentLength].map { Int($0) ?? .max } ?? 0
      return length > Desk.mostBytes ? (.contentTooLarge, "bodies have at most 64 KiB") : nil
    }

    private static let policy = [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:",
      "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    ]

    private static let headers: [(HTTPField.Name, String)] = {
      let texts = [
        ("content-security-policy", policy.joined(separator: "; ")),
        ("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"), ("cache-control", "no-store"),
      ]
      return texts.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }()
  }

  extension Response {
    /// A short text.
    static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
      answer(status, "text/plain; charset=utf-8", Array((text + "\n").utf8))
    }

    /// Some bytes.
    static func answer(
      _ status: HTTPResponse.Status, _ kind: String, _ bytes: [UInt8]
    ) -> Response {
      Response(
        status: status, headers: [.contentType: kind],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
#endif
