// Controls made from the parameter table: range and number, unit, default, range found in studies,
// meaning and source.

import { language, number, word } from "./words.js";

export class Controls {
  /** `changed(key, value)` is called with the value, or undefined for the default. */
  constructor(form, start, changed) {
    Object.assign(this, { form, start, changed });
  }

  /** Builds all of them for a preset and what was set over it. */
  build(preset, set) {
    this.preset = preset;
    this.set = set;
    const parts = [];
    for (const isWorld of [true, false]) {
      parts.push(made("h3", { class: "group" }, word(isWorld ? "people" : "choicesOf")));
      for (const control of this.start.controls.filter((one) => one.both === isWorld)) {
        parts.push(this.one(control));
      }
    }
    this.form.replaceChildren(...parts);
    this.dim();
  }

  standard(control) {
    const value = this.preset.values[this.start.controls.indexOf(control)];
    return typeof value === "number" ? Number(value.toPrecision(3)) : value;
  }

  value(control) { return this.set[control.key] ?? this.standard(control); }

  /** Whether each pair has a value of its own, until somebody sets one. */
  isDrawn(control) { return this.preset.drawn.includes(control.key); }

  one(control) {
    const id = `c-${control.key.replaceAll(".", "-")}`;
    const box = made("div", { class: "control", "data-key": control.key });
    box.append(made("label", { for: id, id: `${id}-label` }, control.label[language]));
    const row = made("div", { class: "row" });
    row.append(...(control.choices ? this.choice(control, id) : this.slider(control, id)));
    box.append(row);
    if (control.evidence && !control.choices) box.append(track(control));
    box.append(made("p", { class: "note", id: `${id}-note` }, this.note(control)));
    const more = made("details");
    more.append(made("summary", {}, word("source")), made("p", {}, control.meaning),
      made("p", {}, `${word(control.assumed ? "assumed" : "cited")}: ${control.source}`),
      made("p", {}, control.key));
    box.append(more);
    return box;
  }

  slider(control, id) {
    const value = this.value(control), common = {
      min: control.low, max: control.high, step: "any", "aria-describedby": `${id}-note`,
    };
    const range = made("input", { ...common, type: "range", id, step: control.step });
    const box = made("input", { ...common, type: "number", "aria-labelledby": `${id}-label` });
    range.value = box.value = value;
    const take = (text, other) => {
      const chosen = Math.min(control.high, Math.max(control.low, Number(text)));
      if (text === "" || !Number.isFinite(chosen)) return;
      other.value = chosen;
      this.tell(control, chosen);
    };
    range.addEventListener("input", () => take(range.value, box));
    box.addEventListener("change", () => {
      take(box.value, range);
      box.value = this.value(control);
    });
    return [range, box, made("span", {}, unit(control))];
  }

  choice(control, id) {
    const list = made("select", { id, "aria-describedby": `${id}-note` });
    for (const choice of control.choices) {
      list.append(made("option", { value: choice }, word(choice === "none" ? "none_" : choice)));
    }
    list.value = this.value(control);
    list.addEventListener("change", () => this.tell(control, list.value));
    return [list];
  }

  tell(control, value) {
    // To hold what is drawn at its default is to set it, too.
    const isStandard = value === this.standard(control) && !this.isDrawn(control);
    if (isStandard) delete this.set[control.key]; else this.set[control.key] = value;
    this.dim();
    this.changed(control);
  }

  note(control) {
    const standard = this.standard(control);
    const parts = [word("default", typeof standard === "number"
      ? `${number(standard)} ${unit(control)}`.trim()
      : word(standard === "none" ? "none_" : standard))];
    if (this.isDrawn(control)) {
      parts.push(word(control.key in this.set ? "held" : "drawn"));
    }
    if (control.evidence) {
      parts.push(word("studies", ...control.evidence.map((limit) => number(limit))));
    } else if (!control.choices) {
      parts.push(word("noStudies"));
    }
    parts.push(word(control.assumed ? "assumed" : "cited"));
    return parts.join(" · ");
  }

  /** Controls whose lever is off say so, and can still be set; those drawn say whether they are held. */
  dim() {
    for (const control of this.start.controls) {
      const lever = this.start.controls.find((one) => one.key === control.needs);
      const value = lever && this.value(lever);
      const isOff = lever !== undefined && value === (lever.choices ? lever.choices[0] : 0);
      const box = this.form.querySelector(`[data-key="${control.key}"]`);
      box.classList.toggle("off", isOff);
      box.querySelector(".note").textContent =
        this.note(control) + (isOff ? ` · ${word("off")}` : "");
    }
  }
}

function unit(control) {
  return control.unit === "y" && language === 1 ? "ans" : control.unit ?? "";
}

/** The range found in studies, hatched, above the slider's own length. */
function track({ low, high, evidence }) {
  const share = (value) => Math.min(1, Math.max(0, (value - low) / (high - low))) * 100;
  const bar = made("div", { class: "track", "aria-hidden": "true" }), mark = made("i");
  mark.style.left = `${share(evidence[0])}%`;
  mark.style.right = `${100 - share(evidence[1])}%`;
  bar.append(mark);
  return bar;
}

function made(name, attributes = {}, text) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
