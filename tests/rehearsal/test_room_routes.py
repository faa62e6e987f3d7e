"""Channels that a bot makes, changes and deletes, people whom it moves, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from rehearsal.world.management import MAX_CHANNELS
from rehearsal.world.model import ChannelKind
from tests.rehearsal.raw import Answer, Api

pytestmark = pytest.mark.usefixtures("checked")

STREAM, VIEW, SPEAK, MANAGE_ROLES = 1 << 9, 1 << 10, 1 << 21, 1 << 28
MEETING = "meeting room"
ROLE = "Equal Footing"


def _grant(rehearsal: Rehearsal, *permissions: str) -> None:
    rehearsal.world.grant(ROLE, *(permissions or ("MANAGE_CHANNELS", "MANAGE_ROLES", "MOVE_MEMBERS")))


def _id(rehearsal: Rehearsal, channel: str) -> int:
    return rehearsal.world.channel_named(channel).id


def _overwrite(target: int, **more: Any) -> dict[str, Any]:
    return {"id": str(target), "type": 0, "allow": 0, "deny": 0, **more}


async def _make(api: Api, rehearsal: Rehearsal, **body: Any) -> Answer:
    return await api("POST", f"/guilds/{rehearsal.community_id}/channels", body)


async def _edit(api: Api, rehearsal: Rehearsal, channel: str, body: dict[str, Any]) -> Answer:
    return await api("PATCH", f"/channels/{_id(rehearsal, channel)}", body)


async def _move(api: Api, rehearsal: Rehearsal, name: str, channel: int | str | None) -> Answer:
    path = f"/guilds/{rehearsal.community_id}/members/{rehearsal.person(name).user_id}"
    return await api("PATCH", path, {"channel_id": None if channel is None else str(channel)})


async def test_a_room_is_made_changed_and_deleted(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    everyone = _overwrite(rehearsal.community_id, deny=SPEAK)
    made = await _make(
        api,
        rehearsal,
        name=" Room 1 ",
        type=2,
        user_limit=5,
        permission_overwrites=[everyone],
        parent_id=None,
    )
    changed = await _edit(api, rehearsal, "Room 1", {"name": "Room A", "user_limit": 0, "position": 0})
    same = (await api("GET", f"/channels/{made.body['id']}")).body
    gone = await api("DELETE", f"/channels/{made.body['id']}")

    assert made.status == 201
    assert (made.body["type"], made.body["name"], made.body["user_limit"]) == (2, "Room 1", 5)
    assert made.body["permission_overwrites"] == [{**everyone, "allow": "0", "deny": str(SPEAK)}]
    assert (changed.status, changed.body["name"], changed.body["user_limit"]) == (200, "Room A", 0)
    assert changed.body["permission_overwrites"] == made.body["permission_overwrites"]
    assert same == changed.body == gone.body
    assert (await api("GET", f"/channels/{made.body['id']}")).refusal == (404, 10003)


async def test_a_text_channel_is_made_and_hidden(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    amina, leila = rehearsal.person("Amina"), rehearsal.person("Leila")
    made = await _make(api, rehearsal, name="Group A")
    seen = "group-a" in amina.channels()
    hidden = [
        _overwrite(rehearsal.community_id, deny=VIEW),
        _overwrite(rehearsal.application_id, type=1, allow=VIEW),
        _overwrite(leila.user_id, type=1, allow=VIEW, deny=None),
    ]
    changed = await _edit(api, rehearsal, "group-a", {"permission_overwrites": hidden})

    assert (made.status, made.body["type"], made.body["name"], made.body["topic"]) == (
        201,
        0,
        "group-a",
        None,
    )
    assert seen
    assert changed.status == 200
    assert "group-a" not in amina.channels()
    assert "group-a" in leila.channels()


async def test_the_order_of_rooms(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    for name in ("Room 1", "Room 2"):
        await _make(api, rehearsal, name=name, type=2)
    await _edit(api, rehearsal, "Room 2", {"position": 0})

    assert list(rehearsal.person("Amina").rooms()) == ["Room 2", MEETING, "Room 1"]


@pytest.mark.parametrize("lacking", ["MANAGE_CHANNELS", "MANAGE_ROLES", "SPEAK"])
async def test_what_a_bot_needs_to_make_a_room(api: Api, rehearsal: Rehearsal, lacking: str) -> None:
    _grant(rehearsal)
    for role in (ROLE, "@everyone"):
        rehearsal.world.revoke(role, lacking)
    rule = _overwrite(rehearsal.community_id, deny=SPEAK)
    made = await _make(api, rehearsal, name="Room 1", type=2, permission_overwrites=[rule])
    changed = await _edit(api, rehearsal, MEETING, {"permission_overwrites": [rule]})

    assert (made.status == 201) is (lacking == "MANAGE_ROLES")
    assert changed.refusal == (403, 50013)
    assert ("Room 1" in rehearsal.person("Amina").rooms()) is (made.status == 201)


@pytest.mark.parametrize("bits", [STREAM, MANAGE_ROLES, 1 << 60])
@pytest.mark.parametrize("side", ["allow", "deny"])
async def test_rights_that_a_bot_cannot_give(api: Api, rehearsal: Rehearsal, side: str, bits: int) -> None:
    _grant(rehearsal)
    rules = [_overwrite(rehearsal.community_id, **{side: bits})]
    made = await _make(api, rehearsal, name="Room 1", type=2, permission_overwrites=rules)
    changed = await _edit(api, rehearsal, MEETING, {"permission_overwrites": rules})

    assert made.refusal == changed.refusal == (403, 50013)
    assert list(rehearsal.person("Amina").rooms()) == [MEETING]


async def test_an_administrator_may_give_all(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal, "ADMINISTRATOR")
    rules = [_overwrite(rehearsal.community_id, deny=STREAM | MANAGE_ROLES)]

    assert (await _make(api, rehearsal, name="Room 1", permission_overwrites=rules)).status == 201


@pytest.mark.parametrize(
    ("channel", "denied", "code"),
    [
        (MEETING, "VIEW_CHANNEL", 50001),
        (MEETING, "CONNECT", 50001),
        (MEETING, "MANAGE_CHANNELS", 50013),
        ("general", "VIEW_CHANNEL", 50001),
        ("general", "MANAGE_CHANNELS", 50013),
    ],
)
async def test_who_may_change_a_channel(
    api: Api, rehearsal: Rehearsal, channel: str, denied: str, code: int
) -> None:
    _grant(rehearsal)
    rehearsal.world.deny(ROLE, channel, denied)
    path = f"/channels/{_id(rehearsal, channel)}"

    assert (await api("PATCH", path, {"name": "other"})).refusal == (403, code)
    assert (await api("DELETE", path)).refusal == (403, code)
    assert rehearsal.world.channel_named(channel)


async def test_a_text_channel_asks_nobody_to_connect(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    rehearsal.world.deny(ROLE, "general", "CONNECT")

    assert (await _edit(api, rehearsal, "general", {"name": "Lobby"})).body["name"] == "lobby"
    assert (await api("DELETE", f"/channels/{_id(rehearsal, 'lobby')}")).status == 200


async def test_what_is_not_there(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    rehearsal.person("Amina").enter(MEETING)
    rehearsal.person("Derek").leave()
    guild, meeting = f"/guilds/{rehearsal.community_id}", {"channel_id": str(_id(rehearsal, MEETING))}

    assert (await api("POST", "/guilds/1/channels", {"name": "a"})).refusal == (404, 10004)
    assert (await api("PATCH", "/channels/1", {"name": "a"})).refusal == (404, 10003)
    assert (await api("DELETE", "/channels/1")).refusal == (404, 10003)
    assert (await api("PATCH", f"/guilds/1/members/{rehearsal.application_id}", meeting)).refusal == (
        404,
        10004,
    )
    assert (await api("PATCH", f"{guild}/members/1", meeting)).refusal == (404, 10013)
    assert (await _move(api, rehearsal, "Derek", meeting["channel_id"])).refusal == (404, 10007)
    assert (await _move(api, rehearsal, "Amina", 1)).refusal == (404, 10003)


async def test_people_are_moved_and_put_out(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    amina = rehearsal.person("Amina")
    await _make(api, rehearsal, name="Room 1", type=2, user_limit=1)
    rehearsal.person("Derek").enter("Room 1")
    amina.enter(MEETING)
    rehearsal.world.deny("Amina Yusuf", "Room 1", "VIEW_CHANNEL", "CONNECT")

    moved = await _move(api, rehearsal, "Amina", _id(rehearsal, "Room 1"))
    after = amina.rooms()
    out = await _move(api, rehearsal, "Amina", None)
    again = await _move(api, rehearsal, "Amina", None)

    assert (moved.status, moved.body["user"]["global_name"]) == (200, "Amina Yusuf")
    assert after == {MEETING: [], "Room 1": ["Amina Yusuf", "Derek Holloway"]}
    assert out.status == 200
    assert (amina.room, amina.rooms()) == (None, {MEETING: []})
    assert again.refusal == (400, 40032)
    assert again.body["message"] == "Target user is not connected to voice."
    assert (await _move(api, rehearsal, "Amina", _id(rehearsal, MEETING))).refusal == (400, 40032)


@pytest.mark.parametrize(
    ("room", "denied", "refusal"),
    [
        ("Room 1", "VIEW_CHANNEL", (403, 50001)),
        ("Room 1", "CONNECT", (403, 50001)),
        ("Room 1", "MOVE_MEMBERS", (403, 50013)),
        (MEETING, "VIEW_CHANNEL", (403, 50013)),
        (MEETING, "CONNECT", (403, 50013)),
        (MEETING, "MOVE_MEMBERS", (403, 50013)),
    ],
)
async def test_what_a_bot_needs_to_move_people(
    api: Api, rehearsal: Rehearsal, room: str, denied: str, refusal: tuple[int, int]
) -> None:
    _grant(rehearsal)
    rehearsal.world.create_channel("Room 1", ChannelKind.VOICE)
    rehearsal.world.deny(ROLE, room, denied)
    rehearsal.person("Amina").enter(MEETING)

    assert (await _move(api, rehearsal, "Amina", _id(rehearsal, "Room 1"))).refusal == refusal
    assert rehearsal.person("Amina").room == MEETING


async def test_without_the_right_nobody_is_moved(api: Api, rehearsal: Rehearsal) -> None:
    rehearsal.world.revoke(ROLE, "MOVE_MEMBERS")
    rehearsal.person("Amina").enter(MEETING)

    for name in ("Amina", "Derek"):
        assert (await _move(api, rehearsal, name, None)).refusal == (403, 50013)
    assert rehearsal.person("Amina").room == MEETING


async def test_a_community_has_its_limit_of_channels(api: Api, rehearsal: Rehearsal) -> None:
    _grant(rehearsal)
    for number in range(len(rehearsal.world.guild.channels), MAX_CHANNELS - 1):
        rehearsal.world.create_channel(f"room-{number}")

    assert (await _make(api, rehearsal, name="last", type=2)).status == 201
    assert (await _make(api, rehearsal, name="one more", type=2)).refusal == (400, 30013)
