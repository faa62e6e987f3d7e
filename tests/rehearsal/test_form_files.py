"""Files that somebody puts into a form."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from rehearsal import CannotSend, Form, Rehearsal, Upload
from rehearsal.forms import Typed
from rehearsal.world.files import MAX_SIZE
from tests.rehearsal.raw import Bot, files, form, label

_LIST = Upload("people (new).csv", b"name,role\nJo,Clinicians\n")


async def _opened(bot: Bot, component: dict[str, Any]) -> Form:
    used = await bot.used("Leila")
    answer = await used.answer(9, form(label(component, "The file")))
    assert answer.status == 200, answer.body
    opened = (await used.outcome()).form
    assert opened is not None
    return opened


async def _sent(bot: Bot, opened: Form, filled: dict[str, Typed]) -> dict[str, Any]:
    """What the bot hears of the form."""
    sent = await bot.begun(asyncio.create_task(opened.submit(filled)))
    await sent.answer(4, {"content": "Thank you"})
    await sent.outcome()
    data: dict[str, Any] = sent.data["data"]
    return data


async def _status(url: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status


@pytest.mark.usefixtures("checked")
async def test_a_file_arrives_with_its_address(bot: Bot, rehearsal: Rehearsal) -> None:
    opened = await _opened(bot, files())
    data = await _sent(bot, opened, {"The file": _LIST})
    (id_,) = data["components"][0]["component"]["values"]
    told = data["resolved"]["attachments"][id_]

    assert (opened.fields[0].kind, opened.fields[0].value) == ("files", ())
    assert (opened.fields[0].min_values, opened.fields[0].max_values) == (1, 1)
    assert data["components"][0]["component"]["type"] == 19
    assert (told["id"], told["filename"], told["size"]) == (id_, "people_new.csv", len(_LIST.content))
    assert told["title"] == "people (new)"
    assert told["ephemeral"] is True
    assert told["url"].startswith(rehearsal.world.address + "/ephemeral-attachments/")
    async with aiohttp.ClientSession() as session, session.get(told["url"]) as response:
        assert await response.read() == _LIST.content


async def test_its_address_cannot_be_guessed_and_does_not_last(bot: Bot, rehearsal: Rehearsal) -> None:
    data = await _sent(bot, await _opened(bot, files()), {"The file": _LIST})
    (told,) = data["resolved"]["attachments"].values()
    start, _, name = told["url"].rpartition("/")
    before, _, secret = start.rpartition("/")

    assert await _status(f"{before}/{'a' * len(secret)}/{name}") == 404
    assert await _status(f"{start}/other.csv") == 404
    assert await _status(f"{before.rpartition('/')[0]}/x/{secret}/{name}") == 404
    await rehearsal.advance(timedelta(minutes=14))
    assert await _status(told["url"]) == 200
    await rehearsal.advance(timedelta(minutes=1))
    assert await _status(told["url"]) == 404


async def test_a_field_that_can_be_left_out(bot: Bot) -> None:
    opened = await _opened(bot, files(required=False, min_values=None, max_values=None))
    data = await _sent(bot, opened, {})

    assert data["components"][0]["component"]["values"] == []
    assert "resolved" not in data


async def test_several_files(bot: Bot) -> None:
    opened = await _opened(bot, files(min_values=2, max_values=3))
    with pytest.raises(CannotSend, match="2 files at least"):
        await opened.submit({"The file": _LIST})
    with pytest.raises(CannotSend, match="3 files at most"):
        await opened.submit({"The file": [_LIST] * 4})
    data = await _sent(bot, opened, {"The file": [_LIST, Upload("b.txt", b"")]})

    told = data["resolved"]["attachments"]
    assert [told[each]["filename"] for each in data["components"][0]["component"]["values"]] == [
        "people_new.csv",
        "b.txt",
    ]


async def test_what_a_client_does_not_let_go(bot: Bot) -> None:
    opened = await _opened(bot, files())

    with pytest.raises(CannotSend, match="is required"):
        await opened.submit({})
    with pytest.raises(CannotSend, match="takes files"):
        await opened.submit({"The file": "people.csv"})
    with pytest.raises(CannotSend, match="10 MiB"):
        await opened.submit({"The file": Upload("a.csv", b"a" * (MAX_SIZE + 1))})


@pytest.mark.parametrize(
    ("component", "path"),
    [
        (files(min_values=0), ""),
        (files(min_values=2), ""),
        (files(min_values=11, max_values=11), ".min_values"),
        (files(max_values=0), ".max_values"),
        (files(custom_id=""), ".custom_id"),
    ],
)
async def test_what_is_wrong_with_a_field(bot: Bot, component: dict[str, Any], path: str) -> None:
    used = await bot.used("Leila")
    answer = await used.answer(9, form(label(component)))

    assert f"data.components.0.component{path}" in answer.problems()
    await used.answer(4, {"content": "a"})
    await used.outcome()
