"""The gateway's own rules: what it closes for, and whom it tells what."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from rehearsal import Rehearsal
from rehearsal.wire.events import violations
from rehearsal.world.errors import BadEventError
from tests.rehearsal.raw import Api, Bot, Socket


async def test_ready_and_the_community(socket: Socket, rehearsal: Rehearsal) -> None:
    await socket.identify(rehearsal.token, shard=[0, 1])
    ready = await socket.event("READY")
    guild = await socket.event("GUILD_CREATE")

    assert ready["guilds"] == [{"id": str(rehearsal.community_id), "unavailable": True}]
    assert ready["resume_gateway_url"] == rehearsal.gateway_url
    assert ready["shard"] == [0, 1]
    assert [each["user"]["id"] for each in guild["members"]] == [str(rehearsal.application_id)]
    assert rehearsal.bot_connected


async def test_hello_and_heartbeats(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> None:
    async with session.ws_connect(f"{rehearsal.gateway_url}?v=10") as connected:
        socket = Socket(connected)
        assert (await socket.frame())["d"] == {"heartbeat_interval": 41250}
        await socket.say(1, None)
        assert (await socket.frame())["op"] == 11


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (2, {"properties": {}, "intents": 1}, 4002),
        (2, {"token": "{token}", "intents": 1}, 4002),
        (2, {"token": "{token}", "properties": {}}, 4002),
        (2, None, 4002),
        (2, {"token": "wrong", "properties": {}, "intents": 1}, 4004),
        (2, {"token": "{token}", "properties": {}, "intents": 1, "shard": [1, 1]}, 4010),
        (2, {"token": "{token}", "properties": {}, "intents": 1, "shard": [0]}, 4010),
        (2, {"token": "{token}", "properties": {}, "intents": 1 << 17}, 4013),
        (2, {"token": "{token}", "properties": {}, "intents": 1 << 1}, 4014),
        (2, {"token": "{token}", "properties": {}, "intents": 1 << 8}, 4014),
        (2, {"token": "{token}", "properties": {}, "intents": 1 << 15}, 4014),
        (3, {}, 4003),
        (8, {}, 4003),
        (99, {}, 4001),
    ],
)
async def test_why_it_closes(socket: Socket, rehearsal: Rehearsal, op: int, data: Any, code: int) -> None:
    if data and "token" in data:
        data["token"] = data["token"].format(token=rehearsal.token)
    await socket.say(op, data)

    assert await socket.closed_with() == code
    assert not rehearsal.bot_connected


@pytest.mark.parametrize("said", ["{", "[]", '{"d": 1}', b"{}"])
async def test_frames_that_cannot_be_decoded(socket: Socket, said: str | bytes) -> None:
    if isinstance(said, bytes):
        await socket.say_bytes(said)
    else:
        await socket.say_raw(said)

    assert await socket.closed_with() == 4002


async def test_identifying_twice(bot: Bot) -> None:
    await bot.socket.identify(bot.rehearsal.token)

    assert await bot.socket.closed_with() == 4005


@pytest.mark.parametrize("op", [3, 4, 8])
async def test_ops_that_are_not_known(bot: Bot, op: int) -> None:
    await bot.socket.say(op, {})

    assert await bot.socket.closed_with() == 4001


async def test_no_heartbeat_no_connection(session: aiohttp.ClientSession) -> None:
    async with (
        Rehearsal(heartbeat_interval=0.05) as rehearsal,
        session.ws_connect(f"{rehearsal.gateway_url}?v=10") as connected,
    ):
        socket = Socket(connected)

        assert await socket.closed_with() == 4009


async def test_dropping(bot: Bot, rehearsal: Rehearsal) -> None:
    dropping = asyncio.create_task(rehearsal.drop_gateway())

    assert await bot.socket.closed_with() == 4000
    await dropping
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)


async def test_events_are_numbered(socket: Socket, rehearsal: Rehearsal) -> None:
    await socket.identify(rehearsal.token)

    assert [(await socket.frame())["s"] for _ in range(2)] == [1, 2]


@pytest.mark.parametrize(
    ("intents", "heard"),
    [
        (0, []),
        (1 << 0, ["CHANNEL_UPDATE", "GUILD_ROLE_UPDATE"]),
        (1 << 9, ["MESSAGE_CREATE"]),
        (1 << 12, ["MESSAGE_CREATE"]),
        (1 << 7, []),
    ],
)
async def test_intents_decide_what_is_heard(
    socket: Socket, rehearsal: Rehearsal, intents: int, heard: list[str]
) -> None:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    amina = rehearsal.person("Amina")
    if intents == 1 << 12:
        await amina.say_direct("Hello")
    await amina.say("general", "Hello")
    await amina.say("patients-and-public", "Hello")
    rehearsal.world.deny("Clinicians", "welcome", "SEND_MESSAGES")
    rehearsal.world.grant("Clinicians", "ADD_REACTIONS")
    rehearsal.world.give_role("Amina Yusuf", "Academics")
    rehearsal.world.take_role("Amina Yusuf", "Academics")
    rehearsal.world.remove_member("Derek Holloway")

    assert await socket.heard() == heard


async def test_the_members_intent_when_it_is_switched_on(socket: Socket, rehearsal: Rehearsal) -> None:
    rehearsal.world.application.privileged_intents = 1 << 1
    await socket.identify(rehearsal.token, 1 << 1)
    await socket.event("READY")
    rehearsal.world.give_role("Amina Yusuf", "Academics")
    rehearsal.world.remove_member("Derek Holloway")

    assert await socket.heard() == ["GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE"]


async def test_direct_messages_are_for_the_first_shard(socket: Socket, rehearsal: Rehearsal) -> None:
    mine = (rehearsal.community_id >> 22) % 2
    await socket.identify(rehearsal.token, 1 << 0 | 1 << 12, shard=[1, 2])
    ready = await socket.event("READY")
    await rehearsal.person("Amina").say_direct("Hello")

    assert bool(ready["guilds"]) == (mine == 1)
    assert "MESSAGE_CREATE" not in await socket.heard()


def test_an_event_that_breaks_its_schema() -> None:
    assert violations("MESSAGE_DELETE", {"id": "1", "channel_id": "2"}) == []
    assert violations("MESSAGE_DELETE", {"id": 1, "channel_id": "2"})[0].startswith("id:")
    assert violations("MESSAGE_DELETE", {"id": "1", "channel_id": "2", "more": 1})[0].startswith("more:")
    assert violations("TYPING_START", {}) == ["TYPING_START: there is no schema for this event"]
    assert violations("INTERACTION_CREATE", {"type": 9})


async def test_a_broken_event_is_loud_and_is_not_sent(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.channel_named("general").position = "first"  # type: ignore[assignment]

    with pytest.raises(BadEventError, match="position"):
        rehearsal.world.deny("Clinicians", "general", "SEND_MESSAGES")

    assert await bot.socket.heard() == []


async def test_observers_see_everything_of_a_bot(
    rehearsal: Rehearsal, api: Api, socket: Socket, session: aiohttp.ClientSession
) -> None:
    seen: list[str] = []

    class Watching:
        def rest(self, exchange: Any) -> None:
            seen.append(f"{exchange.method} {exchange.path} {exchange.status} {dict(exchange.query)}")

        def sent(self, event: str, data: Any) -> None:
            seen.append(event)

        def received(self, op: int, data: Any) -> None:
            seen.append(f"op {op}")

    rehearsal.observers.append(Watching())
    await socket.identify(rehearsal.token)
    await socket.event("GUILD_CREATE")
    await api("GET", f"/guilds/{rehearsal.community_id}?with_counts=true")
    # A page that is left over from another room.
    strange = f"{rehearsal.api_url}/room/person"
    async with session.get(strange, headers={"Origin": "http://127.0.0.1:1"}) as answer:
        assert not answer.ok

    assert seen == [
        "op 2",
        "READY",
        "GUILD_CREATE",
        f"GET /guilds/{rehearsal.community_id} 200 {{'with_counts': 'true'}}",
    ]
