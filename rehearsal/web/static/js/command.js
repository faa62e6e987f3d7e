/** A slash command that was chosen: what it does, a field for each option, and a button to use it. */

import { alarm, button, el, whileBusy } from "./dom.js";
import { choices } from "./choices.js";
import { labelled } from "./fields.js";
import { Suggestions } from "./listbox.js";

const PAUSE_MS = 200;
const WHOLE = /^\s*-?\d{1,15}\s*$/;

export class CommandForm {
  #options;
  #use;
  #alert = alarm();

  /**
   * `command` as it is offered; `state` has people, places and roles. `does`: use(options) gives null or why not,
   * suggest({option, typed, options}) gives suggestions, close() goes back to writing.
   */
  constructor(command, state, does) {
    const suggest = (option, typed) => does.suggest({ option, typed, options: this.#values() });
    this.#options = command.options.map((each) => build(each, state, (typed) => suggest(each.name, typed)));
    this.#use = el("button.main", { type: "submit" }, `Use /${command.name}`);
    const onsubmit = (event) => {
      event.preventDefault();
      whileBusy(this.#use, () => this.#submit(does));
    };
    const onkeydown = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      does.close();
    };
    this.element = el("form.command", { novalidate: true, "aria-label": `/${command.name}`, onsubmit, onkeydown },
      el("p", el("strong", `/${command.name}`), ` ${command.about}`),
      this.#options.map((each) => each.element), this.#alert,
      el("div.actions", this.#use, button("", "Cancel", () => does.close())));
  }

  focus() {
    (this.#options[0] ?? this.#use).focus();
  }

  #values() {
    const given = this.#options.map((each) => [each.name, each.value()]);
    return Object.fromEntries(given.filter(([, value]) => value !== null));
  }

  async #submit(does) {
    const wrong = this.#options.filter((each) => !each.check());
    if (wrong.length) wrong[0].focus();
    else this.#alert.textContent = (await does.use(this.#values())) ?? "";
  }
}

/** A field: {element, name, value() or null for nothing, check(), focus()}. */
function build(option, state, suggest) {
  const { name, about, kind, required } = option;
  const offered = offers(option, state);
  const part = offered ? list(offered, required) : box(option, suggest);
  const isNumber = kind === "number" && !offered;
  const shown = labelled({ ...part, label: name.replaceAll("_", " "), about, required });
  const value = () => {
    const given = part.value();
    if (given === "") return null;
    return isNumber ? Number(given) : given;
  };
  const wrong = () => {
    if (value() === null) return required ? "Please fill this in." : null;
    return isNumber && !WHOLE.test(part.value()) ? "Please type a whole number." : null;
  };
  const check = () => {
    shown.error(wrong());
    return wrong() === null;
  };
  return { ...shown, name, value, check };
}

/** What one can choose from, or null where one types. */
function offers({ kind, choices: given }, { people, places, roles }) {
  const named = (some) => some.map(({ name }) => ({ label: name, value: name }));
  if (given.length) return given;
  if (kind === "yes or no") return [{ label: "Yes", value: true }, { label: "No", value: false }];
  if (kind === "person") return named(people);
  if (kind === "channel") return named(places.filter((each) => each.kind !== "direct"));
  return kind === "role" && roles.length ? named(roles) : null;
}

function list(options, required) {
  const { element: shown, controls, values } = choices({ options, required });
  return { shown, controls, value: () => values()[0] ?? "" };
}

function box({ name, kind, required, autocomplete }, suggest) {
  const inputmode = kind === "number" && "numeric";
  const input = el("input", { type: "text", required, dir: "auto", autocomplete: "off", inputmode });
  const part = { shown: input, controls: [input], value: () => input.value };
  return autocomplete ? suggested(part, input, name, suggest) : part;
}

/** With suggestions, which are asked for when typing pauses; what is typed counts, too. */
function suggested(part, input, name, suggest) {
  let taken = null;
  let timer = null;
  const found = new Suggestions(input, name, (item) => {
    taken = item;
    input.value = item.label;
    found.close();
  });
  const ask = async () => {
    const typed = input.value;
    const { choices, failed } = await suggest(typed);
    if (input.value === typed && document.activeElement === input) found.show(choices, failed);
  };
  const later = () => {
    taken = null;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  input.addEventListener("input", later);
  input.addEventListener("blur", () => found.close());
  input.addEventListener("keydown", (event) => found.key(event));
  return { ...part, shown: el("div", input, found.element), value: () => taken?.value ?? input.value };
}
