"""Discord's ids: the millisecond of their making, and a number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_TIME_SHIFT = 22


class Snowflakes:
    """Makes ids that tell the world's time and are strictly increasing, whatever the clock does."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = 0

    def next(self) -> int:
        """An id larger than every id before it."""
        milliseconds = (self._now() - DISCORD_EPOCH) // timedelta(milliseconds=1)
        self._last = max(milliseconds << _TIME_SHIFT, self._last + 1)
        return self._last


def made_at(snowflake: int) -> datetime:
    """The moment an id tells, to the millisecond."""
    return DISCORD_EPOCH + timedelta(milliseconds=snowflake >> _TIME_SHIFT)
