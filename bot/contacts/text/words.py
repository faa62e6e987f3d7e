"""What people read about a word with somebody: whoever would like one, and whoever it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.contacts.rules import LONGEST_WORD, Name
from bot.core.notices import Button, Field, Form, Line, Notice, Words

_OPEN = 4


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who would get it: None stands for the facilitators. `hours` and `cover` are told beforehand."""

    name: Name | None
    hours: str
    cover: Name | None


def day(when: date) -> str:
    """A day, as each reader's Discord shows it."""
    return f"<t:{int(datetime.combine(when, time(12), UTC).timestamp())}:D>"


# Whoever would like a word


def offer(to: Recipient, seen: date | None, *, helper: bool = False) -> Notice:
    """Who would get it, when they read it, who covers; before anything is sent. `seen`: the last one was."""
    last = () if seen is None else (Line("contact-word-last-seen", {"day": day(seen)}),)
    buttons = (
        Button("contacts:write", "contact-button-go-on", main=True),
        Button("contacts:word-never-mind", "contact-button-never-mind"),
    )
    return Notice((Line("contact-word-title"), *last, *_who(to)), (*buttons, *_helper(helper=helper)))


def _who(to: Recipient) -> tuple[Line, ...]:
    if to.name is None:
        return (Line("contact-word-facilitators"),)
    lines = [Line("contact-word-contact", {"name": to.name})]
    if to.hours:
        lines.append(Line("contact-word-hours", {"hours": Words(to.hours)}))
    if to.cover is None:
        return (*lines, Line("contact-word-no-cover"))
    return (*lines, Line("contact-word-cover", {"cover": to.cover}))


def _helper(*, helper: bool) -> tuple[Button, ...]:
    return (Button("contacts:mine", "contact-button-mine"),) if helper else ()


def waiting(id_: str, keeper: Name | None, *, helper: bool = False) -> Notice:
    """She has asked for a word, and nobody has seen it yet."""
    back = Button("contacts:take-back", "contact-button-take-back", id_)
    return Notice((Line("contact-word-waiting"), _where(keeper)), (back, *_helper(helper=helper)))


def word_form(token: str, before: str = "") -> Form:
    """Her words, if she wants to write some."""
    box = Field("text", "contact-word-label", "contact-word-hint", LONGEST_WORD, value=before, required=False)
    return Form("contacts:write", token, "contact-word-form-title", (box,))


def word_preview(token: str, to: Recipient, words: str) -> Notice:
    """What would be sent, and to whom."""
    said = (
        (Line("contact-word-preview-words"), Words(words)) if words else (Line("contact-word-preview-none"),)
    )
    buttons = (
        Button("contacts:send", "contact-button-send", token, main=True),
        Button("contacts:word-change", "contact-button-edit", token),
        Button("contacts:word-never-mind", "contact-button-never-mind", token),
    )
    return Notice((Line("contact-word-preview"), *_who(to), *said), buttons)


def word_never_mind() -> Notice:
    """Nothing was sent."""
    return Notice((Line("contact-word-never-mind"),))


def sent(id_: str, keeper: Name | None) -> Notice:
    """It is on its way, and can be taken back while nobody has seen it."""
    back = Button("contacts:take-back", "contact-button-take-back", id_)
    return Notice((Line("contact-word-sent"), _where(keeper)), (back,))


def passed_on(id_: str, keeper: Name | None) -> Notice:
    """The direct message to her: it is with somebody else now."""
    back = Button("contacts:take-back", "contact-button-take-back", id_)
    return Notice((Line("contact-word-passed-on"), _where(keeper)), (back,))


def _where(keeper: Name | None) -> Line:
    if keeper is None:
        return Line("contact-word-with-facilitators")
    return Line("contact-word-with", {"name": keeper})


def taken_back() -> Notice:
    """Her words are gone."""
    return Notice((Line("contact-word-taken-back"),))


# Whoever it reaches


def somebody_would_like(key: str, name: Name) -> Notice:
    """The direct message to her contact, what she wrote is not in it; `key` begins with the word's id."""
    return Notice((Line("contact-word-somebody", {"name": name}),), _reached(key))


def a_member_would_like(key: str, name: Name) -> Notice:
    """The note in the facilitators' channel; what she wrote is not in it."""
    return Notice((Line("contact-word-a-member", {"name": name}),), _reached(key))


def _reached(key: str) -> tuple[Button, Button]:
    return (
        Button("contacts:seen", "contact-button-seen", key, main=True),
        Button("contacts:read", "contact-button-read", key),
    )


def wrote(id_: str, name: Name, words: str, *, is_open: bool) -> Notice:
    """What they wrote, for whoever it reached only."""
    said = (Line("contact-word-wrote", {"name": name}), Words(words))
    parts = said if words else (Line("contact-word-wrote-nothing", {"name": name}),)
    seen = (Button("contacts:seen", "contact-button-seen", id_, main=True),) if is_open else ()
    return Notice(parts, seen)


def seen(name: Name) -> Notice:
    """Whoever it reached has said so."""
    return Notice((Line("contact-word-seen", {"name": name}),))


def open_words(words: Sequence[tuple[str, Name]]) -> tuple[tuple[Line, ...], tuple[Button, ...]]:
    """Lines and buttons for the first few words that wait for somebody."""
    lines = tuple(
        Line("contact-word-open", {"number": at, "name": name})
        for at, (_, name) in enumerate(words[:_OPEN], 1)
    )
    buttons = tuple(
        Button("contacts:read", "contact-button-read-number", id_, values={"number": at})
        for at, (id_, _) in enumerate(words[:_OPEN], 1)
    )
    return lines, buttons
