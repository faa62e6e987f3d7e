"""Who may do what, who hears of it, and whom a message rings."""

from __future__ import annotations

import re
from typing import Any

import aiohttp
import pytest

from rehearsal import CannotSee, CannotUse, Rehearsal
from rehearsal.wire.rest import Route
from rehearsal.wire.server import ROUTES
from tests.rehearsal.raw import EPHEMERAL, Api, Bot, Socket, button, form, row

_WITH_TOKEN = [route for route in ROUTES if route.authorised]


def _rung(rehearsal: Rehearsal, message_id: str, channel: str = "general") -> set[int]:
    return set(rehearsal.world.channel_named(channel).messages[int(message_id)].rung)


@pytest.mark.parametrize("route", _WITH_TOKEN, ids=lambda route: f"{route.method} {route.path}")
async def test_without_a_token_nothing_is_answered(
    rehearsal: Rehearsal, session: aiohttp.ClientSession, route: Route
) -> None:
    url = rehearsal.api_url + re.sub(r"\{\w+\}", str(rehearsal.application_id), route.path)

    async with session.request(route.method, url) as response:
        assert (response.status, (await response.json())["code"]) == (401, 0)


def test_only_answers_to_interactions_go_without_a_token() -> None:
    opened = {route.path.split("/")[1] for route in ROUTES if not route.authorised}

    assert opened == {"interactions", "webhooks"}
    assert not any(route.path.split("/")[1] in opened for route in _WITH_TOKEN)


@pytest.mark.parametrize("kind", ["", "Bearer ", "bot "])
async def test_a_token_is_a_bots(rehearsal: Rehearsal, session: aiohttp.ClientSession, kind: str) -> None:
    headers = {"Authorization": f"{kind}{rehearsal.token}"}

    async with session.get(f"{rehearsal.api_url}/users/@me", headers=headers) as response:
        assert response.status == 401


async def test_commands_of_another_application(api: Api, rehearsal: Rehearsal) -> None:
    body = [{"name": "ask", "description": "A command"}]

    assert (await api("PUT", "/applications/1/commands", body)).refusal == (404, 10002)
    assert rehearsal.world.application.commands == {}


@pytest.mark.parametrize("wrong", ["x", "{token}x", "x{token}"])
async def test_the_right_interaction_with_a_wrong_token(bot: Bot, wrong: str) -> None:
    interaction = await bot.used("Amina")
    token = interaction.data["token"]
    interaction.data["token"] = wrong.format(token=token)

    assert (await interaction.answer(4, {"content": "a"})).refusal == (404, 10062)
    interaction.data["token"] = token
    assert (await interaction.answer(4, {"content": "a"})).status == 200


@pytest.mark.parametrize(
    ("intents", "heard"),
    [(1 << 12, ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"]), (1 << 9, []), (1 << 0, [])],
)
async def test_an_ephemeral_message_comes_as_a_direct_one(
    rehearsal: Rehearsal, api: Api, socket: Socket, intents: int, heard: list[str]
) -> None:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    bot = Bot(rehearsal, api, socket)
    await bot.register("ask")
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "Psst", "flags": EPHEMERAL})
    await interaction.original("PATCH", {"content": "Hush"})
    await interaction.original("DELETE")

    assert [name for name in await socket.heard() if name.startswith("MESSAGE_")] == heard


async def test_a_form_in_a_channel_that_was_taken_away(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "Panel", "components": [row(button())]})
    pressed = await bot.pressed("Amina", "Press")
    await pressed.answer(9, form())
    opened = (await pressed.outcome()).form
    assert opened is not None
    rehearsal.world.deny("Amina Yusuf", "general", "VIEW_CHANNEL")
    await bot.socket.heard()

    with pytest.raises(CannotSee):
        await opened.submit({"Question": "May I?"})
    assert "INTERACTION_CREATE" not in await bot.socket.heard()


async def test_a_form_in_a_channel_that_went(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.send("general", {"content": "Panel", "components": [row(button())]})
    pressed = await bot.pressed("Amina", "Press")
    await pressed.answer(9, form())
    opened = (await pressed.outcome()).form
    assert opened is not None
    rehearsal.world.delete_channel("general")

    with pytest.raises(CannotSee):
        await opened.submit({"Question": "May I?"})


async def test_no_commands_in_the_chat_for_somebody_who_left(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    assert amina.commands() == ["ask"]
    rehearsal.world.remove_member("Amina Yusuf")

    assert amina.commands() == []
    with pytest.raises(CannotUse):
        await amina.command("ask")


async def test_who_leaves_takes_her_overwrites_along(bot: Bot, rehearsal: Rehearsal) -> None:
    derek = str(rehearsal.person("Derek").user_id)
    path = f"/channels/{bot.channel('questions')}"
    before = [each["id"] for each in (await bot.api("GET", path)).body["permission_overwrites"]]
    rehearsal.world.allow("Derek Holloway", "questions", "SEND_MESSAGES")
    between = [each["id"] for each in (await bot.api("GET", path)).body["permission_overwrites"]]
    rehearsal.world.remove_member("Derek Holloway")
    after = [each["id"] for each in (await bot.api("GET", path)).body["permission_overwrites"]]

    assert (derek in before, derek in between) == (False, True)
    assert after == before


@pytest.mark.parametrize(("privileged", "content"), [(1 << 15, "Between us"), (1 << 1, "")])
async def test_the_text_of_others_when_it_is_switched_on(
    rehearsal: Rehearsal, api: Api, socket: Socket, privileged: int, content: str
) -> None:
    rehearsal.world.application.privileged_intents = privileged
    await socket.identify(rehearsal.token, 1 << 9 | privileged)
    await socket.event("READY")
    await rehearsal.person("Amina").say("general", "Between us")
    told = await socket.event("MESSAGE_CREATE")
    path = f"/channels/{rehearsal.world.channel_named('general').id}/messages/{told['id']}"

    assert told["content"] == content
    assert (await api("GET", path)).body["content"] == content


async def test_closed_direct_messages_are_closed_one_way(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    amina.close_direct_messages()
    await amina.say_direct("I may still write")
    told = await bot.socket.event("MESSAGE_CREATE")
    answer = await bot.api("POST", f"/channels/{told['channel_id']}/messages", {"content": "So may I?"})

    assert answer.refusal == (403, 50007)
    assert [each.text for each in amina.read_direct()] == ["I may still write"]


async def test_nobody_is_rung_in_a_channel_she_does_not_see(bot: Bot, rehearsal: Rehearsal) -> None:
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    rehearsal.world.deny("Tom Ashworth", "general", "VIEW_CHANNEL")
    await bot.send("general", {"content": f"<@{amina.user_id}> <@{tom.user_id}>"})
    rehearsal.world.clear("Tom Ashworth", "general")

    assert [each.read("general")[0].rings_me for each in (amina, tom)] == [True, False]


@pytest.mark.parametrize(("flags", "rung"), [(EPHEMERAL, {"Amina"}), (0, {"Amina", "Tom"})])
@pytest.mark.parametrize("deferred", [False, True])
async def test_an_ephemeral_message_rings_only_its_person(
    bot: Bot, rehearsal: Rehearsal, flags: int, rung: set[str], *, deferred: bool
) -> None:
    ids = {name: rehearsal.person(name).user_id for name in ("Amina", "Tom")}
    content = " ".join(f"<@{user_id}>" for user_id in ids.values())
    interaction = await bot.used("Amina")
    if deferred:
        await interaction.answer(5, {"flags": flags})
        message = (await interaction.original("PATCH", {"content": content})).body
    else:
        await interaction.answer(4, {"content": content, "flags": flags})
        message = (await interaction.original("GET")).body

    assert _rung(rehearsal, message["id"]) == {ids[name] for name in rung}


async def test_a_deferred_answer_rings_when_it_is_filled_and_not_later(
    bot: Bot, rehearsal: Rehearsal
) -> None:
    ids = {name: rehearsal.person(name).user_id for name in ("Derek", "Tom")}
    interaction = await bot.used("Amina")
    await interaction.answer(5)
    filled = await interaction.original("PATCH", {"content": f"<@{ids['Tom']}>"})
    edited = await interaction.original("PATCH", {"content": f"<@{ids['Derek']}>"})

    assert [each["id"] for each in edited.body["mentions"]] == [str(ids["Derek"])]
    assert _rung(rehearsal, filled.body["id"]) == {ids["Tom"]}


async def test_nobody_rings_herself(bot: Bot, rehearsal: Rehearsal) -> None:
    rehearsal.world.grant("Equal Footing", "MENTION_EVERYONE")
    leila, tom = rehearsal.person("Leila"), rehearsal.person("Tom")
    said = await leila.say("general", f"<@{leila.user_id}> <@{tom.user_id}>")
    all_called = await leila.say("general", "@everyone")
    sent = await bot.send("general", {"content": f"@everyone <@{rehearsal.application_id}>"})

    assert _rung(rehearsal, str(said.id)) == {tom.user_id}
    assert set(rehearsal.world.users) - _rung(rehearsal, str(all_called.id)) == {leila.user_id}
    assert set(rehearsal.world.users) - _rung(rehearsal, sent.body["id"]) == {rehearsal.application_id}


@pytest.mark.parametrize("content", ["<@1>", "<@!1>", "<@{general}>", "<@&1>", "<@{amina}", "@{amina}"])
async def test_what_is_no_mention(bot: Bot, rehearsal: Rehearsal, content: str) -> None:
    filled = content.format(general=bot.channel("general"), amina=rehearsal.person("Amina").user_id)
    sent = await bot.send("general", {"content": filled})

    assert sent.status == 200
    assert (sent.body["mentions"], sent.body["mention_roles"]) == ([], [])
    assert _rung(rehearsal, sent.body["id"]) == set()


@pytest.mark.parametrize(("mentionable", "rung"), [(True, {"Leila", "Owen"}), (False, set())])
async def test_a_mentionable_role_needs_no_permission(
    bot: Bot, rehearsal: Rehearsal, rung: set[str], *, mentionable: bool
) -> None:
    role = rehearsal.world.role_named("Facilitators")
    role.mentionable = mentionable
    sent = await bot.send("general", {"content": f"<@&{role.id}>"})

    assert sent.body["mention_roles"] == [str(role.id)] * mentionable
    assert _rung(rehearsal, sent.body["id"]) == {rehearsal.person(name).user_id for name in rung}


@pytest.mark.parametrize(
    ("content", "allowed", "granted", "rings"),
    [
        ("@here", None, True, True),
        ("Come @here!", {"parse": ["everyone"]}, True, True),
        ("@here", None, False, False),
        ("@here", {"parse": ["users", "roles"]}, True, False),
        ("@hereabouts", None, True, False),
    ],
)
async def test_here(
    bot: Bot, rehearsal: Rehearsal, content: str, allowed: Any, *, granted: bool, rings: bool
) -> None:
    if granted:
        rehearsal.world.grant("Equal Footing", "MENTION_EVERYONE")
    sent = await bot.send("general", {"content": content, "allowed_mentions": allowed})

    assert sent.body["mention_everyone"] is rings
    assert [each.read("general")[0].rings_me for each in rehearsal.people] == [rings] * 17


@pytest.mark.parametrize("kind", ["users", "roles"])
async def test_a_hundred_allowed_mentions(bot: Bot, kind: str) -> None:
    ids = [str(number) for number in range(1, 102)]
    full = await bot.send("general", {"content": "a", "allowed_mentions": {kind: ids[:100]}})
    over = await bot.send("general", {"content": "a", "allowed_mentions": {kind: ids}})

    assert full.status == 200
    assert list(over.problems()) == [f"allowed_mentions.{kind}"]


@pytest.mark.parametrize("kind", ["users", "roles"])
async def test_a_kind_is_parsed_or_listed(bot: Bot, kind: str) -> None:
    both = await bot.send("general", {"content": "a", "allowed_mentions": {"parse": [kind], kind: ["1"]}})
    empty = await bot.send("general", {"content": "a", "allowed_mentions": {"parse": [kind], kind: []}})
    other = {"users": "roles", "roles": "users"}[kind]
    mixed = await bot.send("general", {"content": "a", "allowed_mentions": {"parse": [kind], other: ["1"]}})

    assert list(both.problems()) == ["allowed_mentions"]
    assert (empty.status, mixed.status) == (200, 200)
