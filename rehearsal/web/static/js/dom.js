/** Helpers to build DOM nodes. Whatever comes from data becomes a text node or an attribute, never markup. */

let numbered = 0;

/** An id that no other element of the page has. */
export const uid = () => `made-${(numbered += 1)}`;

/**
 * A new element: `el("p.about", {lang: "en"}, "text", node)`. Attributes that are null, undefined or false are left out,
 * and so are such children; `onclick` and the like are listeners.
 */
export function el(kind, ...rest) {
  const [tag, ...classes] = kind.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  if (rest[0]?.constructor === Object) {
    for (const [name, value] of Object.entries(rest.shift())) {
      if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
      else set(node, name, value);
    }
  }
  node.append(...rest.flat().filter((each) => each !== null && each !== undefined && each !== false));
  return node;
}

/** A button that does something when it is pressed. */
export function button(kind, label, onclick, given = {}) {
  return el(`button${kind}`, { type: "button", onclick, ...given }, label);
}

/** A place for what went wrong: it is read out as soon as something stands in it. */
export const alarm = () => el("p.alert", { role: "alert" });

/** Somebody's or something's name, in whatever direction it is written. */
export const name = (text) => el("bdi", text);

/** Sets an attribute; null, undefined or false takes it away. */
export function set(node, attribute, value) {
  if (value === null || value === undefined || value === false) node.removeAttribute(attribute);
  else node.setAttribute(attribute, value === true ? "" : value);
}

/** While something is on its way its button says so and cannot be used again; it keeps the focus. */
export function busy(node, on) {
  set(node, "aria-busy", on && "true");
  set(node, "aria-disabled", on && "true");
}

/** Runs `work()` for a button, once at a time. */
export async function whileBusy(node, work) {
  if (node.hasAttribute("aria-busy")) return;
  busy(node, true);
  await work();
  busy(node, false);
}

/** Arrow keys, Home and End: moves the focus among `nodes`, round and round with `wrap`. */
export function rove(event, nodes, wrap = false) {
  const at = nodes.indexOf(event.target);
  const last = nodes.length - 1;
  const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: last };
  const wanted = steps[event.key];
  if (at < 0 || wanted === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  nodes[wrap ? (wanted + nodes.length) % nodes.length : Math.max(0, Math.min(last, wanted))].focus();
}

/** Initials on a calm tint that follows from the name; only to look at. */
export function avatar(who, isBot = false) {
  const words = who.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((each) => [...each][0] ?? "").join("").toUpperCase();
  const node = el(isBot ? "span.avatar.bot" : "span.avatar", { "aria-hidden": "true" }, letters);
  node.style.setProperty("--hue", [...who].reduce((sum, each) => (sum * 31 + each.codePointAt(0)) % 360, 0));
  return node;
}
