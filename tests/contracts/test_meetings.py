"""Meetings: planned, moved, cancelled, on every kind of database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.community.rules import CommunitySettings
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Line, Notice
from bot.meetings.rules import MOST_MEETINGS, Change
from bot.meetings.service import Meetings
from bot.meetings.store import MeetingStore, meeting_table
from tests.contracts.preparing import FakeCommunities, make_tables
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
LEILA, RUTH = 190_000_000_000_000_001, 190_000_000_000_000_002
TYPED = {"title": "First meeting", "day": "28 May 2026", "time": "10:30"}
STARTS = datetime(2026, 5, 28, 9, 30, tzinfo=UTC)


class Listener:
    """A feature that goes by the dates."""

    def __init__(self) -> None:
        self.heard: list[Change] = []

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        self.heard.append(change)


class Diary:
    """A community's meetings, as facilitators press."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.communities, self.listener = FakeCommunities(), Listener()
        self.meetings = Meetings(
            database=database, store=MeetingStore(), communities=self.communities, clock=clock
        )
        self.meetings.tell(self.listener)

    async def adds(self, who: int = LEILA, **typed: str) -> Notice:
        """A facilitator fills the form in, and uses what she is shown."""
        return await self.uses(await self.meetings.preview(HERE, who, "", {**TYPED, **typed}), who)

    async def uses(self, preview: Notice, who: int = LEILA) -> Notice:
        return await self.meetings.use(HERE, who, preview.buttons[0].token)

    async def starts(self, community: int = HERE) -> list[datetime]:
        """When the meetings to come begin."""
        async with self.database.read() as tx:
            return [each.starts_at for each in await self.meetings.upcoming(tx, community)]

    async def first(self) -> str:
        """The id of the next meeting."""
        async with self.database.read() as tx:
            return (await self.meetings.upcoming(tx, HERE))[0].id


@pytest.fixture
async def diary(database: Database, clock: FakeClock) -> Diary:
    await make_tables(database, meeting_table)
    return Diary(database, clock)


def said(notice: Notice) -> str:
    part = notice.parts[0]
    assert isinstance(part, Line)
    return part.id


async def test_nothing_is_so_before_it_is_confirmed(diary: Diary) -> None:
    preview = await diary.meetings.preview(HERE, LEILA, "", TYPED)
    assert said(preview) == "meeting-preview-after"
    assert await diary.starts() == []
    assert diary.listener.heard == []
    assert said(await diary.uses(preview)) == "meeting-saved"
    assert await diary.starts() == [STARTS]
    assert await diary.starts(ELSEWHERE) == []
    assert await diary.meetings.next_start(HERE) == STARTS
    assert [change.before for change in diary.listener.heard] == [None]
    with pytest.raises(Refused) as refused:
        await diary.uses(preview)
    assert refused.value.line.id == "error-meeting-preview-gone"


async def test_they_are_listed_with_the_next_one_first_and_go_when_they_have_begun(diary: Diary) -> None:
    assert said(await diary.meetings.listed(HERE)) == "meeting-list-none"
    await diary.adds(day="4 June 2026", title="Second")
    await diary.adds()
    listed = await diary.meetings.listed(HERE)
    assert [part.values["day"] for part in listed.parts[1:] if isinstance(part, Line)] == [28, 4]
    diary.clock.time = STARTS
    assert await diary.starts() == [datetime(2026, 6, 4, 9, 30, tzinfo=UTC)]


async def test_one_is_moved_twice_and_cancelled_and_each_time_those_who_go_by_it_hear(diary: Diary) -> None:
    await diary.adds()
    meeting = await diary.first()
    for day in ("4 June 2026", "11 June 2026"):
        await diary.uses(await diary.meetings.preview(HERE, LEILA, meeting, {**TYPED, "day": day}))
    assert await diary.starts() == [STARTS + timedelta(days=14)]
    form = await diary.meetings.form(HERE, meeting)
    assert [getattr(box, "value", "") for box in form.fields] == ["First meeting", "11/6/2026", "10:30"]
    question = await diary.meetings.cancelling(HERE, LEILA, meeting)
    assert await diary.starts() != []
    assert said(await diary.uses(question)) == "meeting-cancelled"
    assert await diary.starts() == []
    heard = [(each.before is None, each.after is None) for each in diary.listener.heard]
    assert heard == [(True, False), (False, False), (False, False), (False, True)]
    with pytest.raises(Refused) as refused:
        await diary.meetings.form(HERE, meeting)
    assert refused.value.line.id == "error-meeting-gone"


async def test_of_two_facilitators_at_once_the_second_is_told(diary: Diary) -> None:
    await diary.adds()
    meeting = await diary.first()
    first = await diary.meetings.preview(HERE, LEILA, meeting, {**TYPED, "time": "11:00"})
    second = await diary.meetings.cancelling(HERE, RUTH, meeting)
    with pytest.raises(Refused) as refused:
        await diary.meetings.use(HERE, RUTH, first.buttons[0].token)
    assert refused.value.line.id == "error-meeting-preview-gone", "a preview is its writer's own"
    await diary.uses(first)
    with pytest.raises(Refused) as refused:
        await diary.uses(second, RUTH)
    assert refused.value.line.id == "error-meeting-changed"
    assert await diary.starts() == [STARTS + timedelta(minutes=30)]


async def test_a_preview_is_no_good_once_its_day_has_come_or_the_list_is_full(diary: Diary) -> None:
    late = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "day": "14 May 2026", "time": "14:05"})
    diary.clock.move(minutes=6)
    with pytest.raises(Refused) as refused:
        await diary.uses(late)
    assert refused.value.line.id == "error-meeting-past"
    for number in range(MOST_MEETINGS):
        await diary.adds(day=f"{number + 1} July 2026")
    with pytest.raises(Refused) as refused:
        await diary.adds()
    assert refused.value.line.id == "error-meeting-many"


async def test_times_are_those_of_the_communitys_zone(diary: Diary) -> None:
    diary.communities.chosen = CommunitySettings(HERE, zone="America/New_York")
    await diary.adds()
    assert await diary.starts() == [datetime(2026, 5, 28, 14, 30, tzinfo=UTC)]
    diary.communities.chosen = replace(diary.communities.chosen, zone="Europe/London")
    assert await diary.starts() == [datetime(2026, 5, 28, 14, 30, tzinfo=UTC)], "it does not move with them"


async def test_what_came_in_a_pause_is_offered_for_a_new_date_and_what_is_old_goes(diary: Diary) -> None:
    await diary.adds()
    await diary.adds(day="4 June 2026")
    since, now = diary.clock.now(), STARTS + timedelta(days=1)
    diary.clock.time = now
    async with diary.database.write() as tx:
        dates = await diary.meetings.resumed(tx, HERE, since, now)
        assert [(date.action, date.line.values) for date in dates] == [
            ("meetings:change", {"day": 28, "month": 5})
        ]
    await diary.uses(await diary.meetings.preview(HERE, LEILA, dates[0].token, {**TYPED, "day": "9/7/26"}))
    assert len(await diary.starts()) == 2
    async with diary.database.write() as tx:
        assert await diary.meetings.expire(tx, HERE, (now + timedelta(days=9)).date()) == 1
        assert await diary.meetings.expire(tx, ELSEWHERE, (now + timedelta(days=99)).date()) == 0
