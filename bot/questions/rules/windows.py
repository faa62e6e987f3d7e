"""When what waits comes out: windows on a fixed clock.

In a meeting they have the pace that the community chose; between meetings there are two a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Pace(StrEnum):
    """How often a window opens in a meeting."""

    QUICK = "quick"
    STEADY = "steady"
    CAREFUL = "careful"


LENGTHS = {
    Pace.QUICK: timedelta(seconds=20),
    Pace.STEADY: timedelta(minutes=2),
    Pace.CAREFUL: timedelta(minutes=10),
}
#: The shortest: no time in the anonymous database is finer.
GRAIN = LENGTHS[Pace.QUICK]


def window_start(now: datetime, length: timedelta = GRAIN) -> datetime:
    """The start of the window that `now` is in. Windows stand on a fixed clock, counted from 1970 in UTC."""
    seconds = int(length.total_seconds())
    return datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, UTC)


def window_end(now: datetime, length: timedelta = GRAIN) -> datetime:
    """When the window that `now` is in ends."""
    return window_start(now, length) + length


def next_hour(hours: Sequence[int], zone: str, now: datetime) -> datetime:
    """The next of these whole hours of the day after `now`, in that time zone (an IANA name)."""
    return min(moment for moment in _around(hours, zone, now) if moment > now)


def last_hour(hours: Sequence[int], zone: str, now: datetime) -> datetime:
    """The last of these whole hours before `now`."""
    return max(moment for moment in _around(hours, zone, now) if moment < now)


def _around(hours: Sequence[int], zone: str, now: datetime) -> list[datetime]:
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    days = (today + timedelta(days=by) for by in (-1, 0, 1))
    return [datetime.combine(day, time(hour), here).astimezone(UTC) for day in days for hour in hours]
