"""Meetings are announced, changes told once, answers kept and forgotten; on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.attending.rules import KEPT, Reply
from bot.core.database import Database, Tx
from bot.core.errors import NotAllowed, NotNow, Refused
from bot.core.sealing import Seal
from bot.meetings.rules import Meeting, Place
from bot.meetings.store import MeetingStore, meeting_table
from tests.contracts.attending import AMA, BEN, DAY, HERE, QUESTIONS, Hall, open_hall
from tests.support import FakeClock


@dataclass
class Planned:
    """The meetings to come, as the bot keeps them."""

    store: MeetingStore
    hall: Hall

    async def upcoming(self, tx: Tx, community: int) -> list[Meeting]:
        now = self.hall.clock.now()
        return await self.store.between(tx, community, now, now + 365 * DAY)


@pytest.fixture
async def hall(database: Database, seal: Seal, clock: FakeClock) -> Hall:
    return await open_hall(database, seal, clock)


async def test_a_meeting_is_announced_once_and_nobody_is_written_to(hall: Hall) -> None:
    await hall.plans()
    (said,) = hall.posts()
    assert "First" in said
    assert "Thursday 12 March 2026, 12:00 (Europe/London). It takes 2 hours." in said
    assert "<#5>" in said
    assert [each.action for each in hall.buttons()] == [
        *("attending:coming", "attending:maybe", "attending:not", "meetings:calendar", "attending:list")
    ]
    assert hall.direct() == hall.direct(BEN) == []
    hall.starts()
    await hall.rings()
    assert len(hall.posts()) == 1


async def test_an_answer_is_kept_once_and_changes_nothing_in_the_channel(hall: Hall) -> None:
    await hall.plans()
    before = hall.posts(), hall.buttons()
    both = await asyncio.gather(hall.says(Reply.COMING), hall.says(Reply.COMING))
    assert all("You are coming" in hall.words(each) for each in both)
    assert (await hall.left())[1] == 1
    assert "summary" in hall.words(await hall.says(Reply.NOT))
    await hall.says(Reply.MAYBE, BEN)
    assert (await hall.left())[1] == 2
    await hall.rings()
    assert (hall.posts(), hall.buttons()) == before
    listed = await hall.lists()
    assert f"**Coming:** –\n**Maybe:** <@{BEN}>\n**Can’t come:** <@{AMA}>" in listed


async def test_who_has_not_joined_is_led_to_join_and_nothing_is_kept(hall: Hall) -> None:
    await hall.plans()
    answer = await hall.says(Reply.COMING, 190_000_000_000_000_099)
    assert [each.action for each in answer.buttons] == ["people:join"]
    assert (await hall.left())[1] == 0


async def test_a_move_is_told_once_to_everyone_and_to_those_who_mean_to_come(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.joins("cy", 190_000_000_000_000_044)
    await hall.says(Reply.COMING)
    await hall.says(Reply.NOT, BEN)
    await hall.says(Reply.MAYBE, 190_000_000_000_000_044)
    moved = replace(meeting, starts_at=meeting.starts_at + DAY, place=Place(where="Room 4"))
    await hall.changes_to(meeting, moved)
    edited, told = hall.posts()
    for said in (edited, told):
        assert "Friday 13 March 2026" in said
        assert "It was:** Thursday 12 March 2026" in said
        assert "Room 4" in said
    assert "<#5>" in told
    (direct,) = hall.direct()
    assert "new time" in direct
    assert "Thursday 12 March" in direct
    assert len(hall.direct(190_000_000_000_000_044)) == 1
    assert hall.direct(BEN) == []
    await hall.says(Reply.COMING, BEN, at=1)
    assert (await hall.left())[1] == 3
    hall.starts()
    await hall.rings()
    assert (len(hall.posts()), len(hall.direct())) == (2, 1)


async def test_a_title_or_a_length_is_edited_and_not_told(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    await hall.changes_to(meeting, replace(meeting, title="Second", minutes=45, version=1))
    (said,) = hall.posts()
    assert "Second" in said
    assert "It takes 45 minutes." in said
    assert hall.direct() == []


async def test_of_two_changes_at_once_only_the_last_is_told(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    once = replace(meeting, starts_at=meeting.starts_at + DAY)
    twice = replace(meeting, starts_at=meeting.starts_at + 2 * DAY)
    await hall.decides(meeting, once)
    await hall.decides(once, twice)
    await hall.rings()
    edited, told = hall.posts()
    assert "Saturday 14 March" in edited
    assert "Saturday 14 March" in told
    assert "Thursday 12 March" in told
    assert "Friday" not in "".join((edited, told, *hall.direct()))
    assert len(hall.direct()) == 1
    # And each of two that are far enough from each other is told.
    await hall.changes_to(twice, once)
    assert "Friday 13 March" in hall.posts()[2]
    assert "Saturday 14 March" in hall.posts()[2]
    assert len(hall.direct()) == 2


async def test_what_is_moved_back_before_it_was_told_is_not_told(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    moved = replace(meeting, starts_at=meeting.starts_at + DAY)
    await hall.decides(meeting, moved)
    await hall.decides(moved, meeting)
    await hall.rings()
    (said,) = hall.posts()
    assert "It was" not in said
    assert hall.direct() == []


async def test_a_change_while_discord_is_away_is_told_once_it_is_back(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    hall.discord.refuse_next = [NotNow("away")] * 2
    moved = replace(meeting, starts_at=meeting.starts_at + DAY)
    await hall.changes_to(meeting, moved)
    assert len(hall.posts()) == 1
    await hall.changes_to(moved, None)
    hall.starts()
    await hall.passes_until(hall.clock.now() + timedelta(hours=1))
    edited, told = hall.posts()
    assert "is cancelled" in edited
    assert "is cancelled.** It was to be on Thursday 12 March" in told
    assert len(hall.direct()) == 1


async def test_a_change_whose_arrival_was_not_heard_of_is_not_told_twice(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    moved = replace(meeting, starts_at=meeting.starts_at + DAY)
    await hall.decides(meeting, moved)
    hall.discord.lose_answer = [NotNow("lost"), NotNow("lost")]
    await hall.rings()
    hall.starts()
    await hall.passes_until(hall.clock.now() + timedelta(hours=1))
    assert (len(hall.posts()), len(hall.direct())) == (2, 1)


async def test_where_the_bot_may_not_post_those_who_mean_to_come_are_written_to(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    hall.discord.refuse_next = [NotAllowed("50013")] * 2
    await hall.changes_to(meeting, None)
    assert len(hall.posts()) == 1
    assert len(hall.direct()) == 1
    await hall.passes_until(hall.clock.now() + timedelta(hours=1))
    assert (len(hall.posts()), len(hall.direct())) == (2, 1)


async def test_a_cancelled_meeting_has_no_answers_and_no_buttons(hall: Hall) -> None:
    meeting = await hall.plans()
    token = hall.buttons()[0].token
    await hall.says(Reply.COMING)
    await hall.changes_to(meeting, None)
    edited, told = hall.posts()
    assert "is cancelled" in edited
    assert "is cancelled" in told
    assert hall.buttons() == []
    assert [each.action for each in hall.buttons(1)] == ["attending:next"]
    assert "is cancelled" in hall.direct()[0]
    assert (await hall.left())[:2] == (1, 0)
    with pytest.raises(Refused, match="error-attending-cancelled"):
        await hall.replying.reply(HERE, AMA, token, Reply.COMING)
    await hall.passes_until(hall.clock.now() + KEPT + DAY)
    assert await hall.left() == (0, 0, 0)
    with pytest.raises(Refused, match="error-attending-gone"):
        await hall.replying.reply(HERE, AMA, token, Reply.COMING)


async def test_what_is_cancelled_before_it_was_announced_is_never_announced(hall: Hall) -> None:
    hall.discord.refuse_next = [NotNow("away")]
    meeting = await hall.plans()
    await hall.changes_to(meeting, None)
    await hall.passes_until(hall.clock.now() + timedelta(hours=1))
    assert hall.posts() == []
    assert await hall.left() == (0, 0, 0)


async def test_what_is_moved_before_it_was_announced_is_announced_as_it_is(hall: Hall) -> None:
    hall.discord.refuse_next = [NotNow("away")]
    meeting = await hall.plans()
    await hall.changes_to(meeting, replace(meeting, starts_at=meeting.starts_at + DAY))
    await hall.passes_until(hall.clock.now() + timedelta(hours=1))
    (said,) = hall.posts()
    assert "Friday 13 March" in said
    assert "It was" not in said


async def test_what_was_decided_while_the_announcement_was_on_its_way_follows_it(hall: Hall) -> None:
    meeting = replace(await hall.plans(), id="m2")
    for after in (replace(meeting, starts_at=meeting.starts_at + DAY), None):
        await hall.decides(None, meeting)
        async with hall.database.write() as tx:
            claimed = await hall.deliveries.claim(tx, hall.clock.now())
        assert claimed is not None
        delivery = hall.deliveries.open(claimed)
        message = await hall.discord.send(delivery)
        await hall.decides(meeting, after)
        async with hall.database.write() as tx:
            await hall.deliveries.arrived(tx, claimed)
            await hall.announcing.arrived(tx, delivery, message)
        await hall.rings()
        if after is not None:
            assert "Friday 13 March" in hall.posts()[1]
            assert "Friday 13 March" in hall.posts()[2]
            meeting = replace(meeting, id="m3")
        else:
            assert "is cancelled" in hall.posts()[3]
            assert len(hall.posts()) == 4


async def test_of_a_series_what_is_far_away_is_announced_when_it_comes_near(hall: Hall) -> None:
    meeting = await hall.plans(130, series="s1")
    assert hall.posts() == []
    later = replace(meeting, starts_at=meeting.starts_at + DAY)
    await hall.changes_to(meeting, later)
    await hall.passes_until(hall.clock.now() + 30.9 * DAY)
    assert hall.posts() == []
    await hall.passes_until(hall.clock.now() + DAY)
    (said,) = hall.posts()
    assert "It was" not in said
    off = await hall.plans(200, series="s1", id="m2")
    await hall.changes_to(off, None)
    await hall.passes_until(hall.clock.now() + 150 * DAY)
    assert len(hall.posts()) == 1
    assert await hall.left() == (0, 0, 0)


async def test_when_it_is_over_the_buttons_go_and_a_month_later_the_answers(hall: Hall) -> None:
    meeting = await hall.plans()
    token = hall.buttons()[0].token
    await hall.says(Reply.COMING)
    await hall.passes_until(meeting.ends_at - timedelta(seconds=1))
    assert len(hall.buttons()) == 5
    await hall.passes_until(meeting.ends_at)
    assert hall.buttons() == []
    assert "This meeting is over." in hall.posts()[0]
    for press in (hall.replying.reply(HERE, AMA, token, Reply.NOT), hall.replying.listed(HERE, token)):
        with pytest.raises(Refused, match="error-attending-over"):
            await press
    await hall.passes_until(meeting.ends_at + KEPT - timedelta(seconds=1))
    assert (await hall.left())[1] == 1
    await hall.passes_until(meeting.ends_at + KEPT)
    assert await hall.left() == (0, 0, 0)


async def test_a_meeting_that_is_moved_is_over_later(hall: Hall) -> None:
    meeting = await hall.plans()
    later = replace(meeting, starts_at=meeting.starts_at + 7 * DAY)
    await hall.changes_to(meeting, later)
    await hall.passes_until(meeting.ends_at + DAY)
    assert len(hall.buttons()) == 5
    await hall.passes_until(later.ends_at)
    assert hall.buttons() == []


async def test_an_announcement_that_was_deleted_loses_nothing_and_posts_nothing(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    hall.discord.messages.clear()
    await hall.changes_to(meeting, replace(meeting, title="Second"))
    assert hall.posts() == []
    assert (await hall.left())[:2] == (1, 1)
    await hall.changes_to(meeting, None)
    assert len(hall.posts()) == len(hall.direct()) == 1


async def test_who_is_erased_or_has_left_has_said_nothing(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    await hall.says(Reply.COMING, BEN)
    assert await hall.replying.export_for(HERE, "ama") == {
        "meeting_replies": [
            {
                "meeting": "First",
                "meeting_starts": meeting.starts_at.isoformat(),
                "meeting_reply": "coming",
            }
        ]
    }
    async with hall.database.write() as tx:
        await hall.replying.erase(tx, HERE, "ama")
    assert await hall.replying.export_for(HERE, "ama") == {}
    async with hall.database.write() as tx:
        await hall.replying.gone(tx, HERE, "ben")
    assert (await hall.left())[1] == 0
    await hall.changes_to(meeting, None)
    assert hall.direct() == hall.direct(BEN) == []


async def test_closed_direct_messages_leave_it_in_her_inbox(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.says(Reply.COMING)
    hall.discord.shut.add(AMA)
    await hall.changes_to(meeting, None)
    assert "is cancelled" in hall.words(await hall.nudges.inbox(HERE, AMA))


async def test_the_next_meeting_is_found_where_one_was_cancelled(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.changes_to(meeting, None)
    assert "No meeting is announced" in hall.words(await hall.replying.coming_next(HERE))
    await hall.plans(9, id="m2", title="Another")
    found = await hall.replying.coming_next(HERE)
    assert "Another" in hall.words(found)
    await hall.replying.reply(HERE, AMA, found.buttons[0].token, Reply.COMING)
    assert (await hall.left())[1] == 1


async def test_of_a_meeting_that_is_on_nobody_is_asked_whether_she_comes(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.passes_until(meeting.starts_at + DAY / 48)
    found = await hall.replying.coming_next(HERE)
    assert "is on now" in hall.words(found)
    assert not any(each.action.startswith("attending:") for each in found.buttons)


async def test_a_meeting_of_before_is_announced_when_it_is_changed(hall: Hall) -> None:
    """It was planned before there were announcements."""
    meeting = replace(await hall.plans(), id="old")
    await hall.changes_to(meeting, replace(meeting, starts_at=meeting.starts_at + DAY))
    assert "It was" not in hall.posts()[1]
    await hall.changes_to(replace(meeting, id="older"), None)
    assert len(hall.posts()) == 2
    assert {each.channel for each in hall.discord.messages} == {QUESTIONS}


async def test_meetings_planned_before_there_were_announcements_are_announced_at_a_start(hall: Hall) -> None:
    known = await hall.plans()
    old, over = replace(known, id="old", title="Older"), replace(known, id="over", series="")
    store = MeetingStore()
    async with hall.database.write() as tx:
        await tx.run_sync(meeting_table.create)
        for each in (known, old, replace(over, starts_at=hall.clock.now() - DAY)):
            await store.put(tx, each)
    for _ in range(2):
        await hall.announcing.start(hall.database, Planned(store, hall))
        hall.starts()
        await hall.rings()
    assert [title for title in ("First", "Older") for each in hall.posts() if f"## {title}" in each] == [
        *("First", "Older")
    ]
    assert len(hall.posts()) == 2
