"""Samples of records: empty ones, small ones, and those in which everything is as long as it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.agenda.rules import Item
from bot.core.wording import Line, Wording
from bot.meetings.rules import LONGEST_TITLE, Meeting, Place
from bot.questions.rules.public import Public
from bot.questions.rules.writing import LONGEST as LONGEST_QUESTION
from bot.questions.rules.writing import LONGEST_PLAIN
from bot.record.rules import (
    LONGEST,
    LONGEST_UNTIL,
    LONGEST_WHAT,
    LONGEST_WHO,
    MOST_ACTIONS,
    Action,
    Box,
    Content,
    Facts,
    Knowledge,
    Part,
    Posted,
    Record,
    Stage,
    View,
    view,
)
from config.settings import WORDING

_ID = 2**63 - 1
BEGAN = datetime(2026, 9, 30, 10, 30, tzinfo=UTC)
ENDED = datetime(2026, 9, 30, 12, 30, tzinfo=UTC)
RECORD = Record(
    "s" * 16, _ID, "k" * 16, "m1", "The September meeting", "Europe/London", BEGAN, ENDED, offer="o" * 8
)


def action(number: int, mark: str = "x") -> Action:
    """As long as it can be."""
    return Action(f"a{number}".ljust(16, "a"), mark * LONGEST_WHO, mark * LONGEST_WHAT, mark * LONGEST_UNTIL)


def full(mark: str) -> Content:
    """Everything that people can write, as long as it can be."""
    actions = tuple(action(number, mark) for number in range(MOST_ACTIONS))
    return Content(dict.fromkeys(Box, mark * LONGEST), tuple(Knowledge), actions)


SMALL = Content(
    {Box.DECIDED: "We meet in the morning.", Box.WHY: "Buses are fewer later."},
    (Knowledge.LIVED,),
    (Action("a" * 16, "Sam", "asks for a bigger room", "14 May"),),
)


def questions(number: int, mark: str = "x") -> tuple[Public, ...]:
    """So many, as long as they can be."""
    words, plain = mark * LONGEST_QUESTION, mark * LONGEST_PLAIN
    made = [Public(f"c{at}", at, words, True, at % 2 == 0, words, plain) for at in range(1, number)]
    return (*made, Public("c0", number, "Who decides?")) if number else ()


def facts(mark: str) -> Facts:
    """An agenda and a next meeting, as long as they can be."""
    items = tuple(Item(f"i{at}", _ID, "m1", at, mark * LONGEST_TITLE, 10) for at in range(20))
    place = Place(_ID, mark * 100, "https://meet.example/" + "x" * 200)
    return Facts(items, Meeting("m2", _ID, mark * LONGEST_TITLE, BEGAN, place=place))


def records() -> list[Record]:
    """One of each stage, small and full."""
    posted = Posted(SMALL, Facts(), date(2026, 10, 2), _ID, _ID)
    return [
        replace(RECORD, title=""),
        replace(RECORD, content=SMALL, stage=Stage.WAITS),
        replace(RECORD, title="*" * LONGEST_TITLE, content=full("*"), stage=Stage.POSTED, posted=posted),
        replace(RECORD, content=full("x"), stage=Stage.POSTED, posted=replace(posted, changed_on=None)),
    ]


def views() -> list[View]:
    """An empty one, a small one, and two that are too long for one message."""
    long = replace(RECORD, title="*" * LONGEST_TITLE)
    return [
        view(replace(RECORD, title=""), Facts(), ()),
        replace(view(replace(RECORD, content=SMALL), Facts(), questions(1)), changed_on=date(2026, 10, 2)),
        view(replace(long, content=full("*")), facts("*"), questions(60, "*")),
        view(replace(RECORD, content=full("x")), facts("x"), questions(60)),
    ]


KINDS: dict[Any, Any] = {
    View: views,
    Record: records,
    Part: lambda: tuple(Part),
    Mapping[Box, str]: lambda: [{}, dict.fromkeys(Box, "*" * LONGEST)],
    Callable[[Line], str]: lambda: (Wording(WORDING).say,),
    Sequence[Knowledge]: lambda: [(), tuple(Knowledge)],
}
