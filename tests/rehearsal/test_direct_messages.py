"""The chat of one person with the bot: what reaches whom, and what can be pressed and deleted in it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rehearsal import CannotSend, CannotUse, Rehearsal
from tests.rehearsal.raw import EPHEMERAL, Bot, Interaction, Socket, button, form, row

pytestmark = pytest.mark.usefixtures("checked")
DIRECT = 1 << 12


@pytest.fixture
async def chat(bot: Bot) -> str:
    """The path of the bot's chat with Amina."""
    body = {"recipient_id": str(bot.rehearsal.person("Amina").user_id)}
    return f"/channels/{(await bot.api('POST', '/users/@me/channels', body)).body['id']}"


async def _sent(bot: Bot, chat: str, **body: Any) -> str:
    answer = await bot.api("POST", f"{chat}/messages", body)
    assert answer.status == 200, answer.body
    return f"{chat}/messages/{answer.body['id']}"


async def _pressed(bot: Bot, chat: str) -> Interaction:
    await _sent(bot, chat, content="Panel", components=[row(button())])
    return await bot.pressed("Amina", "Press", channel=None)


async def test_the_bot_writes_reads_edits_and_deletes(bot: Bot, chat: str) -> None:
    amina = bot.rehearsal.person("Amina")
    kept = await _sent(bot, chat, content="Hello")
    gone = await _sent(bot, chat, content="A slip")
    edited = await bot.api("PATCH", kept, {"content": "Hello, Amina"})
    deleted = await bot.api("DELETE", gone)
    await amina.say_direct("Good morning")
    history = await bot.api("GET", f"{chat}/messages")

    assert (edited.status, deleted.status) == (200, 204)
    assert [each.text for each in amina.read_direct()] == ["Hello, Amina", "Good morning"]
    assert [each["content"] for each in history.body] == ["Good morning", "Hello, Amina"]
    assert (await bot.api("GET", gone)).refusal == (404, 10008)
    assert bot.rehearsal.person("Derek").read_direct() == []


async def test_what_somebody_writes_reaches_the_bot_with_its_text(bot: Bot, chat: str) -> None:
    said = await bot.rehearsal.person("Amina").say_direct("Where do I begin?")
    told = await bot.socket.event("MESSAGE_CREATE")

    assert (told["id"], told["content"]) == (str(said.id), "Where do I begin?")
    assert f"/channels/{told['channel_id']}" == chat
    assert told["author"]["global_name"] == "Amina Yusuf"
    assert not {"guild_id", "member"} & set(told)


@pytest.mark.parametrize(
    ("intents", "heard"), [(DIRECT, ["MESSAGE_CREATE", "MESSAGE_DELETE"]), (1 << 0 | 1 << 9, [])]
)
async def test_which_intent_hears_of_a_chat(
    socket: Socket, rehearsal: Rehearsal, intents: int, heard: list[str]
) -> None:
    await socket.identify(rehearsal.token, intents)
    await socket.event("READY")
    await socket.heard()
    amina = rehearsal.person("Amina")
    amina.delete_message((await amina.say_direct("A slip")).id)

    assert await socket.heard() == heard


async def test_a_press_in_a_chat(bot: Bot, chat: str) -> None:
    interaction = await _pressed(bot, chat)
    about = interaction.data
    answered = await interaction.answer(7, {"content": "Thank you", "components": []})

    assert about["context"] == 1
    assert about["channel"]["type"] == 1
    assert about["user"]["global_name"] == "Amina Yusuf"
    assert about["authorizing_integration_owners"] == {"0": "0"}
    assert not {"guild_id", "member", "guild", "guild_locale"} & set(about)
    assert answered.body["resource"]["message"]["content"] == "Thank you"
    assert "guild_id" not in answered.body["interaction"]
    assert [each.text for each in bot.rehearsal.person("Amina").read_direct()] == ["Thank you"]


async def test_a_press_that_is_taken_quietly_and_cleared_away(bot: Bot, chat: str) -> None:
    interaction = await _pressed(bot, chat)
    taken = await interaction.answer(6)
    before = [each.text for each in bot.rehearsal.person("Amina").read_direct()]
    deleted = await interaction.original("DELETE")
    gone = await bot.socket.event("MESSAGE_DELETE")

    assert (taken.status, deleted.status) == (200, 204)
    assert before == ["Panel"]
    assert bot.rehearsal.person("Amina").read_direct() == []
    assert gone == {"id": interaction.data["message"]["id"], "channel_id": interaction.data["channel_id"]}
    assert (await interaction.original("DELETE")).refusal == (404, 10008)


async def test_an_ephemeral_answer_in_a_chat_is_cleared_away(bot: Bot, chat: str) -> None:
    interaction = await _pressed(bot, chat)
    await interaction.answer(4, {"content": "Done", "flags": EPHEMERAL})
    shown = (await interaction.outcome()).message
    deleted = await interaction.original("DELETE")

    assert shown is not None
    assert shown.only_you
    assert deleted.status == 204
    assert [each.text for each in bot.rehearsal.person("Amina").read_direct()] == ["Panel"]


async def test_a_form_from_a_chat(bot: Bot, chat: str) -> None:
    pressed = await _pressed(bot, chat)
    await pressed.answer(9, form())
    opened = (await pressed.outcome()).form
    assert opened is not None
    sending = asyncio.create_task(opened.submit({"Question": "May I?"}))
    sent = await bot.begun(sending)
    await sent.answer(7, {"content": "You asked: May I?", "components": []})
    outcome = await sent.outcome()

    assert (sent.data["type"], sent.data["context"]) == (5, 1)
    assert sent.data["message"]["id"] == pressed.data["message"]["id"]
    assert outcome.message is not None
    assert [each.text for each in bot.rehearsal.person("Amina").read_direct()] == ["You asked: May I?"]


async def test_nobody_deletes_what_the_other_wrote(bot: Bot, chat: str) -> None:
    amina = bot.rehearsal.person("Amina")
    said = await amina.say_direct("Mine")
    mine = await _sent(bot, chat, content="The bot's")

    assert (await bot.api("DELETE", f"{chat}/messages/{said.id}")).refusal == (403, 50003)
    with pytest.raises(CannotUse, match="DM channel"):
        amina.delete_message(int(mine.rsplit("/", 1)[1]))
    assert [each.text for each in amina.read_direct()] == ["Mine", "The bot's"]


async def test_deleting_in_a_channel(bot: Bot, rehearsal: Rehearsal) -> None:
    own = (await bot.send("general", {"content": "The bot's"})).body["id"]
    said = await rehearsal.person("Amina").say("general", "Hers")
    path = f"/channels/{bot.channel('general')}/messages"

    assert (await bot.api("DELETE", f"{path}/{own}")).status == 204
    assert (await bot.api("DELETE", f"{path}/{said.id}")).refusal == (403, 50013)
    rehearsal.world.grant("Equal Footing", "MANAGE_MESSAGES")
    assert (await bot.api("DELETE", f"{path}/{said.id}")).status == 204
    assert (await bot.socket.event("MESSAGE_DELETE"))["id"] == own
    assert (await bot.socket.event("MESSAGE_DELETE"))["guild_id"] == str(rehearsal.community_id)
    assert rehearsal.person("Amina").read("general") == []


async def test_a_facilitator_deletes_a_message_by_hand(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = int((await bot.send("questions", {"content": "A card"})).body["id"])

    with pytest.raises(CannotUse):
        rehearsal.person("Amina").delete_message(sent, channel="questions")
    assert len(rehearsal.person("Amina").read("questions")) == 1
    rehearsal.person("Leila").delete_message(sent, channel="questions")
    assert rehearsal.person("Amina").read("questions") == []


async def test_who_left_is_out_of_reach(bot: Bot, chat: str) -> None:
    amina = bot.rehearsal.person("Amina")
    amina.leave()

    assert (await bot.api("POST", f"{chat}/messages", {"content": "Hello"})).refusal == (403, 50278)
    with pytest.raises(CannotSend):
        await amina.say_direct("Am I still heard?")
    amina.rejoin()
    assert (await bot.api("POST", f"{chat}/messages", {"content": "Hello"})).status == 200
