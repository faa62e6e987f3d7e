// Promise: a press asks the stage for one thing, once at a time, and says in words that it waits and how it ended.

const SLOW = 300;

/** Sends a wish; resolves to `{answer}`, or to `{why}`, a sentence, when it was refused or the connection broke off. */
export async function ask(connection, wish) {
  const answer = await connection.send(wish);
  return answer.type === "refused" ? { why: answer.why } : { answer };
}

/**
 * Runs `work()` for a button that cannot be pressed again meanwhile; it stays focusable, so that focus is not lost.
 * `say(words)` is told after a moment that it takes a while, and then that this is over.
 */
export async function whileBusy(button, work, { say = () => {}, words = "One moment." } = {}) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const slow = setTimeout(() => say(words), SLOW);
  try {
    await work();
  } finally {
    clearTimeout(slow);
    say("");
    button.removeAttribute("aria-disabled");
  }
}

/** Shows a sentence in a place for trouble, or hides the place when there is none. */
export function tell(place, sentence) {
  place.textContent = sentence ?? "";
  place.hidden = !sentence;
}
