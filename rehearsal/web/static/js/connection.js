/**
 * One WebSocket to the practice room, for as long as it is wanted.
 *
 * Its first frame is the key. When it breaks off it is opened again, after pauses that grow to ten seconds; a close
 * code from 4400 to 4499 refuses it for good. A wish always comes to an end: with the server's frame that has its `re`,
 * or with a `refused` frame of our own that says why nothing was heard.
 */

const PAUSES = [0.5, 1, 2, 4, 7, 10];
const LONGEST_FRAME = 65536;
const OFF = "There is no connection just now. Nothing was sent.";
const BROKE_OFF = "The connection broke off. Please look whether it was done before you try again.";
const TOO_LONG = "That is too long to send. Nothing was sent.";
const refused = (why) => ({ type: "refused", why });

export class Connection {
  #given;
  #socket = null;
  #wishes = new Map();
  #latest = 0;
  #tries = 0;
  #timer = null;
  #isOpen = false;
  #isOver = false;

  /**
   * `path` on this host, `/room/…`. `onMessage(frame)` gets what answers no wish. `onStatus(status)`: "connecting",
   * "open" with the first frame, "lost" until the next try, "refused" when there is no use in going on.
   */
  constructor({ path, key, onMessage, onStatus }) {
    this.#given = { path, key, onMessage, onStatus };
    this.#connect();
  }

  /** Asks for something; gives the frame that answers it, and never fails. */
  send(wish) {
    const re = (this.#latest += 1);
    const frame = JSON.stringify({ ...wish, re });
    if (new Blob([frame]).size > LONGEST_FRAME) return Promise.resolve(refused(TOO_LONG));
    if (!this.#isOpen) return Promise.resolve(refused(OFF));
    this.#socket.send(frame);
    return new Promise((resolve) => this.#wishes.set(re, resolve));
  }

  /** Ends it for good. */
  close() {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#socket.close();
    this.#giveUp(OFF);
  }

  #connect() {
    const { path, key, onStatus } = this.#given;
    onStatus("connecting");
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.#socket = new WebSocket(`${scheme}://${location.host}${path}`);
    this.#socket.onopen = ({ target }) => target.send(JSON.stringify({ key }));
    this.#socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    this.#socket.onclose = ({ code }) => this.#closed(code);
  }

  #take(frame) {
    if (this.#isOver) return;
    if (!this.#isOpen) this.#given.onStatus("open");
    this.#isOpen = true;
    this.#tries = 0;
    const answer = this.#wishes.get(frame.re) ?? this.#given.onMessage;
    this.#wishes.delete(frame.re);
    answer(frame);
  }

  #closed(code) {
    if (this.#isOver) return;
    this.#isOpen = false;
    this.#giveUp(BROKE_OFF);
    this.#isOver = code >= 4400 && code < 4500;
    this.#given.onStatus(this.#isOver ? "refused" : "lost");
    if (this.#isOver) return;
    const seconds = PAUSES[Math.min(this.#tries, PAUSES.length - 1)];
    this.#tries += 1;
    this.#timer = setTimeout(() => this.#connect(), seconds * 1000);
  }

  #giveUp(why) {
    const wishes = [...this.#wishes.values()];
    this.#wishes.clear();
    for (const resolve of wishes) resolve(refused(why));
  }
}
