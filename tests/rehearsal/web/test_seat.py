"""One person's socket, with a bot that answers by hand or with none at all."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from rehearsal.web import PracticeRoom
from rehearsal.world import happenings
from tests.rehearsal.raw import (
    EPHEMERAL,
    V2,
    Bot,
    Interaction,
    button,
    field,
    form,
    label,
    people,
    radio,
    row,
    select,
    text,
)
from tests.rehearsal.web.browser import Browser, Json, sitting
from tests.rehearsal.web.browser import button as on
from tests.rehearsal.web.conftest import NO_BOT


async def heard_of(bot: Bot) -> Interaction:
    """The use of the bot that has just begun; its outcome is the browser's to wait for."""
    waiting: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    data = await bot.socket.event("INTERACTION_CREATE")
    return Interaction(bot, data, waiting)  # type: ignore[arg-type]


async def posted(bot: Bot, *parts: Json, channel: str = "general") -> str:
    answer = await bot.send(channel, {"flags": V2, "components": list(parts)})
    assert answer.status == 200, answer.body
    return str(answer.body["id"])


async def test_hello_comes_first_and_says_who_is_who(room: PracticeRoom) -> None:
    async with sitting(room, "Leila Haddad") as leila:
        first = leila.frames[0]
        assert first["type"] == "hello"
        assert first["community"] == "Moving Well Together"
        assert first["you"]["side"] == "facilitating"
        assert {"Amina Yusuf", "Equal Footing"} <= {each["name"] for each in first["people"]}
        assert [each["name"] for each in first["people"] if each["bot"]] == ["Equal Footing"]
        assert "Facilitators" in {each["name"] for each in first["roles"]}
        assert leila.copy.places[-1]["kind"] == "direct"
        assert "facilitators" in {each["name"] for each in leila.copy.places}
        assert leila.copy.clock["rate"] == 1


async def test_what_one_says_the_others_read_at_once(room: PracticeRoom) -> None:
    async with sitting(room, "Amina Yusuf") as amina, sitting(room, "Derek Holloway") as derek:
        ended = await amina.wish("say", place=amina.copy.place("general"), text="Good morning")
        assert ended["type"] == "outcome"
        (hers,) = amina.copy.read("general")
        assert hers["id"] == ended["message"]
        (his,) = await derek.read("general")
        assert (his["content"], his["author"]["name"]) == ("Good morning", "Amina Yusuf")
        assert derek.copy.new == {his["id"]}


async def test_two_browsers_for_one_person_show_the_same(room: PracticeRoom, bot: Bot) -> None:
    async with sitting(room, "Amina Yusuf") as one, sitting(room, "Amina Yusuf") as other:
        re = await one.send("command", place=one.copy.place("general"), name="ask")
        used = await heard_of(bot)
        await used.answer(4, {"content": "For you", "flags": EPHEMERAL})
        ended = await one.end_of(re)
        (hers,) = await other.read("general")
        assert hers["content"] == "For you"
        assert (await other.wish("dismiss", message=ended["message"]))["type"] == "outcome"
        assert await one.read("general") == await other.read("general") == []


async def test_nobody_else_is_told_a_word(room: PracticeRoom, bot: Bot) -> None:
    """What is for Amina alone, a chat, and a hidden channel; on the wire, not only on the screen."""
    async with sitting(room, "Amina Yusuf") as amina, sitting(room, "Derek Holloway") as derek:
        re = await amina.send("command", place=amina.copy.place("general"), name="ask")
        used = await heard_of(bot)
        await used.answer(4, {"content": "only-for-amina", "flags": EPHEMERAL})
        await amina.end_of(re)
        world = room.production.rehearsal.world
        chat = world.direct_channel(room.production.rehearsal.person("Amina").user_id)
        await bot.api("POST", f"/channels/{chat.id}/messages", {"content": "in-her-chat"})
        await bot.send("facilitators", {"content": "for-facilitators"})
        await amina.up_to_date()
        await derek.up_to_date()
    assert "only-for-amina" in amina.heard()
    assert "in-her-chat" in amina.heard()
    for words in ("only-for-amina", "in-her-chat", "for-facilitators"):
        assert words not in derek.heard()
    assert "for-facilitators" not in amina.heard()


async def test_a_press_without_a_bot_fails_quickly(room: PracticeRoom, bot: Bot) -> None:
    await posted(bot, row(button(label="Press")))
    await bot.socket.close(1000)
    assert await room.production.rehearsal.world.changed.until(
        lambda: not room.production.rehearsal.bot_connected, 5
    )
    async with sitting(room, "Amina Yusuf") as amina, asyncio.timeout(2):
        ended = await amina.wish("press", **on(amina.copy.read("general")[0], "Press"))
        assert (ended["type"], ended["failed"]) == ("outcome", "This interaction failed")


async def test_a_press_opens_a_form_that_is_sent(room: PracticeRoom, bot: Bot) -> None:
    await posted(bot, row(button(label="Open")))
    async with sitting(room, "Amina Yusuf") as amina:
        re = await amina.send("press", **on(amina.copy.read("general")[0], "Open"))
        used = await heard_of(bot)
        await used.answer(
            9, form(field(max_length=9), label(radio("Mon", "Fri"), "When"), label(people(), "Who"))
        )
        opened = (await amina.end_of(re))["form"]
        assert [each["label"] for each in opened["fields"]] == ["Question", "When", "Who"]

        too_long = {"Question": "a" * 10, "When": "Fri", "Who": ["Tom Ashworth"]}
        refused = await amina.wish("submit", form=opened["id"], values=too_long)
        assert (refused["type"], "9 characters at most" in refused["why"]) == ("refused", True)

        re = await amina.send("submit", form=opened["id"], values={**too_long, "Question": "Why?"})
        sent = await heard_of(bot)
        texts = json.dumps(sent.data["data"])
        assert "Why?" in texts
        assert str(room.production.rehearsal.person("Tom").user_id) in texts
        await sent.answer(4, {"content": "Thank you", "flags": EPHEMERAL})
        ended = await amina.end_of(re)
        assert amina.copy.read("general")[-1]["id"] == ended["message"]
        again = await amina.wish("submit", form=opened["id"], values=too_long)
        assert again["why"] == "The form has gone from the screen."


async def test_a_form_stays_when_sending_failed_and_goes_when_it_is_closed(
    room: PracticeRoom, bot: Bot
) -> None:
    await posted(bot, row(button(label="Open")))
    async with sitting(room, "Amina Yusuf") as amina:
        re = await amina.send("press", **on(amina.copy.read("general")[0], "Open"))
        await (await heard_of(bot)).answer(9, form())
        opened = (await amina.end_of(re))["form"]
        await bot.socket.close(1000)
        for _ in range(2):
            ended = await amina.wish("submit", form=opened["id"], values={"Question": "Why?"})
            assert ended["failed"] == "This interaction failed"
        assert (await amina.wish("close_form", form=opened["id"]))["type"] == "outcome"
        assert (await amina.wish("submit", form=opened["id"], values={}))["type"] == "refused"


async def test_choices_by_value(room: PracticeRoom, bot: Bot) -> None:
    message = await posted(bot, row(select("One", "Two", "Six", max_values=2)), row(people()))
    async with sitting(room, "Amina Yusuf") as amina:
        re = await amina.send("choose", message=message, at=1, values=["o", "t"])
        used = await heard_of(bot)
        assert used.data["data"]["values"] == ["o", "t"]
        await used.answer(4, {"content": "Thank you", "flags": EPHEMERAL})
        assert (await amina.end_of(re))["failed"] is None
        tom = str(room.production.rehearsal.person("Tom").user_id)
        re = await amina.send("choose", message=message, at=3, values=[tom])
        used = await heard_of(bot)
        assert used.data["data"]["values"] == [tom]
        await used.answer(4, {"content": "Thank you", "flags": EPHEMERAL})
        await amina.end_of(re)
        for bad in (["nothing"], [], ["o", "t", "s"], ["o", "o"]):
            assert (await amina.wish("choose", message=message, at=1, values=bad))["type"] == "refused"
        assert (await amina.wish("choose", message=message, at=3, values=["1"]))["type"] == "refused"


async def test_the_menu_of_a_message(room: PracticeRoom, bot: Bot) -> None:
    commands = [{"name": "Not clear", "type": 3}]
    path = f"/applications/{bot.rehearsal.application_id}/commands"
    assert (await bot.api("PUT", path, commands)).status == 200
    message = await posted(bot, text("Long words"))
    async with sitting(room, "Amina Yusuf") as amina:
        general = amina.copy.place("general")
        assert amina.copy.offers[general]["menus"] == ["Not clear"]
        assert amina.copy.read("general")[0]["menu"]
        re = await amina.send("menu", place=general, message=message, name="Not clear")
        used = await heard_of(bot)
        assert used.data["data"]["target_id"] == message
        await used.answer(4, {"content": "I see", "flags": EPHEMERAL})
        ended = await amina.end_of(re)
        elsewhere = {"place": amina.copy.place("welcome"), "message": message, "name": "Not clear"}
        assert (await amina.wish("menu", **elsewhere))["type"] == "refused"
        hers = {"place": general, "message": ended["message"], "name": "Not clear"}
        assert "only you can see has no menu" in (await amina.wish("menu", **hers))["why"]


async def test_a_slow_answer_holds_up_nothing_else(room: PracticeRoom, bot: Bot) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        general = amina.copy.place("general")
        slow = await amina.send("command", place=general, name="ask")
        used = await heard_of(bot)
        assert (await amina.wish("say", place=general, text="Meanwhile"))["type"] == "outcome"
        await used.answer(4, {"content": "At last", "flags": EPHEMERAL})
        assert (await amina.end_of(slow))["message"] is not None


async def test_direct_messages_are_closed_and_opened(room: PracticeRoom, bot: Bot) -> None:
    chat = room.production.rehearsal.world.direct_channel(room.production.rehearsal.person("Amina").user_id)
    path = f"/channels/{chat.id}/messages"
    async with sitting(room, "Amina Yusuf") as amina:
        assert amina.copy.hello["you"]["direct_messages"] is True
        await amina.wish("direct_messages", open=False)
        assert (await bot.api("POST", path, {"content": "No"})).refusal == (403, 50007)
        await amina.wish("direct_messages", open=True)
        assert (await bot.api("POST", path, {"content": "Yes"})).status == 200
        assert [each["content"] for each in await amina.read("Equal Footing")] == ["Yes"]
    async with sitting(room, "Amina Yusuf") as again:
        await again.wish("direct_messages", open=False)
    async with sitting(room, "Amina Yusuf") as again:
        assert again.copy.hello["you"]["direct_messages"] is False


async def test_what_the_world_does_shows_at_once(room: PracticeRoom, bot: Bot) -> None:
    world = room.production.rehearsal.world
    async with sitting(room, "Amina Yusuf") as amina:

        def names() -> list[str]:
            return [each["name"] for each in amina.copy.places]

        channel = world.create_channel("tea-room")
        await amina.until(lambda _: "tea-room" in names())
        channel.name = "coffee-room"
        world.tell(happenings.ChannelChanged(channel))
        await amina.until(lambda _: "coffee-room" in names())
        world.delete_channel("coffee-room")
        await amina.until(lambda _: "coffee-room" not in names())
        world.give_role("Amina Yusuf", "Facilitators")
        await amina.until(lambda _: "facilitators" in names())
        world.deny("@everyone", "general", "SEND_MESSAGES")
        await amina.until(lambda _: not amina.copy.places[1]["can_write"])
        await bot.register("ask", "other")
        await amina.until(lambda frame: "other" in json.dumps(frame))
        world.remove_member("Amina Yusuf")
        await amina.until(lambda _: names() == ["Equal Footing"])


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ({"do": "fly"}, "Nothing of this kind"),
        ({"message": "1"}, "Nothing of this kind"),
        ({"do": ["press"]}, "Nothing of this kind"),
        ({"do": "press", "message": "1", "at": "0"}, "at"),
        ({"do": "press", "message": 1, "at": 0}, "message"),
        ({"do": "press", "message": "1", "at": -1}, "at"),
        ({"do": "press", "message": "1", "at": True}, "at"),
        ({"do": "press", "message": "1"}, "at"),
        ({"do": "press", "message": "1", "at": 0, "more": 1}, "more"),
        ({"do": "press", "message": "٣", "at": 0}, "message"),
        ({"do": "press", "message": "1" * 21, "at": 0}, "message"),
        ({"do": "press", "message": "1", "at": 0}, "That message is not there any more."),
        ({"do": "choose", "message": "1", "at": 0, "values": "o"}, "values"),
        ({"do": "dismiss", "message": "1"}, "That message is not there any more."),
        ({"do": "say", "place": "1", "text": "Hello"}, "That place is not there any more."),
        ({"do": "say", "place": "general", "text": "Hello"}, "place"),
        ({"do": "command", "place": "1", "name": "ask"}, "That place is not there any more."),
        ({"do": "submit", "form": "form-1", "values": {}}, "The form has gone from the screen."),
        ({"do": "submit", "form": "form-1", "values": {"a": {"b": 1}}}, "values"),
        (
            {"do": "suggest", "place": "1", "name": "a", "option": "b", "typed": "c"},
            "That place is not there any more.",
        ),
        ({"do": "enter", "place": "1"}, "That room is not there any more."),
        ({"do": "leave"}, "Amina Yusuf is in no voice room."),
        ({"do": "interested", "event": "1", "yes": True}, "Amina Yusuf does not see that event."),
        ({"do": "next"}, "Nothing of this kind"),
    ],
)
async def test_a_wish_that_makes_no_sense(room: PracticeRoom, wish: Json, why: str) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        await amina.socket.send_json({"re": 99, **wish})
        ended = await amina.end_of(99)
        assert ended["type"] == "refused"
        assert why in ended["why"]
        assert ended["why"][0].isupper()
        assert ended["why"].endswith(".")
        assert (await amina.wish("close_form", form="x"))["type"] == "outcome", "and the socket lives on"


@pytest.mark.parametrize(
    "frame",
    ["not json", "[]", "1", "null", '{"do": "leave"}', '{"do": "leave", "re": "1"}', "[" * 20_000, "{}"],
)
async def test_a_frame_without_a_number_is_refused_without_one(room: PracticeRoom, frame: str) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        await amina.socket.send_str(frame)
        ended = await amina.until(lambda each: each["type"] == "refused")
        assert ended["re"] is None
        assert ended["why"].endswith(".")


async def test_bytes_close_the_socket(room: PracticeRoom) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        await amina.socket.send_bytes(b"{}")
        assert (await amina.socket.receive(timeout=5)).data == aiohttp.WSCloseCode.UNSUPPORTED_DATA


async def test_what_her_client_would_not_let_her_do(room: PracticeRoom, bot: Bot) -> None:
    message = await posted(bot, row(button(label="Grey", disabled=True)), text("Words"))
    hidden = await posted(bot, row(button(label="Press")), channel="facilitators")
    async with sitting(room, "Amina Yusuf") as amina:

        async def why(do: str, **more: Any) -> str:
            ended = await amina.wish(do, **more)
            assert ended["type"] == "refused", ended
            return str(ended["why"])

        general, questions = amina.copy.place("general"), amina.copy.place("questions")
        assert "greyed out" in await why("press", message=message, at=1)
        assert await why("press", message=message, at=2) == "That button is not there any more."
        assert await why("press", message=message, at=99) == "That button is not there any more."
        assert await why("choose", message=message, at=1, values=[]) == "That list is not there any more."
        assert await why("press", message=hidden, at=1) == "That message is not there any more."
        assert "only you can see" in await why("dismiss", message=message)
        assert await why("say", place=questions, text="Hello") == "Missing Permissions."
        assert "1 to 2000" in await why("say", place=general, text="   ")
        assert "1 to 2000" in await why("say", place=general, text="a" * 2001)
        assert "does not offer /none" in await why("command", place=general, name="none")
        options = {"channel": "general", "name": "x", "self": True}
        assert "no option" in await why("command", place=general, name="ask", options=options)
        assert "does not offer" in await why("menu", place=general, message=message, name="None")
        facilitators = room.production.rehearsal.world.channel_named("facilitators").id
        assert await why("say", place=str(facilitators), text="Hello") == "That place is not there any more."
        chat = room.production.rehearsal.world.direct_channel(
            room.production.rehearsal.person("Derek").user_id
        )
        assert await why("say", place=str(chat.id), text="Hello") == "That place is not there any more."


async def test_a_browser_that_does_not_read_gets_the_end_and_not_each_step(
    room: PracticeRoom, bot: Bot
) -> None:
    """What waits for it does not grow: it is worked out when the last piece has gone out."""
    changes = 3000
    message = await posted(bot, text("Long"))
    world = room.production.rehearsal.world
    found = world.channel_named("general").messages[int(message)]
    async with sitting(room, "Amina Yusuf") as amina:
        amina.socket._reader._protocol.pause_reading()  # type: ignore[attr-defined]
        for number in range(changes):
            found.content = f"{number} " + "a" * 20_000
            world.changed.notify()
            await asyncio.sleep(0)
        amina.socket._reader._protocol.resume_reading()  # type: ignore[attr-defined]
        (last,) = await amina.read("general")
        assert last["content"].startswith(f"{changes - 1} ")
        told = [frame for frame in amina.frames if frame["type"] == "messages"]
        assert len(told) < changes / 2


async def test_a_browser_that_asks_and_does_not_read_is_listened_to_no_more(room: PracticeRoom) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        numbers = [await amina.send("close_form", form="x") for _ in range(500)]
        ended = [frame["re"] for frame in [await amina.frame() for _ in numbers]]
        assert sorted(ended) == numbers


async def test_a_new_world_says_hello_again_and_forms_are_gone(room: PracticeRoom, bot: Bot) -> None:
    await posted(bot, row(button(label="Open")))
    async with sitting(room, "Amina Yusuf") as amina:
        re = await amina.send("press", **on(amina.copy.read("general")[0], "Open"))
        await (await heard_of(bot)).answer(9, form())
        opened = (await amina.end_of(re))["form"]
        slow = await amina.send("press", **on(amina.copy.read("general")[0], "Open"))
        await heard_of(bot)
        before = room.production
        await room.afresh()
        assert room.production is not before
        await amina.until(lambda frame: frame["type"] == "hello")
        await amina.until(lambda frame: frame["type"] == "places")
        assert amina.copy.read("general") == []
        ended = await amina.end_of(slow)
        assert ended["type"] == "refused"
        assert (await amina.wish("submit", form=opened["id"], values={}))["type"] == "refused"


async def test_the_room_can_end_while_browsers_are_open(room: PracticeRoom) -> None:
    async with PracticeRoom(command=NO_BOT) as other:
        browsers = [sitting(other, "Amina Yusuf"), sitting(other, "Derek Holloway")]
        entered: list[Browser] = [await each.__aenter__() for each in browsers]
    for browser in entered:
        while (message := await browser.socket.receive(timeout=5)).type is aiohttp.WSMsgType.TEXT:
            pass
        assert message.data == aiohttp.WSCloseCode.GOING_AWAY
    for each in browsers:
        await each.__aexit__(None, None, None)
