/**
 * One person's column of the practice room: what her own client would show her, and what it would let her do.
 *
 * It opens its own socket, and shows nothing but what came over it. Each wish shows that it waits, and how it ended,
 * beside what was pressed.
 */

import { Announcer } from "./announce.js";
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { alarm, avatar, button, el, name, whileBusy } from "./dom.js";
import { Events } from "./events.js";
import { FormDialog } from "./forms.js";
import { openMenu } from "./menus.js";
import { Messages } from "./messages.js";
import { Places } from "./places.js";
import { State } from "./state.js";
import { refresh } from "./times.js";

const FIRST_PLACE = "questions";
const KEPT = "room.place.";
const MANY = 20;
const SOON_MS = 300;
const REFRESH_MS = 20000;
const TROUBLE = {
  lost: "There is no connection. It is tried again by itself.",
  refused: "The key of this page does not fit any more. Open the address that the terminal shows.",
};

export class Column {
  #given;
  #state = new State();
  #open = null;
  #wanted;
  #form = null;
  #waiting = 0;
  #trouble = "";
  #over = new AbortController();
  #announcer = new Announcer();
  #names = {
    place: (id) => this.#state.place(id)?.name,
    person: (id) => this.#state.people.find((each) => each.id === id)?.name,
    role: (id) => this.#state.roles.find((each) => each.id === id)?.name,
    open: (id) => this.#turnTo(id),
    now: () => this.#state.now(),
  };
  #places = new Places((id) => this.#turnTo(id));
  #events = new Events((wish) => this.#ask(wish));
  #messages = new Messages({
    names: this.#names,
    you: () => this.#state.you.id,
    press: (message, at) => this.#onMessage(message, at, { do: "press", message, at }),
    choose: (message, at, values) => this.#onMessage(message, at, { do: "choose", message, at, values }),
    dismiss: (message) => this.#onMessage(message, "dismiss", { do: "dismiss", message }),
    menu: (message, at) => this.#openMenu(message, at),
  });
  #composer = new Composer(this.#state, {
    say: (place, text) => this.#ask({ do: "say", place, text }),
    command: (place, called, options) => this.#ask({ do: "command", place, name: called, options }),
    suggest: (wish) => this.#suggest({ do: "suggest", ...wish }),
  });
  #heading = el("h2", { tabindex: "-1" });
  #about = el("p.about");
  #waits = el("p.waits", { role: "status" });
  #placeHead = el("header.place-head");
  #inside = el("div.inside-column");
  #section = el("section.column", this.#inside, this.#announcer.element);
  #connection;

  /** `who`: a display name; `people()`: [{id, name, about, side}]; `become(name)`: somebody else is wanted here. */
  constructor({ who, key, root, people, become }) {
    this.#given = { who, people, become };
    this.#wanted = sessionStorage.getItem(KEPT + who) ?? FIRST_PLACE;
    this.#draw();
    root.append(this.#section);
    this.#listen();
    this.#connection = new Connection({
      path: `/room/person?who=${encodeURIComponent(who)}`,
      key,
      onMessage: (frame) => this.#take[frame.type]?.(frame),
      onStatus: (status) => this.#connected(status),
    });
  }

  /** Ends the socket, and takes the column off the page. */
  close() {
    this.#over.abort();
    this.#connection.close();
    this.#section.remove();
  }

  /** Puts the focus on the person's name, or into the form that is open. */
  focus() {
    if (this.#form) this.#form.open();
    else this.#heading.focus();
  }

  #draw() {
    const { who, people } = this.#given;
    this.#section.ariaLabel = who;
    this.#places.element.ariaLabel = `Places of ${who}`;
    this.#heading.append(name(who));
    this.#about.textContent = people().find((each) => each.name === who)?.about ?? "";
    this.#messages.element.append(this.#waits);
    const given = { "aria-label": "Change person", "aria-haspopup": "menu" };
    const change = button(".quiet", "Change", () => this.#choosePerson(change), given);
    this.#inside.append(
      el("header.person", avatar(who), el("div", this.#heading, this.#about), change),
      el("div.client", this.#places.element,
        el("div.chat", this.#events.element, this.#placeHead, this.#messages.element, this.#composer.element)));
  }

  /** While somebody works in another column, this one reads nothing out. */
  #listen() {
    const { signal } = this.#over;
    const heed = ({ target }) => {
      const column = target.closest("section.column");
      if (column) this.#messages.log.ariaLive = column === this.#section ? "polite" : "off";
    };
    document.addEventListener("focusin", heed, { signal });
    const timer = setInterval(() => refresh(this.#section, this.#state.now()), REFRESH_MS);
    signal.addEventListener("abort", () => clearInterval(timer));
  }

  #choosePerson(at) {
    const { who, people, become } = this.#given;
    const run = (chosen) => chosen !== who && become(chosen);
    const item = ({ name: label, about }) => ({ label, about, checked: label === who, run: () => run(label) });
    const items = people().map(item);
    openMenu({ within: this.#section, at, label: "Who is in this column", items, after: () => at.focus() });
  }

  /** What is done with each frame of the socket. */
  #take = {
    hello: (hello) => {
      this.#state.forget(hello);
      this.#wanted = this.#open?.name ?? this.#wanted;
      this.#open = null;
      this.#events.draw([]);
      this.#about.textContent = hello.you.about;
      this.#form?.makeVoid();
    },
    clock: (clock) => {
      this.#state.setClock(clock);
      refresh(this.#section, this.#state.now());
    },
    places: ({ places, roles }) => {
      Object.assign(this.#state, { places, roles });
      const same = this.#state.place(this.#open?.id);
      const next = same ?? places.find((each) => each.name === this.#wanted) ?? places[0];
      if (same) this.#showPlace(same);
      else if (next) this.#turnTo(next.id);
      this.#drawPlaces();
    },
    events: ({ events }) => this.#events.draw(events),
    messages: (frame) => this.#takeMessages(frame),
    offers: ({ place, commands, menus }) => {
      this.#state.offers.set(place, { commands, menus });
      if (place === this.#open?.id) this.#showPlace(this.#open);
    },
  };

  #takeMessages(frame) {
    const { place, messages, gone } = frame;
    const known = this.#state.messages.get(place);
    const fresh = messages.filter((each) => !known?.has(each.id));
    this.#state.take(frame, this.#open?.id);
    if (place !== this.#open?.id) {
      this.#drawPlaces();
      if (fresh.some((each) => each.new)) this.#announcer.say(`New in ${this.#names.place(place)}.`);
    } else if (fresh.length > MANY) {
      this.#messages.open(this.#open, this.#state.inOrder(place));
    } else {
      this.#messages.update(messages, gone);
      const changed = messages.find((each) => each.edited && !fresh.includes(each));
      if (changed) this.#announcer.say(`${changed.author.name} changed a message.`);
    }
  }

  #connected(status) {
    if (status === "connecting") return;
    this.#trouble = TROUBLE[status] ?? "";
    this.#drawWaits();
  }

  #turnTo(id) {
    this.#showPlace(this.#state.place(id));
    sessionStorage.setItem(KEPT + this.#given.who, this.#open.name);
    this.#messages.open(this.#open, this.#state.inOrder(id), this.#state.read(id));
    this.#drawPlaces();
  }

  #showPlace(place) {
    this.#open = place;
    this.#messages.setMenus(this.#state.offered(place.id).menus.length > 0);
    this.#composer.show(place);
    const hadFocus = this.#placeHead.contains(document.activeElement);
    const actions = el("div.actions", this.#actions(place));
    this.#placeHead.replaceChildren(el("h3", name(place.name)), el("p.about", place.about), actions);
    if (hadFocus) actions.querySelector("button")?.focus();
  }

  #drawPlaces() {
    this.#places.draw(this.#state.places, this.#open?.id, (id) => this.#state.unreadIn(id));
  }

  /** What can be done with a place as a whole. */
  #actions({ id, kind, people }) {
    const { name: own, direct_messages: isOpen } = this.#state.you;
    const isIn = people.includes(own);
    const wishes = {
      text: [],
      voice: [isIn ? ["Leave this room", { do: "leave" }] : ["Enter this room", { do: "enter", place: id }]],
      direct: [[isOpen ? "Keep direct messages out" : "Let direct messages in", { do: "direct_messages", open: !isOpen }]],
    }[kind];
    const alert = alarm();
    const run = (pressed, wish) => whileBusy(pressed, async () => {
      const why = await this.#ask(wish);
      alert.textContent = why ?? "";
      if (why !== null) return;
      this.#announcer.say("Done.");
      if (kind !== "direct") return;
      this.#state.you.direct_messages = wish.open;
      this.#showPlace(this.#open);
    });
    return [...wishes.map(([label, wish]) => button("", label, (event) => run(event.currentTarget, wish))), alert];
  }

  /** What is done with a message says beside it that it waits, and how it failed. */
  async #onMessage(message, at, wish) {
    const said = this.#messages.said(message, at);
    this.#messages.waiting(message, at, true);
    const why = await this.#ask(wish, () => this.#messages.focus(message, at, said));
    this.#messages.waiting(message, at, false, why);
  }

  #openMenu(message, at) {
    const place = this.#open.id;
    const from = document.activeElement.dataset.at ?? "";
    const items = this.#state.offered(place).menus.map((label) => ({
      label,
      run: () => this.#onMessage(message, "more", { do: "menu", place, message, name: label }),
    }));
    const after = () => this.#messages.focus(message, from);
    openMenu({ within: this.#section, at, label: "Menu of this message", items, after });
  }

  async #suggest(wish) {
    const { choices = [], failed, why } = await this.#connection.send(wish);
    return { choices, failed: failed ?? why ?? "" };
  }

  /**
   * Sends a wish, and shows what came of it: a form, which puts the focus back with `refocus`, or a message. Gives
   * null, or why nothing came. When the answer is not there soon, the column says that it waits.
   */
  async #ask(wish, refocus = () => this.#composer.focus()) {
    this.#waiting += 1;
    const timer = setTimeout(() => this.#drawWaits(), SOON_MS);
    const { form, message, why, failed } = await this.#connection.send(wish);
    clearTimeout(timer);
    this.#waiting -= 1;
    this.#drawWaits();
    if (form) this.#openForm(form, refocus);
    if (message) this.#messages.reveal(message);
    return why ?? failed ?? null;
  }

  #drawWaits() {
    const words = this.#trouble || (this.#waiting > 0 ? "Waiting for an answer…" : "");
    this.#waits.textContent = words;
    // What is behind a form is not read out.
    if (this.#form && words) this.#announcer.say(words);
  }

  #openForm(form, refocus) {
    this.#closeForm(true);
    const close = (tell) => {
      this.#closeForm(tell);
      refocus();
    };
    const send = async (values) => {
      const why = await this.#ask({ do: "submit", form: form.id, values }, refocus);
      if (why === null && this.#form === dialog) close(false);
      return why;
    };
    const dialog = new FormDialog(form, this.#names, { send, close: () => close(true) });
    this.#form = dialog;
    this.#inside.inert = true;
    this.#section.append(dialog.element);
    dialog.open();
  }

  #closeForm(tell) {
    if (!this.#form) return;
    if (tell) this.#connection.send({ do: "close_form", form: this.#form.id });
    this.#form.element.remove();
    this.#form = null;
    this.#inside.inert = false;
  }
}
