"""What is said of signals: to whoever pressed, and to facilitators."""

from __future__ import annotations

from bot.core.notices import Button, Line, Notice, Words
from bot.signals.rules import Band, Kind

_ASK = Button("questions:ask", "question-button-ask")
_WORD = Button("contacts:word", "contact-button-word")
SEEN = "signals:seen"


def counted(kind: Kind) -> Notice:
    """What whoever presses in a meeting reads: at the first press and at every other."""
    return Notice((Line(f"signals-told-{kind}"), Line("signals-promise"), Line("signals-ask")), (_ASK,))


def no_meeting() -> Notice:
    """What whoever presses outside a meeting reads."""
    return Notice((Line("signals-no-meeting"),), (_ASK, _WORD))


def for_members() -> Notice:
    """What a facilitator reads who presses."""
    return Notice((Line("signals-for-members"),))


def shown(kind: Kind, band: Band, key: str, during: str = "") -> Notice:
    """What facilitators read in their own channel; `key` is its delivery's.

    `during` is what was on at its tick, in a facilitator's words, or empty.
    """
    going = (Line("signals-hint-during", {"item": Words(during)}),) if during else ()
    said = (Line(f"signals-{kind}-{band}"), *going, Line(f"signals-hint-{kind}"), Line("signals-hint-seen"))
    return Notice(said, (Button(SEEN, "signals-button-seen", key),))


def was_seen() -> Notice:
    """What the facilitator reads who has seen it."""
    return Notice((Line("signals-seen"),))


def is_over() -> Notice:
    """The same, when another was first, or it was over already."""
    return Notice((Line("signals-over"),))
