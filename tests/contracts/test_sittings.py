"""Which meeting is on; on every kind of database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app.opening import EVERYDAY_ALARMS
from bot.core.alarms import Alarms
from bot.core.database import Tx
from bot.meetings.rules import Meeting
from bot.meetings.store import MeetingStore
from bot.sittings.rules import Sitting
from bot.sittings.service import Sittings
from bot.sittings.store import SittingStore
from tests.contracts.group import ELSEWHERE, HERE, Group


class Diary:
    """The planned meetings, and a feature that writes down what it is told."""

    def __init__(self, group: Group) -> None:
        self.group, self.meetings = group, MeetingStore()
        self.told: list[tuple[str, str]] = []
        self.alarms = Alarms(group.everyday, EVERYDAY_ALARMS, group.clock)
        self.sittings = Sittings(
            database=group.everyday,
            store=SittingStore(),
            meetings=self,
            communities=group.communities,
            alarms=self.alarms,
            clock=group.clock,
        )
        self.alarms.answer(self.sittings.works())
        self.sittings.tell(self)
        group.windows.tell(self.sittings)

    async def since(self, tx, community, moment):  # type: ignore[no-untyped-def]
        return await self.meetings.between(tx, community, moment, moment + timedelta(days=1))

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        self.told.append(("began", sitting.title))

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        self.told.append(("ended", sitting.title))

    async def plans(self, title: str) -> None:
        meeting = Meeting(title, HERE, title, self.group.clock.now().replace(microsecond=0))
        async with self.group.everyday.write() as tx:
            await self.meetings.put(tx, meeting)

    async def now(self, community: int = HERE) -> Sitting | None:
        async with self.group.everyday.read() as tx:
            return await self.sittings.now(tx, community)

    async def last(self) -> Sitting:
        async with self.group.everyday.read() as tx:
            found = await self.sittings.last(tx, HERE)
        assert found is not None
        return found

    async def passes(self, **by: float) -> None:
        self.group.clock.move(**by)
        await self.alarms.ring()


@pytest.fixture
async def diary(quiet: Group) -> Diary:
    """No meeting is on."""
    return Diary(quiet)


async def test_a_meeting_is_on_from_its_start_to_its_end(diary: Diary) -> None:
    await diary.plans("First")
    await diary.group.meets()
    on = await diary.now()
    assert on is not None
    assert (on.meeting, on.title) == ("First", "First")
    assert await diary.now(ELSEWHERE) is None
    await diary.passes(hours=1)
    await diary.group.windows.meeting_ends(HERE)
    assert await diary.now() is None
    assert (await diary.last()).ended_at == on.began_at + timedelta(hours=1)
    assert diary.told == [("began", "First"), ("ended", "First")]


async def test_one_that_nobody_ends_ends_by_itself_once(diary: Diary) -> None:
    await diary.group.meets()
    await diary.passes(hours=7)
    assert await diary.now() is None
    assert (await diary.last()).ended_at == (await diary.last()).until
    await diary.passes(hours=7)
    assert diary.told == [("began", ""), ("ended", "")]


async def test_one_that_was_ended_by_mistake_goes_on(diary: Diary) -> None:
    await diary.plans("First")
    await diary.group.meets()
    first = await diary.last()
    await diary.group.windows.meeting_ends(HERE)
    await diary.passes(minutes=2)
    await diary.group.meets()
    again = await diary.now()
    assert again is not None
    assert again.id == first.id
    await diary.passes(hours=6, minutes=1)
    assert await diary.now() is None
    assert diary.told == [("began", "First"), ("ended", "First")] * 2


async def test_the_start_of_the_next_ends_one_that_no_alarm_ended_yet(diary: Diary) -> None:
    await diary.group.meets()
    diary.group.clock.move(hours=7)
    await diary.group.meets()
    await diary.passes(seconds=1)
    assert diary.told == [("began", ""), ("ended", ""), ("began", "")]
    assert await diary.now() is not None


async def test_what_is_old_goes(diary: Diary) -> None:
    await diary.group.meets()
    today = diary.group.clock.now().date()
    async with diary.group.everyday.write() as tx:
        assert await diary.sittings.expire(tx, HERE, today) == 0
        assert await diary.sittings.expire(tx, HERE, today + timedelta(days=1)) == 1
    assert await diary.now() is None
