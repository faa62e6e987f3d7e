"""Roles that a bot makes, changes, gives and deletes, overwrites of one, and looking for members."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from rehearsal.world.roles import MAX_ROLES
from tests.rehearsal.raw import INTENTS, Answer, Api, Bot, Socket

OWN = "Equal Footing"
VIEW, SEND, BAN, MANAGE_ROLES = 1 << 10, 1 << 11, 1 << 2, 1 << 28


def _roles(rehearsal: Rehearsal) -> str:
    return f"/guilds/{rehearsal.community_id}/roles"


def _path(rehearsal: Rehearsal, role: str) -> str:
    return f"{_roles(rehearsal)}/{rehearsal.world.role_named(role).id}"


def _of_member(rehearsal: Rehearsal, name: str, role: str) -> str:
    user_id = rehearsal.person(name).user_id
    return f"/guilds/{rehearsal.community_id}/members/{user_id}/roles/{rehearsal.world.role_named(role).id}"


async def _make(api: Api, rehearsal: Rehearsal, **body: Any) -> Answer:
    return await api("POST", _roles(rehearsal), body)


@pytest.mark.usefixtures("checked")
async def test_a_role_is_made_changed_and_deleted(api: Api, rehearsal: Rehearsal) -> None:
    made = await _make(api, rehearsal, name="Carers", permissions="0", mentionable=True, hoist=True)
    path = f"{_roles(rehearsal)}/{made.body['id']}"
    changed = await api("PATCH", path, {"name": "Family and carers", "permissions": str(VIEW)})
    same = await api("GET", path)
    gone = await api("DELETE", path)

    assert (made.status, made.body["name"], made.body["permissions"]) == (200, "Carers", "0")
    assert (made.body["position"], made.body["managed"]) == (1, False)
    assert (made.body["mentionable"], made.body["hoist"]) == (True, True)
    assert (changed.body["name"], changed.body["permissions"]) == ("Family and carers", str(VIEW))
    assert same.body == changed.body
    assert gone.status == 204
    assert (await api("GET", path)).refusal == (404, 10011)


@pytest.mark.usefixtures("checked")
async def test_a_role_without_a_word_is_a_new_role(api: Api, rehearsal: Rehearsal) -> None:
    made = await _make(api, rehearsal)
    everyone = rehearsal.world.guild.roles[rehearsal.community_id]

    assert (made.body["name"], made.body["permissions"]) == ("new role", str(everyone.permissions))


@pytest.mark.usefixtures("checked")
async def test_a_role_is_given_and_taken(api: Api, rehearsal: Rehearsal) -> None:
    path = _of_member(rehearsal, "Amina", "Clinicians")
    member = f"/guilds/{rehearsal.community_id}/members/{rehearsal.person('Amina').user_id}"
    role_id = str(rehearsal.world.role_named("Clinicians").id)
    given = [(await api("PUT", path)).status for _ in range(2)]
    having = (await api("GET", member)).body["roles"]
    taken = [(await api("DELETE", path)).status for _ in range(2)]

    assert given == taken == [204, 204]
    assert role_id in having
    assert role_id not in (await api("GET", member)).body["roles"]


@pytest.mark.usefixtures("checked")
async def test_a_deleted_role_leaves_nothing_behind(api: Api, rehearsal: Rehearsal) -> None:
    rehearsal.world.revoke("Facilitators", "MANAGE_GUILD")
    leila, role_id = rehearsal.person("Leila"), rehearsal.world.role_named("Facilitators").id
    assert (await api("DELETE", _path(rehearsal, "Facilitators"))).status == 204
    channels = (await api("GET", f"/guilds/{rehearsal.community_id}/channels")).body

    assert "facilitators" not in leila.channels()
    assert str(role_id) not in [rule["id"] for each in channels for rule in each["permission_overwrites"]]


@pytest.mark.usefixtures("checked")
async def test_without_the_right_nothing_is_done(api: Api, rehearsal: Rehearsal) -> None:
    rehearsal.world.revoke(OWN, "MANAGE_ROLES")
    channel = rehearsal.world.channel_named("general").id
    asked = [
        await _make(api, rehearsal, name="A"),
        await api("PATCH", _path(rehearsal, "Clinicians"), {"name": "B"}),
        await api("DELETE", _path(rehearsal, "Clinicians")),
        await api("PUT", _of_member(rehearsal, "Amina", "Clinicians")),
        await api("DELETE", _of_member(rehearsal, "Tom", "Clinicians")),
        await api("PUT", f"/channels/{channel}/permissions/{rehearsal.community_id}", {"type": 0}),
        await api("DELETE", f"/channels/{channel}/permissions/{rehearsal.community_id}"),
    ]

    assert [each.refusal for each in asked] == [(403, 50013)] * len(asked)


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("role", [OWN, "Facilitators"])
async def test_a_role_that_is_as_high_or_higher(api: Api, rehearsal: Rehearsal, role: str) -> None:
    rehearsal.world.role_named(OWN).position = rehearsal.world.role_named("Academics").position
    asked = [
        await api("PATCH", _path(rehearsal, role), {"name": "B"}),
        await api("DELETE", _path(rehearsal, role)),
        await api("PUT", _of_member(rehearsal, "Amina", role)),
        await api("DELETE", _of_member(rehearsal, "Leila", role)),
    ]

    assert [each.refusal for each in asked] == [(403, 50013)] * 4
    assert (await api("PUT", _of_member(rehearsal, "Amina", "Managers"))).status == 204


@pytest.mark.usefixtures("checked")
async def test_of_two_roles_in_one_place_the_newer_is_lower(api: Api, rehearsal: Rehearsal) -> None:
    rehearsal.world.role_named(OWN).position = 1
    made = await _make(api, rehearsal, name="Carers")

    assert made.body["position"] == 1
    assert (await api("PATCH", f"{_roles(rehearsal)}/{made.body['id']}", {"name": "B"})).status == 200
    older = _path(rehearsal, "Patient and public members")
    assert (await api("PATCH", older, {"name": "B"})).refusal == (403, 50013)


@pytest.mark.usefixtures("checked")
async def test_no_role_gets_a_right_that_the_bot_has_not(api: Api, rehearsal: Rehearsal) -> None:
    lower = _path(rehearsal, "Clinicians")
    rehearsal.world.role_named("Managers").permissions = BAN

    assert (await _make(api, rehearsal, permissions=str(BAN))).refusal == (403, 50013)
    assert (await api("PATCH", lower, {"permissions": str(BAN)})).refusal == (403, 50013)
    assert (await api("PATCH", lower, {"permissions": str(VIEW | MANAGE_ROLES)})).status == 200
    kept = await api("PATCH", _path(rehearsal, "Managers"), {"permissions": str(BAN | VIEW)})
    assert kept.body["permissions"] == str(BAN | VIEW)


@pytest.mark.usefixtures("checked")
async def test_what_is_not_there(api: Api, rehearsal: Rehearsal) -> None:
    member = f"/guilds/{rehearsal.community_id}/members"
    role = rehearsal.world.role_named("Clinicians").id
    amina = rehearsal.person("Amina").user_id

    assert (await api("PATCH", f"{_roles(rehearsal)}/1", {"name": "B"})).refusal == (404, 10011)
    assert (await api("PUT", f"{member}/{amina}/roles/1")).refusal == (404, 10011)
    assert (await api("PUT", f"{member}/1/roles/{role}")).refusal == (404, 10013)
    assert (await api("POST", "/guilds/1/roles", {})).refusal == (404, 10004)
    rehearsal.person("Amina").leave()
    assert (await api("PUT", f"{member}/{amina}/roles/{role}")).refusal == (404, 10007)


@pytest.mark.usefixtures("checked")
async def test_there_is_an_end_to_roles(api: Api, rehearsal: Rehearsal) -> None:
    world = rehearsal.world
    while len(world.guild.roles) < MAX_ROLES:
        world.create_role(f"Role {len(world.guild.roles)}")

    assert (await _make(api, rehearsal, name="One more")).refusal == (400, 30005)


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({"name": ""}, "name", "BASE_TYPE_MIN_LENGTH"),
        ({"name": "a" * 101}, "name", "BASE_TYPE_MAX_LENGTH"),
        ({"permissions": "many"}, "permissions", "NUMBER_TYPE_COERCE"),
        ({"hoist": "perhaps"}, "hoist", "BASE_TYPE_INVALID"),
    ],
)
async def test_what_is_wrong_with_a_role(
    api: Api, rehearsal: Rehearsal, body: dict[str, Any], path: str, code: str
) -> None:
    assert (await _make(api, rehearsal, **body)).problems() == {path: [code]}


@pytest.mark.parametrize(
    "body", [{"color": 5}, {"colors": {"primary_color": 5}}, {"icon": "a"}, {"name": None}, {"position": 2}]
)
async def test_what_is_not_known_of_a_role(api: Api, rehearsal: Rehearsal, body: dict[str, Any]) -> None:
    assert (await _make(api, rehearsal, **body)).status == 501


async def test_everyone_is_no_role_to_give_or_delete(api: Api, rehearsal: Rehearsal) -> None:
    assert (await api("DELETE", _path(rehearsal, "@everyone"))).status == 501
    assert (await api("PUT", _of_member(rehearsal, "Amina", "@everyone"))).status == 501


async def test_what_the_bot_hears(rehearsal: Rehearsal, api: Api, socket: Socket) -> None:
    rehearsal.world.application.privileged_intents = 1 << 1
    await socket.identify(rehearsal.token, INTENTS | 1 << 1)
    await socket.event("GUILD_CREATE")
    made = await _make(api, rehearsal, name="Carers")
    path = f"{_roles(rehearsal)}/{made.body['id']}"
    told = await socket.event("GUILD_ROLE_CREATE")
    assert told == {"guild_id": str(rehearsal.community_id), "role": made.body}

    changed = await api("PATCH", path, {"mentionable": True})
    assert (await socket.event("GUILD_ROLE_UPDATE"))["role"] == changed.body
    amina = rehearsal.person("Amina")
    await api("PUT", _of_member(rehearsal, "Amina", "Carers"))
    assert made.body["id"] in (await socket.event("GUILD_MEMBER_UPDATE"))["roles"]
    await api("PUT", _of_member(rehearsal, "Amina", "Carers"))
    await api("PUT", f"/channels/{_general(rehearsal)}/permissions/{made.body['id']}", {"type": 0})
    assert (await socket.event("CHANNEL_UPDATE"))["permission_overwrites"][0]["id"] == made.body["id"]
    await api("DELETE", path)
    assert (await socket.event("CHANNEL_UPDATE"))["permission_overwrites"] == []
    assert (await socket.event("GUILD_ROLE_DELETE"))["role_id"] == made.body["id"]
    assert await socket.heard() == ["READY"]
    assert amina.in_community


async def test_a_bot_without_the_intent_does_not_hear_of_members(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.api("PUT", _of_member(rehearsal, "Amina", "Clinicians"))

    assert "GUILD_MEMBER_UPDATE" not in await bot.socket.heard()


def _general(rehearsal: Rehearsal) -> int:
    return rehearsal.world.channel_named("general").id


@pytest.mark.usefixtures("checked")
async def test_an_overwrite_of_one(api: Api, rehearsal: Rehearsal) -> None:
    amina, channel = rehearsal.person("Amina"), _general(rehearsal)
    path = f"/channels/{channel}/permissions/{amina.user_id}"
    hidden = await api("PUT", path, {"type": 1, "allow": "0", "deny": str(VIEW)})
    seen = "general" in amina.channels()
    shown = await api("DELETE", path)

    assert (hidden.status, shown.status) == (204, 204)
    assert not seen
    assert "general" in amina.channels()
    assert (await api("DELETE", path)).refusal == (404, 10009)
    assert (await api("PUT", "/channels/1/permissions/1", {"type": 0})).refusal == (404, 10003)


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("bits", [BAN, MANAGE_ROLES])
async def test_a_right_that_no_overwrite_may_name(api: Api, rehearsal: Rehearsal, bits: int) -> None:
    path = f"/channels/{_general(rehearsal)}/permissions/{rehearsal.community_id}"

    assert (await api("PUT", path, {"type": 0, "deny": str(bits)})).refusal == (403, 50013)
    assert (await api("PUT", path, {"type": 0, "deny": str(SEND)})).status == 204


async def test_an_overwrite_for_nobody_is_not_known(api: Api, rehearsal: Rehearsal) -> None:
    path = f"/channels/{_general(rehearsal)}/permissions/1"

    assert (await api("PUT", path, {"type": 0})).status == 501
    assert (await api("PUT", path, {})).status == 501


@pytest.mark.usefixtures("checked")
async def test_looking_for_members(api: Api, rehearsal: Rehearsal) -> None:
    path = f"/guilds/{rehearsal.community_id}/members/search"
    one = await api("GET", f"{path}?query=AMIN&limit=10")
    all_with_a = await api("GET", f"{path}?query=a&limit=1000")

    assert [each["user"]["global_name"] for each in one.body] == ["Amina Yusuf"]
    assert len((await api("GET", f"{path}?query=a")).body) == 1
    assert all(each["user"]["username"].startswith("a") for each in all_with_a.body)
    assert (await api("GET", f"{path}?query=yusuf&limit=9")).body == []


@pytest.mark.parametrize(
    ("query", "field"),
    [("", "query"), ("query=", "query"), ("query=a&limit=0", "limit"), ("query=a&limit=1001", "limit")],
)
async def test_what_is_wrong_with_a_search(api: Api, rehearsal: Rehearsal, query: str, field: str) -> None:
    answer = await api("GET", f"/guilds/{rehearsal.community_id}/members/search?{query}")

    assert list(answer.problems()) == [field]
