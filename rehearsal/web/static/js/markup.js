/** Discord's markdown as DOM nodes: the blocks here, what stands inside a line in inline.js. Text becomes text nodes. */

import { el } from "./dom.js";
import { inline } from "./inline.js";

const FENCE = "```";
const HEADING = /^(#{1,3}) +(\S.*)$/;
const SMALL = /^-# +(\S.*)$/;
const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/;
const QUOTE = /^ *> (.*)$/;
const QUOTE_ALL = /^ *>>> /;
const DEEPEST_LIST = 6;

/** The nodes of a text; `names` as inline.js takes them. A quotation holds no other. */
export function markup(text, names, isQuoted = false) {
  const found = new DocumentFragment();
  let at = 0;
  let loose = 0;
  const flush = (end) => {
    const words = text.slice(loose, end).replace(/^\n+|\n+$/g, "");
    if (words.trim()) found.append(el("p", { dir: "auto" }, inline(words, names)));
  };
  while (at < text.length) {
    const end = lineEnd(text, at);
    const [node, next, from = at] = block(text, at, end, names, isQuoted) ?? [];
    if (node) {
      flush(from);
      found.append(node);
      loose = next;
    }
    at = next ?? end + 1;
  }
  flush(text.length);
  return found;
}

function lineEnd(text, from) {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The block that begins in a line: its node, where to go on, and where it begins if that is not the line's start. */
function block(text, at, end, names, isQuoted) {
  const line = text.slice(at, end);
  const all = !isQuoted && QUOTE_ALL.exec(line);
  if (all) return [quote(text.slice(at + all[0].length), names), text.length];
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1].length;
    return [el(`h4.head-${level}`, { dir: "auto" }, inline(heading[2], names)), end + 1];
  }
  const small = SMALL.exec(line);
  if (small) return [el("p.small", { dir: "auto" }, inline(small[1], names)), end + 1];
  if (ITEM.test(line)) return run(text, at, ITEM, (lines) => list(lines, names));
  if (isQuoted || !QUOTE.test(line)) return fence(text, at, end);
  return run(text, at, QUOTE, (lines) => quote(lines.map((each) => each[1]).join("\n"), names));
}

const quote = (text, names) => el("blockquote", markup(text, names, true));

/** All lines from here on that match go to `build`. */
function run(text, at, pattern, build) {
  const matches = [];
  while (at < text.length) {
    const end = lineEnd(text, at);
    const match = pattern.exec(text.slice(at, end));
    if (!match) break;
    matches.push(match);
    at = end + 1;
  }
  return [build(matches), at];
}

/** Two spaces more are one level deeper. */
function list(lines, names) {
  const all = new DocumentFragment();
  const lists = [];
  for (const [, spaces, number, text] of lines) {
    const level = Math.min(lists.length, Math.floor(spaces.length / 2), DEEPEST_LIST);
    const kind = number ? "ol" : "ul";
    lists.length = Math.min(lists.length, lists[level]?.localName === kind ? level + 1 : level);
    if (lists.length === level) {
      lists.push(el(kind, { start: number }));
      (lists[level - 1]?.lastElementChild ?? all).append(lists[level]);
    }
    lists[level].append(el("li", { dir: "auto" }, inline(text, names)));
  }
  return all;
}

function fence(text, at, lineEnds) {
  const begins = text.indexOf(FENCE, at);
  if (begins < 0 || begins >= lineEnds || text[begins - 1] === "\\") return null;
  const ends = text.indexOf(FENCE, begins + FENCE.length + 1);
  if (ends < 0) return null;
  const code = text.slice(begins + FENCE.length, ends).replace(/^[\w+.#-]*\n+/, "").replace(/\n+$/, "");
  return [el("pre", { tabindex: "0", dir: "auto" }, el("code", code)), ends + FENCE.length, begins];
}
