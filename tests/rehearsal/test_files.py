"""Files on plain messages, by every way that a message is made or changed."""

from __future__ import annotations

from typing import Any

import pytest

from rehearsal import Rehearsal
from rehearsal.wire import events
from tests.rehearsal.raw import Bot
from tests.rehearsal.sending import (
    IN_CALLBACKS,
    PNG,
    WAYS,
    Way,
    send_parts,
    sent_with,
)

_MIB = 1024 * 1024
_LIMIT = 10 * _MIB
_LISTED = {"id": "0", "filename": "map.png", "description": "The way to the room"}


@pytest.mark.usefixtures("checked")
@pytest.mark.parametrize("way", WAYS)
async def test_a_file_is_taken_told_shown_and_opened(bot: Bot, rehearsal: Rehearsal, way: Way) -> None:
    answer = await way(bot, {"content": "Map", "attachments": [_LISTED]}, {"map.png": PNG})

    assert answer.status == 200, answer.body
    (told,) = answer.body["attachments"]
    assert (told["filename"], told["size"]) == ("map.png", len(PNG))
    assert told["description"] == "The way to the room"
    assert (told["content_type"], told["width"], told["height"]) == ("image/png", 3, 2)
    for name in ("Amina", "Tom"):
        person = rehearsal.person(name)
        (shown,) = person.read("general")[-1].files
        assert (shown.name, shown.about, shown.kind) == ("map.png", "The way to the room", "picture")
        assert await person.open_file(shown) == PNG


async def test_the_gateway_tells_of_files(bot: Bot) -> None:
    sent = await sent_with(bot, {"content": "Map"}, {"map.png": PNG})
    created = await bot.socket.event("MESSAGE_CREATE")
    path = f"/channels/{sent.body['channel_id']}/messages/{sent.body['id']}"
    await bot.api("PATCH", path, {"content": "Gone", "attachments": []})
    updated = await bot.socket.event("MESSAGE_UPDATE")

    assert created["attachments"] == sent.body["attachments"]
    assert updated["attachments"] == []
    wrong = created | {"attachments": [created["attachments"][0] | {"filename": "a/b.png"}]}
    assert events.violations("MESSAGE_CREATE", created) == []
    assert len(events.violations("MESSAGE_CREATE", wrong)) == 1


async def test_files_without_a_word(bot: Bot, rehearsal: Rehearsal) -> None:
    alone = await sent_with(bot, None, {"a.txt": b"a"})
    empty = await send_parts(bot, "POST", f"/channels/{bot.channel('general')}/messages", {"content": ""}, {})

    assert alone.status == 200
    assert empty.refusal == (400, 50006)
    (shown,) = rehearsal.person("Amina").read("general")
    assert (shown.text, [each.name for each in shown.files]) == ("", ["a.txt"])


@pytest.mark.parametrize("way", WAYS)
async def test_the_right_to_attach(bot: Bot, rehearsal: Rehearsal, way: Way) -> None:
    rehearsal.world.deny("Equal Footing", "general", "ATTACH_FILES")

    refused = await way(bot, {"content": "Map"}, {"map.png": PNG})
    without = await way(bot, {"content": "Map"}, {})

    assert refused.refusal == (403, 50013)
    assert without.status == 200
    assert not any(each.files for each in rehearsal.person("Amina").read("general"))


@pytest.mark.parametrize(("size", "status"), [(_LIMIT, 200), (_LIMIT + 1, 413)])
async def test_the_size_of_a_file(bot: Bot, rehearsal: Rehearsal, size: int, status: int) -> None:
    answer = await sent_with(bot, {"content": "Long"}, {"a.bin": bytes(size)})

    assert answer.status == status
    if status == 413:
        assert answer.body == {"message": "Request entity too large", "code": 40005}
        assert rehearsal.person("Amina").read("general") == []
    else:
        assert answer.body["attachments"][0]["size"] == size


async def test_the_size_of_a_request(bot: Bot) -> None:
    files = {f"{number}.bin": bytes(9 * _MIB) for number in range(3)}

    assert (await sent_with(bot, {"content": "Long"}, files)).refusal == (413, 40005)
    assert (await sent_with(bot, {"content": "Short"}, {"a.bin": b""})).status == 200


@pytest.mark.parametrize("count", [10, 11])
async def test_the_number_of_files(bot: Bot, count: int) -> None:
    listed = [{"id": str(number)} for number in range(count)]
    files = {f"{number}.txt": b"a" for number in range(count)}
    answer = await sent_with(bot, {"attachments": listed}, files)
    unlisted = await sent_with(bot, None, files)

    assert answer.status == unlisted.status == (200 if count <= 10 else 400)
    if count > 10:
        assert answer.problems() == {"attachments": ["BASE_TYPE_MAX_LENGTH"]}
        assert unlisted.refusal == (400, 30015)


@pytest.mark.parametrize(
    ("listed", "problems"),
    [
        ([{"id": "1"}], {"attachments.0": ["ATTACHMENT_NOT_FOUND"]}),
        ([{"id": "0"}, {"id": "123456789"}], {"attachments.1": ["ATTACHMENT_NOT_FOUND"]}),
        ([{"id": "0", "description": "a" * 1025}], {"attachments.0.description": ["BASE_TYPE_MAX_LENGTH"]}),
        ([{"id": "0", "filename": ""}], {"attachments.0.filename": ["BASE_TYPE_MIN_LENGTH"]}),
        ([{"id": "0", "filename": "a" * 1025}], {"attachments.0.filename": ["BASE_TYPE_MAX_LENGTH"]}),
        ([{"id": "zero"}], {"attachments.0.id": ["NUMBER_TYPE_COERCE"]}),
        ([{}], {"attachments.0.id": ["BASE_TYPE_REQUIRED"]}),
    ],
)
@pytest.mark.parametrize("way", WAYS)
async def test_what_is_wrong_with_a_list_of_files(
    bot: Bot, way: Way, listed: list[Any], problems: dict[str, list[str]]
) -> None:
    files = {"a.txt": b"a"} if listed[0] != {"id": "1"} else {}
    found = (await way(bot, {"content": "b", "attachments": listed}, files)).problems()

    below = "data." if way in IN_CALLBACKS else ""
    assert found == {f"{below}{path}": codes for path, codes in problems.items()}
    assert not any(each.files for each in bot.rehearsal.person("Amina").read("general"))


@pytest.mark.parametrize(
    "listed",
    [
        [],
        [{"id": "0"}, {"id": "0"}],
        [{"id": "0", "url": "http://127.0.0.1/a"}],
        [{"id": "0", "spoiler": True}],
        [{"id": "0", "title": "a"}],
        [{"id": "0", "is_spoiler": True}],
        [{"id": "0", "duration_secs": 1.0}],
        [{"id": "0", "unknown": 1}],
    ],
)
async def test_what_is_not_known_of_a_file(bot: Bot, listed: list[Any]) -> None:
    assert (await sent_with(bot, {"content": "b", "attachments": listed}, {"a.txt": b"a"})).status == 501


async def test_alt_text_of_full_length(bot: Bot, rehearsal: Rehearsal) -> None:
    listed = [{"id": 0, "description": "a" * 1024}, {"id": 1, "description": ""}, {"id": 2}]
    await sent_with(bot, {"attachments": listed}, {"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"})

    (shown,) = rehearsal.person("Amina").read("general")
    assert [each.about for each in shown.files] == ["a" * 1024, None, None]
