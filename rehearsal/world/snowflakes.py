"""Discord's ids: the millisecond of their making, and a number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic_core import PydanticCustomError

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


def made_at(id_: int) -> datetime:
    """The moment an id tells, to the millisecond."""
    return DISCORD_EPOCH + timedelta(milliseconds=id_ >> _TIME_SHIFT)


def snowflake(value: Any) -> int:
    """An id as a number or as digits; discord.py sends both."""
    if isinstance(value, bool) or not re.fullmatch(r"[0-9]{1,20}", str(value)):
        raise PydanticCustomError(
            "NUMBER_TYPE_COERCE", 'Value "{value}" is not snowflake.', {"value": str(value)}
        )
    return int(value)
