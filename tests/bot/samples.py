"""Everything that the bot can show, built from samples: for tests that hold for all of it.

Each public function of a feature's `text.py` that makes a notice or a form is called with every
combination of the samples for its parameters. A parameter without samples is an error, so that a new
kind of notice cannot be left out.
"""

from __future__ import annotations

import inspect
import itertools
import typing
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.core.deliveries import new_key
from bot.core.notices import Button, Form, Notice
from bot.questions.rules import LONGEST, AnonymousQuestion, Asked, Card, State
from bot.questions.text import MinePage

BOT = Path(__file__).parents[2] / "bot"
SNOWFLAKE = 2**63 - 1
NOW = datetime(2026, 5, 14, 13, 0, 5, tzinfo=UTC)

WORST = {
    "letters": "x" * LONGEST,
    "asterisks": "*" * LONGEST,
    "backticks": "`" * LONGEST,
    "newlines": "\n" * LONGEST,
    "lines": "a\n" * (LONGEST // 2),
    "dashes": "-\n" * (LONGEST // 2),
    "mentions": ("<@&1>" * LONGEST)[:LONGEST],
    "links": ("[a](b) " * LONGEST)[:LONGEST],
    "four bytes": "\N{FACE WITH TEARS OF JOY}" * LONGEST,
    "one letter": "x",
}


def question(state: State, number: int = 1, words: str = "x", answer: str | None = None) -> AnonymousQuestion:
    """A question in a state, with its card out."""
    return AnonymousQuestion(
        id=f"question {number}",
        community=SNOWFLAKE,
        number=number,
        text=words,
        card=Card(SNOWFLAKE, new_key(), SNOWFLAKE),
        window=NOW,
        state=state,
        answer=None if state is State.OUT else answer or words,
        closed_on=NOW.date() if state is State.CLOSED else None,
    )


def questions() -> list[AnonymousQuestion]:
    """Questions in every state, with the worst texts."""
    made = itertools.product(State, enumerate(WORST.values(), 10**6))
    return [question(state, number, words) for state, (number, words) in made]


def _samples(kind: Any) -> list[Any]:
    if kind is AnonymousQuestion:
        return questions()
    if kind is bool:
        return [False, True]
    if kind is int:
        return [0, SNOWFLAKE]
    if kind is str:
        return [new_key(), f"t{SNOWFLAKE}"]
    if kind == Sequence[Asked]:
        return [[], *([Asked(new_key(), SNOWFLAKE, SNOWFLAKE, words)] * 3 for words in WORST.values())]
    if kind == Sequence[AnonymousQuestion]:
        return [[], questions(), questions()[::-1]]
    raise LookupError(f"tests/bot/samples.py has no samples of {kind}")


def _made_by(function: Any) -> Iterator[Any]:
    hints = typing.get_type_hints(function)
    if hints.pop("return", None) not in (Notice, Form, MinePage):
        return
    for values in itertools.product(*(_samples(kind) for kind in hints.values())):
        yield function(**dict(zip(hints, values, strict=True)))


def shown_by(module: ModuleType) -> Iterator[tuple[str, Notice | Form]]:
    """What a module's public functions make, with the function's name."""
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            for made in _made_by(function):
                yield f"{module.__name__}.{name}", made.notice if isinstance(made, MinePage) else made


def text_modules() -> list[ModuleType]:
    """Every feature's `text.py`."""
    return [import_module(f"bot.{path.parent.name}.text") for path in sorted(BOT.glob("*/text.py"))]


def all_shown() -> list[tuple[str, Notice | Form]]:
    """Everything that the bot can show, with the name of the function that made it."""
    return [made for module in text_modules() for made in shown_by(module)]


def all_buttons() -> list[Button]:
    """Every button on anything, and those of the panel as it is declared."""
    from bot.panel.rules import BUTTONS  # noqa: PLC0415 - the one list of buttons outside a text.py

    on_notices = (each.buttons for _, each in all_shown() if isinstance(each, Notice))
    return [*BUTTONS, *itertools.chain.from_iterable(on_notices)]
