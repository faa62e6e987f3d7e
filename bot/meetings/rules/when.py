"""When meetings are, as a facilitator types it: one date, several, or a rule. Nothing is guessed.

The library dateparser knows how people write days; it is given the day only, and what it makes of it has to
agree with each number that was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

import dateparser

from bot.core.errors import Refused
from bot.meetings.rules.meeting import Change, starts_at
from bot.meetings.rules.series import Rule, Series, is_rule, read_rule
from bot.meetings.rules.typed import named_weekday, read_time

LONGEST_WHEN = 600
MOST_DATES = 10
_LONGEST_DATE = 60
_HALVES = {"a.m.": "am", "a.m": "am", "p.m.": "pm", "p.m": "pm", "noon": "12pm", "midday": "12pm"}
_HALF = re.compile(r"[ap]\.m\.?|\b(?:noon|midday)\b")
_TIME = re.compile(
    r"(?:\bat |@ ?)?(?<![\w:./-])(\d{1,2}(?:[:.]\d{2})? ?(?:am|pm)|\d{1,2}[:.]\d{2})(?![\w:/-]|\.\d)"
)
_NUMBER = re.compile(r"\d+")
#: Without letters only these are days: what comes first could be meant in two ways otherwise.
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NEAR = ("today", "tomorrow")
_CENTURY = 100


class Fault(StrEnum):
    """Why one of the dates is refused: `error-meeting-when-<value>`; those of a moment alone end as here."""

    UNREAD = "unread"
    NO_TIME = "no-time"
    TIME = "time"
    TWO = "two"
    HALF = "half"
    WEEKDAY = "weekday"
    LEFT_OUT = "left-out"
    PAST = "past"
    FAR = "far"


class _Faulty(Exception):
    """What is wrong with one date, whichever it is."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class When:
    """The beginnings of meetings, in UTC, as they were typed; `series` is what they are of, if of a rule.

    `moved` are those whose time on the wall does not exist on their day: they begin as soon as one does.
    """

    starts: tuple[datetime, ...]
    series: Series | None = None
    moved: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be so, all at once; `when` is how the dates of new meetings were read.

    `moved` are beginnings of a series that changes: its new time, `at`, does not exist on their days.
    """

    changes: tuple[Change, ...]
    when: When | None = None
    moved: frozenset[datetime] = frozenset()
    at: str = ""


def read_when(typed: str, zone: str, now: datetime) -> When:
    """The dates that were typed, separated by ";" or on lines of their own; or those that a rule gives.

    Raises Refused, with the number of the date that is meant, for what cannot be read, has no time, could be
    meant in two ways, has passed, is years away, or is never shown by a clock of `zone`.
    """
    if len(typed) > LONGEST_WHEN:
        raise Refused("error-meeting-when-long", length=len(typed), most=LONGEST_WHEN)
    dates = [" ".join(each.lower().replace(",", " ").split()) for each in re.split(r"[;\n]", typed)]
    dates = [each.rstrip(".") for each in dates if each]
    if not dates:
        raise Refused("error-meeting-when-none")
    if any(map(is_rule, dates)):
        return _by_rule(dates, zone, now)
    if len(dates) > MOST_DATES:
        raise Refused("error-meeting-when-many", count=len(dates), most=MOST_DATES)
    return When(tuple(_moment(each, at, len(dates), zone, now) for at, each in enumerate(dates, 1)))


def _by_rule(dates: list[str], zone: str, now: datetime) -> When:
    if len(dates) > 1:
        raise Refused("error-meeting-rule-alone")
    try:
        words, at = _time_of(dates[0])
    except (_Faulty, Refused) as error:
        raise _numbered(error, 1, 1) from None
    series = Series.beginning(_rule(words), at, zone, now)
    occurrences = series.next(now)
    moved = frozenset(each.starts_at for each in occurrences if each.moved)
    return When(tuple(each.starts_at for each in occurrences), series, moved)


def _rule(words: str) -> Rule:
    if len(words) > _LONGEST_DATE:
        raise Refused("error-meeting-rule")
    return read_rule(words)


def _moment(words: str, number: int, of: int, zone: str, now: datetime) -> datetime:
    today = now.astimezone(ZoneInfo(zone)).date()
    try:
        rest, at = _time_of(words, today)
        return starts_at(_day(rest, today), at, zone, now)
    except (_Faulty, Refused) as error:
        raise _numbered(error, number, of) from None


def _numbered(error: _Faulty | Refused, number: int, of: int) -> Refused:
    if isinstance(error, _Faulty):
        return Refused(f"error-meeting-when-{error.fault}", number=number, of=of, later="")
    fault = Fault(error.line.id.split("-", 2)[-1])
    later = error.line.values.get("later", "")
    return Refused(f"error-meeting-when-{fault}", number=number, of=of, later=later)


def _time_of(words: str, today: date | None = None) -> tuple[str, time]:
    """What is left without the time, and the time. With `today`, a day without a time is looked at first."""
    words = _HALF.sub(lambda found: _HALVES[found[0]], words)
    found = list(_TIME.finditer(words))
    if not found:
        if today is not None:
            _day(words, today)
        raise _Faulty(Fault.NO_TIME)
    if len(found) > 1:
        raise _Faulty(Fault.TWO)
    (only,) = found
    rest = f"{words[: only.start()]} {words[only.end() :]}"
    return " ".join(rest.split()), read_time(only[1])


def _day(words: str, today: date) -> date:
    """The day that is meant, the next one where no year was typed; raises _Faulty if that cannot be told."""
    tokens = words.split()
    weekdays = [at for at in map(named_weekday, tokens) if at is not None]
    rest = " ".join(each for each in tokens if named_weekday(each) is None).removesuffix(" at")
    day = None if len(weekdays) > 1 or len(rest) > _LONGEST_DATE else _read(rest, today)
    if day is None:
        raise _Faulty(Fault.UNREAD)
    if weekdays and day.weekday() != weekdays[0]:
        raise _Faulty(Fault.WEEKDAY)
    return day


def _read(words: str, today: date) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR.index(words))
    numeric = _YEAR_FIRST.fullmatch(words) or _DAY_FIRST.fullmatch(words)
    if numeric is None and not any(each.isalpha() for each in words):
        return None
    order = "YMD" if numeric is not None and numeric.re is _YEAR_FIRST else "DMY"
    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            # "In 3 days" is no date.
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": order,
            "PREFER_DATES_FROM": "future",
            # The future begins on the day after: today is to be in it.
            "RELATIVE_BASE": datetime.combine(today, time()) - timedelta(days=1),
            "TIMEZONE": "UTC",
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    if found is None or found.tzinfo is not None or found.time() != time():
        return None
    return found.date() if _agrees(words, found.date(), numeric) else None


def _agrees(words: str, day: date, numeric: re.Match[str] | None) -> bool:
    """Whether each number that was typed is the day's, the month's or the year's, and nothing was swapped."""
    numbers = [int(each) for each in _NUMBER.findall(words)]
    years = {day.year, day.year % _CENTURY}
    if numeric is None:
        return numbers[:1] == [day.day] and set(numbers[1:]) <= years and len(numbers) <= len("dy")
    if numeric.re is _YEAR_FIRST:
        return numbers == [day.year, day.month, day.day]
    return numbers[:2] == [day.day, day.month] and set(numbers[2:]) <= years
