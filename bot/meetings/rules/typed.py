"""Days and times as people type them. What could be meant in two ways is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date, time

from bot.core.errors import Refused

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST_NAME = 3
_TWO_DIGITS = 100
_THIS_CENTURY = 2_000
_MOST_HOURS, _MOST_MINUTES, _NOON = 23, 59, 12
#: Up to this hour, one digit without "am" or "pm" may be meant for the afternoon.
_COULD_BE_AFTERNOON = 7

_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]+) (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?")


def read_day(typed: str) -> date:
    """The day that was typed: "14 May 2026", "14/5/26", "2026-05-14", with or without its weekday.

    Numbers are read with the day first. Raises Refused for anything else: a day without its year, a day
    that is not in the calendar, a weekday that does not belong to it.
    """
    words = " ".join(typed.lower().replace(",", " ").split())
    weekday, rest = _weekday(words)
    try:
        day = _day(rest)
    except ValueError:
        raise Refused("error-meeting-day") from None
    if weekday is not None and day.weekday() != weekday:
        raise Refused("error-meeting-weekday")
    return day


def named_weekday(word: str) -> int | None:
    """The weekday that a word in lower case names, also in short or of several ("tuesdays"); Monday is 0."""
    return _named(word.removesuffix("s") if word.endswith("days") else word, WEEKDAYS)


def _weekday(words: str) -> tuple[int | None, str]:
    first, _, rest = words.partition(" ")
    number = _named(first, WEEKDAYS)
    return (None, words) if number is None else (number, rest)


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """The number of a name, or of its beginning."""
    if len(word) < _SHORTEST_NAME:
        return None
    return next((at for at, name in enumerate(names) if name.startswith(word)), None)


def _day(words: str) -> date:
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.groups())
        return date(year, month, day)
    if found := _DAY_FIRST.fullmatch(words):
        year = int(found[4])
        return date(year + _THIS_CENTURY if year < _TWO_DIGITS else year, int(found[3]), int(found[1]))
    if found := _IN_WORDS.fullmatch(words):
        return date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_FIRST.fullmatch(words):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    raise ValueError("no day")


def _month(word: str) -> int:
    number = _named(word, MONTHS)
    if number is None:
        raise ValueError("no month")
    return number + 1


def read_time(typed: str) -> time:
    """The time that was typed: "10:30", "10.30", "2 pm".

    Raises Refused for anything else, and for one such as "2:30", which may be meant for the afternoon.
    """
    found = _TIME.fullmatch(" ".join(typed.lower().split()))
    if found is None or not (found[2] or found[3]):
        raise Refused("error-meeting-time")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if hour > (_NOON if half else _MOST_HOURS) or minute > _MOST_MINUTES or (half and hour == 0):
        raise Refused("error-meeting-time")
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif len(found[1]) == 1 and 0 < hour < _COULD_BE_AFTERNOON:
        raise Refused("error-meeting-half", later=f"{hour + _NOON}:{minute:02}")
    return time(hour, minute)
