// The difference with its band: headline, chart, table, words. Burdens beside the benefit.

import { band, change, number, signed, word, language } from "./words.js";

const blank = { pairs: 0, rows: [], words: [] };

export class Results {
  constructor(start) {
    this.start = start;
    this.bands = blank;
    this.asked = 0;
  }

  clear(asked) {
    this.bands = blank;
    this.asked = asked;
    this.show();
  }

  take(bands) {
    this.bands = bands;
    this.show();
  }

  get enough() { return this.bands.pairs >= this.start.fewest; }

  show() {
    const say = (id, text) => { document.getElementById(id).textContent = text; };
    say("progress", word("pairs", this.bands.pairs, this.asked));
    say("headline", this.headline());
    say("words", this.enough ? this.bands.words[language] : word("notEnough"));
    document.getElementById("chart").replaceChildren(this.enough ? chart(this.rows()) : "");
    document.getElementById("table").replaceChildren(...this.tableRows());
  }

  headline() {
    if (!this.enough) return word("notEnough");
    const { outcome, row } = this.rows()[0];
    return `${outcome.label[language]}: ${effect(outcome, row)}`;
  }

  /** Outcomes with their rows, in the order of the page. */
  rows() {
    return this.start.outcomes.map((outcome) => ({
      outcome, row: this.bands.rows.find((row) => row.name === outcome.name) ?? {},
    }));
  }

  tableRows() {
    const head = element("tr", {}, ["outcome", "meanA", "meanB", "diffColumn", "ratioColumn", "unit"]
      .map((key) => element("th", { scope: "col" }, [word(key)])));
    const lines = [element("thead", {}, [head])], body = element("tbody");
    let category = "";
    for (const { outcome, row } of this.rows()) {
      if (outcome.category !== category) {
        category = outcome.category;
        body.append(element("tr", {}, [
          element("th", { colspan: "6", scope: "rowgroup" }, [word(category)])]));
      }
      const times = outcome.share ? 100 : 1;
      const cells = [
        number(row.a * times), number(row.b * times), difference(outcome, row),
        row.ratio ? band(row.ratio, change) : "–", outcome.share ? "%" : outcome.unit[language],
      ];
      body.append(element("tr", {}, [
        element("td", {}, [outcome.label[language]]),
        ...cells.map((text, index) => element("td", index < 4 ? { class: "number" } : {}, [text])),
      ]));
    }
    return [...lines, body];
  }
}

/** The change with its interval: as a ratio where there is one, else as a difference. */
function effect(outcome, row) {
  if (row.ratio) return band(row.ratio, change);
  if (!row.diff) return word("notEnough");
  if (row.diff.every((value) => value === 0)) return word("none");
  return `${difference(outcome, row)} ${outcome.unit[language]}`;
}

function difference(outcome, row) {
  if (!row.diff) return word("notEnough");
  const times = outcome.share ? 100 : 1;
  return band(row.diff.map((value) => value * times), signed);
}

function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A drawing that stands alone: attributes only, so that it is the same in a file. */
export function chart(rows) {
  const width = 460, lineHeight = 38, left = 20, right = 440, top = 46;
  const height = top + rows.length * lineHeight + 52 + 18 * 5;
  const limit = limits(rows), x = (ratio) => left + (right - left) * place(ratio, limit);
  const parts = [
    tag("title", {}, word("chartTitle")),
    tag("desc", {}, rows.map(({ outcome, row }) =>
      `${outcome.label[language]}: ${effect(outcome, row)}`).join("; ")),
    tag("rect", { width, height, fill: "#ffffff" }),
    text(word("chartTitle"), 8, 20, 15, "bold"),
  ];
  let y = top, category = "";
  for (const { outcome, row } of rows) {
    if (outcome.category !== category) {
      category = outcome.category;
      parts.push(text(word(category), 8, y + 2, 12, "bold"));
      y += 18;
    }
    parts.push(text(`${outcome.label[language]}`, 8, y, 12));
    parts.push(text(effect(outcome, row), 452, y + 13, 11, "normal", "end"));
    if (row.ratio) parts.push(...bar(row.ratio, x, y + 22, limit));
    y += lineHeight;
  }
  parts.push(...axis(x, limit, top - 12, y - 8));
  parts.push(...wrapped(word("chartNote"), 8, y + 22, 68));
  return svg(parts, width, y + 44);
}

function bar([estimate, low, high], x, y) {
  const ink = "#0b4f8a";
  return [
    tag("line", { x1: x(low), x2: x(high), y1: y, y2: y, stroke: ink, "stroke-width": 3 }),
    tag("line", { x1: x(low), x2: x(low), y1: y - 5, y2: y + 5, stroke: ink, "stroke-width": 1.5 }),
    tag("line", { x1: x(high), x2: x(high), y1: y - 5, y2: y + 5, stroke: ink, "stroke-width": 1.5 }),
    tag("circle", { cx: x(estimate), cy: y, r: 4.5, fill: "#ffffff", stroke: ink, "stroke-width": 2 }),
  ];
}

function axis(x, limit, top, bottom) {
  const marks = [1 / limit, 1 / Math.sqrt(limit), 1, Math.sqrt(limit), limit];
  return marks.flatMap((ratio) => [
    tag("line", {
      x1: x(ratio), x2: x(ratio), y1: top, y2: bottom, stroke: "#6b7480",
      "stroke-width": ratio === 1 ? 1.2 : 0.4, "stroke-dasharray": ratio === 1 ? "none" : "2 3",
    }),
    text(ratio === 1 ? "0" : change(ratio), x(ratio), bottom + 13, 10, "normal",
      ratio === 1 / limit ? "start" : ratio === limit ? "end" : "middle"),
  ]);
}

/** Equal factors are equal lengths; the scale holds every interval and at least a half to twice. */
function limits(rows) {
  const sizes = rows.flatMap(({ row }) => row.ratio ?? [])
    .map((ratio) => Math.max(ratio, 1 / ratio)).filter(Number.isFinite);
  return Math.min(1000, Math.max(2, ...sizes) * 1.05);
}

function place(ratio, limit) {
  const share = 0.5 + Math.log(ratio) / (2 * Math.log(limit));
  return Math.min(1, Math.max(0, share));
}

function tag(name, attributes, content) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === "number" ? String(Number(value.toFixed(2))) : value);
  }
  if (content !== undefined) made.textContent = content;
  return made;
}

function text(content, x, y, size, weight = "normal", anchor = "start") {
  return tag("text", {
    x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor, fill: "#1b1f24",
    "font-family": "system-ui, 'DejaVu Sans', sans-serif",
  }, content);
}

function wrapped(content, x, y, length) {
  const lines = [""];
  for (const part of content.split(" ")) {
    const longer = `${lines.at(-1)} ${part}`.trim();
    if (longer.length > length) lines.push(part); else lines[lines.length - 1] = longer;
  }
  return lines.map((line, index) => text(line, x, y + index * 14, 11));
}

function svg(parts, width, height) {
  const made = tag("svg", {
    xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${Math.round(height)}`,
    width, height: Math.round(height), role: "img",
  });
  made.setAttribute("aria-label", word("chartTitle"));
  made.append(...parts);
  return made;
}
