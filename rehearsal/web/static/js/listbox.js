/** Suggestions for a text box: a listbox whose active line follows the arrow keys while the box keeps the focus. */

import { el, name, set, uid } from "./dom.js";

export class Suggestions {
  #input;
  #choose;
  #items = [];
  #active = -1;
  #note = el("p.about");

  /** `choose(item)` is called for the line that was taken; `label` names the list. */
  constructor(input, label, choose) {
    this.#input = input;
    this.#choose = choose;
    this.list = el("div", { role: "listbox", id: uid(), "aria-label": label });
    const onpointerdown = (event) => event.preventDefault();
    // A long list scrolls: whoever scrolls by the keyboard must be able to get there.
    this.element = el("div.suggestions", { hidden: true, tabindex: "0", onpointerdown }, this.list, this.#note);
    set(input, "aria-autocomplete", "list");
    set(input, "aria-controls", this.list.id);
  }

  /** Shows [{label, about, …}], and a line of words below them; with neither the list closes. */
  show(items, note = "") {
    this.#items = items;
    this.#note.textContent = note;
    this.list.replaceChildren(...items.map((each) => this.#line(each)));
    this.element.hidden = !items.length && !note;
    this.#activate(items.length ? 0 : -1);
  }

  #line(item) {
    const given = { role: "option", id: uid(), onclick: () => this.#choose(item) };
    return el("div", given, name(item.label), item.about && el("span.about", item.about));
  }

  close() {
    this.show([]);
  }

  /** Deals with a key; true if it was one for the list. */
  key(event) {
    if (this.element.hidden || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { length } = this.#items;
    if (event.key === "Escape") this.close();
    else if (!length) return false;
    else if (step) this.#activate((this.#active + step + length) % length);
    else if (event.key === "Enter" || event.key === "Tab") this.#choose(this.#items[this.#active]);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #activate(at) {
    this.#active = at;
    const lines = [...this.list.children];
    lines.forEach((each, index) => set(each, "aria-selected", String(index === at)));
    lines[at]?.scrollIntoView({ block: "nearest" });
    set(this.#input, "aria-activedescendant", lines[at]?.id);
  }
}
