// The whole state of the page, in the address: preset, what was changed, seed, language, class.

/** Reads the fragment; unknown keys and values that are not of a control are passed over. */
export function readAddress(start) {
  const found = new URLSearchParams(location.hash.slice(1));
  const presets = start.presets.map((preset) => preset.id);
  const preset = presets.includes(found.get("preset")) ? found.get("preset") : presets[0];
  const seed = Number(found.get("seed"));
  const set = {};
  for (const control of start.controls) {
    const text = found.get(control.key);
    if (text === null) continue;
    if (control.choices) {
      if (control.choices.includes(text)) set[control.key] = text;
    } else if (text !== "" && Number(text) >= control.low && Number(text) <= control.high) {
      set[control.key] = Number(text);
    }
  }
  return {
    preset, set, code: found.get("code") ?? "", teacher: found.get("teacher") ?? "",
    language: found.get("lang") === "fr" ? 1 : found.get("lang") === "en" ? 0 : null,
    seed: found.has("seed") && Number.isSafeInteger(seed) && seed >= 0 ? seed : null,
  };
}

/** Writes the state, without adding to the history. */
export function writeAddress(state) {
  const text = new URLSearchParams();
  text.set("preset", state.preset);
  for (const [key, value] of Object.entries(state.set)) text.set(key, String(value));
  text.set("seed", String(state.seed));
  text.set("lang", state.language === 1 ? "fr" : "en");
  if (state.code) text.set("code", state.code);
  if (state.teacher) text.set("teacher", state.teacher);
  history.replaceState(null, "", "#" + text);
}

/** The address that is shown for sharing: without the teacher's key. */
export function sharedAddress() {
  const [page, fragment] = location.href.split("#");
  const text = new URLSearchParams(fragment);
  text.delete("teacher");
  return `${page}#${text}`;
}
