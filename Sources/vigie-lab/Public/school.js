// For schools: help lines, the note before a class begins, and the teacher's screen.

import { band, change, language, number, word } from "./words.js";
import { parts } from "./results.js";
import { pooledRuns } from "./stream.js";

function made(name, text) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Where young people find help: on every page, in the country's own lines. */
export function showHelp(lines) {
  for (const place of document.querySelectorAll(".help")) {
    const list = made("ul");
    for (const line of lines) {
      list.append(made("li", word("labelled", line.number, line.what[language])));
    }
    place.replaceChildren(made("p", word("help")), list);
  }
}

/** The pooled runs of the class: one block for each question asked. */
export function showPools(pools, start) {
  const place = document.getElementById("pools");
  if (pools.length === 0) return place.replaceChildren(made("p", word("pooledNone")));
  place.replaceChildren(...pools.map((pool) => {
    const block = made("div"), [id, ...changes] = pool.question.split("; ");
    const preset = start.presets.find((one) => one.id === id), title = preset?.title[language] ?? id;
    block.append(
      made("h3", [title, ...changes.map((change) => named(change, start))].join(" · ")),
      made("p", word("pooledOf", pool.bands.pairs, number(pool.seeds))));
    if (pool.bands.pairs < start.fewest) block.append(made("p", word("notEnough")));
    else {
      const lead = pool.bands.rows[0];
      const outcome = start.outcomes.find((one) => one.name === lead.name);
      if (lead.ratio) {
        const size = band(lead.ratio, change);
        block.append(made("p", word("labelled", outcome.label[language], size)));
      }
      if (preset?.rivals) {
        block.append(made("p", parts(start.outcomes.map((outcome) => (
          { outcome, row: pool.bands.rows.find((row) => row.name === outcome.name) })))));
      }
      const { pairs } = pool.bands, less = lead.less && number(lead.less[0] * pairs);
      if (less) block.append(made("p", word("less", less, number(pairs))));
      block.append(made("p", pool.bands.words[language]));
    }
    return block;
  }));
}

function named(text, start) {
  const [key, value] = text.split("=");
  const control = start.controls.find((one) => one.key === key);
  return word("labelled", control?.label[language] ?? key, value);
}

/** Asks for the class's runs every two seconds while the page is seen. */
export function watchClass(key, take) {
  const ask = async () => {
    if (!document.hidden) {
      try { take(await pooledRuns(key)); } catch { /* the next turn may succeed */ }
    }
    setTimeout(ask, 2000);
  };
  ask();
}
