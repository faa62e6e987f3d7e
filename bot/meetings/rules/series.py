"""Meetings by a rule: "second Tuesday every 3 months", "every 2 weeks on Wednesday".

A rule is kept as RFC 5545 writes it (RRULE), with the first beginning as the clock on the wall shows it, and
the zone where that clock hangs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from bot.core.errors import Refused
from bot.meetings.rules.meeting import moment
from bot.meetings.rules.typed import named_weekday

MOST_OCCURRENCES = 6
_AHEAD = relativedelta(months=18)
_MOST_MONTHS, _MOST_WEEKS = 12, 26
_LAST = -1
_SHORT = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ORDINALS = {
    **{"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3},
    **{"fourth": 4, "4th": 4, "last": _LAST},
}
_COUNTS = {"other": 2, "two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}
#: Words for whole rules.
_SAME = {
    "monthly": "every month",
    "weekly": "every week",
    "fortnightly": "every 2 weeks",
    "fortnight": "2 weeks",
    "quarterly": "every 3 months",
    "quarter": "3 months",
    "each": "every",
}
_LEFT_OUT = frozenset({"on", "the", "of", "a", "at", "in"})
_EVERY = re.compile(r"every (?:(\w+) )?(month|week)s?")
#: "Every second Tuesday of the month".
_EVERY_NTH = re.compile(r"every (\w+ \w+) (?:every )?(?:1 )?month")


@dataclass(frozen=True, slots=True)
class Rule:
    """On which days: `nth` (1 to 4, or -1 for the last) `weekday` (Monday is 0) of every so many months.

    `nth` is 0 for a weekday of every so many weeks.
    """

    nth: int
    weekday: int
    interval: int

    @property
    def text(self) -> str:
        """The rule as RFC 5545 writes it."""
        return self.every(self.interval)

    def every(self, interval: int) -> str:
        """The same days, every so many months or weeks."""
        if self.nth:
            return f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={self.nth}{_SHORT[self.weekday]}"
        return f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={_SHORT[self.weekday]}"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A beginning, in UTC; `moved` where the time of its series does not exist on that day."""

    starts_at: datetime
    moved: bool


@dataclass(frozen=True, slots=True)
class Series:
    """A rule, its first beginning on the wall (without a zone), and the zone."""

    rule: Rule
    starts: datetime
    zone: str

    @classmethod
    def beginning(cls, rule: Rule, at: time, zone: str, now: datetime) -> Series:
        """A series that begins on the next of its days, at this time."""
        wall = now.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        days = rrulestr(rule.every(1), dtstart=datetime.combine(wall.date(), at))
        return cls(rule, days.after(wall), zone)

    @property
    def text(self) -> str:
        """What is kept of it with each meeting: the first beginning on the wall, and the rule."""
        return f"{self.starts.isoformat()} {self.rule.text}"

    def next(self, now: datetime) -> list[Occurrence]:
        """The next six, fewer where they are more than 18 months away."""
        wall = now.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        days = takewhile(lambda each: each <= wall + _AHEAD, rrulestr(self.rule.text, dtstart=self.starts))
        return [occurrence(each, self.zone) for each in islice(days, MOST_OCCURRENCES)]


def occurrence(wall: datetime, zone: str) -> Occurrence:
    """The moment at which a clock of `zone` shows this, of two the first; if it never does, as soon after."""
    shown = wall
    while moment(shown, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != shown:
        shown += timedelta(minutes=1)
    return Occurrence(moment(shown, zone), shown != wall)


def is_rule(words: str) -> bool:
    """Whether words, in lower case, are meant as a rule rather than a date."""
    return any(_SAME.get(each, each).startswith("every") for each in words.split())


def read_rule(words: str) -> Rule:
    """The rule that words in lower case say, without their time.

    Raises Refused for any other, and for "every second Tuesday", which can be meant in two ways.
    """
    said = " ".join(_SAME.get(each, each) for each in words.split() if each not in _LEFT_OUT)
    if found := _EVERY_NTH.fullmatch(said):
        return _rule(found[1], "month", 1)
    found = _EVERY.search(said)
    if found is None:
        return _of_weekdays(said.removeprefix("every ").split())
    rest = " ".join(f"{said[: found.start()]} {said[found.end() :]}".split())
    return _rule(rest, found[2], _count(found[1] or "1"))


def _of_weekdays(words: list[str]) -> Rule:
    """ "Every Tuesday", "every other Tuesday"."""
    if len(words) > 1 and words[0] in _ORDINALS and named_weekday(words[1]) is not None:
        raise Refused("error-meeting-rule-which")
    interval = 1
    if words[:1] == ["other"]:
        interval, words = 2, words[1:]
    return _rule(" ".join(words), "week", interval)


def _count(word: str) -> int:
    if word in _COUNTS:
        return _COUNTS[word]
    return int(word) if word.isdecimal() and len(word) <= len("26") else 0


def _rule(words: str, unit: str, interval: int) -> Rule:
    first, _, rest = words.rpartition(" ")
    nth = _ORDINALS.get(first, 0)
    weekday = named_weekday(rest)
    most = _MOST_MONTHS if unit == "month" else _MOST_WEEKS
    fits = bool(nth) if unit == "month" else not first
    if weekday is None or not fits or not 0 < interval <= most:
        raise Refused("error-meeting-rule")
    return Rule(nth, weekday, interval)
