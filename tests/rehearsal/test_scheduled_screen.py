"""What each person sees of events, what the gateway says of them, and what they do by themselves."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from rehearsal import CannotSee, CannotUse, Rehearsal
from rehearsal.world.model import Overwrite, OverwriteKind
from rehearsal.world.permissions import Permission
from rehearsal.world.scheduled_event import UNSTARTED_FOR
from tests.rehearsal.raw import Api, Socket
from tests.rehearsal.scheduled import (
    BOT_ROLE,
    END,
    INTENT,
    NOW,
    START,
    Events,
    in_room,
    made_by,
    voice_channel,
)

GUILDS = 1 << 0
CREATE, UPDATE, DELETE, ADD, REMOVE = (
    f"GUILD_SCHEDULED_EVENT_{each}" for each in ("CREATE", "UPDATE", "DELETE", "USER_ADD", "USER_REMOVE")
)


@pytest.fixture
def events(rehearsal: Rehearsal, api: Api) -> Events:
    rehearsal.world.grant(BOT_ROLE, "CREATE_EVENTS")
    return Events(rehearsal, api)


async def _listening(rehearsal: Rehearsal, socket: Socket, intents: int = GUILDS | INTENT) -> Any:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    return await socket.event("GUILD_CREATE")


async def test_what_a_person_sees_of_an_event(events: Events, rehearsal: Rehearsal) -> None:
    await events.made(description="Tea at four")
    made_by(rehearsal, "Leila", starts=START - timedelta(hours=1))
    walk, meeting = rehearsal.person("Amina").events()

    assert (walk.name, walk.about, walk.place) == ("Walk", "", "Park")
    assert (meeting.name, meeting.about, meeting.place) == (
        "Spring meeting",
        "Tea at four",
        "The old library",
    )
    assert (meeting.start, meeting.end) == (START, END)
    assert (meeting.count, meeting.interested, meeting.under_way) == (0, False, False)


async def test_everybody_sees_how_many_and_each_whether_she_is(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made()
    amina, derek = rehearsal.person("Amina"), rehearsal.person("Derek")
    amina.interested(amina.events()[0])
    amina.interested(int(made["id"]), yes=True)
    rehearsal.person("Tom").interested(int(made["id"]))

    assert [(each.count, each.interested) for each in amina.events()] == [(2, True)]
    assert [(each.count, each.interested) for each in derek.events()] == [(2, False)]
    amina.interested(amina.events()[0], yes=False)
    assert [(each.count, each.interested) for each in amina.events()] == [(1, False)]


async def test_an_event_in_a_hidden_room(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made(in_room(voice_channel(rehearsal)))
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    shown = amina.events()[0]
    rehearsal.world.deny("Patient and public members", "meeting-room", "VIEW_CHANNEL")

    assert amina.events() == []
    assert [each.id for each in tom.events()] == [int(made["id"])]
    with pytest.raises(CannotSee):
        amina.interested(shown)
    rehearsal.world.deny(BOT_ROLE, "meeting-room", "VIEW_CHANNEL")
    assert await events.list() == []
    assert (await events.get(made["id"])).refusal == (403, 50001)
    assert (await events.users(made["id"])).refusal == (403, 50001)


async def test_who_left_sees_no_events(events: Events, rehearsal: Rehearsal) -> None:
    await events.made()
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    shown = amina.events()[0]
    amina.interested(shown)
    amina.leave()

    assert amina.events() == []
    with pytest.raises(CannotSee):
        amina.interested(shown, yes=False)
    assert [each.count for each in tom.events()] == [1]


async def test_what_the_gateway_says(events: Events, rehearsal: Rehearsal, socket: Socket) -> None:
    await _listening(rehearsal, socket)
    made = await events.made()
    amina = rehearsal.person("Amina")
    amina.interested(amina.events()[0])
    amina.interested(amina.events()[0])
    amina.interested(amina.events()[0], yes=False)
    await events.edit(made["id"], name="Autumn meeting")
    await events.edit(made["id"], name="Autumn meeting")
    created, changed = await socket.event(CREATE), await socket.event(UPDATE)
    added, removed = await socket.event(ADD), await socket.event(REMOVE)
    await events.delete(made["id"])
    deleted = await socket.event(DELETE)

    assert (created["id"], created["name"]) == (made["id"], "Spring meeting")
    assert changed == {**created, "name": "Autumn meeting"}
    assert deleted == changed
    assert added == removed
    assert added == {
        "guild_scheduled_event_id": made["id"],
        "guild_id": str(rehearsal.community_id),
        "user_id": str(amina.user_id),
    }
    assert await socket.heard() == []


@pytest.mark.parametrize(
    ("intents", "heard"), [(INTENT, [CREATE, UPDATE, ADD, REMOVE, DELETE]), (GUILDS, [])]
)
async def test_which_intent_hears_of_events(
    events: Events, rehearsal: Rehearsal, socket: Socket, intents: int, heard: list[str]
) -> None:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    made = await events.made()
    await events.edit(made["id"], status=2)
    for yes in (True, False):
        rehearsal.person("Amina").interested(int(made["id"]), yes)
    await events.delete(made["id"])

    assert await socket.heard() == heard


async def test_nothing_is_said_of_a_room_that_the_bot_does_not_see(
    events: Events, rehearsal: Rehearsal, socket: Socket
) -> None:
    await _listening(rehearsal, socket)
    room, role = voice_channel(rehearsal), rehearsal.world.role_named(BOT_ROLE)
    made = await events.made(in_room(room))
    room.overwrites[role.id] = Overwrite(role.id, OverwriteKind.ROLE, deny=int(Permission.VIEW_CHANNEL))
    rehearsal.person("Amina").interested(int(made["id"]))

    assert [name for name in await socket.heard() if "SCHEDULED" in name] == [CREATE]


async def test_who_connects_is_told_what_is_open(
    events: Events, rehearsal: Rehearsal, socket: Socket
) -> None:
    kept = await events.made(name="Kept")
    gone = await events.made(name="Gone")
    await events.edit(gone["id"], status=4)
    community = await _listening(rehearsal, socket)

    assert [each["id"] for each in community["guild_scheduled_events"]] == [kept["id"]]


async def test_an_event_elsewhere_begins_and_ends_at_its_times(
    events: Events, rehearsal: Rehearsal, socket: Socket
) -> None:
    await _listening(rehearsal, socket)
    made = await events.made()
    amina = rehearsal.person("Amina")

    await rehearsal.move_to(START - timedelta(seconds=1))
    assert [each.under_way for each in amina.events()] == [False]
    await rehearsal.move_to(START)
    assert [each.under_way for each in amina.events()] == [True]
    assert (await events.get(made["id"])).body["status"] == 2
    await rehearsal.move_to(END - timedelta(seconds=1))
    assert len(amina.events()) == 1
    await rehearsal.move_to(END)
    assert amina.events() == []
    assert (await events.get(made["id"])).body["status"] == 3
    assert [(await socket.event(UPDATE))["status"] for _ in range(2)] == [2, 3]
    assert await socket.heard() == [CREATE]


async def test_an_event_that_was_put_off_begins_later(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made()
    later = (START + timedelta(hours=2)).isoformat()
    end = (END + timedelta(hours=2)).isoformat()
    await events.edit(made["id"], scheduled_start_time=later, scheduled_end_time=end)
    await rehearsal.move_to(END)

    assert [each.under_way for each in rehearsal.person("Amina").events()] == [False]


async def test_an_event_in_a_room_waits_and_is_cancelled_when_nobody_starts_it(
    events: Events, rehearsal: Rehearsal
) -> None:
    room = voice_channel(rehearsal)
    left, begun = [(await events.made(in_room(room)))["id"] for _ in range(2)]
    await events.edit(begun, status=2)
    await rehearsal.move_to(START + UNSTARTED_FOR - timedelta(seconds=1))
    waiting = (await events.get(left)).body["status"]
    past = await events.edit(left, scheduled_start_time=START.isoformat())
    await rehearsal.move_to(START + UNSTARTED_FOR)

    assert waiting == 1
    assert list(past.problems()) == ["scheduled_start_time"]
    assert (await events.get(left)).body["status"] == 4
    assert (await events.get(begun)).body["status"] == 2


async def test_the_clock_stops_at_each_beginning_and_end(
    events: Events, rehearsal: Rehearsal, session: aiohttp.ClientSession
) -> None:
    await events.made()
    moves: list[str] = []
    async with session.ws_connect(rehearsal.clock_url) as clock:

        async def answering() -> None:
            async for message in clock:
                move = json.loads(message.data)
                moves.append(move["now"])
                await clock.send_json({"idle": move["move"], "next_due": None})

        running = asyncio.create_task(answering())
        assert await rehearsal.world.changed.until(lambda: rehearsal.clock_followed and bool(moves), 5)
        await rehearsal.move_to(END + timedelta(hours=1))
        await clock.close()
        await running

    stops = [START, END, END + timedelta(hours=1)]
    assert [each for each in dict.fromkeys(moves) if each != NOW.isoformat(timespec="microseconds")] == [
        each.isoformat(timespec="microseconds") for each in stops
    ]


async def test_where_time_flows_events_begin_and_end_by_themselves() -> None:
    async with Rehearsal(rate=1, start=NOW) as rehearsal:
        soon = rehearsal.world.clock.now() + timedelta(seconds=0.2)
        made = made_by(rehearsal, "Leila", starts=soon, ends=soon + timedelta(seconds=0.2))
        seen: list[int] = []
        rehearsal.world.subscribe(lambda happening: seen.append(happening.event.status))  # type: ignore[union-attr]

        assert await rehearsal.world.changed.until(lambda: seen == [2, 3], 5)
        assert made.id not in {each.id for each in rehearsal.person("Amina").events()}


async def test_time_that_begins_to_flow_reaches_what_is_due(events: Events, rehearsal: Rehearsal) -> None:
    made_by(rehearsal, "Leila", starts=NOW + timedelta(seconds=0.2))
    assert len(await events.list()) == 1
    seen: list[int] = []
    rehearsal.world.subscribe(lambda happening: seen.append(happening.event.status))  # type: ignore[union-attr]
    await rehearsal.let_time_flow()

    assert await rehearsal.world.changed.until(lambda: seen == [2], 5)


async def test_nobody_meets_an_event_that_should_be_over(events: Events, rehearsal: Rehearsal) -> None:
    made = await events.made()
    rehearsal.world.clock.move_to(END)

    assert (await events.edit(made["id"], name="Late")).refusal == (400, 180000)


async def test_who_may_manage_events_deletes_and_cancels_them_by_hand(
    events: Events, rehearsal: Rehearsal, socket: Socket
) -> None:
    await _listening(rehearsal, socket)
    deleted, cancelled = await events.made(), await events.made(name="Autumn meeting")
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")
    for act in (amina.delete_event, amina.cancel_event):
        with pytest.raises(CannotUse):
            act(int(deleted["id"]))
    leila.delete_event(int(deleted["id"]))
    leila.cancel_event(leila.events()[0])

    assert amina.events() == leila.events() == []
    assert (await socket.event(DELETE))["id"] == deleted["id"]
    assert (await events.get(cancelled["id"])).body["status"] == 4
    for act in (leila.delete_event, leila.cancel_event):
        with pytest.raises(CannotSee):
            act(int(cancelled["id"]))
