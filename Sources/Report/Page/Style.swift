/// The page's one style sheet: fonts that are there, room for print, dark where asked for.
///
/// Every pair of text and ground has a contrast of 4.5:1 or more; figures keep a light ground, so
/// that their colours mean the same everywhere.
enum Style {
  static let sheet: HTML = """
    :root { color-scheme: light dark; --ground: #ffffff; --text: #1a1a1a; --soft: #4a4a4a;
      --line: #b8b8b8; --link: #0b4f8a; --shade: #f2f4f7; --warn: #7a3300; }
    @media (prefers-color-scheme: dark) {
      :root { --ground: #16181c; --text: #ececec; --soft: #c2c2c2; --line: #565a60;
        --link: #9ccbff; --shade: #22262c; --warn: #ffc08a; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 58rem; padding: 1rem; background: var(--ground);
      color: var(--text); font: 1rem/1.55 system-ui, "Helvetica Neue", Arial, sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: .5rem 0; }
    h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .5rem;
      border-top: 2px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
    p, ul, figure { margin: .6rem 0; } li { margin: .35rem 0; } ul { padding-left: 1.3rem; }
    a { color: var(--link); }
    a:focus-visible, summary:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; } .skip:focus { position: static; }
    header p { color: var(--soft); } .limits { white-space: nowrap; }
    .key span { display: inline-block; margin-right: 1rem; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; list-style: none; padding: 0; }
    nav li { margin: 0; padding: .15rem 0; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .88rem; width: 100%; }
    caption { text-align: left; color: var(--soft); padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .5rem;
      border-bottom: 1px solid var(--line); }
    th.number, td.number { text-align: right; }
    thead th { border-bottom: 2px solid var(--text); } tbody th { font-weight: 600; }
    td ul { margin: 0; padding-left: 1rem; min-width: 13rem; } td li { margin: 0; }
    figure { margin-left: 0; margin-right: 0; break-inside: avoid; }
    figure svg { display: block; width: 100%; min-width: 40rem; height: auto; }
    #figure-glance .wide svg { min-width: 52rem; } .narrow { display: none; }
    .narrow svg { max-width: 28rem; }
    figcaption { color: var(--soft); font-size: .92rem; margin-top: .3rem; }
    summary { cursor: pointer; color: var(--link); padding: .4rem 0; }
    .notice { background: var(--shade); border-left: .4rem solid var(--warn);
      padding: .5rem .8rem; }
    li strong { font-weight: 650; }
    .mark { border: 1px solid currentColor; border-radius: .2rem; padding: 0 .3rem;
      font-size: .85em; white-space: nowrap; }
    .assumed { color: var(--warn); font-weight: 600; }
    code { font-size: .9em; overflow-wrap: anywhere; }
    footer { margin-top: 3rem; border-top: 2px solid var(--line); color: var(--soft); }
    @media (max-width: 36rem) { body { padding: .7rem; } .narrow { display: block; }
      .wide { display: none; } .narrow svg { min-width: 0; } }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      :root { --ground: #ffffff; --text: #000000; --soft: #333333; --line: #999999;
        --link: #000000; --shade: #f2f2f2; --warn: #5a2600; color-scheme: light; }
      body { max-width: none; padding: 0; font-size: 10pt; } nav, .skip { display: none; }
      h1 { font-size: 17pt; } h2 { font-size: 13pt; break-after: avoid; } h3, h2 + p { break-after: avoid; }
      .scroll { overflow: visible; } figure svg, #figure-glance .wide svg { min-width: 0; }
      table { font-size: 8pt; } figcaption { font-size: 8.5pt; } thead { display: table-header-group; }
      tr, li { break-inside: avoid; } .pagebreak { break-before: page; }
      details:not([open]) { display: none; }
    }
    """
}
