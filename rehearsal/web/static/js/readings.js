// Promise: what can be said about one reading of the tables beside another, and where a person or a word stands in
// them. Pure: no page, no network. A reading is what the stage sends: `{asked_at, tables: [{name, columns, rows}]}`.

const WORD = /[\p{L}\p{N}]/u;

/**
 * The tables of `now`, each row as `{cells, change}`; `change` is "new", "gone" or "same", or null without a `before`.
 * Rows that are gone come last. Equal rows are matched one to one.
 */
export function compare(now, before) {
  const old = new Map((before?.tables ?? []).map((table) => [table.name, table]));
  const lost = [...old.values()].filter((table) => !now.tables.some(({ name }) => name === table.name));
  return [...now.tables, ...lost.map((table) => ({ ...table, rows: [] }))].map((table) => {
    if (!before) return { ...table, rows: table.rows.map((cells) => ({ cells, change: null })) };
    const left = counted(old.get(table.name)?.rows ?? []);
    const rows = table.rows.map((cells) => ({ cells, change: take(left, cells) ? "same" : "new" }));
    const gone = (old.get(table.name)?.rows ?? []).filter((cells) => take(left, cells));
    return { ...table, rows: [...rows, ...gone.map((cells) => ({ cells, change: "gone" }))] };
  });
}

function counted(rows) {
  const counts = new Map();
  for (const row of rows) counts.set(JSON.stringify(row), (counts.get(JSON.stringify(row)) ?? 0) + 1);
  return counts;
}

function take(counts, row) {
  const count = counts.get(JSON.stringify(row)) ?? 0;
  if (count) counts.set(JSON.stringify(row), count - 1);
  return count > 0;
}

/**
 * What is looked for when somebody types `words`: for one of the `people` the whole name, each part of it, and the
 * account's number, in digits and as a database writes its bytes; for anything else, the words as they are.
 */
export function wanted(words, people) {
  const person = people.find(({ name }) => name.toLowerCase() === words.toLowerCase());
  if (!person) return { person: null, finds: (cell) => cell.toLowerCase().includes(words.toLowerCase()) };
  const names = [person.name, ...person.name.split(/\s+/)].map((part) => part.toLowerCase());
  const hex = /^\d+$/.test(person.id) ? BigInt(person.id).toString(16).padStart(16, "0") : null;
  const finds = (cell) => {
    const text = cell.toLowerCase();
    return text.includes(person.id) || (hex !== null && text.includes(hex)) || names.some((name) => stands(text, name));
  };
  return { person, finds };
}

/** Whether `word` stands in `text` by itself and not inside another word: three letters are in any block by chance. */
function stands(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!WORD.test(text[at - 1] ?? " ") && !WORD.test(text[at + word.length] ?? " ")) return true;
  }
  return false;
}

/** Where it is found: `[{table, row, columns: [number]}]`, over the tables that `compare` gave. */
export function look(tables, finds) {
  return tables.flatMap((table) => table.rows.flatMap((row) => {
    const columns = row.cells.flatMap((cell, number) => (cell !== null && finds(cell) ? [number] : []));
    return columns.length ? [{ table, row, columns }] : [];
  }));
}
