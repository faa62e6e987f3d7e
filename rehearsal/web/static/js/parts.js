// Promise: F6 goes on to the next part of the page, with Shift to the one before: the stage, then each person. What is
// inside of one is reached with Tab. While a question about the whole page is open, F6 does nothing.

/** `parts()`: the parts in order, each with `has(element)` and `focus()`. */
export function goByKey(parts) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (document.querySelector("dialog[open]")) return;
    const all = parts();
    const here = all.findIndex((part) => part.has(document.activeElement));
    const on = event.shiftKey ? Math.max(here, 0) - 1 : here + 1;
    all.at(on % all.length).focus();
  });
}
