/** Where somebody writes, and where a slash command begins: "/" lists what is offered in the place that is open. */

import { alarm, button, el, set, uid, whileBusy } from "./dom.js";
import { CommandForm } from "./command.js";
import { grow } from "./fields.js";
import { Suggestions } from "./listbox.js";

const CANNOT = "You cannot write here.";
const NO_SUCH = "There is no such command here. If you press Enter, everybody can read what you typed.";

export class Composer {
  #state;
  #does;
  #place = null;
  #drafts = new Map();
  #command = null;
  #box = el("textarea", { id: uid(), rows: "1", dir: "auto", autocomplete: "off" });
  #label = el("label.unseen", { for: this.#box.id });
  #send = el("button.main", { type: "submit" }, "Send");
  #slash = button(".slash", "/", () => this.#offer(), { "aria-label": "Commands", title: "Commands" });
  #cannot = el("p.about", CANNOT);
  #alert = alarm();
  #fit = grow(this.#box);
  #suggestions = new Suggestions(this.#box, "Commands", (command) => this.#begin(command));
  #form = el("form.write", this.#slash, this.#label, this.#box, this.#send);
  element = el("div.composer", this.#suggestions.element, this.#cannot, this.#form, this.#alert);

  /** `does`: say(place, text) and command(place, name, options) give null or why not; suggest(wish) gives suggestions. */
  constructor(state, does) {
    this.#state = state;
    this.#does = does;
    this.#box.addEventListener("input", () => this.#typed());
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    this.#box.addEventListener("blur", () => this.#suggestions.close());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#say();
    });
  }

  /** Turns to a place, as it is now; what was typed in the one before is kept for it. */
  show(place) {
    if (this.#place && this.#place.id !== place.id) {
      this.#drafts.set(this.#place.id, this.#box.value);
      this.#box.value = this.#drafts.get(place.id) ?? "";
      this.#alert.textContent = "";
      this.#end();
    }
    this.#place = place;
    this.#draw();
  }

  focus() {
    (this.#command ?? this.#box).focus();
  }

  #draw() {
    const { name, can_write: canWrite } = this.#place;
    const any = this.#offered().length > 0;
    this.#label.textContent = canWrite ? `Write in ${name}` : `Command in ${name}`;
    this.#box.placeholder = canWrite ? `Write in ${name}` : "Type / for a command";
    this.#cannot.hidden = canWrite;
    this.#slash.hidden = !any;
    this.#send.hidden = !canWrite;
    this.#form.hidden = this.#command !== null || !(canWrite || any);
    this.#fit();
  }

  #offered() {
    return this.#state.offered(this.#place.id).commands;
  }

  #offer() {
    if (!this.#box.value.startsWith("/")) this.#box.value = "/";
    this.#box.focus();
    this.#typed();
  }

  #typed() {
    const typed = /^\/([^\n]*)$/.exec(this.#box.value)?.[1].trimEnd().toLowerCase();
    if (typed === undefined) {
      this.#suggestions.close();
      return;
    }
    const found = this.#offered().filter((each) => each.name.startsWith(typed));
    const items = found.map((each) => ({ ...each, label: `/${each.name}` }));
    this.#suggestions.show(items, !items.length && this.#place.can_write ? NO_SUCH : "");
  }

  #key(event) {
    if (this.#suggestions.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#say();
  }

  #begin(command) {
    const place = this.#place.id;
    const leave = () => {
      const hadFocus = form.element.contains(document.activeElement);
      this.#end();
      if (hadFocus) this.#box.focus();
    };
    const form = new CommandForm(command, this.#state, {
      close: leave,
      suggest: (wish) => this.#does.suggest({ place, name: command.name, ...wish }),
      use: async (options) => {
        const why = await this.#does.command(place, command.name, options);
        if (why === null && this.#command === form) leave();
        return why;
      },
    });
    this.#box.value = "";
    this.#suggestions.close();
    this.#command = form;
    this.#form.before(form.element);
    this.#draw();
    form.focus();
  }

  #end() {
    this.#command?.element.remove();
    this.#command = null;
    this.#draw();
  }

  #say() {
    const text = this.#box.value;
    const { id, can_write: canWrite } = this.#place;
    this.#alert.textContent = canWrite || !text.trim() ? "" : `${CANNOT} Type / for a command.`;
    if (!canWrite || !text.trim()) return;
    whileBusy(this.#send, async () => {
      const why = await this.#does.say(id, text);
      this.#alert.textContent = why ?? "";
      if (why !== null) return;
      if (this.#place.id !== id) this.#drafts.delete(id);
      else if (this.#box.value === text) this.#box.value = "";
      this.#fit();
    });
  }
}
