// What can be saved: the table, the chart, the scenario file. Nothing leaves the computer.

import { chart } from "./results.js";
import { scenarioFile } from "./stream.js";

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function cell(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(results) {
  const lines = [[
    "outcome", "unit", "draws", "median_a", "median_b", "diff_median", "diff_ui_low", "diff_ui_high",
    "ratio_median", "ratio_ui_low", "ratio_ui_high", "ui_method", "p_less", "p_less_low",
    "p_less_high", "mc_low", "mc_high"]];
  for (const { outcome, row } of results.rows()) {
    const blank = [undefined, undefined, undefined];
    lines.push([
      outcome.name, outcome.share ? "share" : outcome.unit[0], results.bands.pairs, row.a, row.b,
      ...(row.diff ?? blank), ...(row.ratio ?? blank), row.method, ...(row.less ?? blank),
      ...(row.mc ?? blank).slice(1)]);
  }
  return lines.map((line) => line.map(cell).join(",")).join("\n") + "\n";
}

function drawing(results) { return new XMLSerializer().serializeToString(chart(results.rows())); }

async function picture(results) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing(results))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Saves one of csv, svg, png, yaml; `body` is what the page asks the server for. */
export async function saveAs(kind, results, body) {
  const file = (text, type) => new Blob([text], { type });
  if (kind === "csv") save("vigie.csv", file(csv(results), "text/csv"));
  else if (kind === "svg") save("vigie.svg", file(drawing(results), "image/svg+xml"));
  else if (kind === "png") save("vigie.png", await picture(results));
  else save("vigie.yaml", file(await scenarioFile(body), "application/yaml"));
}
