"""Meetings in the server's own list of events, as each kind of person sees it, in the real bot."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.opening import EVERYDAY_DELIVERIES
from bot.community.service import Communities
from bot.community.store import CommunityStore
from bot.core.database import Database, Journal
from bot.core.deliveries import Deliveries
from bot.core.keyring import read_key_file
from bot.events.service import Events
from bot.events.store import EventStore
from bot.meetings.rules import Change, Meeting, Place
from bot.meetings.store import MeetingStore
from cogs._server import DiscordServer
from rehearsal import CannotUse, Rehearsal, Shown
from rehearsal.world.model import ChannelKind
from tests.e2e.conftest import Log
from tests.e2e.flows import KINDS, THE_FACILITATORS, THE_QUESTIONS, at, labels, press, seen
from tests.e2e.hands import custom_ids, forge
from tests.e2e.nudging import _WorldClock
from tests.e2e.test_attending import TITLE, a_meeting
from tests.e2e.test_scheduling import MINUTES, WHEN, WHERE, on, schedule
from tests.e2e.test_scheduling import TITLE as CALLED

LINK = "https://meet.example/room"
BACK, AGAIN, SAY = "Put the event back", "Try again", "Say where it is"


def events(rehearsal: Rehearsal, who: str = "Amina") -> list[tuple[str, str]]:
    """What somebody sees in the server's list, with where it is."""
    return [(each.name, each.place) for each in rehearsal.person(who).events()]


def told(rehearsal: Rehearsal, button: str) -> list[Shown]:
    """What facilitators were told of an event, with this button below it."""
    shown = rehearsal.person("Leila").read(THE_FACILITATORS)
    return [each for each in shown if [one.label for one in each.buttons] == [button]]


async def until_told(rehearsal: Rehearsal, button: str, number: int) -> list[Shown]:
    """The same, when the bot has heard what happened, and said so this often and no oftener."""
    assert await rehearsal.world.changed.until(lambda: len(told(rehearsal, button)) >= number, 10)
    await rehearsal.settle()
    assert len(told(rehearsal, button)) == number
    return told(rehearsal, button)


async def plan(rehearsal: Rehearsal, **typed: str) -> None:
    """Leila plans a meeting on Monday 16 March at 10:30."""
    values = {CALLED: TITLE, WHEN: "16 March 2026 10:30", WHERE: f"Teams: {LINK}", **typed}
    await on(rehearsal, "Yes, use this", await schedule(rehearsal, values))
    await rehearsal.settle()


async def plan_beside(rehearsal: Rehearsal, folder: Path, meeting: Meeting) -> None:
    """A meeting is planned on the same files, as the bot's services do it."""
    clock, seal = _WorldClock(rehearsal), read_key_file(folder / "master.key")
    database = Database(f"sqlite+aiosqlite:///{folder}/equal-footing.db", Journal.EVERYDAY)
    planned = Events(
        database=database,
        store=EventStore(),
        communities=Communities(database, CommunityStore()),
        server=DiscordServer(None),  # type: ignore[arg-type]
        deliveries=Deliveries(EVERYDAY_DELIVERIES, seal),
        clock=clock,
    )
    async with database.write() as tx:
        await MeetingStore().put(tx, meeting)
        await planned.meeting_changed(tx, rehearsal.community_id, Change(None, meeting))
    await database.close()
    await rehearsal.move_to(rehearsal.world.clock.now())


async def change(rehearsal: Rehearsal, values: dict[str, str]) -> None:
    """Leila changes the first meeting in the list."""
    opened = await rehearsal.person("Leila").press("Meetings", channel=THE_FACILITATORS)
    opened = await on(rehearsal, "Change 1", opened)
    assert opened.form is not None
    await on(rehearsal, "Yes, use this", await opened.form.submit(values))
    await rehearsal.settle()


async def test_a_planned_meeting_is_there_for_everyone_moves_and_goes(community: Rehearsal, log: Log) -> None:
    await plan(community, **{MINUTES: "90"})
    (event,) = community.person("Amina").events()
    assert (event.name, event.place) == (TITLE, f"Teams: {LINK}")
    assert (event.start, event.end) == (at(16, 10, 30), at(16, 12))
    questions = community.world.channel_named(THE_QUESTIONS).id
    assert f"Say so in <#{questions}>" in event.about
    assert "everyone in this server can see that you did" in event.about
    assert {tuple(events(community, who)) for who in KINDS} == {((TITLE, f"Teams: {LINK}"),)}
    with pytest.raises(CannotUse):
        community.person("Amina").delete_event(event)
    await change(community, {"On which day?": "17 March 2026", "Where?": "Room 4"})
    (moved,) = community.person("Amina").events()
    assert moved.id == event.id
    assert (moved.start, moved.place) == (at(17, 10, 30), "Room 4")
    shown = await community.person("Leila").press("Meetings", channel=THE_FACILITATORS)
    await on(community, "Yes, cancel it", await on(community, "Cancel 1", shown))
    assert events(community) == []
    assert told(community, BACK) == []
    assert TITLE not in log.getvalue()


async def test_one_that_is_deleted_or_cancelled_by_hand_is_told_once_and_comes_back(
    community: Rehearsal,
) -> None:
    await plan(community)
    leila = community.person("Leila")
    for number, by_hand in enumerate((leila.delete_event, leila.cancel_event), 1):
        by_hand(leila.events()[0])
        note = (await until_told(community, BACK, number))[-1]
        assert "Somebody has deleted this meeting from the server’s list of events" in note.text
        assert f"**{TITLE}**, Monday 16 March 2026, 10:30" in note.text
        assert TITLE in await press(community, "Leila", "Meetings", channel=THE_FACILITATORS)
        outcome = await forge(
            community, community.person("Amina"), custom_ids(community, THE_FACILITATORS)[BACK]
        )
        assert "Only facilitators can do this" in seen(outcome)
        assert events(community) == []
        assert "comes back" in await press(community, "Leila", BACK, on=note, channel=THE_FACILITATORS)
        assert events(community) == [(TITLE, f"Teams: {LINK}")]
        again = await press(community, "Leila", BACK, on=note, channel=THE_FACILITATORS)
        assert "There is nothing left to do here." in again


async def test_a_meeting_in_a_channel_that_is_deleted_stands_and_is_given_a_new_place(
    community: Rehearsal, tmp_path: Path
) -> None:
    hall = community.world.create_channel("hall", ChannelKind.VOICE)
    await plan_beside(community, tmp_path, a_meeting(community, place=Place(hall.id)))
    assert events(community) == [(TITLE, "hall")]
    community.world.delete_channel("hall")
    (note,) = await until_told(community, SAY, 1)
    assert events(community) == []
    assert "The voice channel of this meeting has been deleted" in note.text
    opened = await community.person("Leila").press(SAY, channel=THE_FACILITATORS, message=note)
    assert opened.form is not None
    shown = await opened.form.submit({"Where?": "Room 4"})
    assert "Yes, use this" in labels(shown)
    await on(community, "Yes, use this", shown)
    assert events(community) == [(TITLE, "Room 4")]
    assert told(community, BACK) == []


async def test_without_the_permission_facilitators_are_told_what_is_missing(
    community: Rehearsal,
) -> None:
    community.world.revoke("Equal Footing", "CREATE_EVENTS")
    await plan(community)
    (note,) = told(community, AGAIN)
    assert "It lacks the permission “Create Events”." in note.text
    assert "meetings are announced as before" in note.text
    assert TITLE in await press(community, "Leila", "Meetings", channel=THE_FACILITATORS)
    await community.advance(timedelta(hours=1))
    assert len(told(community, AGAIN)) == 1
    community.world.grant("Equal Footing", "CREATE_EVENTS")
    await press(community, "Leila", AGAIN, on=note, channel=THE_FACILITATORS)
    assert events(community) == [(TITLE, f"Teams: {LINK}")]


async def test_a_voice_channel_that_the_bot_may_not_enter_is_named(
    community: Rehearsal, tmp_path: Path
) -> None:
    hall = community.world.create_channel("hall", ChannelKind.VOICE)
    community.world.deny("Equal Footing", "hall", "CONNECT")
    await plan_beside(community, tmp_path, a_meeting(community, place=Place(hall.id)))
    (note,) = told(community, AGAIN)
    assert f"In <#{hall.id}> it lacks the permission “Connect”." in note.text
    assert "View Channel" not in note.text
    community.world.allow("Equal Footing", "hall", "CONNECT")
    await community.advance(timedelta(minutes=20))
    assert events(community) == [(TITLE, "hall")]
