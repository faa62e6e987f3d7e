"""What is read about the pause of a whole community."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.community.rules import LONGEST_WORDS, PastDate, PauseOfAll
from bot.core.notices import Button, Field, Form, Line, Notice, Words

#: Four rows: with more, nobody would find the one that matters.
_MOST_DATES = 20
_PAUSE = "community:pause"
_GO_ON = "community-button-go-on"


def form(words: str = "") -> Form:
    """Where a facilitator writes what everybody will read; `words` stand in it to begin with."""
    box = Field("words", "community-pause-words", "community-pause-words-hint", LONGEST_WORDS, value=words)
    return Form(_PAUSE, "", "community-pause-title", (box,), Line("community-pause-intro"))


def preview(token: str, words: str) -> Notice:
    """What will happen, before it does; `token` is the draft's."""
    buttons = (
        Button("community:stop", "community-button-stop", token, main=True),
        Button(_PAUSE, "community-button-reword", token),
        Button("community:leave", "community-button-leave"),
    )
    return Notice((Line("community-pause-preview"), Words(words), Line("community-pause-effect")), buttons)


def paused() -> Notice:
    """The pause has begun."""
    return Notice((Line("community-paused"),))


def is_paused(pause: PauseOfAll) -> Notice:
    """The pause that holds, and how it is ended."""
    parts = (Line("community-is-paused", {"since": _moment(pause.since)}), Words(pause.words))
    buttons = (
        Button("community:resume", _GO_ON, pause.key, main=True),
        Button("community:leave", "community-button-stay"),
    )
    return Notice((*parts, Line("community-resume-preview")), buttons)


def left_as_it_is(*, paused: bool) -> Notice:
    """Nothing was changed; and how it is."""
    return Notice((Line("community-stays-paused" if paused else "community-not-paused"),))


def resumed(dates: Sequence[PastDate]) -> Notice:
    """Everything goes on; `dates` passed in the pause."""
    buttons = [Button(each.action, each.line.id, each.token, values=each.line.values) for each in dates]
    more = len(buttons) - _MOST_DATES
    about = (Line("community-past-dates"),) if buttons else ()
    left_out = (Line("community-more-dates", {"count": more}),) if more > 0 else ()
    return Notice((Line("community-resumed"), *about, *left_out), tuple(buttons[:_MOST_DATES]))


def card(key: str, words: str, since: datetime) -> Notice:
    """What everybody reads when all is paused; `key` is its delivery's."""
    parts = (Line("community-card"), Words(words), Line("community-card-works", {"since": _moment(since)}))
    return Notice(parts, (_ask(key),))


def card_resumed(key: str, now: datetime) -> Notice:
    """The same card, once it all goes on."""
    return Notice((Line("community-card-resumed", {"now": _moment(now)}),), (_ask(key),))


def _ask(key: str) -> Button:
    return Button("questions:ask", "question-button-ask", key)


def _moment(when: datetime) -> str:
    return f"<t:{int(when.timestamp())}:D>"
