"""Bodies in parts, as raw as they come."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import aiohttp

from tests.rehearsal.raw import Answer, Bot, Interaction, button, row

_BOUNDARY = "the-line-between"
Way = Callable[[Bot, Any, Mapping[str, bytes]], Awaitable[Answer]]


def png(width: int, height: int) -> bytes:
    """A PNG of that size, as far as anybody reads it here."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


PNG = png(3, 2)


def multipart(body: Any, files: Mapping[str, bytes]) -> bytes:
    """`payload_json`, unless it is None, and each file as `files[n]`."""
    heads = [] if body is None else [('name="payload_json"', "application/json", json.dumps(body).encode())]
    heads += [
        (f'name="files[{number}]"; filename="{name}"', "application/octet-stream", content)
        for number, (name, content) in enumerate(files.items())
    ]
    parts = [
        f"--{_BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\nContent-Type: {kind}\r\n\r\n".encode()
        + content
        + b"\r\n"
        for head, kind, content in heads
    ]
    return b"".join(parts) + f"--{_BOUNDARY}--\r\n".encode()


async def send_parts(
    bot: Bot,
    method: str,
    path: str,
    body: Any = None,
    files: Mapping[str, bytes] | None = None,
    *,
    raw: bytes | None = None,
) -> Answer:
    """A request in parts with the bot's token; `raw` is sent as it is."""
    headers = {
        "Authorization": f"Bot {bot.rehearsal.token}",
        "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
    }
    data = multipart(body, files or {}) if raw is None else raw
    async with (
        aiohttp.ClientSession() as session,
        session.request(
            method, bot.rehearsal.api_url + path, data=io.BytesIO(data), headers=headers
        ) as response,
    ):
        said = await response.text()
        return Answer(response.status, json.loads(said) if said else None, response.headers["Content-Type"])


async def sent_with(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    """A message in #general."""
    return await send_parts(bot, "POST", f"/channels/{bot.channel('general')}/messages", body, files)


async def _edited(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    message = (await bot.send("general", {"content": "a"})).body
    path = f"/channels/{message['channel_id']}/messages/{message['id']}"
    return await send_parts(bot, "PATCH", path, body, files)


def callback_path(interaction: Interaction) -> str:
    """Where an interaction is answered."""
    return f"/interactions/{interaction.data['id']}/{interaction.data['token']}/callback?with_response=1"


async def _answered(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    interaction = await bot.used("Amina")
    answer = await send_parts(bot, "POST", callback_path(interaction), {"type": 4, "data": body}, files)
    if answer.status != 200:
        await interaction.answer(4, {"content": "a"})
        return answer
    return Answer(200, answer.body["resource"]["message"], answer.content_type)


async def _updated(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    await bot.send("general", {"content": "Panel", "components": [row(button())]})
    interaction = await bot.pressed("Amina", "Press")
    answer = await send_parts(bot, "POST", callback_path(interaction), {"type": 7, "data": body}, files)
    if answer.status != 200:
        await interaction.answer(6)
        return answer
    return Answer(200, answer.body["resource"]["message"], answer.content_type)


async def _followed_up(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    return await send_parts(bot, "POST", f"{interaction.webhook}?wait=true", body, files)


async def _filled(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(5)
    return await send_parts(bot, "POST", f"{interaction.webhook}?wait=true", body, files)


async def _edited_answer(bot: Bot, body: Any, files: Mapping[str, bytes]) -> Answer:
    interaction = await bot.used("Amina")
    await interaction.answer(4, {"content": "a"})
    return await send_parts(bot, "PATCH", f"{interaction.webhook}/messages/@original", body, files)


IN_CALLBACKS = (_answered, _updated)
WAYS = (sent_with, _edited, *IN_CALLBACKS, _followed_up, _filled, _edited_answer)
