"""How a body in parts is made."""

from __future__ import annotations

import pytest

from tests.rehearsal.raw import Bot
from tests.rehearsal.sending import callback_path, multipart, send_parts


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (multipart({"content": "a"}, {}), 200),
        (multipart({"content": "a"}, {"a.txt": b"\r\n--\r\n--not the line"}), 200),
        (multipart({"content": "a"}, {"a.txt": b""}), 200),
        (multipart({"content": "a"}, {}).replace(b"payload_json", b"content"), 501),
        (multipart(None, {"a.txt": b"a"}).replace(b"files[0]", b"files[10]"), 501),
        (multipart(None, {"a.txt": b"a"}).replace(b"files[0]", b"files[-1]"), 501),
        (multipart(None, {"a.txt": b"a"}).replace(b"files[0]", b"file"), 501),
        (multipart(None, {"a.txt": b"a", "b.txt": b"b"}).replace(b"files[1]", b"files[0]"), 501),
        (multipart(None, {"a.txt": b"a"}).replace(b'; filename="a.txt"', b""), 501),
        (multipart(None, {"a.txt": b"a"}).replace(b'name="files[0]"; ', b""), 501),
        (multipart({"content": "a"}, {})[:-6], 501),
        (b"content=a", 501),
        (multipart({"content": "a"}, {}).replace(b"{", b"["), 400),
    ],
)
async def test_how_a_body_in_parts_is_made(bot: Bot, raw: bytes, status: int) -> None:
    path = f"/channels/{bot.channel('general')}/messages"

    assert (await send_parts(bot, "POST", path, raw=raw)).status == status


async def test_parts_only_where_messages_are_made(bot: Bot) -> None:
    amina = bot.rehearsal.person("Amina")
    chat = await send_parts(bot, "POST", "/users/@me/channels", {"recipient_id": str(amina.user_id)}, {})
    interaction = await bot.used("Amina")
    deferred = await send_parts(bot, "POST", callback_path(interaction), {"type": 5}, {"a.txt": b"a"})
    await interaction.answer(4, {"content": "a"})

    assert [chat.status, deferred.status] == [501, 501]
