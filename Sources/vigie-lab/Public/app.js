// Wires the page: address, controls, stream, rooms, results.

import { readAddress, sharedAddress, writeAddress } from "./address.js";
import { Controls } from "./controls.js";
import { saveAs } from "./exports.js";
import { Player, speeds } from "./player.js";
import { Results } from "./results.js";
import { Rooms } from "./rooms.js";
import { showHelp, showPools, watchClass } from "./school.js";
import { Refused, runStream, startPage } from "./stream.js";
import { fillWords, language, setLanguage, setWords, word } from "./words.js";

const by = (id) => document.getElementById(id);
const pairs = 40;

const start = await startPage();
setWords(start.words);
const state = readAddress(start);
if (state.seed === null) state.seed = start.class ? randomSeed() : 1;
if (state.language === null) state.language = navigator.language?.startsWith("fr") ? 1 : 0;

const rooms = [new Rooms(by("side-a"), by("tally-a")), new Rooms(by("side-b"), by("tally-b"))];
const player = new Player(rooms, by("clock"));
const results = new Results(start);
const controls = new Controls(by("controls"), start, () => { showAddress(); askSoon(); });
let request = null, soon = 0, isDone = false, pools = [];

function randomSeed() { return crypto.getRandomValues(new Uint32Array(1))[0]; }
function preset() { return start.presets.find((one) => one.id === state.preset); }
function body() {
  return { preset: state.preset, seed: state.seed, set: state.set, pairs, code: state.code };
}
function say(text) { by("say").textContent = text; }

function staff() {
  const control = start.controls.find((one) => one.key === "moderation.staff");
  return Number(controls.value(control));
}

/** Gives up what was asked: results never stand under settings that are not theirs. */
function forget() {
  clearTimeout(soon);
  request?.abort();
  isDone = false;
  say("");
  by("results").setAttribute("aria-busy", "true");
  results.clear(pairs);
}

function askSoon() {
  forget();
  soon = setTimeout(ask, 200);
}

/** Asks the server for both sides and their pairs. */
async function ask() {
  forget();
  const mine = request = new AbortController();
  try {
    await runStream(body(), mine.signal, (kind, value) => {
      if (request === mine) take(kind, value);
    });
    if (!isDone) throw new Error("the stream ended early");
  } catch (error) {
    if (mine.signal.aborted) return;
    if (error instanceof Refused && error.status === 403) return showDoor(word("wrongCode"));
    const key = error instanceof Refused ? (error.status === 503 ? "busy" : "refused") : "offline";
    by("headline").textContent = word(key) + (key === "refused" ? ` ${error.message}` : "");
    by("results").setAttribute("aria-busy", "false");
    say(by("headline").textContent);
  }
}

function take(kind, value) {
  if (kind === "start") {
    player.begin(value, staff());
  } else if (kind === "step") {
    player.take(value);
  } else if (kind === "bands") {
    results.take(value);
    if (value.pairs === start.fewest) performance.mark("first-band");
  } else if (kind === "done") {
    isDone = true;
    by("results").setAttribute("aria-busy", "false");
    say(value.why === "finished" ? `${by("progress").textContent}. ${results.headline()}`
      : word(value.why));
    if (value.why !== "finished") by("progress").textContent += ` · ${word(value.why)}`;
  }
  if (kind === "step" && value[0] === 60) {
    performance.mark("first-picture");
    if (!player.calm.matches && !document.hidden) player.run();
  }
}

function showQuestion() {
  const questions = start.presets.filter((one) => one.question);
  const here = questions.indexOf(preset());
  by("ask-title").textContent = here >= 0
    ? word("questionOf", here + 1, questions.length) : preset().title[language];
  by("question").textContent = preset().question?.[language] ?? "";
}

function showPresets() {
  const groups = [["questions", true], ["others", false]].map(([key, isQuestion]) => {
    const group = document.createElement("optgroup");
    group.label = word(key);
    for (const one of start.presets.filter((one) => Boolean(one.question) === isQuestion)) {
      group.append(new Option(one.title[language], one.id));
    }
    return group;
  });
  by("preset").replaceChildren(...groups);
  by("preset").value = state.preset;
}

/** Everything that depends on the language alone. */
function showLanguage() {
  setLanguage(state.language);
  document.documentElement.lang = state.language === 1 ? "fr" : "en";
  document.title = word("title");
  fillWords();
  for (const button of by("language").querySelectorAll("button")) {
    const isOn = Number(button.dataset.language) === state.language;
    button.setAttribute("aria-pressed", String(isOn));
  }
  showHelp(start.help);
}

/** Everything that depends on the language or on the state. */
function showAll() {
  showLanguage();
  showPresets();
  showQuestion();
  by("name-b").textContent = word("sideB", preset().title[language]);
  player.names = [word("sideA"), by("name-b").textContent];
  by("legend").textContent = ["adult", "minor", "offender", "decoy", "moderator"]
    .map((key) => word(key))
    .join(" · ") + ". " + word("legend", start.oneIn);
  const speed = by("speed").value || player.speed;
  by("speed").replaceChildren(...speeds.map((hours) =>
    new Option(word("perSecond", `${hours} h`), hours)));
  by("speed").value = speed;
  by("seed").value = state.seed;
  controls.build(preset(), state.set);
  results.hasRivals = Boolean(preset().rivals);
  results.show();
  player.show();
  if (state.teacher) showPools(pools, start);
  showAddress();
}

function showAddress() {
  writeAddress(state);
  by("address").value = sharedAddress();
}

function choosePreset(id) {
  state.preset = id;
  state.set = {};
  showAll();
  ask();
}

function showDoor(complaint = "") {
  showLanguage();
  by("door").hidden = false;
  by("page").hidden = by("policy").hidden = true;
  by("code").value = state.code;
  say(complaint);
  by("code").focus();
}

function open() {
  by("door").hidden = true;
  by("page").hidden = by("policy").hidden = false;
  showAll();
  ask();
}

function press(id, action) { by(id).addEventListener("click", action); }

function listen() {
  listenToPlayer();
  listenToChoices();
  press("skip", () => by("results").focus());
  press("copy", copyAddress);
  for (const button of by("exports").querySelectorAll("button")) {
    button.addEventListener("click", () => saveAs(button.dataset.export, results, body()));
  }
  by("join").addEventListener("submit", (event) => {
    event.preventDefault();
    state.code = by("code").value.trim().toUpperCase();
    open();
  });
  document.addEventListener("visibilitychange", whenHidden);
  window.addEventListener("hashchange", () => location.reload());
  new ResizeObserver(() => player.show()).observe(by("rooms"));
}

function listenToPlayer() {
  press("run", () => player.run());
  press("pause", () => player.pause());
  press("day", () => player.day());
  press("reset", () => player.reset());
  by("speed").addEventListener("change", () => { player.speed = Number(by("speed").value); });
}

function listenToChoices() {
  by("preset").addEventListener("change", () => choosePreset(by("preset").value));
  press("back", () => choosePreset(state.preset));
  press("next", () => {
    const questions = start.presets.filter((one) => one.question);
    choosePreset(questions[(questions.indexOf(preset()) + 1) % questions.length].id);
  });
  press("new-seed", () => chooseSeed(randomSeed()));
  by("seed").addEventListener("change", () => chooseSeed(Number(by("seed").value)));
  by("controls").addEventListener("submit", (event) => event.preventDefault());
  for (const button of by("language").querySelectorAll("button")) {
    button.addEventListener("click", () => {
      state.language = Number(button.dataset.language);
      if (by("page").hidden) showLanguage(); else showAll();
    });
  }
}

function chooseSeed(seed) {
  if (Number.isSafeInteger(seed) && seed >= 0) state.seed = seed;
  showAll();
  ask();
}

async function copyAddress() {
  by("address").select();
  try {
    await navigator.clipboard.writeText(sharedAddress());
  } catch {
    document.execCommand("copy");
  }
  say(word("copied"));
}

/** A page that nobody sees stops its runs, and asks again when it is seen. */
function whenHidden() {
  if (document.hidden) {
    player.pause();
    if (!isDone) request?.abort();
  } else if (!isDone && !by("page").hidden) {
    ask();
  }
}

listen();
if (start.class && !(state.code && state.teacher)) showDoor(); else open();
if (state.teacher) {
  by("pooled").hidden = false;
  watchClass(state.teacher, (found) => { pools = found; showPools(pools, start); });
}
