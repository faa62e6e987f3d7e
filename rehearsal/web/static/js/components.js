/**
 * The parts of a message: text, rows, buttons, selects, separators, containers, sections, files.
 *
 * `act` is for the message they belong to: press(at), choose(at, values), isWaiting(at) while an answer is awaited, and
 * `names` for what is mentioned. By its `data-at` a control is found again when its message is drawn anew.
 */

import { alarm, button, busy, el, set } from "./dom.js";
import { choices } from "./choices.js";
import { drawFiles } from "./files.js";
import { wrongNumber } from "./fields.js";
import { spoiler } from "./inline.js";
import { markup } from "./markup.js";

/** The nodes of some parts. */
export const draw = (parts, act) => parts.map((part) => DRAWN[part.kind](part, act));

const DRAWN = {
  text: (part, act) => el("div.text", markup(part.content, act.names)),
  row: (part, act) => el("div.row", draw(part.parts, act)),
  separator,
  container,
  section: ({ parts, beside }, act) => el("div.section", el("div", draw(parts, act)), draw([beside], act)),
  files: ({ files }) => drawFiles(files),
  button: pressed,
  select,
};

function separator({ line, large }) {
  return el(`hr${line ? "" : ".gap"}${large ? ".large" : ""}`, { "aria-hidden": !line && "true" });
}

function container({ accent, spoiler: isHidden, parts }, act) {
  const inside = () => draw(parts, act);
  const node = el("div.container", isHidden ? spoiler(inside, "div") : inside());
  if (accent !== null) node.style.setProperty("--tint", `#${accent.toString(16).padStart(6, "0")}`);
  return node;
}

function control(kind, label, { at, disabled }, act, run) {
  const node = button(kind, label, () => node.hasAttribute("aria-busy") || run(), { "data-at": at, disabled });
  busy(node, act.isWaiting(at));
  return node;
}

function pressed(part, act) {
  if (part.style === "link") return el("p.text", `${part.label} `, el("span.address", part.url));
  return control(`.${part.style}`, part.label, part, act, () => act.press(part.at));
}

const CHOOSE = { options: "Choose", people: "Choose people", roles: "Choose roles", channels: "Choose channels" };

/** A list, and a button that sends the choice: nothing happens merely by moving through the list. */
function select(part, act) {
  const { least, most, options } = part;
  const empty = part.placeholder ?? CHOOSE[part.of];
  const chosen = options.filter((each) => each.chosen).map((each) => each.value);
  const { element, isGroup, controls, values } = choices({ options, chosen, most, empty });
  const error = alarm();
  const send = () => {
    const wrong = wrongNumber({ required: least > 0, least, most }, values().length);
    error.textContent = wrong ?? "";
    if (wrong) controls[0].focus();
    else act.choose(part.at, values());
  };
  for (const each of controls) each.disabled = part.disabled;
  if (!isGroup) set(element, "aria-label", empty);
  const shown = isGroup ? el("fieldset", el("legend", empty), element) : element;
  return el("div.select", shown, control("", "Choose", part, act, send), error);
}
