"""Samples of agendas: empty, with one item, as full as one can be, on each of its pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.agenda.rules import (
    LONGEST_SPEAKER,
    LONGEST_TITLE,
    LONGEST_WORDS,
    MOST_ITEMS,
    Approval,
    Draft,
    Experience,
    Item,
    Plan,
    Purpose,
)
from bot.agenda.text.lines import Known
from tests.bot.attending.samples import MEETING, meetings

PLAIN = Item("i" * 16, MEETING.community, MEETING.id, 0, "How appointments are made", 20)


def full(letter: str = "*") -> Item:
    """An item with all that can be said of one."""
    return replace(
        PLAIN,
        title=letter * LONGEST_TITLE,
        minutes=480,
        speaker=letter * LONGEST_SPEAKER,
        group="own1",
        purpose=Purpose.DECIDE,
        open=letter * LONGEST_WORDS,
        fixed=letter * LONGEST_WORDS,
        wanted=frozenset(Experience),
    )


def plan(*items: Item) -> Plan:
    """An agenda with these items, in this order."""
    placed = tuple(replace(each, id=f"i{at}".ljust(16, "x"), position=at) for at, each in enumerate(items))
    return Plan(MEETING.community, MEETING.id, MEETING.starts_at, placed)


def _items() -> list[Item]:
    wanted = frozenset({Experience.CARING, Experience.RESEARCH})
    others = (
        replace(PLAIN, minutes=1, group="lay", purpose=Purpose.HEAR, wanted=wanted),
        replace(PLAIN, speaker="Ama", fixed="The money", wanted=frozenset({Experience.SERVICES})),
        replace(PLAIN, open="The words", wanted=frozenset({Experience.CONDITION}), group="gone"),
    )
    return [PLAIN, *others, full(), full("x")]


def _plans() -> list[Plan]:
    many = plan(*[PLAIN] * MOST_ITEMS)
    return [
        plan(),
        plan(PLAIN),
        plan(*_items()),
        plan(*[full()] * MOST_ITEMS),
        many,
        plan(*(replace(PLAIN, open="x", minutes=10) for _ in range(5)), *[PLAIN] * 10),
        plan(*[replace(PLAIN, open="x")] * 5, PLAIN, PLAIN, PLAIN),
        replace(many, rest=7, version=999_999_999, early=False),
        replace(many, rest=0),
        plan(*(replace(full(), speaker="", open="") for _ in range(MOST_ITEMS))),
    ]


def _known() -> list[Known]:
    return [Known(meetings()[at % 4], each) for at, each in enumerate(_plans())]


def _drafts() -> list[Draft]:
    return [*(Draft(None, each) for each in _items()), Draft(full(), full("x"))]


KINDS: dict[Any, Any] = {
    Known: _known,
    Approval: lambda: tuple(Approval),
    Draft: _drafts,
    Item | None: lambda: [None, *_items()],
    Item: _items,
}
