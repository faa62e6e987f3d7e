"""What becomes of files when a message changes."""

from __future__ import annotations

import aiohttp

from rehearsal import Rehearsal
from tests.rehearsal.raw import V2, Bot, button, row, text
from tests.rehearsal.sending import send_parts, sent_with


async def _status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as response:
        return response.status


async def test_keeping_changing_and_removing(bot: Bot, session: aiohttp.ClientSession) -> None:
    sent = (await sent_with(bot, {"content": "a"}, {"a.txt": b"a", "b.txt": b"b"})).body
    first, second = sent["attachments"]
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    untouched = await bot.api("PATCH", path, {"content": "b"})
    changed = await bot.api("PATCH", path, {"attachments": [{"id": second["id"], "description": "B"}]})
    cleared = await bot.api("PATCH", path, {"attachments": [{"id": second["id"], "description": ""}]})
    amina = bot.rehearsal.person("Amina")
    kept = [await amina.open_file(each) for each in amina.read("general")[0].files]
    empty = await bot.api("PATCH", path, {"attachments": None})

    assert untouched.body["attachments"] == [first, second]
    assert changed.body["attachments"] == [second | {"description": "B"}]
    assert cleared.body["attachments"] == [second]
    assert kept == [b"b"]
    assert empty.body["attachments"] == []
    assert [await _status(session, each["url"]) for each in (first, second)] == [404, 404]


async def test_old_and_new_files_are_ten_at_most(bot: Bot) -> None:
    sent = (await sent_with(bot, None, {f"{number}.txt": b"a" for number in range(10)})).body
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    kept = [{"id": each["id"]} for each in sent["attachments"][1:]]
    body = {"attachments": [*kept, {"id": "0"}]}
    replaced = await send_parts(bot, "PATCH", path, body, {"b.txt": b"b"})

    assert [each["filename"] for each in replaced.body["attachments"]] == [
        *(f"{number}.txt" for number in range(1, 10)),
        "b.txt",
    ]


async def test_what_an_edit_may_not_say_of_files(bot: Bot) -> None:
    sent = (await sent_with(bot, None, {"a.txt": b"a"})).body
    id_ = sent["attachments"][0]["id"]
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    other = (await sent_with(bot, None, {"b.txt": b"b"})).body["attachments"][0]["id"]

    assert (await bot.api("PATCH", path, {"attachments": []})).refusal == (400, 50006)
    borrowed = await bot.api("PATCH", path, {"attachments": [{"id": id_}, {"id": other}]})
    assert borrowed.problems() == {"attachments.1": ["ATTACHMENT_NOT_FOUND"]}
    renamed = await bot.api("PATCH", path, {"attachments": [{"id": id_, "filename": "c.txt"}]})
    unlisted = await send_parts(bot, "PATCH", path, {"content": "b"}, {"c.txt": b"c"})
    assert [renamed.status, unlisted.status] == [501, 501]
    assert [each.name for each in bot.rehearsal.person("Amina").read("general")[0].files] == ["a.txt"]


async def test_an_update_must_say_what_becomes_of_the_files(bot: Bot) -> None:
    body = {"content": "Panel", "components": [row(button())]}
    sent = (await sent_with(bot, body, {"a.txt": b"a"})).body
    pressed = await bot.pressed("Amina", "Press")

    assert (await pressed.answer(7, {"content": "b"})).status == 501
    kept = await pressed.answer(7, {"content": "b", "attachments": [{"id": sent["attachments"][0]["id"]}]})

    assert kept.body["resource"]["message"]["attachments"] == sent["attachments"]
    await pressed.outcome()


async def test_a_refused_file_leaves_no_mark(bot: Bot, rehearsal: Rehearsal) -> None:
    sent = (await sent_with(bot, {"content": "a"}, {"a.txt": b"a"})).body
    path = f"/channels/{sent['channel_id']}/messages/{sent['id']}"
    wrong = {"content": "b" * 2001, "attachments": [{"id": "0"}]}

    assert (await send_parts(bot, "PATCH", path, wrong, {"b.txt": b"b"})).status == 400
    (shown,) = rehearsal.person("Amina").read("general")
    assert (shown.text, [each.name for each in shown.files]) == ("a", ["a.txt"])


async def test_a_message_with_files_is_sent_once(bot: Bot) -> None:
    body = {"content": "a", "nonce": "n", "enforce_nonce": True}
    first, again = [await sent_with(bot, body, {"a.txt": b"a"}) for _ in range(2)]

    assert first.body["id"] == again.body["id"]
    assert first.body["attachments"] == again.body["attachments"]


async def test_new_components_with_files_that_nothing_shows(bot: Bot) -> None:
    answer = await sent_with(bot, {"flags": V2, "components": [text("a")]}, {"a.txt": b"a"})

    assert answer.status == 501
    assert "a.txt" in answer.body["message"]
