"""What people read about joining."""

from __future__ import annotations

from datetime import date

from bot.core.notices import Button, Line, Notice


def offer() -> Notice:
    """What would be kept, and why, before anything is."""
    return Notice(
        (Line("people-offer"),),
        (
            Button("people:confirm", "people-button-confirm", main=True),
            Button("people:notnow", "people-button-not-now"),
        ),
    )


def joined(since: date) -> Notice:
    """What somebody who has joined reads, at once and whenever she looks."""
    line = Line("people-joined", {"day": since.day, "month": since.month, "year": since.year})
    return Notice((line,), (Button("people:leave", "people-button-leave"),))


def not_now() -> Notice:
    """What somebody reads who does not want to join now."""
    return Notice((Line("people-not-now"),))


def left() -> Notice:
    """What somebody reads who has left, or had never joined."""
    return Notice((Line("people-left"),))
