/** A menu that opens beside a button or where somebody clicked; arrow keys, Home, End, Escape. */

import { button, el, name, rove } from "./dom.js";

const GAP = 4;
let shut = null;

/**
 * Opens a menu in `within`, and closes the one that was open. `at`: an element, or {x, y} in the window.
 * `items`: [{label, about, checked, run}]; `checked` is true or false where one of them holds now. `after()` puts the
 * focus back: when the menu is left with a key, and before a choice is carried out.
 */
export function openMenu({ within, at, label, items, after }) {
  shut?.();
  const over = new AbortController();
  const { signal } = over;
  const close = () => {
    over.abort();
    menu.remove();
    shut = null;
  };
  const leave = () => {
    close();
    after();
  };
  const lines = items.map((each) => line(each, leave));
  const menu = el("div.menu", { role: "menu", "aria-label": label, popover: "manual" }, lines);
  menu.addEventListener("keydown", (event) => {
    rove(event, lines, true);
    if (event.key !== "Escape" && event.key !== "Tab") return;
    event.preventDefault();
    leave();
  });
  document.addEventListener("pointerdown", ({ target }) => menu.contains(target) || close(), { signal, capture: true });
  window.addEventListener("resize", leave, { signal });
  shut = close;
  within.append(menu);
  menu.showPopover();
  put(menu, at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.x, at.y));
  (lines.find((each) => each.ariaChecked === "true") ?? lines[0]).focus();
}

function line({ label, about, checked, run }, leave) {
  const role = checked === undefined ? "menuitem" : "menuitemradio";
  const choose = () => {
    leave();
    run();
  };
  const words = [name(label), about && el("span.about", about)];
  return button("", words, choose, { role, "aria-checked": checked?.toString() });
}

/** Below what it belongs to where there is room, else above; inside the window. */
function put(menu, beside) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const within = (wanted, most) => `${Math.max(GAP, Math.min(wanted, most - GAP))}px`;
  const isBelow = beside.bottom + GAP + height < innerHeight;
  const isRight = beside.left + width < document.documentElement.clientWidth;
  menu.style.top = within(isBelow ? beside.bottom + GAP : beside.top - height - GAP, innerHeight - height);
  menu.style.left = within(isRight ? beside.left : beside.right - width, document.documentElement.clientWidth - width);
}
