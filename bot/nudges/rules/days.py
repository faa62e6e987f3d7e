"""Bank holidays and working days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from bot.community.rules import Nation

#: Whether a day is a bank holiday.
IsHoliday = Callable[[date], bool]
_SATURDAY = 5
_A_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def bank_holidays(nation: Nation, country: str = "GB") -> IsHoliday:
    """The bank holidays of a UK nation; with ELSEWHERE those of a country (ISO 3166), none if unknown.

    The days are those of the library `holidays`, which follows each government's own list.
    """
    if nation is not Nation.ELSEWHERE:
        return holidays.country_holidays("GB", subdiv=nation.value).__contains__
    if country not in holidays.list_supported_countries():
        return _never
    return holidays.country_holidays(country).__contains__


def after_working_days(
    start: datetime, days: int, nation: Nation, zone: ZoneInfo, country: str = "GB"
) -> datetime:
    """When `days` whole working days have passed since `start`, in UTC.

    Working days are Monday to Friday without bank holidays, in `zone`; the hour of the day is that of
    `start`. Whatever begins on another day counts from the beginning of the next working day.
    """
    is_holiday = bank_holidays(nation, country)
    local = start.astimezone(zone)
    day, hour = local.date(), local.time().replace(fold=0)
    if not _is_working(day, is_holiday):
        day, hour = _next_working(day, is_holiday), time()
    for _ in range(days):
        day = _next_working(day, is_holiday)
    return datetime.combine(day, hour, zone).astimezone(UTC)


def _next_working(day: date, is_holiday: IsHoliday) -> date:
    day += _A_DAY
    while not _is_working(day, is_holiday):
        day += _A_DAY
    return day


def _is_working(day: date, is_holiday: IsHoliday) -> bool:
    return day.weekday() < _SATURDAY and not is_holiday(day)


def _never(day: date) -> bool:
    return False
