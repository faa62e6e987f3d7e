/** Says something to screen readers when they are free. */

import { el } from "./dom.js";

const KEPT_MS = 2000;

export class Announcer {
  element = el("div.unseen", { "aria-live": "polite" });

  /** Says `text`; the same text twice is said twice. */
  say(text) {
    const line = el("p", text);
    this.element.append(line);
    setTimeout(() => line.remove(), KEPT_MS);
  }
}
