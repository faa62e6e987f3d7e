// Promise: the dialogs of the stage: the list of guided scenes, each with a button that starts it, and the question
// that is asked before a meeting is given up. Escape closes both, and the focus goes back to what opened them.

import { ask, tell, whileBusy } from "./asking.js";
import { el } from "./dom.js";

const NAMES = new Intl.ListFormat("en-GB", { type: "conjunction" });
const id = (name) => document.getElementById(name);

/** Makes the buttons marked `data-close`, and a press beside the dialog, close it. */
export function closable(dialog) {
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("pointerdown", (event) => {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right
      && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === dialog && !inside) dialog.close();
  });
}

export class Scenes {
  #connection;
  #started;
  #drawn = "";
  #dialog = id("scenes");

  /** `started()` is called when a scene stands ready and the list has closed. */
  constructor(connection, started) {
    this.#connection = connection;
    this.#started = started;
    closable(this.#dialog);
  }

  /** Opens the list. */
  open() {
    tell(id("scenes-trouble"), null);
    this.#dialog.showModal();
  }

  /** Takes what the stage says: which scenes there are. */
  update({ scenes }) {
    const drawn = JSON.stringify(scenes);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    id("scenes-list").replaceChildren(...scenes.map((scene) => this.#card(scene)));
  }

  #card(scene) {
    const long = `${scene.steps} steps, about ${scene.minutes} ${scene.minutes === 1 ? "minute" : "minutes"}`;
    const start = el("button", { class: "button main", "aria-label": `Start: ${scene.title}` }, "Start");
    const busy = { say: (words) => { id("scenes-status").textContent = words; }, words: "A new meeting is made ready." };
    start.addEventListener("click", () => whileBusy(start, () => this.#start(scene.name), busy));
    return el("li", { class: "scene-card" },
      el("div", {}, el("h3", {}, scene.title), el("p", {}, scene.about),
        el("p", { class: "soft small-text" }, `With ${NAMES.format(scene.people)}. ${long}.`)),
      start);
  }

  async #start(scene) {
    const { why } = await ask(this.#connection, { do: "start", scene });
    tell(id("scenes-trouble"), why);
    if (why !== undefined) return;
    this.#dialog.close();
    this.#started();
  }
}

export class Afresh {
  #connection;
  #done;
  #dialog = id("sure");

  /** `done()` is called when the new meeting stands, and the question has closed. */
  constructor(connection, done) {
    this.#connection = connection;
    this.#done = done;
    closable(this.#dialog);
    const yes = id("sure-yes");
    yes.addEventListener("click", () => whileBusy(yes, () => this.#go()));
  }

  /** Asks first; `title` is the question, `button` what is pressed to say yes. */
  open(title, button) {
    id("sure-title").textContent = title;
    id("sure-yes").textContent = button;
    tell(id("sure-trouble"), null);
    this.#dialog.showModal();
  }

  async #go() {
    const { why } = await ask(this.#connection, { do: "afresh" });
    tell(id("sure-trouble"), why);
    if (why !== undefined) return;
    this.#dialog.close();
    this.#done();
  }
}
