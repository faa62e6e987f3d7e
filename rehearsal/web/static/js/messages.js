/**
 * The messages of the place that is open, by id, oldest first: the latest are there at once, older ones follow in chunks.
 *
 * Whoever reads further up stays there when something new comes, and whoever is at the end stays at the end. Arrow keys
 * move from message to message.
 */

import { button, el, rove, set } from "./dom.js";
import { article } from "./message.js";
import { byAge } from "./state.js";
import { day } from "./times.js";

const CHUNK = 10;
const NEAR_END_PX = 48;

export class Messages {
  #does;
  #shown = new Map();
  #waiting = new Set();
  #notes = new Map();
  #opening = 0;
  #isAtEnd = true;
  #top = 0;
  #awaited = null;
  #below = new Set();
  #hasMenus = false;
  #jump = button(".jump", "", () => this.#toEnd());

  /** `does`: what message.js asks for, but isWaiting and note, which are kept here. */
  constructor(does) {
    this.#does = { ...does, isWaiting: (id, at) => this.#waiting.has(`${id} ${at}`), note: (id) => this.#notes.get(id) };
    this.log = el("div.log", {
      role: "log",
      tabindex: "0",
      "aria-live": "polite",
      onscroll: () => this.#scrolled(),
      onkeydown: (event) => this.#key(event),
      oncontextmenu: (event) => this.#contextMenu(event),
    });
    this.element = el("div.messages", this.log, this.#jump);
    new ResizeObserver(() => this.#isAtEnd && this.#toEnd()).observe(this.log);
  }

  /** Shows the messages of a place; above `firstUnread`, an id, a line says that the rest is new. */
  open(place, messages, firstUnread) {
    this.#shown.clear();
    this.#notes.clear();
    set(this.log, "aria-label", `Messages in ${place.name}`);
    this.log.replaceChildren(el("p.empty", "Nothing has been said here yet."));
    this.#fill(messages, firstUnread, (this.#opening += 1));
    this.#toEnd();
  }

  /** The latest first, then a chunk in each frame above what is there. */
  #fill(messages, firstUnread, opening) {
    if (opening !== this.#opening) return;
    const from = Math.max(0, messages.length - CHUNK);
    const fromEnd = this.log.scrollHeight - this.log.scrollTop;
    const items = messages.slice(from).map((each) => this.#item(each, each.id === firstUnread));
    const next = this.log.querySelector(".item");
    this.log.firstElementChild.after(...items);
    for (const each of next ? [...items, next] : items) divide(each);
    this.log.scrollTop = this.log.scrollHeight - fromEnd;
    set(this.log, "aria-busy", from > 0 && "true");
    if (from > 0) requestAnimationFrame(() => this.#fill(messages.slice(0, from), firstUnread, opening));
  }

  #item(message, isFirstUnread = false) {
    const item = el("div.item", isFirstUnread && el("p.since", "New since you looked"), article(message, this.#does));
    item.message = message;
    this.#shown.set(message.id, item);
    return item;
  }

  /** Takes a few that changed or came, and the ids of those that went. */
  update(messages, gone) {
    for (const id of gone) this.#remove(id);
    for (const message of messages) {
      const item = this.#shown.get(message.id);
      const wasLoading = item?.message.loading || item?.message.wasLoading;
      if (item) this.#redraw(item, { ...message, wasLoading });
      else this.#insert(message);
    }
    if (this.#isAtEnd) this.#toEnd();
    this.reveal(this.#awaited);
  }

  #insert(message) {
    let before = this.log.lastElementChild;
    while (before.message && byAge(before.message.id, message.id) > 0) before = before.previousElementSibling;
    const item = this.#item(message);
    before.after(item);
    divide(item);
    if (item.nextElementSibling) divide(item.nextElementSibling);
    if (!this.#isAtEnd) this.#below.add(message.id);
    this.#drawJump();
  }

  #redraw(item, message) {
    const old = item.querySelector("article");
    const held = old.contains(document.activeElement) ? document.activeElement : null;
    item.message = message;
    old.replaceWith(article(message, this.#does));
    if (held) this.focus(message.id, held.dataset.at ?? "", held.textContent);
  }

  #remove(id) {
    const item = this.#shown.get(id);
    if (!item) return;
    const next = item.nextElementSibling;
    const heir = next ?? item.previousElementSibling;
    const hadFocus = item.contains(document.activeElement);
    this.#shown.delete(id);
    this.#below.delete(id);
    item.remove();
    if (next) divide(next);
    if (hadFocus) (heir.querySelector("article") ?? this.log).focus();
    this.#drawJump();
  }

  /** Whether an answer to what was done with that part is awaited; else `note` says how it failed, if it did. */
  waiting(id, at, on, note) {
    if (on) this.#waiting.add(`${id} ${at}`);
    else this.#waiting.delete(`${id} ${at}`);
    if (note) this.#notes.set(id, note);
    else this.#notes.delete(id);
    const item = this.#shown.get(id);
    if (item) this.#redraw(item, item.message);
  }

  /** Brings a message into view, now or when it comes. */
  reveal(id) {
    const item = this.#shown.get(id);
    this.#awaited = item ? null : id;
    item?.scrollIntoView({ block: "nearest" });
  }

  /** What a part of a message says, or null where there is none. */
  said(id, at) {
    return this.#shown.get(id)?.querySelector(`article [data-at="${at}"]`)?.textContent ?? null;
  }

  /**
   * Puts the focus on a part of a message, on the message itself, or on the list where it has gone. A page that takes
   * another's place may have a button there that says something else than `said`: the next Enter must not press that.
   */
  focus(id, at, said) {
    const item = this.#shown.get(id);
    const own = item?.querySelector("article");
    const isAnother = item?.message.only_you && this.said(id, at) !== said;
    const part = isAnother ? null : own?.querySelector(`[data-at="${at}"]`);
    (part ?? own ?? this.log).focus({ preventScroll: true });
  }

  /** Whether a message's menu has anything in it here. */
  setMenus(any) {
    this.#hasMenus = any;
    this.log.classList.toggle("no-menus", !any);
  }

  #toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.#isAtEnd = true;
    this.#top = this.log.scrollTop;
    this.#scrolled();
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    // Only whoever scrolls up leaves the end: what merely changed its size does not.
    this.#isAtEnd = isNear || (this.#isAtEnd && scrollTop >= this.#top);
    this.#top = scrollTop;
    if (isNear) this.#below.clear();
    this.#drawJump();
  }

  #drawJump() {
    const count = this.#below.size;
    this.#jump.hidden = count === 0;
    this.#jump.textContent = count === 1 ? "1 new message below" : `${count} new messages below`;
  }

  #key(event) {
    const articles = [...this.log.querySelectorAll("article")];
    if (event.target !== this.log) rove(event, articles);
    else if (event.key === "ArrowUp" && articles.length) {
      event.preventDefault();
      articles.at(-1).focus();
    }
  }

  /** Right click, the menu key, or Shift and F10. */
  #contextMenu(event) {
    const item = event.target.closest(".item");
    if (!this.#hasMenus || !item?.message.menu) return;
    event.preventDefault();
    const isByMouse = event.clientX > 0 && event.button === 2;
    this.#does.menu(item.message.id, isByMouse ? { x: event.clientX, y: event.clientY } : item.querySelector(".more"));
  }
}

/** The date stands above the first message of each day. */
function divide(item) {
  const before = item.previousElementSibling?.message;
  const date = day(new Date(item.message.at));
  item.querySelector(".day")?.remove();
  if (!before || day(new Date(before.at)) !== date) item.prepend(el("p.day", { "aria-live": "off" }, date));
}
