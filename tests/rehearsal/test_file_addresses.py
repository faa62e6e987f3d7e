"""Where files are, for how long, and who is given them."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from rehearsal import CannotSee, Rehearsal
from tests.rehearsal.raw import EPHEMERAL, Bot
from tests.rehearsal.sending import callback_path, send_parts, sent_with


async def _status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as response:
        return response.status


async def test_a_file_goes_with_its_message(bot: Bot, session: aiohttp.ClientSession) -> None:
    sent = (await sent_with(bot, None, {"a.txt": b"a"})).body
    url = sent["attachments"][0]["url"]
    amina = bot.rehearsal.person("Amina")
    (shown,) = amina.read("general")[0].files
    assert await _status(session, url) == 200

    await bot.api("DELETE", f"/channels/{sent['channel_id']}/messages/{sent['id']}")

    assert await _status(session, url) == 404
    with pytest.raises(CannotSee):
        await amina.open_file(shown)


async def test_a_file_goes_with_its_channel(bot: Bot, session: aiohttp.ClientSession) -> None:
    sent = (await sent_with(bot, None, {"a.txt": b"a"})).body
    bot.rehearsal.world.delete_channel("general")

    assert await _status(session, sent["attachments"][0]["url"]) == 404


async def test_the_address_of_a_file_cannot_be_guessed(bot: Bot, session: aiohttp.ClientSession) -> None:
    told = [(await sent_with(bot, None, {"a.txt": b"a"})).body["attachments"][0]["url"] for _ in range(2)]
    *before, secret, name = told[0].split("/")
    other = told[1].split("/")[-2]
    wrong = [
        [*before, other, name],
        [*before, "x" * len(secret), name],
        [*before, "%C3%BC", name],
        [*before, secret, "b.txt"],
        [*before[:-1], "1", secret, name],
        [*before[:-2], "general", before[-1], secret, name],
        [*before[:-1], "%D9%A3", secret, name],
        [*before, secret],
    ]

    assert secret != other
    assert await _status(session, told[0]) == 200
    for each in wrong:
        assert await _status(session, "/".join(each)) in (404, 501), each


async def test_an_ephemeral_file(bot: Bot, session: aiohttp.ClientSession, rehearsal: Rehearsal) -> None:
    interaction = await bot.used("Amina")
    body = {"type": 4, "data": {"content": "Yours", "flags": EPHEMERAL}}
    answer = await send_parts(bot, "POST", callback_path(interaction), body, {"a.txt": b"a"})
    (told,) = answer.body["resource"]["message"]["attachments"]
    (shown,) = rehearsal.person("Amina").read("general")

    assert told["ephemeral"] is True
    assert shown.only_you
    assert await rehearsal.person("Amina").open_file(shown.files[0]) == b"a"
    assert rehearsal.person("Tom").read("general") == []
    assert await _status(session, told["url"]) == 200
    await interaction.original("DELETE")
    assert await _status(session, told["url"]) == 404


async def test_a_file_in_a_chat(bot: Bot, rehearsal: Rehearsal) -> None:
    amina = rehearsal.person("Amina")
    chat = (await bot.api("POST", "/users/@me/channels", {"recipient_id": str(amina.user_id)})).body
    await send_parts(bot, "POST", f"/channels/{chat['id']}/messages", None, {"a.txt": b"a"})

    (shown,) = amina.read_direct()
    assert await amina.open_file(shown.files[0]) == b"a"


async def test_files_of_a_message_that_the_bot_may_not_read(bot: Bot) -> None:
    """Planted: were files told in spite of that, this would find them."""
    sent = (await sent_with(bot, None, {"a.txt": b"a"})).body
    world = bot.rehearsal.world
    message = world.channel_named("general").messages[int(sent["id"])]
    message.author_id = bot.rehearsal.person("Tom").user_id
    fetched = await bot.api("GET", f"/channels/{sent['channel_id']}/messages/{sent['id']}")

    assert fetched.body["attachments"] == []


async def test_the_menu_of_a_message_brings_its_files(bot: Bot, rehearsal: Rehearsal) -> None:
    await bot.register("ask")
    await bot.api(
        "PUT", f"/applications/{rehearsal.application_id}/commands", [{"type": 3, "name": "Look closer"}]
    )
    sent = (await sent_with(bot, None, {"a.txt": b"a"})).body
    amina = rehearsal.person("Amina")
    (shown,) = amina.read("general")
    using = amina.use_menu("Look closer", message=shown, channel="general")
    used = await bot.begun(asyncio.create_task(using))
    await used.answer(4, {"content": "Seen"})

    (target,) = used.data["data"]["resolved"]["messages"].values()
    assert target["attachments"] == sent["attachments"]
