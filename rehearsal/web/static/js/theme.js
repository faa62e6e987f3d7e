// Promise: the page is light, dark, or as the machine is; what was chosen is kept in this browser, for this address.
// The dark and light values themselves are in css/base.css.

const KEPT = "room.colours";
const root = document.documentElement;

function show(colours) {
  if (colours === "light" || colours === "dark") root.dataset.theme = colours;
  else delete root.dataset.theme;
}

function start() {
  const choice = document.getElementById("theme");
  choice.value = root.dataset.theme ?? "";
  choice.addEventListener("change", () => {
    show(choice.value);
    localStorage.setItem(KEPT, choice.value);
  });
}

show(localStorage.getItem(KEPT));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
