/** The places that somebody sees: channels, voice rooms with who is in them, and the chat with the bot. */

import { button, el, name, rove } from "./dom.js";

const KINDS = { text: ["Channels", "#"], voice: ["Voice rooms", "○"], direct: ["Chat", "@"] };

export class Places {
  #open;
  element = el("nav.places", { onkeydown: (event) => rove(event, this.#buttons()) });

  /** `open(id)` is called for the place that was chosen. */
  constructor(open) {
    this.#open = open;
  }

  #buttons() {
    return [...this.element.querySelectorAll("button")];
  }

  /** Draws the list; `open` is the id of the open place, `unread(id)` gives {count, rings}. */
  draw(places, open, unread) {
    const focused = this.element.contains(document.activeElement) && document.activeElement.dataset.id;
    this.element.replaceChildren();
    for (const [kind, [title, sign]] of Object.entries(KINDS)) {
      const some = places.filter((each) => each.kind === kind);
      if (!some.length) continue;
      const lines = some.map((each) => this.#line(each, sign, each.id === open, unread(each.id)));
      const heading = el("p.group-title", { "aria-hidden": "true" }, title);
      this.element.append(el("div.group", heading, el("ul", { "aria-label": title }, lines)));
    }
    for (const each of this.#buttons()) {
      if (each.dataset.id === focused) each.focus();
      if (each.dataset.id === open) each.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  #line({ id, name: called, people }, sign, isOpen, { count, rings }) {
    const told = el("span.unseen", rings ? " unread, for you" : " unread");
    const words = [
      el("span.sign", { "aria-hidden": "true" }, sign),
      el("span.label", name(called)),
      count > 0 && el(rings ? "span.badge.rings" : "span.badge", String(count), told),
    ];
    const given = { "data-id": id, tabindex: isOpen ? "0" : "-1", "aria-current": isOpen && "true" };
    const lines = people.map((each) => el("li", name(each)));
    const inside = people.length > 0 && el("ul.inside", { "aria-label": `In ${called}` }, lines);
    return el("li", button(count > 0 ? ".unread" : "", words, () => this.#open(id), given), inside);
  }
}
