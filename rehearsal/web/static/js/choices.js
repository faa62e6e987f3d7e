/**
 * Something to choose from, made of the browser's own controls: a drop-down list where one of several plain lines is
 * chosen, else radio buttons or checkboxes in a box that scrolls, with a search field when they are many.
 */

import { el, name, uid } from "./dom.js";

const MANY = 12;

/**
 * `options`: [{label, value, about}]; `chosen`: values; `most`: how many; `empty`: a drop-down list's line for nothing;
 * `spread`: never a drop-down list. Gives {element, isGroup, controls, values()}; `controls` take the focus.
 */
export function choices({ options, chosen = [], most = 1, empty = "Choose", spread = false, required = false }) {
  const isPlain = most === 1 && !spread && options.every((each) => !each.about);
  return isPlain ? dropDown(options, chosen, empty, required) : box(options, chosen, most === 1 ? "radio" : "checkbox");
}

function dropDown(options, chosen, empty, required) {
  const lines = options.map((each, at) => el("option", { value: String(at) }, each.label));
  const list = el("select", { required }, el("option", { value: "" }, empty), lines);
  const at = options.findIndex((each) => chosen.includes(each.value));
  list.value = at < 0 ? "" : String(at);
  const values = () => (list.value === "" ? [] : [options[list.value].value]);
  return { element: list, isGroup: false, controls: [list], values };
}

function box(options, chosen, type) {
  const group = uid();
  const controls = options.map((each) => el("input", { type, name: group, checked: chosen.includes(each.value) }));
  const lines = options.map((each, at) => line(controls[at], each));
  const element = el("div.choices", options.length > MANY && search(options, lines), el("div.options", lines));
  const values = () => options.filter((_, at) => controls[at].checked).map((each) => each.value);
  return { element, isGroup: true, controls, values };
}

function line(input, { label, about }) {
  const note = about && el("span.about", { id: uid(), dir: "auto" }, about);
  if (note) input.setAttribute("aria-describedby", note.id);
  return el("div.option", el("label", input, name(label)), note);
}

function search(options, lines) {
  const oninput = ({ target }) => {
    const typed = target.value.trim().toLowerCase();
    lines.forEach((each, at) => (each.hidden = !options[at].label.toLowerCase().includes(typed)));
  };
  const onkeydown = (event) => event.key === "Enter" && event.preventDefault();
  return el("input", { type: "search", "aria-label": "Search this list", placeholder: "Search", oninput, onkeydown });
}
