"""Samples of meetings that are on: with as much on the agenda, and as long words, as there can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.agenda.rules import Item, Purpose
from bot.chairing.rules import Break, Stand, View
from bot.questions.rules.question import AnonymousQuestion, Card, State
from bot.sittings.rules import Sitting

_ID = 2**63 - 1
NOW = datetime(2026, 9, 30, 13, 30, tzinfo=UTC)
SITTING = Sitting("s" * 16, _ID, "m1", "First", "Europe/London", NOW, NOW + timedelta(hours=6))
VIEW = View(SITTING.id, _ID, "k" * 16, NOW, _ID, _ID)


def item(number: int, **changes: Any) -> Item:
    """An item of ten minutes, to be talked about."""
    return replace(Item(f"i{number}", _ID, "m1", number, f"Item {number}", 10), **changes)


def full(number: int) -> Item:
    """An item with all that can be said of it, each far too long and full of marks."""
    words = "*" * 2_000
    return item(number, title=words, speaker=words, purpose=Purpose.DECIDE, open=words, fixed=words)


def stands() -> list[Stand]:
    """Without an agenda; at the first, one in the middle and the last; in a break; over."""
    bare = Stand(VIEW, replace(SITTING, title="", meeting=""))
    some = [item(0), item(1, speaker="Dr Ama Boateng", purpose=Purpose.HEAR), item(2, minutes=0)]
    at = [Stand(replace(VIEW, item=f"i{number}", number=10**6), SITTING, some) for number in range(3)]
    most = Stand(replace(VIEW, item="i7"), replace(SITTING, title="*" * 100), [full(at) for at in range(15)])
    late = replace(most, ends_at=NOW + timedelta(hours=2))
    rest = Break(NOW, NOW + timedelta(minutes=10))
    rests = [replace(each, view=replace(each.view, rest=rest)) for each in (bare, at[1], late)]
    over = [replace(each, sitting=replace(each.sitting, ended_at=NOW)) for each in (bare, at[1])]
    return [bare, *at, most, late, *rests, *over]


def question(number: int, words: str = "What is a tariff?", /, **changes: Any) -> AnonymousQuestion:
    """A question that is out."""
    made = AnonymousQuestion(f"q{number}", _ID, number, words, Card(_ID, f"{number:016}", _ID), NOW)
    return replace(made, **changes)


def many() -> list[AnonymousQuestion]:
    """More open questions than anybody asks, with the longest words; and one that is read first."""
    asked = [question(number, "`*" * 750) for number in range(1, 301)]
    held = question(301, state=State.HELD, number=None)
    return [*asked[1:], replace(asked[0], answering=True), held]


KINDS: dict[Any, Any] = {
    Stand: stands,
    Item | None: lambda: [None, item(0)],
    Sequence[AnonymousQuestion] | None: lambda: [None, [], [question(1)], many()],
}
