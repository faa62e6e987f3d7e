// Promise: the meeting's time, in UTC as everywhere on the page, ticking where it flows; a slider that chooses how
// far to move it on (nothing moves until "Move on" is pressed, as time never goes back); what is due next.

import { ask, whileBusy } from "./asking.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How far the slider can go, in seconds: close together at first, then further apart, up to 30 days. */
const STEPS = [
  0, 20, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 40 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR,
  12 * HOUR, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY, 21 * DAY, 30 * DAY,
];
const UNITS = [["day", DAY], ["hour", HOUR], ["minute", MINUTE], ["second", 1]];
const SHOWN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC", weekday: "short", day: "numeric", month: "short", year: "numeric",
  hour: "2-digit", minute: "2-digit", second: "2-digit",
});
const id = (name) => document.getElementById(name);

/** "Mon, 23 Nov 2026, 12:04:20", of a time in milliseconds. */
export const timeInWords = (time) => SHOWN.format(time);

/** "in 20 minutes", "in 3 days and 2 hours", of a number of seconds; "now" for none. */
export function inWords(seconds) {
  let rest = Math.max(0, Math.round(seconds));
  const parts = [];
  for (const [unit, length] of UNITS) {
    const many = Math.floor(rest / length);
    rest -= many * length;
    if (many) parts.push(`${many} ${unit}${many === 1 ? "" : "s"}`);
    else if (parts.length) break;
    if (parts.length === 2) break;
  }
  return parts.length ? `in ${parts.join(" and ")}` : "now";
}

export class Clock {
  #connection;
  #says;
  #clock = null;
  #heard = 0;
  #slider = id("clock-to");

  /** `says`: `{wait(words), trouble(sentence)}`, where the stage tells what is going on. */
  constructor(connection, says) {
    this.#connection = connection;
    this.#says = says;
    this.#slider.max = String(STEPS.length - 1);
    this.#slider.addEventListener("input", () => this.#slid());
    this.#slid();
    this.#on("clock-move", () => this.#move(), "Time moves on, and the bot does what is due.");
    this.#on("clock-due", () => this.#wish({ do: "until_due" }), "Time moves on to what is due.");
    this.#on("clock-flow", () => this.#wish({ do: "flow", rate: this.#clock.rate ? 0 : 1 }));
    setInterval(() => this.#tick(), 500);
  }

  /** Takes what the stage says. In a scene the time moves with its steps, so there is nothing to set. */
  update({ clock, scene }) {
    this.#clock = clock;
    this.#heard = performance.now();
    id("clock-tools").hidden = scene !== null;
    const flows = clock.rate ? "Time flows." : "Time stands still.";
    id("clock-runs").textContent = scene ? "Time moves with the scene." : flows;
    id("clock-flow").textContent = clock.rate ? "Hold the time" : "Let time flow";
    this.#tick();
  }

  #now() {
    return Date.parse(this.#clock.now) + (performance.now() - this.#heard) * this.#clock.rate;
  }

  #tick() {
    if (this.#clock === null) return;
    const now = this.#now();
    const shown = timeInWords(now);
    const time = id("clock-time");
    if (time.textContent !== shown) {
      time.textContent = shown;
      time.dateTime = new Date(now).toISOString();
    }
    const due = this.#clock.next_due;
    const when = due ? inWords((Date.parse(due) - now) / 1000) : "nothing is due";
    if (id("clock-due-when").textContent !== when) id("clock-due-when").textContent = when;
  }

  #slid() {
    const seconds = STEPS[this.#slider.valueAsNumber];
    const words = seconds ? inWords(seconds) : "stay here";
    this.#slider.setAttribute("aria-valuetext", words);
    id("clock-step").textContent = words;
  }

  async #move() {
    const seconds = STEPS[this.#slider.valueAsNumber];
    if (seconds === 0) {
      this.#says.trouble("Move the slider first, to say how far the time moves on.");
      return;
    }
    const moved = await this.#wish({ do: "move", to: new Date(this.#now() + seconds * 1000).toISOString() });
    if (!moved) return;
    this.#slider.value = "0";
    this.#slid();
  }

  async #wish(wish) {
    const { why } = await ask(this.#connection, wish);
    this.#says.trouble(why);
    return why === undefined;
  }

  #on(button, work, words) {
    const say = (words) => this.#says.wait(words);
    id(button).addEventListener("click", () => whileBusy(id(button), work, { say, words }));
  }
}
