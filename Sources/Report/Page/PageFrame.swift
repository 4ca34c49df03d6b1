import Experiment

/// One part of a page, with its place in the list of contents.
struct PageSection: Sendable {
  let id: String, title: String
  let body: HTML
  /// Its pictures, by the name of their files.
  var pictures: [(name: String, picture: SVG)] = []
}

/// What every page has round its parts.
struct PageFrame {
  let language: Language
  let title: String, subtitle: String

  /// The whole document.
  func page(_ sections: [PageSection]) -> HTML {
    let links = sections.map { section -> HTML in
      "<a href=\"#\(section.id)\">\(section.title)</a>"
    }
    let parts = sections.map { section -> HTML in
      """
      <section id="\(section.id)" aria-labelledby="\(section.id)-title">
      <h2 id="\(section.id)-title">\(section.title)</h2>
      \(section.body)</section>

      """
    }
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) – Vigie</title>
      <style>
      \(Style.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#main">\(PageWords.skip(language))</a>
      <header>
      <h1>\(title)</h1>
      <p>\(subtitle)</p>
      </header>
      <nav aria-label="\(PageWords.contents(language))">
      \(.list(links))</nav>
      <main id="main">
      \(HTML(parts))</main>
      <footer><p>\(PageWords.notForecast(language))</p></footer>
      </body>
      </html>

      """
  }
}
