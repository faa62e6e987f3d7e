"""What is wrong or not known in the bodies of the routes about channels and voice rooms."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import Api

MEETING = "meeting room"
ROLE = "Equal Footing"
RIGHTS = ("MANAGE_CHANNELS", "MANAGE_ROLES", "MOVE_MEMBERS")


def _meeting(rehearsal: Rehearsal) -> str:
    return f"/channels/{rehearsal.world.channel_named(MEETING).id}"


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({}, "name", "BASE_TYPE_REQUIRED"),
        ({"name": None}, "name", "BASE_TYPE_INVALID"),
        ({"name": "  "}, "name", "BASE_TYPE_MIN_LENGTH"),
        ({"name": "a" * 101}, "name", "BASE_TYPE_MAX_LENGTH"),
        ({"type": 1}, "type", "BASE_TYPE_CHOICES"),
        ({"type": 99}, "type", "BASE_TYPE_CHOICES"),
        ({"user_limit": 100}, "user_limit", "NUMBER_TYPE_MAX"),
        ({"user_limit": -1}, "user_limit", "NUMBER_TYPE_MIN"),
        ({"position": -1}, "position", "NUMBER_TYPE_MIN"),
        ({"permission_overwrites": [{"type": 0}]}, "permission_overwrites.0.id", "BASE_TYPE_REQUIRED"),
        (
            {"permission_overwrites": [{"id": "x", "type": 0}]},
            "permission_overwrites.0.id",
            "NUMBER_TYPE_COERCE",
        ),
        (
            {"permission_overwrites": [{"id": 1, "type": 2}]},
            "permission_overwrites.0.type",
            "BASE_TYPE_CHOICES",
        ),
        (
            {"permission_overwrites": [{"id": 1, "type": 0, "deny": -1}]},
            "permission_overwrites.0.deny",
            "NUMBER_TYPE_COERCE",
        ),
        (
            {"permission_overwrites": [{"id": 1, "type": 0}] * 101},
            "permission_overwrites",
            "BASE_TYPE_MAX_LENGTH",
        ),
    ],
)
async def test_bodies_that_are_wrong(
    rehearsal: Rehearsal, api: Api, body: dict[str, Any], path: str, code: str
) -> None:
    rehearsal.world.grant(ROLE, *RIGHTS)
    full = {"name": "Room 1", "type": 2, **body} if body else {"type": 2}
    made = await api("POST", f"/guilds/{rehearsal.community_id}/channels", full)

    assert made.problems() == {path: [code]}
    if path not in ("type", "name"):
        assert (await api("PATCH", _meeting(rehearsal), body)).problems() == {path: [code]}
    assert rehearsal.person("Amina").rooms() == {MEETING: []}


async def test_a_channel_that_is_no_number(rehearsal: Rehearsal, api: Api) -> None:
    path = f"/guilds/{rehearsal.community_id}/members/{rehearsal.person('Amina').user_id}"

    assert (await api("PATCH", path, {"channel_id": "here"})).problems() == {
        "channel_id": ["NUMBER_TYPE_COERCE"]
    }


async def test_numbers_as_digits(rehearsal: Rehearsal, api: Api) -> None:
    rehearsal.world.grant(ROLE, *RIGHTS)
    rule = {"id": rehearsal.community_id, "type": 0, "allow": "1024", "deny": "1048576"}
    changed = await api("PATCH", _meeting(rehearsal), {"permission_overwrites": [rule]})

    assert changed.body["permission_overwrites"] == [{**rule, "id": str(rehearsal.community_id)}]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/channels/{room}/messages", {"content": "a"}),
        ("GET", "/channels/{room}/messages/1", None),
        ("PATCH", "/channels/{direct}", {"name": "a"}),
        ("DELETE", "/channels/{direct}", None),
        ("PATCH", "/channels/{general}", {"user_limit": 1}),
        ("PATCH", "/channels/{room}", {}),
        ("PATCH", "/channels/{room}", {"name": None}),
        ("PATCH", "/channels/{room}", {"user_limit": None}),
        ("PATCH", "/channels/{room}", {"bitrate": 8000}),
        ("PATCH", "/channels/{room}", {"type": 0}),
        ("PATCH", "/channels/{room}", {"permission_overwrites": [{"id": "1", "type": 1}]}),
        ("PATCH", "/guilds/{guild}/channels", [{"id": "{room}", "position": 1}]),
        ("PUT", "/channels/{room}/permissions/{guild}", {"type": 0, "name": "a"}),
        ("POST", "/guilds/{guild}/channels", {"name": "a", "type": 13}),
        ("POST", "/guilds/{guild}/channels", {"name": "a", "user_limit": 1}),
        ("POST", "/guilds/{guild}/channels", {"name": "a", "type": 2, "topic": "b"}),
        ("POST", "/guilds/{guild}/channels", {"name": "a", "permission_overwrites": [{"id": "{guild}"}]}),
        (
            "POST",
            "/guilds/{guild}/channels",
            {"name": "a", "permission_overwrites": [{"id": "{guild}", "type": 0}] * 2},
        ),
        ("PATCH", "/guilds/{guild}/members/{amina}", {}),
        ("PATCH", "/guilds/{guild}/members/{amina}", {"mute": True}),
        ("PATCH", "/guilds/{guild}/members/{amina}", {"channel_id": None, "deaf": True}),
        ("PATCH", "/guilds/{guild}/members/{amina}", {"channel_id": "{general}"}),
        ("GET", "/guilds/{guild}/voice-states/{amina}", None),
    ],
)
async def test_what_is_not_modelled(
    api: Api, rehearsal: Rehearsal, method: str, path: str, body: Any
) -> None:
    world, amina = rehearsal.world, rehearsal.person("Amina")
    world.grant(ROLE, *RIGHTS)
    amina.enter(MEETING)
    names = {
        "room": world.channel_named(MEETING).id,
        "general": world.channel_named("general").id,
        "direct": world.direct_channel(amina.user_id).id,
        "guild": rehearsal.community_id,
        "amina": amina.user_id,
    }
    answer = await api(method, path.format_map(names), _filled(body, names))

    assert answer.status == 501
    assert method in answer.body["message"]
    assert amina.rooms() == {MEETING: ["Amina Yusuf"]}


def _filled(body: Any, names: dict[str, int]) -> Any:
    if isinstance(body, dict):
        return {key: _filled(value, names) for key, value in body.items()}
    if isinstance(body, list):
        return [_filled(value, names) for value in body]
    return body.format_map(names) if isinstance(body, str) else body
