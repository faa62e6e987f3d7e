/**
 * A form that the bot opened, as a dialog in its person's column. What is missing or too long is said beside its field
 * before anything is sent; what was typed survives a refusal, a failure and the loss of the connection. Escape closes it.
 */

import { alarm, button, el, uid, whileBusy } from "./dom.js";
import { choices } from "./choices.js";
import { counter, grow, labelled, lengthOf, wrongNumber } from "./fields.js";
import { markup } from "./markup.js";

const COUNTED = 200;
const MOST_IN_FILE = 256 * 1024;
const VOID = "The connection broke off, so this form cannot be sent any more. What you typed is still here: copy it, "
  + "close the form, and open it again.";

export class FormDialog {
  #does;
  #fields;
  #alert = alarm();
  #go = el("button.main", { type: "submit" }, "Send");

  /** `does`: send(values) gives null when it went, else why not; close() is called when it is closed by hand. */
  constructor(form, names, does) {
    this.id = form.id;
    this.#does = does;
    this.#fields = form.fields.map(build);
    this.element = this.#draw(form, names);
  }

  /** Puts the focus on the first field, or on the button where there is none. */
  open() {
    for (const each of this.#fields) each.fit && each.fit();
    (this.#fields[0] ?? { focus: () => this.#go.focus() }).focus();
  }

  /** The server knows this form no more: it stays, so that its text can be copied. */
  makeVoid() {
    this.#go.disabled = true;
    this.#say(VOID);
  }

  #draw({ title, texts }, names) {
    const heading = el("h3", { id: uid(), dir: "auto" }, title);
    const words = texts.map((each) => el("div.text", markup(each, names)));
    const close = button("", "Close without sending", () => this.#does.close());
    const onsubmit = (event) => {
      event.preventDefault();
      whileBusy(this.#go, () => this.#submit());
    };
    const onkeydown = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.#does.close();
    };
    const inside = el("form", { novalidate: true, onsubmit }, heading,
      el("div.form-body", this.#alert, words, this.#fields.map((each) => each.element)),
      el("div.actions", this.#go, close));
    return el("div.form-layer", el("div.form", { role: "dialog", "aria-labelledby": heading.id, onkeydown }, inside));
  }

  async #submit() {
    if (this.#go.disabled) return;
    this.#alert.textContent = "";
    const wrong = this.#fields.filter((each) => each.check() !== null);
    if (wrong.length) {
      wrong[0].focus();
      return;
    }
    const values = await Promise.all(this.#fields.map(async (each) => [each.label, await each.value()]));
    const why = await this.#does.send(Object.fromEntries(values));
    if (why !== null) this.#refused(why);
  }

  /** A refusal that names a field stands beside it, any other on top. */
  #refused(why) {
    const field = this.#fields.find((each) => why.includes(each.label));
    if (!field) {
      this.#say(why);
      return;
    }
    field.error(why);
    field.focus();
  }

  #say(text) {
    this.#alert.textContent = text;
    this.#alert.scrollIntoView({ block: "nearest" });
  }
}

/** A field: {element, label, value() or a promise of it, check() shows and gives what is wrong or null, error(text), focus(), fit()}. */
function build(field) {
  const make = { text: textBox, checkbox, files: fileBox }[field.kind] ?? choice;
  const part = make(field);
  const { label, about } = field;
  const shown = labelled({ label, about, required: field.required || make === checkbox, ...part });
  const check = () => {
    const wrong = part.wrong();
    shown.error(wrong);
    return wrong;
  };
  for (const each of part.controls) each.addEventListener("input", () => each.hasAttribute("aria-invalid") && check());
  return { ...shown, label, check, value: part.value, fit: part.fit };
}

function textBox({ value, long, placeholder, required, min_length: least, max_length: most }) {
  const given = { placeholder, required, dir: "auto", autocomplete: "off" };
  const input = long ? el("textarea", { ...given, rows: "4" }) : el("input", { ...given, type: "text" });
  input.value = value ?? "";
  const after = most > 0 && (long || most >= COUNTED) && counter(input, most);
  const wrong = () => {
    const length = lengthOf(input.value);
    if (required && !input.value.trim()) return "Please fill this in.";
    if (most && length > most) return `This has ${length} characters. ${most} is the most.`;
    return length && length < least ? `This has too few characters: ${length}. ${least} is the least.` : null;
  };
  return { controls: [input], shown: input, after, wrong, value: () => input.value, fit: long && grow(input) };
}

function checkbox({ value }) {
  const input = el("input", { type: "checkbox", checked: value === true });
  return { controls: [input], shown: input, wrong: () => null, value: () => input.checked };
}

function fileBox(field) {
  const input = el("input", { type: "file", required: field.required, multiple: field.most > 1 });
  const wrong = () => {
    const tooLarge = [...input.files].find((each) => each.size > MOST_IN_FILE);
    if (tooLarge) return `${tooLarge.name} is too large for this page. It takes files of up to 256 KB.`;
    return wrongNumber(field, input.files.length);
  };
  return { controls: [input], shown: input, wrong, value: () => Promise.all([...input.files].map(packed)) };
}

/** A file as it goes over the wire: its name, and its bytes in base64. */
async function packed(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, content: btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join("")) };
}

function choice(field) {
  const { kind, value, options, required, placeholder } = field;
  const isOne = kind === "radio" || (kind !== "checkboxes" && field.most <= 1);
  const { element: shown, controls, isGroup, values } = choices({
    options: options.map(({ label, about }) => ({ label, about, value: label })),
    chosen: [value ?? []].flat(),
    most: isOne ? 1 : 2,
    empty: placeholder ?? "Choose",
    spread: kind === "radio",
    required,
  });
  const wrong = () => wrongNumber(kind === "radio" ? { required } : field, values().length);
  return { controls, isGroup, shown, wrong, value: () => (kind === "radio" ? values()[0] ?? null : values()) };
}
