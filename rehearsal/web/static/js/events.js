/** The events that somebody sees, the next one first, each with a button that says whether she is interested. */

import { alarm, button, el, name, set, whileBusy } from "./dom.js";
import { styled } from "./times.js";

export class Events {
  #ask;
  element = el("section.events", { "aria-label": "Events", hidden: true });

  /** `ask(wish)` gives null, or why it was not done. */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Draws the list anew; the focus stays on the event that has it. */
  draw(events) {
    const focused = this.element.contains(document.activeElement) && document.activeElement.dataset.id;
    this.element.replaceChildren(el("ul", events.map((each) => this.#line(each))));
    set(this.element, "hidden", events.length === 0);
    for (const each of this.element.querySelectorAll("button")) if (each.dataset.id === focused) each.focus();
  }

  #line({ id, name: called, start, place, count, interested, under_way: isOn }) {
    const error = alarm();
    const when = el("time", { datetime: start }, styled(new Date(start), "F"));
    const label = interested ? "Not interested any more" : "I am interested";
    const given = { "data-id": id, "aria-label": `${label}: ${called}` };
    const press = (event) => whileBusy(event.currentTarget, async () => {
      error.textContent = await this.#ask({ do: "interested", event: id, yes: !interested }) ?? "";
    });
    return el("li", el("span", el("strong", name(called)), isOn ? " is on now, since " : ", ", when, ", ", name(place)),
      el("span.soft", `${count} interested`), button(".quiet", label, press, given), error);
  }
}
