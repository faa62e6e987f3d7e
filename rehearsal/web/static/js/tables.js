// Promise: "What the machine knows": every row as whoever has the machine sees it, each table and column with its
// sentence; one earlier reading can be kept, and says in words which rows are new or gone; a name is looked for.

import { ask, tell, whileBusy } from "./asking.js";
import { timeInWords } from "./clock.js";
import { el } from "./dom.js";
import { compare, look, wanted } from "./readings.js";
import { closable } from "./scenes.js";

const SEALED = /^[\w+/=-]{33,}$/;
const ENDS = 10;
/** Where a question lies, from its asking on; the other tables come behind. */
const FIRST = ["waiting", "question", "claim", "pause", "delivery"];
const rank = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
const CHANGES = { new: "New", gone: "Gone", same: "Same" };
const id = (name) => document.getElementById(name);
const many = (number, one, more) => (number === 1 ? `1 ${one}` : `${number} ${more}`);

export class Tables {
  #connection;
  #asker;
  #people = [];
  #now = null;
  #before = null;
  #typed = false;
  #dialog = id("tables");

  /** `asker()` is whose name is looked for until somebody types another one. */
  constructor(connection, asker) {
    this.#connection = connection;
    this.#asker = asker;
    closable(this.#dialog);
    id("open-tables").addEventListener("click", () => this.#open());
    const busy = { say: (words) => this.#when(words), words: "The tables are read. One moment." };
    id("tables-again").addEventListener("click", () => whileBusy(id("tables-again"), () => this.#read(), busy));
    id("tables-keep").addEventListener("click", () => this.#keep(this.#now));
    id("tables-drop").addEventListener("click", () => this.#keep(null));
    let typing = 0;
    id("tables-words").addEventListener("input", () => {
      this.#typed = id("tables-words").value !== "";
      clearTimeout(typing);
      typing = setTimeout(() => this.#draw(), 250);
    });
  }

  /** Takes what the stage says: who there is to look for. */
  update({ people }) {
    this.#people = people;
    id("tables-people").replaceChildren(...people.map(({ name }) => el("option", { value: name })));
  }

  async #open() {
    if (!this.#typed) id("tables-words").value = this.#asker();
    this.#dialog.showModal();
    id("tables-body").focus();
    id("tables-again").click();
  }

  async #read() {
    const { answer, why } = await ask(this.#connection, { do: "tables" });
    tell(id("tables-trouble"), why);
    if (!answer) return;
    this.#now = answer;
    this.#draw();
  }

  #keep(reading) {
    this.#before = reading;
    this.#draw();
    if (!reading) id("tables-keep").focus();
  }

  #when(waits = "") {
    const now = this.#now && `This is how it is at ${timeInWords(Date.parse(this.#now.asked_at))}.`;
    const before = this.#before && ` “Before” is how it was at ${timeInWords(Date.parse(this.#before.asked_at))}.`;
    id("tables-when").textContent = waits || `${now ?? ""}${before ?? ""}`;
  }

  #draw() {
    this.#when();
    id("tables-drop").hidden = this.#before === null;
    if (this.#now === null) return;
    const words = id("tables-words").value.trim();
    const tables = compare(this.#now, this.#before);
    const { person, finds } = wanted(words, this.#people);
    const found = words ? look(tables, finds) : [];
    id("tables-found").dataset.found = String(found.length > 0);
    id("tables-found").textContent = verdict({ words, person, found, tables });
    const open = new Set([...id("tables-list").querySelectorAll("details[open]")].map((each) => each.dataset.table));
    id("tables-list").replaceChildren(...tables.toSorted((one, other) => rank(one) - rank(other)).map((table) => section(table, found, open)));
  }
}

/** What was found, in words. */
function verdict({ words, person, found, tables }) {
  if (!words) return "Type a name or a word. It is looked for in every row.";
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const these = rows === 1 ? "the one row there is" : `these ${rows} rows`;
  if (found.length) {
    const names = [...new Set(found.map(({ table }) => table.name))].map((name) => `“${name}”`);
    const where = `${names.length === 1 ? "the table" : "the tables"} ${names.join(", ")}`;
    return `${person?.name ?? `“${words}”`} is in ${many(found.length, "row", "rows")}, in ${where}. `
      + "The row says “found here”.";
  }
  if (!person) return `“${words}” is in none of ${these}. Sealed blocks were not opened.`;
  return `${person.name} is in none of ${these}: not the name, and not the number of the account. `
    + "Sealed blocks were not opened.";
}

function section(table, found, open) {
  const heading = `table-${table.name}`;
  const compared = table.rows.some(({ change }) => change !== null);
  return el("section", { class: "table", "aria-labelledby": heading },
    el("h3", { id: heading }, table.name, el("span", { class: "soft count" }, ` ${count(table.rows)}`)),
    el("p", { class: "soft" }, table.about),
    columnsInWords(table, open.has(table.name)),
    table.rows.length ? el("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-labelledby": heading },
      el("table", {}, head(table, compared), el("tbody", {}, table.rows.map((row) => line(table, row, found, compared)))))
      : null);
}

/** "4 rows", or with a "before", "2 new, 1 gone, 3 the same". */
function count(rows) {
  const of = (change) => rows.filter((row) => row.change === change).length;
  if (!rows.length) return "no rows";
  if (rows[0].change === null) return many(rows.length, "row", "rows");
  return `${of("new")} new, ${of("gone")} gone, ${of("same")} the same`;
}

function columnsInWords(table, isOpen) {
  return el("details", { class: "columns", "data-table": table.name, open: isOpen },
    el("summary", {}, `What the columns of “${table.name}” are`),
    el("dl", {}, table.columns.flatMap((column) => [
      el("dt", {}, el("code", {}, column.name)),
      el("dd", { id: about(table, column) }, column.about),
    ])));
}

const about = (table, column) => `about-${table.name}-${column.name}`;

function head(table, compared) {
  const headings = table.columns.map((column) =>
    el("th", { scope: "col", "aria-describedby": about(table, column) }, column.name));
  if (compared) headings.unshift(el("th", { scope: "col" }, "Since “before”"));
  return el("thead", {}, el("tr", {}, headings));
}

function line(table, row, found, compared) {
  const here = found.find((each) => each.row === row)?.columns ?? [];
  const cells = row.cells.map((text, number) => el("td", { class: here.includes(number) ? "here" : null },
    ...cell(text), here.includes(number) ? el("strong", { class: "here-word" }, " found here") : null));
  const change = compared ? el("td", { class: "change" }, CHANGES[row.change]) : null;
  return el("tr", { class: row.change }, change, cells);
}

/** A cell's text; what is sealed is cut in the middle, and a button shows the whole. */
function cell(text) {
  if (text === null) return [el("span", { class: "soft" }, "empty")];
  if (!SEALED.test(text)) return [/^[\da-f]{12,}$/.test(text) ? el("code", {}, text) : text];
  const whole = el("code", { class: "whole", hidden: true }, text);
  const button = el("button", { class: "sealed", "aria-expanded": "false" },
    el("code", {}, `${text.slice(0, ENDS)}…${text.slice(-ENDS)}`),
    el("span", { class: "soft" }, `${text.length} characters`));
  button.addEventListener("click", () => {
    whole.hidden = !whole.hidden;
    button.setAttribute("aria-expanded", String(!whole.hidden));
  });
  return [button, whole];
}
