"""One world with a hidden press, one without, and what everybody else found in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from tests.two_worlds import everyday
from tests.two_worlds.presses import HiddenPress
from tests.two_worlds.stage import ASKER, BEGINS, JOINED, PAUSED, WONDERED_BEFORE, Stage, When
from tests.two_worlds.transcript import Entry, Names, first_difference, renamed
from tests.two_worlds.walker import LATE, LATER, Walker

FACILITATORS = ("Leila Haddad", "Owen Beckett")
_NOT_DRAWN = (ASKER, PAUSED, *WONDERED_BEFORE, *FACILITATORS)
_LIST = "questions list"
_MENU = frozenset({"Facilitators"})
#: The second at which the hidden press is made is drawn from these.
_SECONDS = (4, 14)


@dataclass(frozen=True, slots=True)
class Recording:
    """What everybody saw until just before the window, the everyday rows then, and the channels after it."""

    entries: list[Entry]
    rows: everyday.Rows
    known: Mapping[str, str]
    after: str

    def without(self, name: str) -> list[Entry]:
        """What everybody but one person could see, comparable."""
        names = Names(self.known)
        return [*renamed(self.entries, names, but=name), *everyday.as_entries(self.rows, names)]


async def play(
    stage: Stage, seed: int, when: When, press: HiddenPress | None, *, whole_crowd: bool = False
) -> Recording:
    """One world from BEGINS to the end of its window, the same from the same seed but for the press."""
    dice = Random(seed)
    moments = _moments(when, BEGINS + timedelta(seconds=dice.randint(*_SECONDS)))
    await stage.rehearsal.move_to(moments[0])
    if press is not None:
        await _do(stage, press)
    await stage.rehearsal.settle()
    await _meanwhile(stage, moments, dice, whole_crowd=whole_crowd)
    rows = everyday.rows(stage.folder)
    entries = [*stage.transcript.entries, *stage.transcript.carried]
    await stage.rehearsal.move_to(_window_after(when))
    return Recording(entries, rows, stage.known(), _channels(stage))


def difference(quiet: Recording, loud: Recording, press: HiddenPress) -> str | None:
    """The first thing by which anybody else could tell two worlds apart, in words."""
    return first_difference(quiet.without(press.by), loud.without(press.by))


def came_out(quiet: Recording, loud: Recording, press: HiddenPress) -> bool:
    """Whether what the press is meant to show after the window is there, and was not without it."""
    what = press.comes_out
    return what is None or loud.after.count(what) > quiet.after.count(what)


async def _do(stage: Stage, press: HiddenPress) -> None:
    """The hidden press; who does it reads what it says, it waits, and the everyday file is as it was."""
    before = everyday.file_bytes(stage.folder)
    told = await press.do(stage, stage.rehearsal.person(press.by))
    await stage.until_waiting(press.waits)
    await stage.rehearsal.settle()
    assert press.told in told
    if everyday.file_bytes(stage.folder) != before:
        stage.transcript.add("", "reads the everyday file", "it was written to by a hidden press")


async def _meanwhile(stage: Stage, moments: list[datetime], dice: Random, *, whole_crowd: bool) -> None:
    everybody = [Walker(stage, person) for person in stage.people()]
    first, second = (Walker(stage, stage.rehearsal.person(name)) for name in FACILITATORS)
    members = [each for each in everybody if each.name not in _NOT_DRAWN]
    for each in everybody:
        each.read()
    await _look(first)
    if whole_crowd:
        for each in (*_one_of_each_kind(stage, members), first, second):
            await each.everything()
        await dice.choice(members).panel(others=2)
    else:
        await dice.choice(members).something(dice.randrange(6))
    await first.panel(*(2, 2) if whole_crowd else (1, 1))
    for number, moment in enumerate(moments[1:]):
        await stage.rehearsal.move_to(moment)
        await _glance((first, second)[number % 2], number)
    await _look(second)
    await second.late(LATE)
    if whole_crowd:
        await second.late(LATER)
    for each in everybody:
        each.read()


def _one_of_each_kind(stage: Stage, members: list[Walker]) -> list[Walker]:
    """For each set of roles, with and without having joined: the bot shows those who share them the same."""
    guild = stage.rehearsal.world.guild
    kinds: dict[tuple[frozenset[int], bool], Walker] = {}
    for each in members:
        roles = frozenset(guild.members[each.person.user_id].role_ids)
        kinds.setdefault((roles, each.name in JOINED), each)
    return list(kinds.values())


async def _look(facilitator: Walker) -> None:
    """The list, and the menu of every card."""
    await facilitator.commands(_LIST)
    await facilitator.cards(1, labels=_MENU)


async def _glance(facilitator: Walker, number: int) -> None:
    """The list, and the menu of one card after the other."""
    await facilitator.commands(_LIST)
    await facilitator.cards(1, labels=_MENU, only=number)


def _moments(when: When, first: datetime) -> list[datetime]:
    """From the hidden press to just before the window: every second, or some of those between meetings."""
    last = _window_after(when) - timedelta(seconds=1)
    if when is When.MEETING:
        return [first + timedelta(seconds=each) for each in range(int((last - first).total_seconds()) + 1)]
    return [first, *(first + timedelta(seconds=each) for each in (1, 2, 3, 60, 300)), last]


def _window_after(when: When) -> datetime:
    return BEGINS + (timedelta(seconds=20) if when is When.MEETING else timedelta(minutes=10))


def _channels(stage: Stage) -> str:
    facilitator = stage.rehearsal.person(FACILITATORS[0])
    shown = [each for channel in ("questions", "facilitators") for each in facilitator.read(channel)]
    return "\n".join(each.text for each in shown if not each.only_you)
