/// A piece of a page: markup whose texts have been made safe.
struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// The markup.
  private(set) var markup: String

  /// Markup written in the program, never a value.
  init(stringLiteral markup: String) { self.markup = markup }

  /// Markup with values in it: texts are made safe, pieces of a page stay as they are.
  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Pieces one after the other.
  init(_ pieces: [HTML]) { markup = pieces.map(\.markup).joined() }

  /// A text, made safe.
  static func text(_ text: String) -> HTML { "\(text)" }

  /// A picture of this project, which is safe already.
  static func picture(_ svg: String) -> HTML {
    var html: HTML = ""
    html.markup = svg
    return html
  }

  static func + (first: HTML, second: HTML) -> HTML { HTML([first, second]) }

  struct Interpolation: StringInterpolationProtocol {
    var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { markup += literal }

    mutating func appendInterpolation(_ text: String) {
      // A number and its percent sign stay on one line.
      markup += SVG.escaped(text).replacing(" %", with: "\u{A0}%")
    }

    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
  }
}

extension HTML {
  /// A table with a caption, in a box that scrolls by keyboard where it is too wide.
  ///
  /// - Parameters:
  ///   - caption: What it shows.
  ///   - header: Names of the columns; the first cell of each row is that row's name.
  ///   - words: Positions of columns that hold words, not numbers, besides the first.
  static func table(
    _ caption: String, header: [String], rows: [[HTML]], words: Set<Int> = []
  ) -> HTML {
    let head = header.enumerated().map { place, name -> HTML in
      name.isEmpty ? "<td></td>" : "<th scope=\"col\"\(kind(place, words))>\(name)</th>"
    }
    let body = rows.map { row -> HTML in
      let cells = row.enumerated().map { place, cell -> HTML in
        place == 0
          ? "<th scope=\"row\">\(cell)</th>" : "<td\(kind(place, words))>\(cell)</td>"
      }
      return "<tr>\(HTML(cells))</tr>\n"
    }
    return """
      <div class="scroll" role="group" aria-label="\(caption)" tabindex="0"><table>
      <caption>\(caption)</caption>
      <thead><tr>\(HTML(head))</tr></thead>
      <tbody>
      \(HTML(body))</tbody></table></div>

      """
  }

  private static func kind(_ place: Int, _ words: Set<Int>) -> HTML {
    place == 0 || words.contains(place) ? "" : " class=\"number\""
  }

  /// A picture with the table behind it.
  ///
  /// - Parameter narrow: What narrow screens show instead; nil where they scroll.
  static func figure(
    _ picture: SVG, narrow: SVG? = nil, id: String, caption: String, summary: String, table: HTML
  ) -> HTML {
    let wide: HTML = narrow == nil ? "scroll" : "scroll wide"
    let other = narrow.map { picture -> HTML in
      "<div class=\"narrow\">\n\(.picture(picture.inline(id + "-narrow")))</div>\n"
    }
    return """
      <figure id="\(id)">
      <div class="\(wide)" role="group" aria-label="\(caption)" tabindex="0">
      \(.picture(picture.inline(id)))</div>
      \(other ?? "")<figcaption>\(caption)</figcaption>
      <details><summary>\(summary)</summary>
      \(table)</details>
      </figure>

      """
  }

  /// A list with a dot before each item.
  static func list(_ items: [HTML]) -> HTML {
    "<ul>\n\(HTML(items.map { item -> HTML in "<li>\(item)</li>\n" }))</ul>\n"
  }

  /// A paragraph.
  static func paragraph(_ text: HTML) -> HTML { "<p>\(text)</p>\n" }

  /// A paragraph that stands out: a warning or a reservation.
  static func notice(_ text: HTML) -> HTML { "<p class=\"notice\">\(text)</p>\n" }
}
