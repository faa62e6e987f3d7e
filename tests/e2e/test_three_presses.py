"""Whatever somebody wants in a meeting is three presses away: `docs/three-presses.md`, pressed through."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.meetings.rules import Meeting
from rehearsal import Outcome, Person, Rehearsal, Shown
from tests.architecture.tree import ROOT
from tests.e2e.attending import decide
from tests.e2e.conftest import ask, pass_window, set_up
from tests.e2e.flows import (
    THE_FACILITATORS,
    THE_QUESTIONS,
    at,
    facilitate,
    fill,
    join,
    meeting_ends,
    meeting_starts,
    press,
    the_panel,
)
from tests.e2e.test_record import a_meeting

PAGE = (ROOT / "docs" / "three-presses.md").read_text(encoding="utf-8")
MOST = 3
_ROW = re.compile(r"^\| (?P<wish>[^|]+) \| (?P<presses>\*\*[^|]+) \| (?P<read>[^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants, what she presses, and words of what she reads then."""

    wish: str
    presses: tuple[str, ...]
    read: str


def wishes(heading: str, page: str = PAGE) -> list[Wish]:
    """The rows below a heading."""
    (part,) = (each for each in page.split("\n## ") if each.startswith(heading))
    return [
        Wish(row["wish"], tuple(re.findall(r"\*\*(.+?)\*\*", row["presses"])), row["read"])
        for row in _ROW.finditer(part)
    ]


def read(outcome: Outcome) -> str:
    """All that came of a press: a message, or a form with its boxes."""
    if outcome.form is not None:
        return "\n".join([outcome.form.title, *(field.label for field in outcome.form.fields)])
    assert outcome.message is not None, outcome.failed
    return outcome.message.text


async def walk(rehearsal: Rehearsal, person: Person, wish: Wish, channel: str, first: Shown | None) -> str:
    """She presses one after the other, each on what came of the one before; what she reads in the end."""
    on, told = first, ""
    for label in wish.presses:
        outcome = await person.press(label, channel=channel, message=on)
        await rehearsal.settle()
        on, told = outcome.message, read(outcome)
    return told


def test_there_are_twelve_wishes_of_each_and_none_takes_more_than_three_presses() -> None:
    for heading in ("Members", "Facilitators"):
        found = wishes(heading)
        assert [each.wish for each in found if len(each.presses) > MOST] == []
        assert len({each.wish for each in found}) == len(found) == 12


async def a_community_between_meetings(rehearsal: Rehearsal, folder: Path) -> None:
    """One meeting is over, with its record; the next, with an agenda, is about to begin."""
    await set_up(rehearsal)
    await join(rehearsal, "Amina", "Derek")
    await a_meeting(rehearsal, folder)
    third = Meeting("m3", rehearsal.community_id, "The third one", at(16, 10, 30) + timedelta(days=60))
    await decide(rehearsal, folder, None, third)
    await rehearsal.move_to(at(16, 10, 30))
    await meeting_starts(rehearsal)
    await ask(rehearsal, "Amina", "What is a tariff?")
    await pass_window(rehearsal)
    await facilitate(rehearsal, "Answer", {"Your answer": "A list of prices."})
    await meeting_ends(rehearsal)
    for label in ("Finish the record", "Show it as it will be", "Post it", "Meetings", "Agenda 2"):
        await press(rehearsal, "Leila", label, channel=THE_FACILITATORS)
    for title in ("Welcome", "Prices"):
        item = {"What is it called?": title, "How many minutes?": "10"}
        await fill(rehearsal, "Leila", "Add an item", item, channel=THE_FACILITATORS)
        await press(rehearsal, "Leila", "Yes, use this", channel=THE_FACILITATORS)
    await rehearsal.move_to(at(16, 10, 30) + timedelta(days=28))


async def test_each_wish_comes_true(rehearsal: Rehearsal, bot: asyncio.Task[None], tmp_path: Path) -> None:
    await a_community_between_meetings(rehearsal, tmp_path)
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")

    async def comes_true(wish: Wish, person: Person, channel: str) -> None:
        first = the_panel(person) if channel == THE_QUESTIONS else None
        told = await walk(rehearsal, person, wish, channel, first)
        assert wish.read in told, f"{wish.wish!r}: {told!r}"

    plan, start, *others = wishes("Facilitators")
    for wish in (plan, start):
        await comes_true(wish, leila, THE_FACILITATORS)
    await ask(rehearsal, "Derek", "Who sets them?")
    await pass_window(rehearsal)
    await press(rehearsal, "Derek", "I’d like to speak")
    for wish in wishes("Members"):
        await comes_true(wish, amina, THE_QUESTIONS)
    for wish in others:
        await comes_true(wish, leila, THE_FACILITATORS)
