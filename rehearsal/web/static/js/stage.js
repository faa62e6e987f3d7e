// Promise: the bar above the people. By hand it says so; in a scene it says what happened and what comes next, and
// "Next" does it. A step that fails says why and can be tried again, and at any step one can take over by hand.

import { ask, tell, whileBusy } from "./asking.js";
import { Clock } from "./clock.js";
import { el } from "./dom.js";
import { Afresh, Scenes } from "./scenes.js";

const FOLDED = "room.stage.folded";
const NARROW = "(max-width: 719.98px)";
const BOT = {
  ready: "",
  starting: "The bot is starting. This takes a few seconds.",
  away: "The bot is away, so nothing answers just now.",
};
const troubleOf = (why) => `This step did not work. ${why} You can press Next again, or take over by hand.`;
const id = (name) => document.getElementById(name);

export class Stage {
  #connection;
  #clock;
  #scenes;
  #afresh;
  #bot = "";
  #waits = "";
  #scene = null;

  /** `onAfresh()` is called when a new meeting with the opening has begun. */
  constructor(connection, { onAfresh }) {
    this.#connection = connection;
    const says = { wait: (words) => this.#wait(words), trouble: (sentence) => this.#trouble(sentence) };
    this.#clock = new Clock(connection, says);
    this.#scenes = new Scenes(connection, () => {
      this.#fold(false);
      this.#focusMain();
    });
    this.#afresh = new Afresh(connection, () => {
      this.#trouble();
      onAfresh();
      id("open-scenes").focus();
    });
    this.#listen();
    this.#fold(JSON.parse(sessionStorage.getItem(FOLDED) ?? "null") ?? matchMedia(NARROW).matches);
  }

  /** Takes what the stage says, the whole of it. */
  update(state) {
    const before = this.#scene;
    this.#scene = state.scene;
    this.#bot = BOT[state.bot];
    this.#wait(this.#waits);
    id("bot-start").hidden = state.bot !== "away";
    this.#clock.update(state);
    this.#scenes.update(state);
    this.#draw(state);
    const moved = before?.name !== state.scene?.name || before?.at !== state.scene?.at;
    if (state.scene?.trouble) this.#trouble(troubleOf(state.scene.trouble));
    else if (moved || before?.trouble) this.#trouble();
  }

  /** Whether this stands in the bar. */
  has(element) {
    return id("stage").contains(element);
  }

  /** Puts the focus on its title: all that is in the bar comes after it. */
  focus() {
    id("stage-title").focus();
  }

  #listen() {
    const say = (words) => this.#wait(words);
    const on = (name, work, words) => {
      id(name).addEventListener("click", () => whileBusy(id(name), work, { say, words }));
    };
    on("scene-step", () => this.#next(), "The step is being done. One moment.");
    on("scene-by-hand", () => this.#wish({ do: "leave_scene" }));
    on("bot-start", () => this.#wish({ do: "restart_bot" }), BOT.starting);
    for (const name of ["open-scenes", "scene-again"]) id(name).addEventListener("click", () => this.#scenes.open());
    id("scene-leave").addEventListener("click", () => this.#afresh.open("Leave the scene?", "Leave and start afresh"));
    id("afresh").addEventListener("click", () => this.#afresh.open("Start afresh?", "Start afresh"));
    id("stage-fold").addEventListener("click", () => {
      const folded = id("stage").dataset.folded !== "true";
      sessionStorage.setItem(FOLDED, JSON.stringify(folded));
      this.#fold(folded);
    });
  }

  #draw({ scene, scenes }) {
    const stood = document.activeElement;
    const over = scene?.over ?? false;
    id("stage").dataset.plays = scene ? "scene" : "hand";
    id("stage-title").textContent = scene ? scene.title : "You play by hand";
    id("stage-step").textContent = scene ? steps(scene) : "Be anyone here. Press what you like.";
    id("stage-progress").hidden = scene === null;
    id("scene-words").hidden = scene === null;
    if (scene) words(scene, scenes.find(({ name }) => name === scene.name)?.about);
    id("scene-step").hidden = scene === null || over;
    id("scene-again").hidden = !over;
    for (const name of ["scene-by-hand", "scene-leave"]) id(name).hidden = scene === null;
    id("afresh").hidden = scene !== null;
    id("open-scenes").classList.toggle("main", scene === null);
    if (stood !== document.body && stood.offsetParent === null && id("stage").contains(stood)) this.#focusMain();
  }

  async #next() {
    this.#trouble();
    const { why } = await ask(this.#connection, { do: "next" });
    if (why !== undefined) this.#trouble(troubleOf(why));
  }

  async #wish(wish) {
    const { why } = await ask(this.#connection, wish);
    this.#trouble(why);
  }

  /** The one place that focus goes to when what held it is gone. */
  #focusMain() {
    const names = ["scene-step", "scene-again", "open-scenes"];
    id(names.find((name) => !id(name).hidden)).focus();
  }

  #trouble(sentence) {
    if ((sentence ?? "") !== id("stage-trouble").textContent) tell(id("stage-trouble"), sentence);
  }

  #wait(words) {
    this.#waits = words;
    const status = words || this.#bot;
    if (id("status").textContent !== status) id("status").textContent = status;
  }

  #fold(folded) {
    id("stage").dataset.folded = String(folded);
    id("stage-fold").setAttribute("aria-expanded", String(!folded));
    id("stage-fold").textContent = folded ? "Show more" : "Show less";
  }
}

function steps({ at, of }) {
  return at === 0 ? `${of} steps` : `Step ${at} of ${of}`;
}

function words({ at, of, said, next }, about) {
  Object.assign(id("stage-progress"), { max: of, value: at });
  if (at === 0) say(id("scene-said"), "This scene", about);
  else say(id("scene-said"), "What happened", said);
  say(id("scene-next"), "What comes next", next ?? "Nothing: that was the last step.");
}

/** A line with what it is about in bold; unchanged lines are left alone, so that they are not read out again. */
function say(line, about, words) {
  if (line.textContent !== `${about}: ${words}`) line.replaceChildren(el("strong", {}, `${about}:`), ` ${words}`);
}
