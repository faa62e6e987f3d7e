"""Samples of papers: none of anything, a little, and as much of everything as there can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.agenda.rules import Experience, Item, Pauses, Purpose
from bot.meetings.rules import LONGEST_LINK, LONGEST_TITLE, Meeting, Place
from bot.papers.rules import LONGEST_BRING, MOST_LINKS, Link, Papers, Sheet, State, Word

_ID = 2**63 - 1
_LINK = "https://a.example/".ljust(LONGEST_LINK, "x")
_SEPTEMBER = datetime(2026, 9, 30, 13, 30, tzinfo=UTC)
_ZONE = "America/Argentina/ComodRivadavia"
_FULL = Place(_ID, "*" * 100, _LINK)
MEETING = Meeting("m" * 16, _ID, "*" * LONGEST_TITLE, _SEPTEMBER, _ZONE, place=_FULL)
_PLACES = (Place(), Place(channel=_ID), Place(where="Room 4"), Place(link="https://a.example/b"))


def item(number: int = 0, **what: Any) -> Item:
    """An item of the agenda."""
    return replace(Item(f"i{number}", _ID, MEETING.id, number, f"Waiting times {number}", 20), **what)


def items() -> tuple[Item, ...]:
    """One for each purpose and each experience wanted, with and without what can be left out."""
    purposes = tuple(item(number, purpose=each) for number, each in enumerate(Purpose))
    wanted = tuple(item(5 + at, minutes=1, wanted=frozenset({each})) for at, each in enumerate(Experience))
    every = item(9, wanted=frozenset(Experience), speaker="Gwyn Davies", open="the dates", fixed="the cost")
    return (*purposes, *wanted, every)


def _most() -> Sheet:
    long = {"title": "*" * 200, "speaker": "*" * 100, "open": "*" * 900, "fixed": "*" * 900}
    many = tuple(item(number, wanted=frozenset(Experience), **long) for number in range(30))
    links = tuple(Link("*" * 100, f"{_LINK[:-1]}{at}") for at in range(MOST_LINKS))
    papers = replace(_papers()[0], meeting=MEETING, links=links, bring="*" * LONGEST_BRING)
    return Sheet(
        papers, many, tuple(Word("*" * 110, "*" * 300) for _ in range(15)), 999, "", Pauses(rest=True)
    )


def _papers() -> list[Papers]:
    waiting = Papers(replace(MEETING, title="Waits", place=_PLACES[2]), "k" * 16, due=_SEPTEMBER)
    some = replace(waiting, links=(Link("Two pages", "https://a.example/b"),), bring="tea", number=99)
    states = [replace(some, state=state) for state in State]
    return [waiting, replace(waiting, due=None), replace(some, meeting=MEETING), *states]


def sheets() -> list[Sheet]:
    """Papers with nothing, with a little at each kind of place, and with all there can be."""
    little = [Sheet(each, items(), (Word("Triage", "Who is seen first"),), 7) for each in _papers()]
    places = [
        Sheet(
            Papers(replace(MEETING, title="Waits", place=place), "k" * 16),
            *((), (), days, "The big room", Pauses(early=days > 0, rest=days > 1)),
        )
        for days, place in enumerate(_PLACES)
    ]
    many = Sheet(little[0].papers, tuple(map(item, range(30))), little[0].words * 15, 7)
    return [*little, *places, many, _most()]


KINDS: dict[Any, Any] = {Papers: _papers, Sheet: sheets}
