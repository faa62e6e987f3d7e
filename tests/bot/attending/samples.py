"""Samples of announcements: each place, each state, as many names and as long words as there can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.attending.rules import Announcement, Reply, Stand
from bot.meetings.rules import LONGEST_TITLE, Meeting, Place

_ID = 2**63 - 1
_SEPTEMBER = datetime(2026, 9, 30, 10, 30, tzinfo=UTC)
MEETING = Meeting("m" * 16, _ID, "*" * LONGEST_TITLE, _SEPTEMBER)
_PLACES = (
    Place(),
    Place(channel=_ID),
    Place(where="*" * 100, link="https://meet.example/" + "x" * 200),
    Place(_ID, "*" * 100, "https://meet.example/" + "x" * 200),
)


def meetings() -> list[Meeting]:
    """Meetings of several lengths, at every kind of place."""
    lengths = (60, 90, 45, 120)
    return [
        replace(MEETING, minutes=minutes, place=place)
        for minutes, place in zip(lengths, _PLACES, strict=True)
    ]


def stands() -> list[Stand]:
    """How it stood with a meeting before: elsewhere, and at another time."""
    earlier = replace(MEETING, starts_at=_SEPTEMBER - timedelta(days=7), place=_PLACES[3])
    return [Stand(earlier), Stand(replace(earlier, starts_at=_SEPTEMBER))]


def announcements() -> list[Announcement]:
    """Announcements in every state."""
    plain = [Announcement(Stand(each), "k" * 16) for each in meetings()]
    moved = replace(plain[3], was=stands()[0].meeting, number=99_999)
    over = replace(moved, over=True)
    return [*plain, moved, over, replace(moved, stand=Stand(MEETING, cancelled=True))]


def _names() -> list[dict[Reply, list[str]]]:
    return [{}, {reply: [f"<@{_ID}>"] * 50 for reply in Reply}]


KINDS: dict[Any, Any] = {
    Meeting: meetings,
    Stand: stands,
    Reply: lambda: tuple(Reply),
    Announcement: announcements,
    Announcement | None: lambda: [None, *announcements()],
    Mapping[Reply, Sequence[str]]: _names,
}
