"""Meetings: planned, moved, cancelled, on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.community.rules import CommunitySettings
from bot.core.database import Database, Tx
from bot.core.errors import Refused
from bot.core.notices import Line, Notice, Words
from bot.meetings.rules import MOST_MEETINGS, Change, Meeting, Place
from bot.meetings.service import Meetings
from bot.meetings.store import MeetingStore, meeting_table
from tests.bot.meetings.calendar_readers import Entry, by_name
from tests.contracts.preparing import FakeCommunities, make_tables
from tests.support import FakeClock

HERE, ELSEWHERE = 900_000_000_000_000_001, 900_000_000_000_000_002
ROOM = 910_000_000_000_000_001
LEILA, RUTH = 190_000_000_000_000_001, 190_000_000_000_000_002
TYPED = {"title": "First meeting", "when": "28 May 2026, 10:30", "minutes": "120", "where": ""}
MOVED = {"title": "First meeting", "day": "28 May 2026", "time": "10:30", "minutes": "120", "where": ""}
STARTS = datetime(2026, 5, 28, 9, 30, tzinfo=UTC)


class Listener:
    """A feature that goes by the dates."""

    def __init__(self) -> None:
        self.heard: list[Change] = []

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        self.heard.append(change)


class Rooms:
    """The voice channels of the server."""

    def voice_name(self, community: int, channel: int) -> str:
        return "The big room" if channel == ROOM else ""


class Diary:
    """A community's meetings, as facilitators press."""

    def __init__(self, database: Database, clock: FakeClock) -> None:
        self.database, self.clock = database, clock
        self.communities, self.listener = FakeCommunities(), Listener()
        self.meetings = Meetings(
            database=database, store=MeetingStore(), communities=self.communities, rooms=Rooms(), clock=clock
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
        return (await self.planned())[0].id

    async def planned(self) -> list[Meeting]:
        """The meetings to come, as they are kept."""
        async with self.database.read() as tx:
            return await self.meetings.upcoming(tx, HERE)


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
    await diary.adds(when="4 June 2026, 10:30", title="Second")
    await diary.adds()
    listed = await diary.meetings.listed(HERE)
    assert [part.values["day"] for part in listed.parts[1:] if isinstance(part, Line)] == [28, 4]
    diary.clock.time = STARTS
    assert await diary.starts() == [datetime(2026, 6, 4, 9, 30, tzinfo=UTC)]


async def test_one_is_moved_twice_and_cancelled_and_each_time_those_who_go_by_it_hear(diary: Diary) -> None:
    await diary.adds()
    meeting = await diary.first()
    for day in ("4 June 2026", "11 June 2026"):
        await diary.uses(await diary.meetings.preview(HERE, LEILA, meeting, {**MOVED, "day": day}))
    assert await diary.starts() == [STARTS + timedelta(days=14)]
    form = await diary.meetings.form(HERE, meeting)
    there = [getattr(box, "value", "") for box in form.fields]
    assert there == ["First meeting", "11/6/2026", "10:30", "120", ""]
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
    first = await diary.meetings.preview(HERE, LEILA, meeting, {**MOVED, "time": "11:00"})
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
    late = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "14 May 2026, 14:05"})
    diary.clock.move(minutes=6)
    with pytest.raises(Refused) as refused:
        await diary.uses(late)
    assert refused.value.line.id == "error-meeting-past"
    for number in range(MOST_MEETINGS):
        await diary.adds(when=f"{number + 1} July 2026, 10:30")
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
    await diary.adds(when="4 June 2026, 10:30")
    since, now = diary.clock.now(), STARTS + timedelta(days=1)
    diary.clock.time = now
    async with diary.database.write() as tx:
        dates = await diary.meetings.resumed(tx, HERE, since, now)
        assert [(date.action, date.line.values) for date in dates] == [
            ("meetings:change", {"day": 28, "month": 5})
        ]
    await diary.uses(await diary.meetings.preview(HERE, LEILA, dates[0].token, {**MOVED, "day": "9/7/26"}))
    assert len(await diary.starts()) == 2
    async with diary.database.write() as tx:
        assert await diary.meetings.expire(tx, HERE, (now + timedelta(days=9)).date()) == 1
        assert await diary.meetings.expire(tx, ELSEWHERE, (now + timedelta(days=99)).date()) == 0


def ids(notice: Notice) -> list[str]:
    """Which sentences are shown."""
    return [part.id for part in notice.parts if isinstance(part, Line)]


async def refused(diary: Diary, meeting: str = "", **typed: str) -> Line:
    """Why what was typed is refused."""
    with pytest.raises(Refused) as refusal:
        await diary.meetings.preview(HERE, LEILA, meeting, {**(MOVED if meeting else TYPED), **typed})
    return refusal.value.line


async def test_several_are_planned_at_once_and_each_is_told(diary: Diary) -> None:
    when = "13 Aug 2pm; 28 May 10:30\n5 November 2026 at 2.30pm"
    preview = await diary.meetings.preview(
        HERE,
        LEILA,
        "",
        {**TYPED, "when": when, "minutes": "90", "where": "Teams: https://meet.example.org/a"},
    )
    assert await diary.planned() == []
    await diary.uses(preview)
    planned = await diary.planned()
    assert [f"{each.local:%d %B %H:%M}" for each in planned] == [
        "28 May 10:30",
        "13 August 14:00",
        "05 November 14:30",
    ]
    assert {(each.minutes, each.place, each.version, each.series) for each in planned} == {
        (90, Place(where="Teams", link="https://meet.example.org/a"), 0, "")
    }
    assert [each.after for each in diary.listener.heard] == planned


async def test_a_rule_gives_six_of_one_series_at_the_same_time_on_the_wall(diary: Diary) -> None:
    await diary.adds(when="second Tuesday every 3 months 2pm")
    planned = await diary.planned()
    assert [f"{each.local:%d %B %Y %H:%M}" for each in planned] == [
        "09 June 2026 14:00",
        "08 September 2026 14:00",
        "08 December 2026 14:00",
        "09 March 2027 14:00",
        "08 June 2027 14:00",
        "14 September 2027 14:00",
    ]
    (series,) = {each.series for each in planned}
    assert series.endswith(" 2026-06-09T14:00:00 FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU")
    assert {each.starts_at.hour for each in planned} == {13, 14}, "UTC moves, the wall does not"


async def test_of_two_presses_at_once_one_is_heard(diary: Diary) -> None:
    preview = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "28 May 2pm; 4 June 2pm"})
    both = await asyncio.gather(diary.uses(preview), diary.uses(preview), return_exceptions=True)
    (saved,) = [each for each in both if isinstance(each, Notice)]
    (late,) = [each for each in both if isinstance(each, Refused)]
    assert (said(saved), late.line.id) == ("meeting-saved", "error-meeting-preview-gone")
    assert len(await diary.planned()) == len(diary.listener.heard) == 2


async def test_all_of_a_preview_is_saved_or_nothing(diary: Diary) -> None:
    preview = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "14 May 14:05; 4 June 2pm"})
    diary.clock.move(minutes=6)
    with pytest.raises(Refused) as refusal:
        await diary.uses(preview)
    assert refusal.value.line.id == "error-meeting-past"
    assert await diary.planned() == []
    assert diary.listener.heard == []


async def test_what_is_on_at_the_same_time_is_named_and_not_refused(diary: Diary) -> None:
    await diary.adds(title="Already there")
    alone = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "28 May 12:30"})
    assert "meeting-overlap" not in ids(alone), "one begins as the other ends"
    preview = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "28 May 12:29; 5 June 2pm"})
    (warned,) = [part for part in preview.parts if isinstance(part, Line) and part.id == "meeting-overlap"]
    assert warned.values["title"] == Words("Already there")
    among = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "5 June 2pm; 5 June 3pm"})
    assert ids(among).count("meeting-overlap") == 1
    meeting = await diary.first()
    longer = await diary.meetings.preview(HERE, LEILA, meeting, {**MOVED, "minutes": "240"})
    assert "meeting-overlap" not in ids(longer), "it is not in its own way"
    await diary.uses(preview)
    assert len(await diary.planned()) == 3


async def test_the_one_that_is_on_is_in_the_way_of_the_next(diary: Diary) -> None:
    await diary.adds()
    diary.clock.time = STARTS + timedelta(minutes=30)
    preview = await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": "28 May 12:00"})
    assert "meeting-overlap" in ids(preview)


async def test_minutes_and_place_of_one_are_changed_and_its_version_grows(diary: Diary) -> None:
    await diary.adds(where="Room 4, Town Hall")
    before = await diary.first()
    form = await diary.meetings.form(HERE, before)
    assert getattr(form.fields[-1], "value", "") == "Room 4, Town Hall"
    changed = {**MOVED, "minutes": "45", "where": "https://meet.example.org/b"}
    await diary.uses(await diary.meetings.preview(HERE, LEILA, before, changed))
    (after,) = await diary.planned()
    assert (after.id, after.minutes, after.version) == (before, 45, 1)
    assert after.place == Place(link="https://meet.example.org/b")
    await diary.uses(await diary.meetings.preview(HERE, LEILA, before, MOVED))
    (after,) = await diary.planned()
    assert (after.minutes, after.place, after.version) == (120, Place(), 2)


async def test_what_cannot_be_is_refused_with_its_number_and_nothing_is_kept(diary: Diary) -> None:
    line = await refused(diary, when="28 May 2pm; 31 June 2pm")
    assert (line.id, line.values["number"], line.values["of"]) == ("error-meeting-when-unread", 2, 2)
    assert (await refused(diary, minutes="14")).id == "error-meeting-minutes"
    assert (await refused(diary, where="http://meet.example.org")).id == "error-meeting-link"
    await diary.adds(when="second Tuesday every 3 months 2pm")
    line = await refused(diary, when="every Wednesday 2pm")
    assert (line.id, line.values["room"]) == ("error-meeting-many-more", 4)
    meeting = await diary.first()
    assert (await refused(diary, meeting, minutes="long")).id == "error-meeting-minutes"
    assert len(await diary.planned()) == 6


async def test_two_previews_that_fit_alone_do_not_fit_together(diary: Diary) -> None:
    previews = [
        await diary.meetings.preview(HERE, LEILA, "", {**TYPED, "when": f"every {day} 2pm"})
        for day in ("Monday", "Friday")
    ]
    await diary.uses(previews[0])
    with pytest.raises(Refused) as refusal:
        await diary.uses(previews[1])
    assert refusal.value.line.id == "error-meeting-many-more"
    assert len(await diary.planned()) == 6


async def test_the_file_for_calendars_has_what_is_to_come_and_what_was_cancelled(diary: Diary) -> None:
    assert ids(await diary.meetings.calendar(HERE)) == ["meeting-calendar-none"]
    await diary.adds(when="28 May 10.30am; 13 Aug 2pm", where="Room 4, Town Hall")
    before = await read_back(diary)
    assert [each.sequence for each in before] == [0, 0]
    assert {each.where for each in before} == {"Room 4, Town Hall"}
    first, second = (each.id for each in await diary.planned())
    later = {**MOVED, "time": "11:30"}
    await diary.uses(await diary.meetings.preview(HERE, LEILA, first, later))
    await diary.uses(await diary.meetings.cancelling(HERE, LEILA, second))
    moved, gone = await read_back(diary)
    assert [each.uid for each in (moved, gone)] == [each.uid for each in before]
    assert [(each.status, each.sequence) for each in (moved, gone)] == [("CONFIRMED", 1), ("CANCELLED", 1)]
    assert moved.starts != before[0].starts
    assert gone.starts == before[1].starts
    assert await diary.meetings.calendar(ELSEWHERE) != await diary.meetings.calendar(HERE)


async def test_a_voice_channel_has_its_name_in_calendars(diary: Diary) -> None:
    await diary.adds()
    (meeting,) = await diary.planned()
    async with diary.database.write() as tx:
        await MeetingStore().put(tx, replace(meeting, place=Place(channel=ROOM)))
    assert [each.where for each in await read_back(diary)] == ["The big room"]


async def test_what_was_cancelled_is_forgotten_with_the_rest(diary: Diary) -> None:
    await diary.adds()
    await diary.uses(await diary.meetings.cancelling(HERE, LEILA, await diary.first()))
    diary.clock.move(days=400)
    async with diary.database.write() as tx:
        assert await diary.meetings.expire(tx, HERE, diary.clock.now().date()) == 1
        assert (await tx.execute(select(meeting_table))).all() == []


async def read_back(diary: Diary) -> list[Entry]:
    """What calendars make of the file, by their own rules; the earliest first."""
    (file,) = (await diary.meetings.calendar(HERE)).files
    return sorted(by_name(file.content), key=lambda each: each.starts)


RULE = {"title": "We meet", "when": "second Tuesday every month 2pm", "minutes": "90", "where": "Room 4"}
ALL = {"title": "We all meet", "time": "15:30", "minutes": "60", "where": "Hall: https://meet.example/a"}


async def series(diary: Diary) -> str:
    """The id of the one series that there is."""
    return (await diary.meetings.series(HERE)).buttons[0].token


async def test_a_whole_series_is_changed_at_once_and_each_keeps_its_day_its_id_and_its_series(
    diary: Diary,
) -> None:
    await diary.adds(**RULE)
    await diary.adds()
    before = [each for each in await diary.planned() if each.series]
    form = await diary.meetings.form_of_all(HERE, await series(diary))
    assert [getattr(box, "value", "") for box in form.fields] == ["We meet", "14:00", "90", "Room 4"]
    preview = await diary.meetings.preview_of_all(HERE, LEILA, await series(diary), ALL)
    assert [each for each in await diary.planned() if each.series] == before
    dates = [line.values["day"] for line in preview.parts if isinstance(line, Line) and "day" in line.values]
    assert dates == [each.local.day for each in before] * 2
    diary.listener.heard.clear()
    await diary.uses(preview)
    after = [each for each in await diary.planned() if each.series]
    for old, new in zip(before, after, strict=True):
        assert (new.id, new.series, new.local.date()) == (old.id, old.series, old.local.date())
        assert (new.title, new.minutes, f"{new.local:%H:%M}") == ("We all meet", 60, "15:30")
        assert (new.place.where, new.version) == ("Hall", old.version + 1)
    assert [each.before for each in diary.listener.heard] == before
    assert any(each.title == "First meeting" for each in await diary.planned())
    entries = by_name((await diary.meetings.calendar(HERE)).files[0].content)
    numbers = {each.uid: each.sequence for each in entries if each.title == "We all meet"}
    assert list(numbers.values()) == [1] * len(after)
    assert len(entries) == len(after) + 1


async def test_of_a_series_all_or_nothing_is_used(diary: Diary) -> None:
    await diary.adds(**RULE)
    preview = await diary.meetings.preview_of_all(HERE, LEILA, await series(diary), ALL)
    last = (await diary.planned())[-1]
    await diary.uses(await diary.meetings.cancelling(HERE, RUTH, last.id), RUTH)
    with pytest.raises(Refused, match="error-meeting-changed"):
        await diary.uses(preview)
    assert {each.title for each in await diary.planned()} == {"We meet"}


async def test_a_whole_series_is_cancelled_at_once(diary: Diary) -> None:
    await diary.adds(**RULE)
    await diary.adds()
    id_ = await series(diary)
    question = await diary.meetings.cancelling_all(HERE, LEILA, id_)
    assert question.buttons[0].label == "meeting-button-cancel-yes-all"
    assert len(await diary.planned()) == 7
    assert said(await diary.uses(question)) == "meeting-cancelled-all"
    assert [each.title for each in await diary.planned()] == ["First meeting"]
    assert said(await diary.meetings.series(HERE)) == "meeting-series-none"
    for again in (
        diary.meetings.cancelling_all(HERE, LEILA, id_),
        diary.meetings.form_of_all(HERE, id_),
        diary.meetings.form_of_all(HERE, "forged"),
        diary.meetings.form_of_all(HERE, ""),
    ):
        with pytest.raises(Refused, match="error-meeting-series-gone"):
            await again


async def test_a_series_is_never_moved_into_the_past(diary: Diary) -> None:
    await diary.adds(**RULE)
    first = (await diary.planned())[0]
    diary.clock.time = first.starts_at - timedelta(hours=1)
    with pytest.raises(Refused, match="error-meeting-all-past"):
        await diary.meetings.preview_of_all(HERE, LEILA, await series(diary), {**ALL, "time": "12:00"})
    assert (await diary.planned())[0] == first
