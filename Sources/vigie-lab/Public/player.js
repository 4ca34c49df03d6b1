// Plays what the server has sent, at the chosen speed: run, pause, one day, reset.

import { word } from "./words.js";

/** Hours of simulated time a second. */
export const speeds = [1, 3, 6, 12];
/** The page opens at noon of the first day, with people in the rooms. */
const opening = 12;

export class Player {
  constructor(sides, clock) {
    this.sides = sides;
    this.clock = clock;
    this.speed = 3;
    this.steps = [];
    this.names = ["A", "B"];
    this.isRunning = false;
    this.until = Infinity;
    this.hours = 0;
    this.last = 0;
    this.calm = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.frame = (now) => this.tick(now);
  }

  begin(start, staff) {
    this.start = start;
    this.steps = [];
    this.staff = staff;
    this.rewind();
  }

  /** Takes a step from the stream; those before the opening are applied at once. */
  take([index, a, b]) {
    this.steps[index] = [a, b];
    if (this.next * this.start.hours < opening) this.advance(opening, null);
    if (this.next * this.start.hours === opening && index + 1 === this.next) this.show();
  }

  rewind() {
    this.next = 0;
    this.hours = 0;
    this.sides.forEach((side, index) => side.begin(this.start.rooms, index === 1 ? this.staff : 0));
    this.advance(opening, null);
    this.hours = opening;
    this.show();
  }

  run() {
    if (!this.start) return;
    if (this.hours >= this.length) this.rewind();
    this.until = Infinity;
    this.go();
  }

  pause() { this.isRunning = false; this.show(); }

  day() {
    if (!this.start) return;
    if (this.hours >= this.length) this.rewind();
    this.until = (Math.floor(this.hours / 24 + 1e-9) + 1) * 24;
    this.go();
  }

  reset() {
    if (!this.start) return;
    this.isRunning = false;
    this.rewind();
  }

  get length() { return this.start.steps * this.start.hours; }

  go() {
    if (this.isRunning) return;
    this.isRunning = true;
    this.last = performance.now();
    requestAnimationFrame(this.frame);
  }

  tick(now) {
    if (!this.isRunning) return;
    const elapsed = (now - this.last) / 1000;
    // Fewer, still pictures for those who ask for less motion.
    if (this.calm.matches && elapsed < 1) return requestAnimationFrame(this.frame);
    this.last = now;
    const fast = this.until < Infinity ? 12 : this.speed;
    this.hours = Math.min(this.hours + Math.min(elapsed, 2) * fast, this.until, this.length);
    this.advance(this.hours, now);
    if (this.hours >= this.until || this.hours >= this.length) this.isRunning = false;
    this.show();
    if (this.isRunning) requestAnimationFrame(this.frame);
  }

  advance(hours, now) {
    while (this.next * this.start.hours < hours && this.steps[this.next]) {
      this.sides.forEach((side, index) => side.apply(this.steps[this.next][index], now));
      this.next += 1;
    }
  }

  /** Draws the moment that was played last: while it is paused, marks stay. */
  show() {
    if (!this.start) return;
    this.sides.forEach((side, index) => {
      side.draw(this.last);
      side.describe(this.names[index]);
    });
    const shown = Math.min(this.hours, this.length - 0.01), day = Math.floor(shown / 24);
    const minutes = Math.floor((shown % 24) * 4) * 15;
    const time = [Math.floor(minutes / 60), minutes % 60]
      .map((part) => String(part).padStart(2, "0")).join(":");
    this.clock.value = word("clock", day + 1, this.length / 24, time)
      + (day < this.start.warmUp ? ` (${word("warmUp")})` : "");
  }
}
