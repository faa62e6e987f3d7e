/** What one person's client knows: places, messages, offers, people, time. It draws nothing. `hello` voids all of it. */

const NOTHING = { commands: [], menus: [] };

/** Which of two ids is the older one: below 0 for the first. */
export const byAge = (one, other) => one.length - other.length || (one < other ? -1 : Number(one > other));

export class State {
  you = { id: "", name: "" };
  people = [];
  roles = [];
  places = [];
  messages = new Map();
  offers = new Map();
  #unread = new Map();
  #clock = { at: performance.now(), now: Date.now(), rate: 1 };

  /** Begins anew with a `hello` frame; the clock goes on. */
  forget({ you, people, roles = [] }) {
    Object.assign(this, { you, people, roles, places: [], messages: new Map(), offers: new Map() });
    this.#unread.clear();
  }

  /** The time of the practice room. */
  now() {
    const { at, now, rate } = this.#clock;
    return new Date(now + (performance.now() - at) * rate);
  }

  /** Takes a `clock` frame. */
  setClock({ now, rate }) {
    this.#clock = { at: performance.now(), now: Date.parse(now), rate };
  }

  place(id) {
    return this.places.find((each) => each.id === id);
  }

  /** What is offered in a place: commands, and entries of a message's menu. */
  offered(place) {
    return this.offers.get(place) ?? NOTHING;
  }

  /** The messages of a place, oldest first. */
  inOrder(place) {
    return [...(this.messages.get(place)?.values() ?? [])].sort((one, other) => byAge(one.id, other.id));
  }

  /** Takes a `messages` frame; what is new is unread, unless its place is `open` or she wrote it herself. */
  take({ place, messages, gone }, open) {
    const known = this.messages.get(place) ?? new Map();
    const unread = this.#unread.get(place) ?? new Map();
    this.messages.set(place, known);
    this.#unread.set(place, unread);
    for (const each of messages) {
      known.set(each.id, each);
      if (each.new && place !== open && each.author.id !== this.you.id) unread.set(each.id, each.rings);
    }
    for (const id of gone) {
      known.delete(id);
      unread.delete(id);
    }
  }

  /** How many are unread in a place, and whether one of them rings. */
  unreadIn(place) {
    const rings = [...(this.#unread.get(place)?.values() ?? [])];
    return { count: rings.length, rings: rings.includes(true) };
  }

  /** Everything in a place is read now; gives the id of the first that was not, or undefined. */
  read(place) {
    const ids = [...(this.#unread.get(place)?.keys() ?? [])];
    this.#unread.delete(place);
    return ids.sort(byAge)[0];
  }
}
