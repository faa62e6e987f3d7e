// Promise: on a wide page all screens stand side by side; below 720 px one is shown at a time, chosen by tabs that
// work with arrow keys, Home and End. Nothing is taken out of the page, so nothing anybody typed is lost.

import { el } from "./dom.js";

const NARROW = "(max-width: 719.98px)";

export class Tabs {
  #list;
  #narrow = matchMedia(NARROW);
  #seats = [];
  #chosen = 0;

  /** `list`: the element with role=tablist. */
  constructor(list) {
    this.#list = list;
    list.addEventListener("keydown", (event) => this.#key(event));
    this.#narrow.addEventListener("change", () => this.#draw());
  }

  /** Shows these screens, each `{name, panel}`; the one that was chosen stays so, as far as it is still there. */
  show(seats) {
    this.#seats = seats;
    this.#chosen = Math.min(this.#chosen, Math.max(seats.length - 1, 0));
    this.#draw();
  }

  /** Brings the screen with this number to the front; on a wide page it is there already. */
  choose(number) {
    this.#chosen = number;
    this.#draw();
  }

  #draw() {
    const narrow = this.#narrow.matches;
    this.#list.hidden = !narrow;
    this.#list.replaceChildren(...(narrow ? this.#seats.map((seat, number) => this.#tab(seat, number)) : []));
    this.#seats.forEach(({ name, panel }, number) => {
      panel.hidden = narrow && number !== this.#chosen;
      panel.role = narrow ? "tabpanel" : null;
      panel.ariaLabel = narrow ? `Screen of ${name}` : null;
    });
  }

  #tab({ name, panel }, number) {
    const chosen = number === this.#chosen;
    return el("button", {
      class: "tab", role: "tab", "aria-controls": panel.id, "aria-selected": String(chosen),
      tabindex: chosen ? "0" : "-1", onclick: () => this.#go(number),
    }, name);
  }

  #go(number) {
    this.choose(number);
    this.#list.children[number]?.focus();
  }

  #key(event) {
    const last = this.#seats.length - 1;
    const to = {
      ArrowRight: this.#chosen === last ? 0 : this.#chosen + 1,
      ArrowLeft: this.#chosen === 0 ? last : this.#chosen - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#go(to);
  }
}
