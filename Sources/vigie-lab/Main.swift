#if Lab
  import Hummingbird
  @main struct Main {
    static func main() async throws {
      let router = Router()
      router.get("/") { _, _ in "hello" }
      try await Application(router: router).runService()
    }
  }
#else
  @main struct Main { static func main() { print("no server") } }
#endif
