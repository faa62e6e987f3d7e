"""Beside messages: voice rooms, events, suggestions and files, as a browser has them."""

from __future__ import annotations

import aiohttp

from rehearsal.web import PracticeRoom
from rehearsal.world.attaching import Files
from rehearsal.world.components import Button, walk
from rehearsal.world.files import Upload
from rehearsal.world.messages import Draft
from rehearsal.world.model import CommandOption, CommandSpec, Message, MessageFlag, OptionKind
from tests.rehearsal.raw import button, row, text
from tests.rehearsal.scheduled import made_by
from tests.rehearsal.sending import PNG
from tests.rehearsal.web.browser import Browser, parts_of, sitting
from tests.rehearsal.web.worlds import components

ROOM = "meeting room"


def inside(browser: Browser) -> list[str]:
    """Who is in the voice room, as the left side shows it."""
    (room,) = [place for place in browser.copy.places if place["name"] == ROOM]
    assert room["kind"] == "voice"
    return list(room["people"])


async def test_who_enters_a_room_is_seen_in_it_by_others_until_she_leaves(room: PracticeRoom) -> None:
    async with sitting(room, "Amina Yusuf") as amina, sitting(room, "Leila Haddad") as leila:
        assert inside(amina) == []
        entered = await amina.wish("enter", place=amina.copy.place(ROOM))
        assert entered["type"] == "outcome"
        await leila.up_to_date()
        assert inside(leila) == ["Amina Yusuf"]
        assert (await amina.wish("leave"))["type"] == "outcome"
        await leila.up_to_date()
        assert inside(leila) == []


async def test_a_room_that_she_may_not_enter(room: PracticeRoom) -> None:
    room.production.rehearsal.world.deny("@everyone", ROOM, "CONNECT")
    async with sitting(room, "Amina Yusuf") as amina:
        refused = await amina.wish("enter", place=amina.copy.place(ROOM))
        assert refused["type"] == "refused"
        assert "may not enter" in refused["why"]


async def test_events_are_shown_and_she_can_say_that_she_is_interested(room: PracticeRoom) -> None:
    made = made_by(room.production.rehearsal, "Leila")
    async with sitting(room, "Amina Yusuf") as amina, sitting(room, "Leila Haddad") as leila:
        (event,) = amina.copy.events
        assert (event["name"], event["place"], event["count"]) == ("Walk", "Park", 0)
        assert (await amina.wish("interested", event=str(made.id), yes=True))["type"] == "outcome"
        await leila.up_to_date()
        seen = [(each.copy.events[0]["count"], each.copy.events[0]["interested"]) for each in (amina, leila)]
        assert seen == [(1, True), (1, False)]
        await amina.wish("interested", event=str(made.id), yes=False)
        assert amina.copy.events[0]["count"] == 0


async def test_with_no_bot_there_is_a_sentence_instead_of_suggestions(room: PracticeRoom) -> None:
    option = CommandOption(OptionKind.STRING, "term", "Which", autocomplete=True)
    room.production.rehearsal.world.register_commands([CommandSpec("find", "Find", options=(option,))])
    async with sitting(room, "Amina Yusuf") as amina:
        wish = {"place": amina.copy.place("general"), "name": "find", "option": "term", "typed": "dm"}
        told = await amina.wish("suggest", **wish)
        assert (told["type"], told["choices"], told["failed"]) == (
            "suggestions",
            [],
            "Loading options failed",
        )


FILES = Files((Upload("map.png", PNG, "The way in"), Upload("notes.txt", b"Bring a cup.")), listed=True)


def posted(room: PracticeRoom, draft: Draft, only_for: int | None = None) -> Message:
    """The bot posts in #general."""
    world = room.production.rehearsal.world
    return world.messages.create(
        world.application.id, world.channel_named("general"), draft, only_for=only_for
    )


def shown(*bodies: dict[str, object]) -> Draft:
    return Draft(components=components(*bodies), files=FILES, flags=MessageFlag.IS_COMPONENTS_V2)


async def fetch(room: PracticeRoom, url: str) -> tuple[int, bytes, str]:
    """Status, body and policy of what the page gets at that address."""
    async with aiohttp.ClientSession() as session, session.get(room.url + url) as answer:
        return answer.status, await answer.read(), answer.headers["Content-Security-Policy"]


async def test_files_below_a_plain_message_are_given_out_until_it_is_gone(room: PracticeRoom) -> None:
    message = posted(room, Draft("Two files", files=FILES))
    async with sitting(room, "Amina Yusuf") as amina:
        (read,) = await amina.read("general")
        told = [(each["name"], each["about"], each["kind"], each["size"]) for each in read["files"]]
        assert told == [("map.png", "The way in", "picture", len(PNG)), ("notes.txt", None, "document", 12)]
        status, body, policy = await fetch(room, read["files"][0]["url"])
        assert (status, body) == (200, PNG)
        assert "sandbox" in policy, "what somebody sent runs nothing on the page's own address"
        room.production.rehearsal.world.messages.delete(message.author_id, message.channel_id, message.id)
        assert (await fetch(room, read["files"][0]["url"]))[0] == 404


async def test_parts_that_show_files_have_them_in_the_order_of_reading(room: PracticeRoom) -> None:
    section = {
        "type": 9,
        "components": [text("Read this")],
        "accessory": {"type": 11, "media": {"url": "attachment://map.png"}, "description": "A map"},
    }
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://map.png"}}]}
    posted(room, shown(section, gallery, {"type": 13, "file": {"url": "attachment://notes.txt"}}))
    async with sitting(room, "Amina Yusuf") as amina:
        (read,) = await amina.read("general")
        assert read["files"] == [], "no file is shown twice"
        first, *others = read["parts"]
        assert first["kind"] == "section"
        assert first["parts"] == [{"kind": "text", "content": "Read this"}]
        files = [first["beside"], *others]
        assert [[file["name"] for file in part["files"]] for part in files] == [
            ["map.png"],
            ["map.png"],
            ["notes.txt"],
        ]
        assert files[0]["files"][0]["about"] == "A map"


async def test_a_button_behind_a_section_keeps_its_number(room: PracticeRoom) -> None:
    section = {"type": 9, "components": [text("Read this")], "accessory": button("beside")}
    draft = Draft(components=components(section, row(button("under"))), flags=MessageFlag.IS_COMPONENTS_V2)
    message = posted(room, draft)
    async with sitting(room, "Amina Yusuf") as amina:
        (read,) = await amina.read("general")
        beside, behind = read["parts"][0]["beside"], parts_of(read, "button")[0]
        assert [part["at"] for part in (beside, behind)] == [
            number for number, part in enumerate(walk(message.components)) if isinstance(part, Button)
        ]
