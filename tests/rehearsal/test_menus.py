"""The menu of a message: registered, offered, used, and answered."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotSee, CannotUse, Rehearsal
from tests.rehearsal.raw import EPHEMERAL, Answer, Bot, Interaction, form

_LOST = "I don't follow this"


async def _registered(bot: Bot, *commands: dict[str, Any]) -> Answer:
    return await bot.api("PUT", f"/applications/{bot.rehearsal.application_id}/commands", list(commands))


def _menu(name: str = _LOST, **more: Any) -> dict[str, Any]:
    return {"name": name, "type": 3, **more}


async def _used(bot: Bot, said: str = "Our DMARD rota") -> Interaction:
    """Tom says something, and Amina uses the menu on it."""
    await _registered(bot, _menu())
    shown = await bot.rehearsal.person("Tom").say("general", said)
    using = bot.rehearsal.person("Amina").use_menu(_LOST, channel="general", message=shown)
    return await bot.begun(asyncio.create_task(using))


async def test_the_bot_gets_the_whole_message(bot: Bot, rehearsal: Rehearsal) -> None:
    used = await _used(bot)
    await used.answer(4, {"content": "Noted", "flags": EPHEMERAL})
    told = await bot.socket.event("MESSAGE_CREATE")
    data = used.data["data"]
    target = data["resolved"]["messages"][data["target_id"]]

    assert (data["type"], data["name"]) == (3, _LOST)
    assert "options" not in data
    assert (target["id"], target["content"]) == (data["target_id"], "Our DMARD rota")
    assert target["author"]["global_name"] == "Tom Ashworth"
    assert target["channel_id"] == used.data["channel_id"]
    assert "message" not in used.data
    # What it hears of the same message elsewhere is without the text.
    assert (told["id"], told["content"]) == (data["target_id"], "")
    fetched = await bot.api("GET", f"/channels/{told['channel_id']}/messages/{told['id']}")
    assert fetched.body["content"] == ""


async def test_an_answer_in_public_refers_to_the_message(bot: Bot) -> None:
    used = await _used(bot)
    answer = await used.answer(4, {"content": "Somebody asks"})
    more = await used.follow_up({"content": "More"})
    message, target = answer.body["resource"]["message"], used.data["data"]["target_id"]

    assert message["type"] == 23
    assert message["interaction_metadata"]["target_message_id"] == target
    assert message["message_reference"] == {
        "type": 0,
        "channel_id": used.data["channel_id"],
        "message_id": target,
        "guild_id": used.data["guild_id"],
    }
    assert more.body["type"] == 0


async def test_a_form_may_be_the_answer(bot: Bot) -> None:
    used = await _used(bot)
    await used.answer(9, form())
    opened = (await used.outcome()).form

    assert opened is not None
    sent = await bot.begun(asyncio.create_task(opened.submit({"Question": "What is it?"})))
    assert "message" not in sent.data
    assert list((await sent.answer(7, {"content": "a"})).problems()) == ["type"]
    await sent.answer(4, {"content": "Thank you"})


@pytest.mark.parametrize("kind", [6, 7])
async def test_a_menu_has_no_message_to_update(bot: Bot, kind: int) -> None:
    used = await _used(bot)

    assert list((await used.answer(kind, {})).problems()) == ["type"]
    await used.answer(4, {"content": "a"})


async def test_a_message_of_the_bot_has_a_menu_too(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(bot, _menu())
    await bot.send("general", {"content": "A card"})
    card = rehearsal.person("Amina").read("general")[0]
    using = rehearsal.person("Amina").use_menu(_LOST, channel="general", message=card)
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "a"})

    assert used.data["data"]["resolved"]["messages"][str(card.id)]["content"] == "A card"


async def test_in_the_chat_with_the_bot(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(bot, _menu(), _menu("Only here", contexts=[0]))
    amina = rehearsal.person("Amina")
    said = await amina.say_direct("Hello")
    used = await bot.begun(asyncio.create_task(amina.use_menu(_LOST, message=said)))
    await used.answer(4, {"content": "a"})

    assert amina.menus() == [_LOST]
    assert used.data["data"]["resolved"]["messages"][str(said.id)]["content"] == "Hello"
    assert "guild_id" not in (await used.original("GET")).body["message_reference"]


async def test_which_menus_are_offered(bot: Bot, rehearsal: Rehearsal) -> None:
    await _registered(
        bot,
        {"name": "ask", "description": "Ask"},
        _menu("Ask", contexts=[0]),
        _menu("Take Down", default_member_permissions="32"),
        _menu("Nobody", default_member_permissions=0),
    )
    amina, leila, ruth = (rehearsal.person(name) for name in ("Amina", "Leila", "Ruth"))

    assert amina.menus("general") == ["Ask"]
    assert leila.menus("general") == ["Ask", "Take Down"]
    assert ruth.menus("general") == ["Ask", "Take Down", "Nobody"]
    assert amina.commands("general") == ["ask"]
    said = await amina.say("general", "Hello")
    for name in ("ask", "Take Down", "Unknown"):
        with pytest.raises(CannotUse):
            await amina.use_menu(name, channel="general", message=said)
    with pytest.raises(CannotUse):
        await amina.command("Ask", channel="general")
    rehearsal.world.deny("@everyone", "general", "USE_APPLICATION_COMMANDS")
    assert amina.menus("general") == []


async def test_messages_that_have_no_menu(bot: Bot, rehearsal: Rehearsal) -> None:
    used = await _used(bot)
    await used.answer(4, {"content": "Only you", "flags": EPHEMERAL})
    mine = (await used.outcome()).message
    amina, tom = rehearsal.person("Amina"), rehearsal.person("Tom")
    elsewhere = await amina.say("patients-and-public", "Among us")
    said = amina.read("general")[0]
    assert mine is not None

    with pytest.raises(CannotUse):
        await amina.use_menu(_LOST, channel="general", message=mine)
    with pytest.raises(CannotSee):
        await amina.use_menu(_LOST, channel="general", message=elsewhere)
    with pytest.raises(CannotSee):
        await tom.use_menu(_LOST, channel="patients-and-public", message=elsewhere)
    rehearsal.world.messages.remove(rehearsal.world.channel_named("general").messages[said.id])
    with pytest.raises(CannotSee):
        await amina.use_menu(_LOST, channel="general", message=said)


@pytest.mark.parametrize(
    ("commands", "path"),
    [
        ([_menu("")], "0.name"),
        ([_menu(" ")], "0.name"),
        ([_menu("a" * 33)], "0.name"),
        ([{"type": 3}], "0.name"),
        ([_menu(description="A menu")], "0.description"),
        ([_menu(options=[{"type": 3, "name": "o", "description": "a"}])], "0.options"),
        ([_menu(contexts=[3])], "0.contexts.0"),
        ([_menu(), _menu()], "1.name"),
        ([_menu(f"Menu {number}") for number in range(16)], ""),
    ],
)
async def test_what_is_wrong_with_a_menu(bot: Bot, commands: list[dict[str, Any]], path: str) -> None:
    assert list((await _registered(bot, *commands)).problems()) == [path]


async def test_what_a_menu_may_be(bot: Bot) -> None:
    """A slash command may have the same name; of each kind there may be so many."""
    slash = [{"name": f"c{number}", "description": "a"} for number in range(100)]
    menus = [_menu(f"c{number}", description="", options=[]) for number in range(14)]
    answer = await _registered(bot, *slash, *menus, _menu(f"  {'A b' * 10} "))

    assert answer.status == 200
    assert answer.body[-1]["name"] == "A b" * 10
    assert (answer.body[-1]["type"], answer.body[-1]["description"]) == (3, "")
    assert "options" not in answer.body[-1]
    assert len({each["id"] for each in answer.body}) == 115


async def test_a_menu_keeps_its_id_by_kind_and_name(bot: Bot) -> None:
    first = (await _registered(bot, {"name": "ask", "description": "a"}, _menu("ask"))).body
    second = (await _registered(bot, _menu("ask"), {"name": "ask", "description": "a"})).body

    assert [each["id"] for each in second] == [each["id"] for each in reversed(first)]
    assert first[0]["id"] != first[1]["id"]


@pytest.mark.parametrize("kind", [2, 4, 9])
async def test_kinds_of_commands_that_are_not_known(bot: Bot, kind: int) -> None:
    assert (await _registered(bot, _menu() | {"type": kind})).status == 501


async def test_a_field_of_a_menu_that_is_not_known(bot: Bot) -> None:
    assert (await _registered(bot, _menu(unknown=1))).status == 501
