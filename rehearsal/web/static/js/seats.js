// Promise: one column for each person who is being played, two or three (in a scene, those whom it shows); who sits
// where is kept for this tab of the browser, so that loading the page again changes nothing.

import { Column } from "./column.js";
import { el } from "./dom.js";

const KEPT = "room.seats";
const SCENE = "room.seats.scene";
const BEFORE = "room.seats.before";
const OPENING = ["Amina Yusuf", "Leila Haddad"];
const MOST = 3;

let made = 0;

const kept = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
const keep = (name, value) => sessionStorage.setItem(name, JSON.stringify(value));

export class Seats {
  #root;
  #key;
  #tabs;
  #third;
  #people = [];
  #seats = [];
  #at = 0;

  /** `root` takes the columns, `third` is the button that adds or removes the third one. */
  constructor({ root, key, tabs, third }) {
    this.#root = root;
    this.#key = key;
    this.#tabs = tabs;
    this.#third = third;
    third.addEventListener("click", () => this.#addOrRemove());
  }

  /** Who is being played, from left to right. */
  get names() {
    return this.#seats.map((seat) => seat.name);
  }

  /** Who is most likely to have asked something: in a scene the first of its people, else a lay member; or "". */
  get asker() {
    const side = (name) => this.#people.find((person) => person.name === name)?.side;
    const lay = kept(SCENE) ? undefined : this.names.find((name) => side(name) === "lay");
    return lay ?? this.names[0] ?? "";
  }

  /** Takes what the stage says: who there is, and whom the scene shows. Draws only what that changes. */
  update({ people, scene }) {
    this.#people = people;
    if (scene === null) keep(SCENE, null);
    const shown = scene && JSON.stringify([scene.name, scene.looks]);
    const again = scene?.at === 0 && this.#at > 0;
    this.#at = scene?.at ?? 0;
    if (shown && (again || kept(SCENE) !== shown)) {
      if (kept(SCENE) === null) keep(BEFORE, kept(KEPT) ?? OPENING);
      keep(SCENE, shown);
      this.#seat(scene.looks);
    } else if (this.#seats.length === 0) {
      this.#seat(kept(KEPT) ?? OPENING);
    }
  }

  /** Each column, for whoever goes from one to the next; where one is seen at a time, it is brought up. */
  parts() {
    return this.#seats.map(({ panel, column }, number) => ({
      has: (element) => panel.contains(element),
      focus: () => {
        this.#tabs.choose(number);
        column.focus();
      },
    }));
  }

  /** Seats the people who sat here before the last scene; without one, nobody moves. */
  restore() {
    const before = kept(BEFORE);
    keep(BEFORE, null);
    if (before) this.#seat(before);
  }

  /** Closes every column, for when the page is of no use any more. */
  close() {
    for (const seat of this.#seats) this.#remove(seat);
    this.#seats = [];
  }

  #seat(names) {
    const known = names.filter((name) => this.#people.some((person) => person.name === name));
    const wanted = [...new Set(known.length ? known : this.#people.slice(0, 2).map((person) => person.name))];
    const stay = this.#seats.filter((seat) => wanted.includes(seat.name));
    for (const seat of this.#seats) if (!stay.includes(seat)) this.#remove(seat);
    this.#seats = wanted.slice(0, MOST).map((name) => stay.find((seat) => seat.name === name) ?? this.#open(name));
    this.#place();
  }

  /** Puts the panels into their order without moving those that stand right: a moved one would lose its focus. */
  #place() {
    this.#seats.forEach(({ panel }, number) => {
      if (this.#root.children[number] !== panel) this.#root.insertBefore(panel, this.#root.children[number] ?? null);
    });
    keep(KEPT, this.names);
    this.#root.dataset.count = String(this.#seats.length);
    this.#tabs.show(this.#seats);
    const third = this.#seats[MOST - 1];
    this.#third.textContent = third ? `Remove ${third.name}` : "Add a third person";
    this.#third.hidden = this.#seats.length < MOST - 1 || this.#people.length < MOST;
  }

  #open(name) {
    const panel = el("div", { class: "seat", id: `seat-${(made += 1)}` });
    this.#root.append(panel);
    const column = new Column({
      who: name,
      key: this.#key,
      root: panel,
      people: () => this.#people,
      become: (other) => this.#become(panel, other),
    });
    return { name, panel, column };
  }

  #remove({ panel, column }) {
    column.close();
    panel.remove();
  }

  /** Whoever sits there becomes somebody else; if that one sits in another column, the two change places. */
  #become(panel, name) {
    const number = this.#seats.findIndex((seat) => seat.panel === panel);
    const other = this.#seats.findIndex((seat) => seat.name === name);
    if (number < 0 || number === other) return;
    const names = this.names;
    if (other >= 0) names[other] = names[number];
    names[number] = name;
    this.#seat(names);
    this.#tabs.choose(number);
    this.#seats[number].column.focus();
  }

  #addOrRemove() {
    const names = this.names;
    if (names.length === MOST) {
      this.#seat(names.slice(0, MOST - 1));
      return;
    }
    const sides = new Set(this.#people.filter((person) => names.includes(person.name)).map((person) => person.side));
    const free = this.#people.filter((person) => !names.includes(person.name));
    const next = free.find((person) => !sides.has(person.side)) ?? free[0];
    this.#seat([...names, next.name]);
    this.#tabs.choose(MOST - 1);
  }
}
