/**
 * What stands inside a line of Discord's markdown, as DOM nodes.
 *
 * `names`: place(id), person(id) and role(id) give a name or undefined; open(id) opens a place; now() is the time.
 * Links are text: nothing here asks another machine for anything.
 */

import { button, el, name } from "./dom.js";
import { styled } from "./times.js";

const SPECIAL = /[\\*_~`|<[]|@everyone\b|@here\b|https?:\/\//g;
const MARKS = [["||", "spoiler"], ["**", "strong"], ["__", "u"], ["~~", "s"], ["*", "em"], ["_", "em"]];
const DEEPEST = 12;
const isWord = (letter) => /^\w/.test(letter ?? "");
const isSpace = (letter) => /^\s?$/.test(letter ?? "");
const address = (text) => el("span.address", text);
const mention = (...text) => el("span.mention", ...text);
const person = (sign, called) => mention(sign, name(called));

/** What is recognised as a whole, and what becomes of it; `more(text)` goes on inside. */
const WHOLE = [
  [/\\([^0-9A-Za-z\s])/uy, ([, letter]) => letter],
  [/<t:(-?\d{1,11})(?::([tTdDfFR]))?>/y, time],
  [/<#(\d{1,20})>/y, ([, id], names) => channel(id, names)],
  [/<@!?(\d{1,20})>/y, ([, id], names) => person("@", names.person(id) ?? "somebody")],
  [/<@&(\d{1,20})>/y, ([, id], names) => person("@", names.role(id) ?? "a role")],
  [/<a?(:\w{2,32}:)\d{1,20}>/y, ([, emoji]) => emoji],
  [/<(\/[^:>\n]{1,100}):\d{1,20}>/y, ([, command]) => mention(command)],
  [/<(https?:\/\/[^\s<>]{1,500})>/y, ([, url]) => address(url)],
  [/\[([^\]\n]{1,300})\]\(<?(https?:\/\/[^\s)>]{1,500})>?\)/y, masked],
  [/@(?:everyone|here)\b/y, ([all]) => mention(all)],
  [/https?:\/\/[^\s<]+[^<.,:;"')\]\s]/y, ([url]) => address(url)],
];

function masked([, words, url], names, more) {
  return el("span", more(words), " (", address(url), ")");
}

function time([, seconds, style = "f"], names) {
  const date = new Date(seconds * 1000);
  return el("time", { datetime: date.toISOString(), "data-away": style === "R" }, styled(date, style, names.now()));
}

function channel(id, names) {
  const place = names.place(id);
  if (place === undefined) return mention("#a channel that is not shown to you");
  return button(".mention", ["#", name(place)], () => names.open(id));
}

/** The nodes of a text without blocks; line ends stay in it. */
export function inline(text, names, depth = 0) {
  if (depth > DEEPEST) return [text];
  const more = (inside) => inline(inside, names, depth + 1);
  const nodes = [];
  // Marks that have no end from here on, so that none is looked for twice.
  const endless = new Set();
  let at = 0;
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    nodes.push(text.slice(at, next));
    if (next === text.length) break;
    const found = whole(text, next, names, more) ?? code(text, next, endless) ?? pair(text, next, endless, more);
    const [node, end] = found ?? [text[next], next + 1];
    nodes.push(node);
    at = end;
  }
  return nodes;
}

function whole(text, at, names, more) {
  if (!"\\<[@h".includes(text[at])) return null;
  for (const [pattern, build] of WHOLE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [build(match, names, more), at + match[0].length];
  }
  return null;
}

/** Between two runs of as many backticks. */
function code(text, at, endless) {
  if (text[at] !== "`") return null;
  const runs = /`+/g;
  runs.lastIndex = at;
  const [opened] = runs.exec(text);
  const from = at + opened.length;
  let run = endless.has(opened) ? null : runs.exec(text);
  while (run && run[0] !== opened) run = runs.exec(text);
  if (run) return [el("code", { dir: "auto" }, text.slice(from, run.index)), run.index + opened.length];
  endless.add(opened);
  return [opened, from];
}

/** Between two marks that are the same. */
function pair(text, at, endless, more) {
  for (const [mark, tag] of MARKS) {
    if (!text.startsWith(mark, at) || endless.has(mark) || !opens(text, mark, at)) continue;
    const from = at + mark.length;
    const end = closing(text, mark, from);
    if (end < 0) {
      endless.add(mark);
      continue;
    }
    const build = () => more(text.slice(from, end));
    return [tag === "spoiler" ? spoiler(build) : el(tag, build()), end + mark.length];
  }
  return null;
}

function opens(text, mark, at) {
  if (mark === "*") return !isSpace(text[at + 1]);
  return mark !== "_" || !isWord(text[at - 1]);
}

/** Where the mark that opened before `from` closes; below 0 for nowhere. */
function closing(text, mark, from) {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text.startsWith(mark, at)) {
      if (at > from && closes(text, mark, at)) return at;
      if (mark.length === 1 && text[at + 1] === mark) at += 1;
    }
  }
  return -1;
}

function closes(text, mark, at) {
  const after = text[at + mark.length];
  if (mark === "||" || mark === "~~") return true;
  if (after === mark[0]) return false;
  return mark === "*" ? !isSpace(text[at - 1]) : mark !== "_" || !isWord(after);
}

/** Hidden words: not on the page before the button is pressed. */
export function spoiler(build, kind = "span") {
  const hidden = button(".spoiler", "Hidden words. Show them", () => {
    const shown = el(`${kind}.shown`, { tabindex: "-1" }, build());
    hidden.replaceWith(shown);
    shown.focus();
  });
  return hidden;
}
