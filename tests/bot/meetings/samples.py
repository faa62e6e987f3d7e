"""Samples of what is about to be planned: one meeting, as many as there can be, a rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.meetings.rules import (
    LONGEST_LINK,
    LONGEST_TITLE,
    LONGEST_WHERE,
    MOST_DATES,
    MOST_MINUTES,
    Change,
    Draft,
    Meeting,
    Place,
    Rule,
    Series,
    When,
)

_ZONE = "America/Argentina/ComodRivadavia"
_BEGINS = datetime(2026, 9, 30, 13, 30, tzinfo=UTC)
_FULL = Place(where="*" * LONGEST_WHERE, link="https://a.example/".ljust(LONGEST_LINK, "x"))
_PLACES = (Place(), Place(channel=2**63 - 1), Place(where="Room 4"), Place(link="https://a.example/b"), _FULL)
_MEETING = Meeting("m" * 16, 2**63 - 1, "*" * LONGEST_TITLE, _BEGINS, _ZONE, MOST_MINUTES, _FULL)
_MANY = [
    replace(_MEETING, id=f"m{day}", starts_at=_BEGINS + timedelta(hours=day)) for day in range(MOST_DATES)
]


def _changes() -> list[tuple[Change, ...]]:
    alone = [replace(_MEETING, place=place) for place in _PLACES]
    one = [(Change(None, each),) for each in alone]
    other = [(Change(_MEETING, _MEETING),), (Change(_MEETING, None),)]
    six = _MANY[:6]
    mixed = [*six[:3], *(replace(each, title=f"{each.title[1:]}{at}") for at, each in enumerate(six[3:]))]
    in_rooms = [replace(each, place=_PLACES[at % 2]) for at, each in enumerate(six)]
    series = [tuple(map(Change, six, in_rooms)), tuple(map(Change, mixed, six))]
    gone = [tuple(Change(each, None) for each in those) for those in (six, mixed)]
    return [*one, *other, *series, *gone, tuple(Change(None, each) for each in _MANY)]


def _drafts() -> list[Draft]:
    six = _MANY[:6]
    starts = tuple(each.starts_at for each in six)
    made = tuple(Change(None, each) for each in six)
    rules = (Rule(2, 1, 3), Rule(-1, 3, 1), Rule(0, 2, 1), Rule(0, 2, 2))
    moved = frozenset(starts[:2])
    whens = [When(starts, Series(rule, _BEGINS.replace(tzinfo=None), _ZONE), moved) for rule in rules]
    only = replace(whens[0], starts=starts[:1], moved=frozenset())
    by_rule = [Draft(made, when) for when in whens]
    left_out = [Draft(each, moved=frozenset(starts[:1]), at="01:30") for each in _changes()[-5:-3]]
    return [*map(Draft, _changes()), *left_out, *by_rule, Draft(made[:1], only)]


def _of_series() -> list[Meeting]:
    """Ten of one series, as many as there can be."""
    return [replace(each, series=f"{'s' * 16} 2026-09-30T10:30:00 FREQ") for each in _MANY]


def _series() -> list[dict[str, list[Meeting]]]:
    pairs = {f"s{at}".ljust(16, "x"): _MANY[2 * at : 2 * at + 2] for at in range(5)}
    return [{}, {"s" * 16: _MANY}, pairs]


NAMED: dict[Any, Any] = {
    ("id_", str): ("s" * 16,),
    ("meetings", Sequence[Meeting]): ([_MEETING], _of_series()),
}
KINDS: dict[Any, Any] = {
    bytes: lambda: (b"a file",),
    Draft: _drafts,
    Mapping[str, Sequence[Meeting]]: _series,
    Sequence[Change]: _changes,
}
