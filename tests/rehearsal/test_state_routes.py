"""Who the bot is, what its community holds, and what REST refuses."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import Api, Bot


async def test_json_has_no_charset(api: Api) -> None:
    assert (await api("GET", "/users/@me")).content_type == "application/json"


@pytest.mark.parametrize("token", ["wrong", "Bot"])
async def test_a_wrong_token_is_unauthorised(api: Api, token: str) -> None:
    answer = await api("GET", "/users/@me", token=token)

    assert answer.status == 401
    assert answer.body == {"message": "401: Unauthorized", "code": 0}


async def test_the_bot_is_its_application(api: Api, rehearsal: Rehearsal) -> None:
    me = (await api("GET", "/users/@me")).body
    applications = [
        (await api("GET", path)).body for path in ("/oauth2/applications/@me", "/applications/@me")
    ]

    assert me["id"] == str(rehearsal.application_id)
    assert me["bot"] is True
    assert [each["id"] for each in applications] == [me["id"], me["id"]]


async def test_the_gateway_is_told(api: Api, rehearsal: Rehearsal) -> None:
    body = (await api("GET", "/gateway/bot")).body

    assert body["url"] == rehearsal.gateway_url
    assert body["session_start_limit"]["max_concurrency"] == 16


async def test_the_community(api: Api, rehearsal: Rehearsal) -> None:
    guild = f"/guilds/{rehearsal.community_id}"
    names = [each["name"] for each in (await api("GET", f"{guild}/channels")).body]
    roles = [each["name"] for each in (await api("GET", f"{guild}/roles")).body]
    amina = (await api("GET", f"{guild}/members/{rehearsal.person('Amina').user_id}")).body

    assert (await api("GET", guild)).body["name"] == "Moving Well Together"
    assert (await api("GET", f"{guild}?with_counts=true")).body["approximate_member_count"] == 18
    assert names == ["welcome", "general", "questions", "facilitators", "patients-and-public", "meeting room"]
    assert roles[0] == "@everyone"
    assert amina["user"]["global_name"] == "Amina Yusuf"
    assert [each["id"] for each in (await api("GET", "/users/@me/guilds")).body] == [
        str(rehearsal.community_id)
    ]


@pytest.mark.parametrize(
    ("path", "refusal"),
    [
        ("/channels/1", (404, 10003)),
        ("/channels/{hidden}", (403, 50001)),
        ("/channels/{hidden}/messages", (403, 50001)),
        ("/channels/{general}/messages/1", (404, 10008)),
        ("/channels/{general}/messages?limit=0", (400, 50035)),
        ("/channels/{general}/messages?limit=101", (400, 50035)),
        ("/channels/{general}/messages?limit=few", (400, 50035)),
        ("/channels/general", (400, 50035)),
        ("/users/@me/guilds?limit=0", (400, 50035)),
        ("/users/@me/guilds?limit=201", (400, 50035)),
        ("/guilds/1", (404, 10004)),
        ("/guilds/1/channels", (404, 10004)),
        ("/guilds/1/roles", (404, 10004)),
        ("/guilds/1/members/1", (404, 10004)),
        ("/guilds/{guild}/members/1", (404, 10013)),
        ("/guilds/{guild}/members/{left}", (404, 10007)),
        ("/applications/1/commands", (404, 10002)),
    ],
)
async def test_what_is_not_there_or_hidden(
    api: Api, rehearsal: Rehearsal, path: str, refusal: tuple[int, int]
) -> None:
    world = rehearsal.world
    left = rehearsal.person("Derek").user_id
    world.remove_member("Derek Holloway")
    path = path.format(
        hidden=world.channel_named("patients-and-public").id,
        general=world.channel_named("general").id,
        guild=rehearsal.community_id,
        left=left,
    )

    assert (await api("GET", path)).refusal == refusal


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/voice/regions"),
        ("DELETE", "/users/@me"),
        ("GET", "/channels/1/messages?around_time=1"),
        ("POST", "/channels/1/typing"),
    ],
)
async def test_an_unknown_route_is_refused_by_name(api: Api, method: str, path: str) -> None:
    answer = await api(method, path)

    assert answer.status == 501
    assert method in answer.body["message"]
    assert path.split("?", maxsplit=1)[0] in answer.body["message"]


@pytest.mark.parametrize("raw", [b"{", b"\xff", b"[" * 100_000])
async def test_a_body_that_is_no_json(api: Api, raw: bytes) -> None:
    answer = await api("POST", "/users/@me/channels", raw=raw)

    assert answer.refusal == (400, 50109)


async def test_the_world_can_refuse_service(api: Api, rehearsal: Rehearsal) -> None:
    with rehearsal.refuse(503):
        refused = await api("GET", "/users/@me")

    assert refused.status == 503
    assert (await api("GET", "/users/@me")).status == 200


async def test_direct_channels(api: Api, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina").user_id
    path = "/users/@me/channels"
    opened = [(await api("POST", path, {"recipient_id": each})).body for each in (amina, str(amina))]

    assert opened[0]["id"] == opened[1]["id"]
    assert opened[0]["recipients"][0]["id"] == str(amina)
    assert (await api("POST", path, {"recipient_id": 1})).refusal == (404, 10013)
    assert (await api("POST", path, {"recipient_id": "x"})).problems() == {
        "recipient_id": ["NUMBER_TYPE_COERCE"]
    }
    assert (await api("POST", path, {})).problems() == {"recipient_id": ["BASE_TYPE_REQUIRED"]}


async def test_a_command_keeps_its_id_by_name(bot: Bot, rehearsal: Rehearsal) -> None:
    path = f"/applications/{rehearsal.application_id}/commands"
    before = (await bot.api("GET", path)).body
    await bot.register("ask", "panel")
    same = (await bot.api("GET", path)).body
    await bot.register("ask", description="Ask anything")
    changed = (await bot.api("GET", path)).body

    assert [each["name"] for each in same] == ["ask", "panel"]
    assert same[0] == before[0]
    assert len(changed) == 1
    assert changed[0]["id"] == before[0]["id"]
    assert changed[0]["version"] != before[0]["version"]


_CHOICES = [{"name": "a", "value": "a"}] * 26


def _command(**more: Any) -> dict[str, Any]:
    return {"name": "ask", "description": "Ask", "type": 1, **more}


def _option(**more: Any) -> dict[str, Any]:
    return {"name": "place", "description": "Where", "type": 7, **more}


@pytest.mark.parametrize(
    ("commands", "path"),
    [
        ([_command(name="")], "0.name"),
        ([_command(name="a" * 33)], "0.name"),
        ([_command(name="Ask")], "0.name"),
        ([_command(name="a b")], "0.name"),
        ([_command(description="")], "0.description"),
        ([_command(description="a" * 101)], "0.description"),
        ([{"name": "ask"}], "0.description"),
        ([_command(), _command()], "1.name"),
        ([_command(options=[_option(name="No")])], "0.options.0.name"),
        ([_command(options=[_option(description="")])], "0.options.0.description"),
        ([_command(options=[_option(description="a" * 101)])], "0.options.0.description"),
        ([_command(options=[_option(), _option()])], "0"),
        ([_command(options=[_option(), _option(name="b", required=True)])], "0"),
        ([_command(options=[_option(name=f"o{n}") for n in range(26)])], "0.options"),
        (
            [_command(options=[_option(type=3, choices=_CHOICES)])],
            "0.options.0.choices",
        ),
        ([_command(options=[_option(choices=[{"name": "a", "value": "a"}])])], "0.options.0"),
        ([_command(options=[_option(min_value=1)])], "0.options.0"),
        ([_command(options=[_option(type=3, channel_types=[0])])], "0.options.0"),
        ([_command(options=[_option(channel_types=[99])])], "0.options.0.channel_types.0"),
        ([_command(options=[_option(type=3, choices=[{"name": "a", "value": 1}])])], "0.options.0"),
        ([_command(options=[_option(type=4, choices=[{"name": "a", "value": "1"}])])], "0.options.0"),
        ([_command(options=[_option(type=3, choices=[{"name": "a", "value": "b"}] * 2)])], "0.options.0"),
        ([_command(options=[_option(type=3, min_length=3, max_length=2)])], "0.options.0"),
        ([_command(options=[_option(type=4, min_value=3, max_value=2)])], "0.options.0"),
        ([_command(contexts=[3])], "0.contexts.0"),
        ([_command(name=f"c{n}") for n in range(101)], ""),
        ({}, ""),
    ],
)
async def test_commands_are_checked(bot: Bot, commands: Any, path: str) -> None:
    answer = await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", commands)

    assert list(answer.problems()) == [path]
    assert [name for _, name in bot.rehearsal.world.application.commands] == ["ask"]


@pytest.mark.parametrize(
    "command",
    [
        _command(type=2),
        _command(type=4),
        _command(options=[_option(type=2)]),
        _command(options=[_option(type=1, options=[_option(type=2)])]),
        _command(options=[_option(type=9)]),
        _command(options=[_option(type=11)]),
        _command(name_localizations={"en-GB": "ask"}),
        _command(handler=1),
    ],
)
async def test_commands_that_are_not_modelled(bot: Bot, command: dict[str, Any]) -> None:
    answer = await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", [command])

    assert answer.status == 501
