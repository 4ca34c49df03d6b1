import Foundation

/// A strict reading of a page: what a browser would have to mend is a fault.
struct Markup {
  private(set) var faults: [String] = []
  private var open: [String] = []
  private var ids: [String] = [], targets: [String] = [], headings: [Int] = []
  private static let void = ["meta", "br", "!DOCTYPE"]

  init(_ text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      check(rest[..<start])
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        faults.append("a tag is never closed")
        break
      }
      take(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    for name in open { faults.append("<\(name)> stays open") }
    for id in Set(ids) where ids.count(where: { $0 == id }) > 1 { faults.append("id \(id) twice") }
    for target in targets where !ids.contains(target) { faults.append("nothing has id \(target)") }
    for (above, below) in zip(headings, headings.dropFirst()) where below > above + 1 {
      faults.append("h\(below) follows h\(above)")
    }
    if text.hasPrefix("<!DOCTYPE html>") {
      for tag in ["<main ", "<h1>", "<title>", "<header>", "<nav ", "<footer>"]
      where tag != "<title>" && text.components(separatedBy: tag).count != 2 {
        faults.append("not one \(tag)")
      }
    }
  }

  private mutating func check(_ words: Substring) {
    if words.contains(">"), open.last != "style" { faults.append("stray >: \(words.prefix(40))") }
    let parts = words.components(separatedBy: "&").dropFirst()
    for part in parts
    where !["amp;", "lt;", "gt;", "quot;", "#39;"].contains(where: part.hasPrefix) {
      faults.append("a bare &: \(part.prefix(20))")
    }
  }

  private mutating func take(_ tag: String) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("</\(name)> closes another element") }
      return
    }
    let name = String(tag.prefix { $0 != " " && $0 != "\n" && $0 != "/" })
    attributes(of: tag)
    if let level = Int(name.dropFirst()), name.hasPrefix("h"), name.count == 2 {
      headings.append(level)
    }
    if name == "p", open.contains("p") { faults.append("<p> inside <p>") }
    if name == "tr", open.last != "tbody", open.last != "thead" { faults.append("<tr> astray") }
    if name == "li", open.last != "ul" { faults.append("<li> outside <ul>") }
    if !tag.hasSuffix("/"), !Self.void.contains(name) { open.append(name) }
  }

  private mutating func attributes(of tag: String) {
    let pieces = tag.components(separatedBy: "\"")
    if pieces.count % 2 == 0 { faults.append("quotes: \(tag.prefix(60))") }
    for place in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = pieces[place].split(whereSeparator: { " \n".contains($0) }).last ?? ""
      let value = pieces[place + 1]
      switch name {
      case "id=": ids.append(value)
      case "href=": targets.append(String(value.dropFirst()))
      case "aria-labelledby=": targets += value.split(separator: " ").map(String.init)
      default: if !name.hasSuffix("=") { faults.append("an attribute without =: \(name)") }
      }
    }
  }
}
