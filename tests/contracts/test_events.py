"""Meetings are in the server's list of events, once each, whatever happens; on every kind of database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.database import Database
from bot.core.errors import Gone, NotAllowed, NotNow, Refused
from bot.core.sealing import Seal
from bot.meetings.rules import Place
from tests.contracts.events import DAY, HALL, LIBRARY, MINUTE, NOON, Hall, a_meeting, open_hall
from tests.contracts.nudging import HERE, QUESTIONS
from tests.support import FakeClock


@pytest.fixture
async def hall(database: Database, seal: Seal, clock: FakeClock) -> Hall:
    return await open_hall(database, seal, clock)


async def test_a_meeting_is_listed_moved_and_cancelled_with_its_event(hall: Hall) -> None:
    meeting = await hall.plans()
    (event,) = hall.listed()
    assert (event.name, event.starts, event.channel) == ("First", NOON + 7 * DAY, None)
    assert event.ends == meeting.ends_at
    assert f"<#{QUESTIONS}>" in hall.list.about[1]
    moved = replace(meeting, title="Spring", starts_at=meeting.starts_at + DAY, place=Place(HALL))
    await hall.changes_to(meeting, moved)
    (event,) = hall.listed()
    assert (event.name, event.starts, event.channel) == ("Spring", moved.starts_at, HALL)
    await hall.changes_to(moved, None)
    assert hall.listed() == hall.notes() == []
    assert hall.list.cancelled == [1]
    assert await hall.entries() == 0


async def test_an_answer_that_was_lost_makes_no_second_event(hall: Hall) -> None:
    hall.list.lose_answer = [NotNow("500")]
    meeting = await hall.plans()
    hall.starts()
    await hall.waits(10)
    assert len(hall.listed()) == 1
    await hall.changes_to(meeting, replace(meeting, title="Spring"))
    assert [each.name for each in hall.listed()] == ["Spring"]


async def test_nor_does_a_change_while_nobody_knows_or_a_cancellation(hall: Hall) -> None:
    hall.list.lose_answer = [NotNow("500")] * 2
    first, second = await hall.plans(), await hall.plans("m2", title="Second")
    await hall.changes_to(first, replace(first, title="Spring", starts_at=first.starts_at + DAY))
    await hall.changes_to(second, None)
    await hall.waits(20)
    assert [each.name for each in hall.listed()] == ["Spring"]
    assert hall.list.cancelled == [2]


async def test_two_meetings_that_look_the_same_have_an_event_each(hall: Hall) -> None:
    first, second = a_meeting(), a_meeting("m2")
    await hall.decides((None, first), (None, second))
    await hall.waits(1)
    assert len(hall.listed()) == 2
    await hall.changes_to(first, None)
    assert len(hall.listed()) == 1
    await hall.changes_to(second, replace(second, title="Spring"))
    assert [each.name for each in hall.listed()] == ["Spring"]


async def test_a_meeting_that_begins_at_once_has_no_event_and_no_error(hall: Hall) -> None:
    soon = await hall.plans(starts_at=NOON + MINUTE)
    await hall.changes_to(soon, replace(soon, minutes=45))
    assert hall.listed() == hall.notes() == []
    assert await hall.entries() == 0
    await hall.changes_to(soon, replace(soon, starts_at=NOON + DAY))
    assert len(hall.listed()) == 1


async def test_what_waited_until_it_began_is_dropped(hall: Hall) -> None:
    hall.list.refuse_next = [NotNow("500")] * 3
    await hall.plans(starts_at=NOON + 2 * MINUTE)
    await hall.waits(1.5)
    await hall.waits(10)
    assert hall.listed() == hall.notes() == []


async def test_one_that_has_begun_and_is_put_off_has_a_new_event(hall: Hall) -> None:
    meeting = await hall.plans()
    hall.clock.time = meeting.starts_at + MINUTE
    longer = replace(meeting, minutes=180)
    await hall.changes_to(meeting, longer)
    assert hall.list.cancelled == []
    later = replace(longer, starts_at=meeting.starts_at + DAY)
    await hall.changes_to(longer, later)
    assert hall.list.cancelled == [1]
    assert [each.starts for each in hall.listed()] == [later.starts_at]
    await hall.changes_to(later, replace(later, starts_at=hall.clock.time + MINUTE / 2))
    assert hall.listed() == hall.notes() == []


async def test_an_event_deleted_by_hand_is_told_once_and_comes_back_by_a_press(hall: Hall) -> None:
    meeting = await hall.plans()
    hall.list.events.clear()
    for _ in range(2):
        await hall.events.event_deleted(HERE, 1)
        await hall.rings()
    (told,) = hall.notes()
    assert "Somebody has deleted this meeting" in told
    assert "**First**, Thursday 12 March 2026, 12:00" in told
    assert hall.button().action == "events:put-back"
    longer = replace(meeting, minutes=45)
    await hall.changes_to(meeting, longer)
    assert hall.listed() == []
    assert "comes back" in hall.words(await hall.events.put_back(HERE, hall.button().token))
    await hall.rings()
    assert [each.ends for each in hall.listed()] == [longer.ends_at]
    assert len(hall.notes()) == 1
    with pytest.raises(Refused, match="error-meeting-event-mended"):
        await hall.events.put_back(HERE, hall.button().token)


async def test_one_deleted_while_the_bot_was_away_is_noticed_at_the_next_change(hall: Hall) -> None:
    meeting = await hall.plans()
    hall.list.events.clear()
    moved = replace(meeting, starts_at=meeting.starts_at + DAY)
    await hall.changes_to(meeting, moved)
    await hall.waits(60)
    assert ["Somebody has deleted" in each for each in hall.notes()] == [True]
    await hall.changes_to(moved, None)
    with pytest.raises(Refused, match="error-meeting-event-mended"):
        await hall.events.put_back(HERE, hall.button().token)


async def test_nobody_is_told_of_what_the_bot_did_or_of_others_events(hall: Hall) -> None:
    meeting = await hall.plans()
    await hall.decides((meeting, None))
    await hall.events.event_deleted(HERE, 1)
    await hall.rings()
    await hall.events.event_deleted(HERE, 99)
    await hall.plans("m2")
    hall.clock.time = NOON + 7 * DAY
    await hall.events.event_deleted(HERE, 2)
    await hall.rings()
    assert hall.notes() == []


async def test_a_channel_that_is_gone_is_told_once_for_all_its_meetings(hall: Hall) -> None:
    first = await hall.plans(place=Place(HALL))
    await hall.plans("m2", title="Second", place=Place(HALL), starts_at=NOON + 14 * DAY)
    await hall.plans("m3", title="Third", place=Place(LIBRARY))
    hall.list.delete_room(HALL)
    for _ in range(2):
        await hall.events.channel_deleted(HERE, HALL)
        await hall.rings()
    (told,) = hall.notes()
    assert "these 2 meetings" in told
    assert "Third" not in told
    token = hall.button().token
    assert await hall.events.to_be_moved(HERE, token) == "m1"
    later = replace(first, starts_at=first.starts_at + DAY)
    await hall.changes_to(first, later)
    assert [each.name for each in hall.listed()] == ["Third"]
    await hall.changes_to(later, replace(later, place=Place(LIBRARY)))
    assert [each.name for each in hall.listed()] == ["Third", "First"]
    assert await hall.events.to_be_moved(HERE, token) == "m2"
    assert len(hall.notes()) == 1


async def test_a_channel_that_went_while_the_bot_was_away_is_noticed_too(hall: Hall) -> None:
    meeting = await hall.plans(place=Place(HALL))
    hall.list.delete_room(HALL)
    await hall.changes_to(meeting, replace(meeting, minutes=45))
    elsewhere = await hall.plans("m2")
    hall.list.delete_room(LIBRARY)
    await hall.changes_to(elsewhere, replace(elsewhere, place=Place(LIBRARY)))
    await hall.waits(60)
    assert ["voice channel" in each for each in hall.notes()] == [True, True]
    # What was elsewhere before is not left there.
    assert hall.listed() == []


async def test_a_missing_permission_is_told_once_and_all_is_listed_when_it_is_there(hall: Hall) -> None:
    hall.list.forbidden = True
    first = await hall.plans()
    await hall.plans("m2", title="Second")
    await hall.changes_to(first, replace(first, title="Spring"))
    await hall.waits(60)
    (told,) = hall.notes()
    assert "lacks the permission “Create Events”" in told
    assert "The meeting itself stands" in told
    hall.list.forbidden = False
    await hall.waits(20)
    assert sorted(each.name for each in hall.listed()) == ["Second", "Spring"]
    hall.list.forbidden = True
    await hall.plans("m3")
    assert len(hall.notes()) == 2
    hall.list.forbidden = False
    assert "tries again" in hall.words(await hall.events.put_back(HERE, hall.button().token))
    await hall.rings()
    assert len(hall.listed()) == 3


async def test_a_cancellation_that_is_refused_is_told_and_made_up_for(hall: Hall) -> None:
    meeting = await hall.plans()
    hall.list.forbidden = True
    await hall.changes_to(meeting, None)
    await hall.waits(60)
    (told,) = hall.notes()
    assert "This meeting is cancelled, but the bot could not take it out" in told
    hall.list.forbidden = False
    await hall.events.put_back(HERE, hall.button().token)
    await hall.rings()
    assert hall.listed() == []
    assert await hall.entries() == 0


@pytest.mark.parametrize("error", [NotAllowed("30038"), Gone("10070")])
async def test_what_discord_refuses_without_a_reason_harms_nothing(hall: Hall, error: Exception) -> None:
    meeting = await hall.plans()
    hall.list.refuse_next = [error]
    await hall.changes_to(meeting, replace(meeting, title="Spring"))
    assert len(hall.notes()) == 1
    await hall.events.put_back(HERE, hall.button().token)
    await hall.waits(20)
    assert "Spring" in [each.name for each in hall.listed()]


async def test_of_meetings_long_over_nothing_is_kept(hall: Hall) -> None:
    await hall.plans()
    await hall.plans("m2", starts_at=NOON + 30 * DAY)
    async with hall.database.write() as tx:
        assert await hall.events.expire(tx, HERE, (NOON + 20 * DAY).date()) == 1
    assert await hall.entries() == 1
