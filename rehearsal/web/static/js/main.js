// Promise: starts the page. The key comes from the address, is kept for this tab and taken out of the address bar;
// without a key, or with one that is refused, the page says what to open. When the server is gone a banner says so
// until it is back; the connection tries again by itself.

import { Connection } from "./connection.js";
import { goByKey } from "./parts.js";
import { Seats } from "./seats.js";
import { Stage } from "./stage.js";
import { Tables } from "./tables.js";
import { Tabs } from "./tabs.js";

const KEY = "room.key";
const LOST = "The practice room does not answer. Was it stopped in the terminal? "
  + "This page tries again by itself, and nothing you typed is lost.";
const REFUSED = "The key in this address is not the one of the practice room that runs now. It may be from an earlier time.";
const id = (name) => document.getElementById(name);

/** The key from the address, or else the one that this tab keeps; null if there is none. */
function takeKey() {
  const given = new URLSearchParams(location.hash.slice(1)).get("key");
  if (given !== null) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(KEY) || null;
}

function lock(why) {
  sessionStorage.removeItem(KEY);
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  id("room").hidden = true;
  id("locked").hidden = false;
  id("locked-example").textContent = `${location.origin}/#key=…`;
  if (why) id("locked-why").textContent = why;
  document.title = "Open the address that the terminal shows";
}

function start(key) {
  const connection = new Connection({ path: "/room/stage", key, onMessage: take, onStatus: status });
  const seats = new Seats({ root: id("seats"), key, tabs: new Tabs(id("tabs")), third: id("people-third") });
  const stage = new Stage(connection, { onAfresh: () => seats.restore() });
  goByKey(() => [stage, ...seats.parts()]);
  const tables = new Tables(connection, () => seats.asker);

  function take(message) {
    if (message.type !== "stage") return;
    stage.update(message);
    tables.update(message);
    seats.update(message);
  }

  function status(now) {
    if (now === "refused") {
      connection.close();
      seats.close();
      lock(REFUSED);
    } else if (now === "lost") {
      id("lost").textContent = LOST;
      id("lost").hidden = false;
    } else if (now === "open") {
      id("lost").hidden = true;
    }
  }
}

const key = takeKey();
if (key === null) lock();
else start(key);

// An address with a new key, typed where the page is open already, loads nothing by itself.
addEventListener("hashchange", () => {
  if (new URLSearchParams(location.hash.slice(1)).has("key") && takeKey() !== null) location.reload();
});
