"""Before each calendar quarter it is asked once who is not here."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.nudges.rules import IsHoliday
from bot.stumbles.rules import Quarter, quarter_at

_BEFORE = timedelta(days=14)
_A_DAY = timedelta(days=1)
_HOUR = time(9)
_SATURDAY = 5
_MONTHS = 3


def prompt_at(quarter: Quarter, zone: ZoneInfo, is_holiday: IsHoliday) -> datetime:
    """Two weeks before the first day of a quarter, or on the next working day: at 9:00 in a zone, in UTC."""
    day = _first_day(quarter) - _BEFORE
    while day.weekday() >= _SATURDAY or is_holiday(day):
        day += _A_DAY
    return datetime.combine(day, _HOUR, zone).astimezone(UTC)


def prompt_after(now: datetime, zone: ZoneInfo, is_holiday: IsHoliday) -> datetime:
    """The next moment, after `now`, at which it is asked."""
    following = quarter_at(now, zone.key).moved(1)
    soon = prompt_at(following, zone, is_holiday)
    return soon if soon > now else prompt_at(following.moved(1), zone, is_holiday)


def asked_about(due: datetime, zone: ZoneInfo) -> tuple[Quarter, datetime]:
    """Which quarter it is asked about at such a moment, and when that one begins, in UTC."""
    running = quarter_at(due, zone.key)
    return running.moved(1), running.ends(zone.key)


def _first_day(quarter: Quarter) -> date:
    return date(quarter.year, (quarter.number - 1) * _MONTHS + 1, 1)
