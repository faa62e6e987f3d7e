"""Dates on which somebody may have been born."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.questions.rules.second_look.patterns import Patterns, Span

#: A full date is taken for somebody's birth when it is at least as long ago as this.
YEARS_SINCE_BIRTH = 10
_JOINS_A_DATE = re.compile(r"[^\n!?;0-9]{0,30}")


def find_birth_dates(text: str, patterns: Patterns, today: date) -> Iterator[Span]:
    for match in patterns.date.finditer(text):
        day = _full_date(match, patterns, today)
        if day is not None and (day.year + YEARS_SINCE_BIRTH, day.month, day.day) <= (
            today.year,
            today.month,
            today.day,
        ):
            yield match.span()
    for match in patterns.born.finditer(text):
        after = patterns.date.search(text, match.end(), match.end() + 60)
        if after is not None and _JOINS_A_DATE.fullmatch(text, match.end(), after.start()):
            yield after.span()


def _part(match: re.Match[str], part: str) -> str | None:
    found = (match.groupdict().get(f"{part}{way}") for way in range(1, 6))
    return next((each for each in found if each is not None), None)


def _full_date(match: re.Match[str], patterns: Patterns, today: date) -> date | None:
    day, month, year = _part(match, "d"), _part(match, "m"), _part(match, "y")
    if day is None or month is None or year is None:
        return None
    number = int(month) if month.isdigit() else _month(month, patterns)
    years = _year(year.lstrip("'"), today)
    # The month first, as in America, where nothing else is a date.
    return _date(years, number, int(day)) or (_date(years, int(day), number) if month.isdigit() else None)


def _month(written: str, patterns: Patterns) -> int:
    return next(
        number
        for number, month in enumerate(patterns.hints.months, 1)
        if month.startswith(written.casefold())
    )


def _year(written: str, today: date) -> int:
    if len(written) == len("1956"):
        return int(written)
    century = today.year // 100 * 100
    return century + int(written) - (100 if century + int(written) > today.year else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
