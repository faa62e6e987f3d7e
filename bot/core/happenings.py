"""What a delivery can put into the server's own list of events, which Discord calls scheduled events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.wording import Line, Words


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: `name` has 1 to 100 characters, `starts` and `ends` are in UTC.

    It is in the voice channel `channel`; without one, where `location` says, in 1 to 100 characters.
    """

    name: str
    starts: datetime
    ends: datetime
    channel: int | None
    location: Line | Words


@dataclass(frozen=True, slots=True)
class Listing:
    """The list has one event as `happening` says; with None, it has it no longer.

    `event` is Discord's id. Where it is 0, nobody knows of one, and it is looked for first: Discord forgets
    at once what it was asked to make, so that an answer that was lost would make a second one. It is one of
    the bot's own, but none of `others`, and as one of those that were `tried`.
    """

    event: int
    happening: Happening | None
    tried: tuple[Happening, ...]
    others: tuple[int, ...]
