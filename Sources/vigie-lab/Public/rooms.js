// Live rooms of one side: people as shapes with letters, events as lines, rings and flags.
// What is drawn comes from the engine's own events; where somebody stands in a box means nothing.

import { word } from "./words.js";

const roles = [
  { shape: "circle", fill: "#dbe7f3", line: "#1c4a78" },
  { shape: "triangle", fill: "#fff3c4", line: "#6b4f00" },
  { shape: "diamond", fill: "#f6d5d0", line: "#8c1d0e" },
  { shape: "square", fill: "#e3ddf3", line: "#47308a" },
  { shape: "hexagon", fill: "#d8ecd9", line: "#1f5a26" },
];
const ink = "#1b1f24";

/** How long a mark stays, in milliseconds. */
const stay = 900;
/** Rows of people in a pair of boxes: the upper ones, with most people, have more; so have rivals. */
const rows = [5, 3];
const rowsOfRivals = 5;

export class Rooms {
  constructor(canvas, tally) {
    this.canvas = canvas;
    this.tally = tally;
    this.names = [];
    this.firstRival = -1;
    this.staff = 0;
    this.clear();
  }

  /** An empty platform with these kinds of rooms and so many moderators. */
  begin(names, staff) {
    this.names = names;
    // A rival is one room, after all of the platform's.
    this.firstRival = names.findIndex((name) => name.startsWith("rival_"));
    this.staff = staff;
    this.clear();
  }

  clear() {
    this.present = new Map();
    this.slots = this.names.map(() => []);
    this.marks = [];
    this.counts = { contacts: 0, unwanted: 0, serious: 0, reports: 0, sanctions: 0, away: 0 };
    this.busy = -1;
  }

  /** Applies the events of one step; `now` is null while nobody looks, and nothing is marked. */
  apply(events, now) {
    for (const event of events) this.applyOne(event, now);
  }

  applyOne([kind, who, one, two], now) {
    const counts = this.counts;
    if (kind === "e") this.enter(who, one, two);
    else if (kind === "l") this.leave(who);
    else if (kind === "x") counts.away += one;
    else if (kind === "c") {
      counts.contacts += 1;
      if (one < 0 && !this.present.has(one)) this.enter(one, 3, two);
      this.mark("line", who, one, now);
    } else if (kind === "h") {
      if (one === 1) counts.unwanted += 1; else counts.serious += 1;
      if (!two) this.mark(one === 1 ? "ring" : "double", who, who, now);
    } else if (kind === "r" || kind === "f") {
      counts.reports += 1;
      this.mark("flag", who, who, now);
    } else if (kind === "s") {
      counts.sanctions += 1;
      this.mark("cross", who, who, now);
    } else if (kind === "m" && this.staff > 0) {
      this.busy = (this.busy + 1) % this.staff;
      this.mark(one ? "yes" : "no", this.busy, -1, now);
    }
  }

  enter(who, role, room) {
    const slots = this.slots[room] ?? this.slots[0];
    let place = slots.indexOf(undefined);
    if (place < 0) place = slots.length;
    slots[place] = who;
    this.present.set(who, { role, room: Math.min(room, this.slots.length - 1), place });
  }

  leave(who) {
    const found = this.present.get(who);
    if (!found) return;
    this.slots[found.room][found.place] = undefined;
    this.present.delete(who);
  }

  mark(kind, from, to, now) {
    if (now !== null) this.marks.push({ kind, from, to, until: now + stay });
    if (this.marks.length > 400) this.marks.splice(0, 100);
  }

  /** Says in words what the picture shows. */
  describe(name) {
    const { contacts, unwanted, serious, reports, sanctions, away } = this.counts;
    this.tally.textContent = word(
      "tally", name, this.present.size, contacts, unwanted, serious, reports, sanctions, away)
      + (this.firstRival < 0 ? "" : word("tallyRivals", this.atRivals()));
  }

  isRival(room) { return this.firstRival >= 0 && room >= this.firstRival; }

  atRivals() {
    return [...this.present.values()].filter(({ room }) => this.isRival(room)).length;
  }

  /** How many people a pair of boxes has one below the other. */
  lines() {
    const rivals = this.firstRival < 0 ? 0 : this.names.length - this.firstRival;
    return [...rows, ...Array(Math.ceil(rivals / 2)).fill(rowsOfRivals)];
  }

  /** Boxes two by two: those of the platform, then those of its rivals. */
  plan() {
    const width = this.canvas.clientWidth || 320, size = Math.max(9, Math.min(15, width / 48));
    const gap = 2.35 * size, boxWidth = width / 2, lines = this.lines();
    const heights = lines.map((rows) => 24 + rows * gap + 6), tops = [0];
    for (const height of heights) tops.push(tops.at(-1) + height);
    return {
      size, gap, boxWidth, lines, heights, tops, width,
      across: Math.max(1, Math.floor((boxWidth - 8) / gap)),
      desk: tops.at(-1), height: tops.at(-1) + 2.6 * size + 4,
    };
  }

  draw(now) {
    const plan = this.plan(), pen = this.pen(plan);
    this.names.forEach((name, room) => this.drawBox(pen, word(`room_${name}`), room, plan));
    const at = (who) => this.position(who, plan);
    this.marks = this.marks.filter((mark) => mark.until > now);
    for (const mark of this.marks) this.drawMark(pen, mark, at, plan);
    for (const [who, { role }] of this.present) {
      const place = at(who);
      if (place) drawShape(pen, roles[role], word("letters")[role], place, plan.size);
    }
    for (let index = 0; index < Math.min(this.staff, 12); index += 1) {
      drawShape(pen, roles[4], word("letters")[4], deskPlace(index, plan), plan.size);
    }
  }

  /** A clean sheet of the plan's size, sharp on every screen. */
  pen({ width, height }) {
    const scale = window.devicePixelRatio || 1, [wide, high] = [width, height].map((one) =>
      Math.round(one * scale));
    if (this.canvas.width !== wide || this.canvas.height !== high) {
      [this.canvas.width, this.canvas.height] = [wide, high];
      this.canvas.style.height = `${height}px`;
    }
    const pen = this.canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, width, height);
    return pen;
  }

  drawBox(pen, title, room, { boxWidth, lines, heights, tops, across, size }) {
    const row = Math.floor(room / 2), x = (room % 2) * boxWidth, y = tops[row];
    if (this.isRival(room)) {
      pen.fillStyle = "#eef1f5";
      pen.fillRect(x + 1, y + 1, boxWidth - 2, heights[row] - 2);
    }
    pen.strokeStyle = "#8b95a1";
    pen.lineWidth = 1;
    pen.strokeRect(x + 0.5, y + 0.5, boxWidth - 1, heights[row] - 1);
    pen.fillStyle = ink;
    pen.textAlign = "left";
    pen.textBaseline = "alphabetic";
    pen.font = `${Math.max(12, size)}px system-ui, "DejaVu Sans", sans-serif`;
    const capacity = across * lines[row];
    const hidden = this.slots[room].slice(capacity).filter((who) => who !== undefined).length;
    pen.fillText(title + (hidden > 0 ? ` (+${hidden})` : ""), x + 6, y + 17, boxWidth - 12);
  }

  /** Where somebody stands; null where there is no place left to draw. */
  position(who, { boxWidth, lines, tops, across, gap }) {
    const found = this.present.get(who);
    if (!found) return null;
    const row = Math.floor(found.room / 2), line = Math.floor(found.place / across);
    if (line >= lines[row]) return null;
    return {
      x: (found.room % 2) * boxWidth + 5 + gap / 2 + (found.place % across) * gap,
      y: tops[row] + 26 + gap / 2 + line * gap,
    };
  }

  drawMark(pen, mark, at, plan) {
    const isDesk = mark.kind === "yes" || mark.kind === "no", size = plan.size;
    const from = isDesk ? deskPlace(mark.from, plan) : at(mark.from);
    const to = isDesk ? from : at(mark.to);
    if (!from || !to) return;
    pen.strokeStyle = "#8c1d0e";
    pen.lineWidth = 1.6;
    pen.beginPath();
    if (mark.kind === "line") {
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
    } else if (mark.kind === "ring" || mark.kind === "double") {
      pen.arc(to.x, to.y, size * 1.25, 0, 2 * Math.PI);
      if (mark.kind === "double") {
        pen.moveTo(to.x + size * 1.55, to.y);
        pen.arc(to.x, to.y, size * 1.55, 0, 2 * Math.PI);
      }
    } else if (mark.kind === "flag") {
      pen.moveTo(to.x + size * 0.7, to.y + size * 0.2);
      pen.lineTo(to.x + size * 0.7, to.y - size * 1.5);
      pen.lineTo(to.x + size * 1.6, to.y - size * 1.15);
      pen.lineTo(to.x + size * 0.7, to.y - size * 0.8);
    } else if (mark.kind === "cross" || mark.kind === "no") {
      pen.moveTo(to.x - size, to.y - size);
      pen.lineTo(to.x + size, to.y + size);
    } else {
      pen.moveTo(to.x - size, to.y + size * 1.15);
      pen.lineTo(to.x + size, to.y + size * 1.15);
    }
    pen.stroke();
  }
}

function deskPlace(index, { size, desk }) {
  return { x: 6 + size + Math.min(index, 11) * 2.6 * size, y: desk + 2 + 1.2 * size };
}

function drawShape(pen, role, letter, { x, y }, size) {
  const corners = { triangle: 3, diamond: 4, hexagon: 6 }[role.shape];
  pen.beginPath();
  if (role.shape === "circle") pen.arc(x, y, size * 0.95, 0, 2 * Math.PI);
  else if (role.shape === "square") {
    pen.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
  } else {
    const radius = size * (corners === 3 ? 1.25 : 1.1), shift = corners === 3 ? size * 0.2 : 0;
    for (let corner = 0; corner < corners; corner += 1) {
      const angle = -Math.PI / 2 + (corner * 2 * Math.PI) / corners;
      pen.lineTo(x + radius * Math.cos(angle), y + shift + radius * Math.sin(angle));
    }
    pen.closePath();
  }
  pen.fillStyle = role.fill;
  pen.fill();
  pen.strokeStyle = role.line;
  pen.lineWidth = 1.5;
  pen.stroke();
  pen.fillStyle = ink;
  pen.font = `bold ${Math.round(size)}px system-ui, "DejaVu Sans", sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(letter, x, y + size * (role.shape === "triangle" ? 0.25 : 0.05));
}
