"""The components that show files: sections, thumbnails, galleries and files."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal, ShownFile
from tests.rehearsal.raw import V2, Bot, button, text
from tests.rehearsal.sending import PNG, callback_path, send_parts, sent_with

_ROOM = {"room.png": PNG}


def media(name: str = "room.png") -> dict[str, Any]:
    return {"url": f"attachment://{name}"}


def thumbnail(name: str = "room.png", **more: Any) -> dict[str, Any]:
    return {"type": 11, "media": media(name), **more}


def section(*texts: str, accessory: Any = None) -> dict[str, Any]:
    shown = [text(each) for each in texts or ("The room",)]
    return {"type": 9, "components": shown, "accessory": accessory or thumbnail()}


def gallery(*items: dict[str, Any]) -> dict[str, Any]:
    return {"type": 12, "items": list(items or ({"media": media()},))}


def file(name: str = "room.png", **more: Any) -> dict[str, Any]:
    return {"type": 13, "file": media(name), **more}


def new(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": V2, "components": list(components), **more}


def names(files: tuple[ShownFile, ...]) -> list[tuple[str, str | None, str, bool]]:
    return [(each.name, each.about, each.kind, each.spoiler) for each in files]


@pytest.mark.usefixtures("checked")
async def test_all_that_shows_files(bot: Bot, rehearsal: Rehearsal) -> None:
    listed = [{"id": 0}, {"id": 1, "description": "The rules of the room"}]
    door = {"media": media(), "description": "A door"}
    frame = {"type": 17, "components": [gallery(door), file("rules.pdf")]}
    body = new(section("The room", accessory=thumbnail(description="A map", spoiler=True)), frame)
    sent = await sent_with(bot, body | {"attachments": listed}, _ROOM | {"rules.pdf": b"%PDF"})
    amina = rehearsal.person("Amina")
    (shown,) = amina.read("general")

    assert sent.status == 200, sent.body
    assert sent.body["attachments"] == []
    assert names(shown.files) == [
        ("room.png", "A map", "picture", True),
        ("room.png", "A door", "picture", False),
        ("rules.pdf", "The rules of the room", "document", False),
    ]
    assert [await amina.open_file(each) for each in shown.files] == [PNG, PNG, b"%PDF"]
    first, second = sent.body["components"]
    picture = first["accessory"]["media"]
    assert (picture["width"], picture["height"], picture["content_type"]) == (3, 2, "image/png")
    assert picture["url"] == shown.files[0].url
    told = second["components"][1]
    assert (told["name"], told["size"], told["file"]["url"]) == ("rules.pdf", 4, shown.files[2].url)
    assert shown.text == "The room"


async def test_the_gateway_and_a_press_bring_what_is_shown(bot: Bot) -> None:
    sent = await sent_with(bot, new(section(accessory=button()), gallery()), _ROOM)
    created = await bot.socket.event("MESSAGE_CREATE")
    pressed = await bot.pressed("Amina", "Press")
    await pressed.answer(6)

    assert created["components"] == sent.body["components"]
    assert pressed.data["message"]["components"] == sent.body["components"]
    assert pressed.data["data"]["custom_id"] == "a"


async def test_ids_and_numbers_count_what_is_inside(bot: Bot) -> None:
    parts = [section("a", "b", "c", accessory=button(f"{number}")) for number in range(8)]
    right = await sent_with(bot, new(*parts), {})
    wrong = await sent_with(bot, new(*parts, text("one too many")), {})

    assert [each["id"] for each in right.body["components"]] == [1, 6, 11, 16, 21, 26, 31, 36]
    assert right.body["components"][1]["accessory"]["id"] == 10
    assert wrong.problems() == {"components": ["COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"]}


_NOT_FOUND = "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND"


@pytest.mark.parametrize(
    ("component", "path", "code"),
    [
        (section("a", "b", "c", "d"), "components.0.components", "BASE_TYPE_MAX_LENGTH"),
        (section() | {"components": []}, "components.0.components", "BASE_TYPE_MIN_LENGTH"),
        (section(""), "components.0.components.0.content", "BASE_TYPE_MIN_LENGTH"),
        (
            section() | {"components": [text("a") | {"type": 14}]},
            "components.0.components.0.type",
            "BASE_TYPE_CHOICES",
        ),
        (
            {"type": 9, "components": [text("a")]},
            "components.0.accessory",
            "BASE_TYPE_REQUIRED",
        ),
        (
            section(accessory=thumbnail(description="a" * 1025)),
            "components.0.accessory.description",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            section(accessory=thumbnail(description="")),
            "components.0.accessory.description",
            "BASE_TYPE_MIN_LENGTH",
        ),
        (section(accessory={"type": 11}), "components.0.accessory.media", "BASE_TYPE_REQUIRED"),
        (section(accessory=thumbnail("door.png")), "components.0.accessory.media.url", _NOT_FOUND),
        (gallery() | {"items": []}, "components.0.items", "BASE_TYPE_MIN_LENGTH"),
        (gallery(*[{"media": media()}] * 11), "components.0.items", "BASE_TYPE_MAX_LENGTH"),
        (
            gallery({"media": media(), "description": "a" * 1025}),
            "components.0.items.0.description",
            "BASE_TYPE_MAX_LENGTH",
        ),
        (
            gallery({"media": media()}, {"media": media("Room.png")}),
            "components.0.items.1.media.url",
            _NOT_FOUND,
        ),
        (
            {"type": 17, "components": [text("a"), file("room.PNG")]},
            "components.0.components.1.file.url",
            _NOT_FOUND,
        ),
        (file("a" * 2040), "components.0.file.url", "BASE_TYPE_MAX_LENGTH"),
        (file(""), "components.0.file.url", _NOT_FOUND),
    ],
)
async def test_what_is_wrong_with_what_shows_files(
    bot: Bot, component: dict[str, Any], path: str, code: str
) -> None:
    answer = await sent_with(bot, new(component), _ROOM)

    assert answer.problems() == {path: [code]}
    assert bot.rehearsal.person("Amina").read("general") == []


@pytest.mark.parametrize(
    ("components", "files"),
    [
        ([text("a")], _ROOM),
        ([gallery()], {"room.png": PNG, "door.png": PNG}),
        ([gallery(), file("rules.pdf")], {"room.png": PNG, "rules.pdf": b"a", "more.txt": b"a"}),
        ([file("rules.pdf"), gallery({"media": media("rules.pdf")})], {"rules.pdf": b"a"}),
        ([section(accessory=thumbnail("rules.pdf"))], {"rules.pdf": b"a"}),
        ([gallery()], {"room.png": b"no picture"}),
        ([gallery({"media": {"url": "https://example.org/room.png"}})], {}),
        ([file() | {"file": {"url": "https://example.org/room.png"}}], {}),
        ([section(accessory=thumbnail() | {"media": {"url": "http://127.0.0.1/a.png"}})], {}),
        ([gallery({"media": {"url": "room.png"}})], _ROOM),
        ([gallery({"media": media() | {"width": 3}})], _ROOM),
        ([file() | {"name": "room.png"}], _ROOM),
        ([file(unknown=1)], _ROOM),
        ([gallery({"media": media(), "unknown": 1})], _ROOM),
        ([section() | {"unknown": 1}], _ROOM),
        ([section(accessory=thumbnail(unknown=1))], _ROOM),
        ([section(accessory=text("a"))], {}),
        ([thumbnail()], _ROOM),
    ],
)
async def test_what_is_not_known_of_what_shows_files(
    bot: Bot, components: list[dict[str, Any]], files: dict[str, bytes]
) -> None:
    assert (await sent_with(bot, new(*components), files)).status == 501
    assert bot.rehearsal.person("Amina").read("general") == []


async def test_two_files_of_one_name(bot: Bot) -> None:
    listed = [{"id": 0, "filename": "a.png"}, {"id": 1, "filename": "a.png"}]
    files = {"a": PNG, "b": PNG}

    assert (await sent_with(bot, {"attachments": listed}, files)).status == 200
    shows = new(gallery({"media": media("a.png")}), attachments=listed)
    assert (await sent_with(bot, shows, files)).status == 501


async def test_a_name_is_cleaned_before_it_is_referred_to(bot: Bot) -> None:
    files = {"the room.png": PNG}

    found = await sent_with(bot, new(gallery({"media": media("the_room.png")})), files)
    lost = await sent_with(bot, new(gallery({"media": media("the room.png")})), files)

    assert found.status == 200
    assert lost.problems() == {"components.0.items.0.media.url": [_NOT_FOUND]}


async def test_only_new_messages_show_files_in_components(bot: Bot) -> None:
    plain = await sent_with(bot, {"components": [gallery()]}, _ROOM)

    assert plain.problems() == {"components.0.type": ["BASE_TYPE_CHOICES"]}


async def test_a_gallery_of_ten(bot: Bot) -> None:
    files = {f"{number}.png": PNG for number in range(10)}
    items = [{"media": media(name), "description": "a" * 1024} for name in files]
    await sent_with(bot, new(gallery(*items)), files)

    (shown,) = bot.rehearsal.person("Amina").read("general")
    assert [(each.name, each.about) for each in shown.files] == [(name, "a" * 1024) for name in files]


async def test_an_edit_names_the_files_that_its_components_show(bot: Bot) -> None:
    sent = (await sent_with(bot, new(gallery()), _ROOM)).body
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    medium = sent["components"][0]["items"][0]["media"]
    kept = {"id": medium["attachment_id"], "filename": "room.png"}
    amina = bot.rehearsal.person("Amina")

    again = new(gallery({"media": media(), "description": "A door"}))
    untold = await bot.api("PATCH", path, again)
    nameless = await bot.api("PATCH", path, again | {"attachments": [{"id": kept["id"]}]})
    unseen = await bot.api("PATCH", path, new(text("Gone"), attachments=[kept]))
    lost = await bot.api("PATCH", path, again | {"attachments": []})
    assert [untold.status, nameless.status, unseen.status, lost.status] == [501, 501, 501, 400]
    assert names(amina.read("general")[0].files) == [("room.png", None, "picture", False)]

    told = await bot.api("PATCH", path, again | {"attachments": [kept]})
    assert told.body["components"][0]["items"][0]["media"] == medium
    assert names(amina.read("general")[0].files) == [("room.png", "A door", "picture", False)]

    gone = await bot.api("PATCH", path, new(text("Gone"), attachments=[]))
    assert gone.status == 200
    assert amina.read("general")[0].files == ()


async def test_an_update_puts_another_picture_in_its_place(bot: Bot) -> None:
    await sent_with(bot, new(section(accessory=button()), gallery()), _ROOM)
    pressed = await bot.pressed("Amina", "Press")
    shows = new(gallery({"media": media("door.png")}), attachments=[{"id": 0}])
    answer = await send_parts(
        bot, "POST", callback_path(pressed), {"type": 7, "data": shows}, {"door.png": PNG}
    )
    outcome = await pressed.outcome()

    assert answer.status == 200, answer.body
    assert outcome.message is not None
    assert [each.name for each in outcome.message.files] == ["door.png"]
