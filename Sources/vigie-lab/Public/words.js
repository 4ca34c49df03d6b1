// Words from the server's catalogue, and numbers as each language writes them, without a locale.

let texts = {};
export let language = 0;

export function setWords(words) { texts = words; }
export function setLanguage(number) { language = number; }

/** A word in the present language, with values in the places {1} to {9}. */
export function word(key, ...values) {
  let text = texts[key]?.[language] ?? key;
  values.forEach((value, index) => { text = text.replaceAll(`{${index + 1}}`, String(value)); });
  return text;
}

/** Fills every element that names its word. */
export function fillWords(root = document) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
}

function local(text) {
  return language === 0 ? text : text.replaceAll(",", "\u202f").replace(".", ",");
}

/** Three significant digits, thousands apart, a real minus; a dash for what is undefined. */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value), magnitude = Math.floor(Math.log10(size));
  let text = size.toFixed(Math.min(8, Math.max(0, 2 - magnitude)));
  if (text.includes(".")) text = text.replace(/\.?0+$/, "");
  const [whole, part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const sign = value < 0 && Number(text) !== 0 ? "−" : "";
  return sign + local(part ? `${grouped}.${part}` : grouped);
}

export function signed(value) { return (value > 0 ? "+" : "") + number(value); }

/** A ratio as a change: 0.6 is −40 %. */
export function change(ratio) {
  const percent = (ratio - 1) * 100, size = Math.abs(percent);
  const text = size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : size.toFixed(0);
  if (Number(text) === 0) return "0\u00a0%";
  return (percent < 0 ? "−" : "+") + local(text) + "\u00a0%";
}

/** An estimate with its limits: [estimate, low, high] in some writing. */
export function band(values, write) {
  return word("interval", ...values.map(write));
}
