// The difference with its band: headline, chart, table, words. Burdens beside the benefit.

import { band, change, number, signed, word, language } from "./words.js";

const blank = { pairs: 0, rows: [], words: [] };

export class Results {
  constructor(start) {
    this.start = start;
    this.bands = blank;
    this.asked = 0;
    this.hasRivals = false;
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
    say("parts", this.enough && this.hasRivals ? parts(this.rows()) : "");
    say("worlds", this.enough ? this.worlds() : "");
    say("words", this.enough ? this.bands.words[language] : word("notEnough"));
    const place = document.getElementById("chart"), isNarrow = place.clientWidth < 440;
    place.replaceChildren(this.enough ? chart(this.rows(), isNarrow ? 400 : 460) : "");
    document.getElementById("table").replaceChildren(...this.tableRows());
  }

  headline() {
    if (!this.enough) return word("notEnough");
    const { outcome, row } = this.rows()[0];
    return word("labelled", outcome.label[language], effect(outcome, row));
  }

  /** How many worlds have less, what the limits are, and how well their mean is known. */
  worlds() {
    const { row } = this.rows()[0], parts = [];
    if (row.less) {
      const count = number(row.less[0] * this.bands.pairs);
      parts.push(word("less", count, number(this.bands.pairs)));
    }
    if (row.method) parts.push(word(row.method));
    if (row.mc) {
      const { outcome } = this.rows()[0], write = row.ratio ? change : written(outcome);
      parts.push(word("error", ...row.mc.map(write)));
    }
    return parts.join(" ");
  }

  /** Outcomes with their rows, in the order of the page; burdens that nobody bears are left out. */
  rows() {
    return this.start.outcomes.map((outcome) => ({
      outcome, row: this.bands.rows.find((row) => row.name === outcome.name) ?? {},
    })).filter(({ outcome, row }) =>
      !["refusal", "cost"].includes(outcome.category) || row.a || row.b);
  }

  tableRows() {
    const names = [
      "outcome", "medianA", "medianB", "diffColumn", "ratioColumn", "lessColumn", "unit"];
    const head = element("tr", {}, names.map((key) => element("th", { scope: "col" }, [word(key)])));
    const lines = [element("thead", {}, [head])], body = element("tbody");
    let category = "";
    for (const { outcome, row } of this.rows()) {
      if (outcome.category !== category) {
        category = outcome.category;
        body.append(element("tr", {}, [
          element("th", { colspan: "7", scope: "rowgroup" }, [word(category)])]));
      }
      const times = outcome.share ? 100 : 1;
      const cells = [
        number(row.a * times), number(row.b * times), difference(outcome, row),
        row.ratio ? band(row.ratio, change) : "–",
        row.less ? `${number(row.less[0] * 100)}\u00a0%` : "–",
        outcome.share ? "%" : outcome.unit[language],
      ];
      body.append(element("tr", {}, [
        element("td", {}, [outcome.label[language]]),
        ...cells.map((text, index) => element("td", index < 5 ? { class: "number" } : {}, [text])),
      ]));
    }
    return [...lines, body];
  }
}

/** Where the harm of the headline happens: among rivals its net is nothing without its parts. */
export function parts(rows) {
  const names = ["here", "elsewhere", "private"].map((part) => `unwanted_contacts_${part}`);
  const found = names.map((name) => rows.find(({ row }) => row.name === name));
  return word("parts", found[0].outcome.unit[language], ...found.map(({ outcome, row }) =>
    word("part", number(row.a), number(row.b), effect(outcome, row))));
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
  return band(row.diff, written(outcome));
}

/** How a difference of an outcome is written: shares in points. */
function written(outcome) { return (value) => signed(outcome.share ? value * 100 : value); }

function element(name, attributes = {}, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A drawing that stands alone: attributes only, so that it is the same in a file. */
export function chart(rows, width = 460) {
  const scale = logScale(rows, 20, width - 20);
  const parts = [text(word("chartTitle"), 8, 20, 15, "bold")];
  const last = rows.findLast(({ row }) => row.ratio)?.row;
  let y = 44, category = "";
  for (const { outcome, row } of rows) {
    if (outcome.category !== category) {
      category = outcome.category;
      parts.push(text(word(category), 8, y + 4, 12.5, "bold"));
      y += 20;
    }
    parts.push(text(outcome.label[language], 8, y, 12));
    parts.push(text(effect(outcome, row), 16, y + 15, 12));
    y += 34;
    if (row.ratio) {
      parts.push(...bar(row.ratio, scale, y - 6));
      if (row === last) parts.push(...marks(scale, y + 14));
      y += row === last ? 38 : 22;
    }
  }
  parts.push(...wrapped(word("chartNote"), 8, y + 12, width / 7));
  return svg(parts, rows, width, y + 36);
}

/** One interval on its own line, with the middle line and the marks of the scale behind it. */
function bar([estimate, low, high], { x, ticks }, y) {
  const ink = "#0b4f8a", [from, to] = [x(low), x(high)];
  return [
    ...ticks.map((ratio) =>
      line(x(ratio), y - 9, x(ratio), y + 9, "#6b7480", ratio === 1 ? 1.6 : 0.5)),
    line(from, y, to, y, ink, 3), line(from, y - 5, from, y + 5, ink, 1.5),
    line(to, y - 5, to, y + 5, ink, 1.5),
    tag("circle", {
      cx: x(estimate), cy: y, r: 4.5, fill: "#ffffff", stroke: ink, "stroke-width": 2,
    }),
  ];
}

function marks({ x, ticks }, y) {
  return ticks.map((ratio) =>
    text(ratio === 1 ? "0" : change(ratio), x(ratio), y, 10.5, "normal", "middle"));
}

/** Equal factors are equal lengths; the scale holds every interval, and no change. */
function logScale(rows, left, right) {
  const found = rows.flatMap(({ row }) => row.ratio ?? []).filter((ratio) => ratio > 0);
  const low = Math.max(1e-3, Math.min(0.75, ...found) * 0.9);
  const high = Math.min(1e3, Math.max(1.3, ...found) * 1.1);
  const x = (ratio) => left + (right - left) *
    Math.min(1, Math.max(0, Math.log(ratio / low) / Math.log(high / low)));
  const nice = [0.01, 0.03, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 4, 10, 30, 100];
  const ticks = nice.filter((ratio) => ratio > low && ratio < high)
    .filter((ratio) => ratio === 1 || Math.abs(x(ratio) - x(1)) > 40)
    .filter((ratio, index, all) => index === 0 || ratio >= 1 || x(all[index + 1]) - x(ratio) > 40)
    .filter((ratio, index, all) => index === 0 || ratio <= 1 || x(ratio) - x(all[index - 1]) > 40);
  return { x, ticks };
}

function line(x1, y1, x2, y2, stroke, thickness) {
  return tag("line", { x1, y1, x2, y2, stroke, "stroke-width": thickness });
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

function svg(parts, rows, width, height) {
  const made = tag("svg", {
    xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${Math.round(height)}`,
    width, height: Math.round(height), role: "img", "aria-label": word("chartTitle"),
  });
  made.append(
    tag("title", {}, word("chartTitle")),
    tag("desc", {}, rows.map(({ outcome, row }) =>
      `${outcome.label[language]}: ${effect(outcome, row)}`).join("; ")),
    tag("rect", { width, height: Math.round(height), fill: "#ffffff" }), ...parts);
  return made;
}
