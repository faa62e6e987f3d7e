/** One message as an article that is named by its author and time: "Equal Footing, 10:00". */

import { avatar, button, el, name, uid } from "./dom.js";
import { draw } from "./components.js";
import { drawFiles } from "./files.js";
import { markup } from "./markup.js";
import { clock } from "./times.js";

/**
 * The article of a message. `does`: names, you(), press(id, at), choose(id, at, values), dismiss(id), menu(id, at),
 * isWaiting(id, at), and note(id): what went wrong with it, or undefined.
 */
export function article(message, does) {
  const { id, author, only_you: onlyYou } = message;
  const time = clock(new Date(message.at));
  // The list is a live region: only what others say from now on is read out.
  const isQuiet = !(message.new || message.wasLoading) || author.id === does.you();
  const note = does.note(id);
  const head = header(message, time);
  return el(`article.message${onlyYou ? ".only-you" : ""}${message.rings ? ".rings" : ""}`,
    { tabindex: "-1", "aria-label": `${author.name}, ${time}`, "aria-live": isQuiet && "off", "data-id": id },
    avatar(author.name, author.bot),
    el("div.said", head, body(message, does),
      note && el("p.alert", { role: "alert" }, note), onlyYou && privately(id, does)),
    message.menu && more(id, head, does));
}

function more(id, head, does) {
  const given = { "aria-label": "Message menu", "aria-describedby": head.id, "aria-haspopup": "menu", "data-at": "more" };
  return button(".more", "•••", (event) => does.menu(id, event.currentTarget), given);
}

function header({ author, at, edited, rings, used_by: user }, time) {
  return el("header", { id: uid() }, el("strong", name(author.name)), author.bot && el("span.tag", "Bot"),
    el("time", { datetime: at }, time), edited && el("span.soft", "edited"), rings && el("span.tag", "For you"),
    user && el("span.soft", name(user), " used ", name(author.name)));
}

function body({ id, author, loading, content, parts, files }, does) {
  if (loading) return el("p.soft", "Waiting for ", name(author.name), "…");
  const act = {
    names: does.names,
    press: (at) => does.press(id, at),
    choose: (at, values) => does.choose(id, at, values),
    isWaiting: (at) => does.isWaiting(id, at),
  };
  return el(parts.length ? "div.body.parts" : "div.body",
    content && el("div.text", markup(content, does.names)), draw(parts, act),
    files.length > 0 && drawFiles(files));
}

function privately(id, does) {
  const dismiss = button(".plain", "Dismiss", () => does.dismiss(id), { "data-at": "dismiss" });
  return el("p.private", "Only you can see this", el("span", { "aria-hidden": "true" }, " · "), dismiss);
}
