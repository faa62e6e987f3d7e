/** A labelled field of a form or a command: label, hint and error tied to its control, so that all of it is read out. */

import { el, set, uid } from "./dom.js";

/** How many characters there are, as the server counts them. */
export const lengthOf = (text) => [...text].length;

/**
 * `controls` take the focus; of a group the label is a legend. `shown` is what stands in the page, `after` what follows
 * it. Gives {element, error(text or null), focus()}.
 */
export function labelled({ label, about, required, controls, isGroup = false, shown, after }) {
  const error = el("p.alert", { id: uid(), hidden: true });
  const hint = about && el("p.about", { id: uid(), dir: "auto" }, about);
  const optional = !required && el("p.about", { id: uid() }, "You can leave this out.");
  const told = [hint, optional].filter(Boolean).map((each) => each.id);
  if (!isGroup) controls[0].id = uid();
  const title = isGroup ? el("legend", { dir: "auto" }, label) : el("label", { dir: "auto", for: controls[0].id }, label);
  const element = el(isGroup ? "fieldset.entry" : "div.entry", title, hint, optional, shown, after, error);
  const say = (text) => {
    error.textContent = text ?? "";
    error.hidden = text === null;
    const ids = text === null ? told : [error.id, ...told];
    set(isGroup ? element : controls[0], "aria-describedby", ids.join(" ") || null);
    for (const each of controls) set(each, "aria-invalid", text !== null && "true");
  };
  say(null);
  return { element, error: say, focus: () => (controls.find((each) => each.checked) ?? controls[0])?.focus() };
}

/** "1 of 2,000 characters", which follows what is typed. */
export function counter(input, most) {
  const line = el("p.counter");
  const count = () => {
    const length = lengthOf(input.value);
    line.textContent = `${length.toLocaleString("en-GB")} of ${most.toLocaleString("en-GB")} characters`;
    line.classList.toggle("over", length > most);
  };
  input.addEventListener("input", count);
  count();
  return line;
}

/** Makes a box of several lines as high as its text, up to what the style sheet allows; gives what does so at once. */
export function grow(box) {
  const fit = () => {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  };
  box.addEventListener("input", fit);
  return fit;
}

/** What is wrong with how many were chosen, or null; without a choice, only that one is needed. */
export function wrongNumber({ required, least, most }, number) {
  if (!number) return required ? "Please choose." : null;
  if (number < least) return `Please choose at least ${least}.`;
  return most && number > most ? `Please choose ${most} at most.` : null;
}
