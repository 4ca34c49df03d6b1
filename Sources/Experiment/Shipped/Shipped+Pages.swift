// Made by vigie manual --write from Scenarios; edits here are lost.

extension Shipped {
  static var pages: [[(name: String, text: String)]] { [page1, page2, page3] }
}
