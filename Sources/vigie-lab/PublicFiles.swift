#if Lab
  import Foundation

  /// The files of the page, read once: what a request names is looked up in a list, never on disk.
  struct PublicFiles: Sendable {
    /// Names with kind and bytes; the first is the page itself.
    let all: [(name: String, kind: String, bytes: [UInt8])]

    private static let kinds = [
      ("html", "text/html; charset=utf-8"), ("css", "text/css; charset=utf-8"),
      ("js", "text/javascript; charset=utf-8"), ("svg", "image/svg+xml"),
    ]

    /// - Throws: What the file system says.
    init() throws {
      let folder = Bundle.module.resourceURL?.appendingPathComponent("Public")
      guard let folder else { throw CocoaError(.fileNoSuchFile) }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      all = try names.compactMap { name in
        guard let kind = Self.kinds.first(where: { name.hasSuffix("." + $0.0) })?.1 else {
          return nil
        }
        return (name, kind, Array(try Data(contentsOf: folder.appendingPathComponent(name))))
      }
    }
  }
#endif
