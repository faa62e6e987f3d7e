"""What the gateway tells of voice rooms, to whom, and what of them is not known."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import Rehearsal
from rehearsal.wire import events
from rehearsal.world.model import ChannelKind
from tests.rehearsal.raw import Api, Bot, Socket

GUILDS, MEMBERS, VOICE_STATES = 1 << 0, 1 << 1, 1 << 7
MEETING = "meeting room"
ROLE = "Equal Footing"


async def _arrive(socket: Socket, rehearsal: Rehearsal, intents: int) -> Any:
    await socket.identify(rehearsal.token, intents)
    return await socket.event("GUILD_CREATE")


@pytest.mark.parametrize("heard", [True, False])
async def test_who_is_in_a_room_when_the_bot_comes(
    socket: Socket, rehearsal: Rehearsal, *, heard: bool
) -> None:
    amina = rehearsal.person("Amina")
    amina.enter(MEETING)
    arriving = await _arrive(socket, rehearsal, GUILDS | (VOICE_STATES if heard else 0))
    room = next(each for each in arriving["channels"] if each["type"] == 2)

    assert (room["name"], room["user_limit"], "topic" in room) == (MEETING, 0, False)
    members = [each["user"]["id"] for each in arriving["members"]]
    states = [(each["user_id"], each["channel_id"]) for each in arriving["voice_states"]]
    assert members == [str(rehearsal.application_id)] + [str(amina.user_id)] * heard
    assert states == [(str(amina.user_id), room["id"])] * heard


async def test_coming_moving_and_leaving_are_told(socket: Socket, rehearsal: Rehearsal) -> None:
    await _arrive(socket, rehearsal, GUILDS | VOICE_STATES)
    amina, room = rehearsal.person("Amina"), rehearsal.world.create_channel("Room 1", ChannelKind.VOICE)
    amina.enter(MEETING)
    amina.enter(MEETING)
    amina.enter("Room 1")
    amina.leave_voice()
    told = [await socket.event("VOICE_STATE_UPDATE") for _ in range(3)]

    meeting = rehearsal.world.channel_named(MEETING)
    assert [each["channel_id"] for each in told] == [str(meeting.id), str(room.id), None]
    assert {each["session_id"] for each in told} == {told[0]["session_id"]}
    assert {each["guild_id"] for each in told} == {str(rehearsal.community_id)}
    assert {each["member"]["user"]["id"] for each in told} == {str(amina.user_id)}
    assert await socket.heard() == ["READY", "CHANNEL_CREATE"]


@pytest.mark.parametrize("deleted", [True, False])
async def test_who_is_put_out_is_told_first(socket: Socket, rehearsal: Rehearsal, *, deleted: bool) -> None:
    await _arrive(socket, rehearsal, GUILDS | VOICE_STATES)
    rehearsal.person("Amina").enter(MEETING)
    rehearsal.person("Derek").enter(MEETING)
    await socket.heard()
    if deleted:
        rehearsal.person("Leila").delete_channel(MEETING)
    else:
        rehearsal.person("Amina").leave()

    put_out = ["VOICE_STATE_UPDATE"] * 2 + ["CHANNEL_DELETE"] if deleted else ["VOICE_STATE_UPDATE"]
    assert await socket.heard() == put_out


@pytest.mark.parametrize(
    ("intents", "heard"),
    [(GUILDS, []), (VOICE_STATES, ["VOICE_STATE_UPDATE"] * 3), (MEMBERS, ["GUILD_MEMBER_UPDATE"] * 2)],
)
async def test_which_intent_hears_of_rooms(
    socket: Socket, api: Api, rehearsal: Rehearsal, intents: int, heard: list[str]
) -> None:
    rehearsal.world.application.privileged_intents = MEMBERS
    rehearsal.world.grant(ROLE, "MOVE_MEMBERS")
    rehearsal.world.create_channel("Room 1", ChannelKind.VOICE)
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    amina = rehearsal.person("Amina")
    amina.enter(MEETING)
    goal = {"channel_id": str(rehearsal.world.channel_named("Room 1").id)}
    for _ in ("moved", "where she is"):
        await api("PATCH", f"/guilds/{rehearsal.community_id}/members/{amina.user_id}", goal)
    amina.leave_voice()

    assert await socket.heard() == heard


@pytest.mark.parametrize(
    ("event", "place", "value"),
    [
        ("VOICE_STATE_UPDATE", "member", None),
        ("VOICE_STATE_UPDATE", "channel_id", 5),
        ("VOICE_STATE_UPDATE", "self_stream", False),
        ("CHANNEL_CREATE", "user_limit", 100),
        ("CHANNEL_CREATE", "topic", None),
        ("CHANNEL_CREATE", "type", 13),
    ],
)
async def test_a_malformed_event_is_found(
    socket: Socket, rehearsal: Rehearsal, event: str, place: str, value: Any
) -> None:
    await _arrive(socket, rehearsal, GUILDS | VOICE_STATES)
    rehearsal.world.create_channel("Room 1", ChannelKind.VOICE)
    rehearsal.person("Amina").enter("Room 1")
    proper = await socket.event(event)

    assert events.violations(event, proper) == []
    assert events.violations(event, proper | {place: value}) != []


async def test_a_room_as_the_option_of_a_command(bot: Bot, rehearsal: Rehearsal) -> None:
    options = [{"name": "place", "description": "Where", "type": 7}]
    await bot.register("meet", options=options)
    using = rehearsal.person("Leila").command("meet", channel="general", place=MEETING)
    interaction = await bot.begun(asyncio.create_task(using))
    resolved = interaction.data["data"]["resolved"]["channels"]
    await interaction.answer(4, {"content": "a"})
    await interaction.outcome()

    assert [(each["name"], each["type"]) for each in resolved.values()] == [(MEETING, 2)]
