"""Showing a word to everyone because somebody, who is not named, would like that: each word once a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.errors import Refused
from bot.questions.rules.saying import Kind

#: A press; its subject is the term's id.
SHOW_WORD = Kind("show-word", done="glossary-show-done", waits="glossary-show-waits")
#: A word is shown once in this time: longer than any meeting.
ONCE_IN = timedelta(days=1)
#: How long facilitators can post what came to them first.
HELD_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Shown:
    """A term that was shown (`at` the start of a window), or that facilitators alone have (`is_held`).

    `token` is what the buttons of its message carry.
    """

    token: str
    term: str
    at: datetime
    is_held: bool = False


def shown_lately(notes: Sequence[Shown], term: str, now: datetime) -> Shown | None:
    """How everybody was shown this term within ONCE_IN; None if nobody was."""
    return next((each for each in lasting(notes, now) if each.term == term and not each.is_held), None)


def is_wanted(notes: Sequence[Shown], term: str, now: datetime, *, first: bool) -> bool:
    """Whether a term is to be shown: not while everybody has seen it.

    To facilitators `first` not while they have it either. Only that: whoever is promised that everyone will
    see it must not learn, as nothing comes, that somebody who is paused asked for it before her.
    """
    known = [each for each in lasting(notes, now) if each.term == term]
    return not (known if first else [each for each in known if not each.is_held])


def let_out(notes: Sequence[Shown], token: str, now: datetime, at: datetime) -> tuple[Shown, list[Shown]]:
    """A facilitator posts what came to them first: what is shown, and all notes then.

    Raises Refused if it was posted already, or is too old.
    """
    held = next((each for each in lasting(notes, now) if each.token == token and each.is_held), None)
    if held is None or shown_lately(notes, held.term, now):
        raise Refused("glossary-show-posted-before")
    shown = replace(held, at=at, is_held=False)
    return shown, [shown if each is held else each for each in notes]


def lasting(notes: Sequence[Shown], now: datetime) -> list[Shown]:
    """Those that still count; of one in the future (the clock was set back) only what is as near."""
    return [each for each in notes if abs(now - each.at) < (HELD_FOR if each.is_held else ONCE_IN)]
