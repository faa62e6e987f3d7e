"""What a file is called, and what kind it is."""

from __future__ import annotations

import re
import struct

import aiohttp
import pytest

from rehearsal import Rehearsal
from tests.rehearsal.raw import Bot
from tests.rehearsal.sending import PNG, multipart, png, send_parts, sent_with


@pytest.mark.parametrize(
    ("given", "filename", "shown"),
    [
        ("rota.pdf", "rota.pdf", "rota.pdf"),
        ("Rota März.pdf", "Rota_Marz.pdf", "Rota März.pdf"),
        ("hello (world).png", "hello_world.png", "hello (world).png"),
        ("../../etc/passwd", "passwd", "passwd"),
        ("C:\\Papers\\notes.txt", "notes.txt", "notes.txt"),
        ("..", "file", "file"),
        ("画像.png", "file.png", "画像.png"),
        ('a"; filename="b.exe', "a_filenameb.exe", 'a"; filename="b.exe'),
        ("a\r\nX-Evil: yes\r\n\r\n.html", "a_X-Evil_yes.html", "aX-Evil: yes.html"),
        ("photo\u202egnp.exe", "photognp.exe", "photognp.exe"),
        ("a\x00b.txt", "ab.txt", "ab.txt"),
        ("<img src=x>.svg", "img_srcx.svg", "<img src=x>.svg"),
        ("a?b#c%2f.txt", "abc2f.txt", "a?b#c%2f.txt"),
        ("_hidden.txt", "hidden.txt", "_hidden.txt"),
    ],
)
async def test_names_of_files(bot: Bot, rehearsal: Rehearsal, given: str, filename: str, shown: str) -> None:
    answer = await sent_with(bot, {"attachments": [{"id": 0, "filename": given}]}, {"a": b"a"})
    await bot.socket.event("MESSAGE_CREATE")

    told = answer.body["attachments"][0]
    assert told["filename"] == filename
    assert ("title" in told) == (given not in (filename, ".."))
    assert re.fullmatch(
        r"http://127\.0\.0\.1:\d+/attachments/\d+/\d+/[\w-]{32}/[\w.-]+", told["url"], re.ASCII
    )
    amina = rehearsal.person("Amina")
    (file,) = amina.read("general")[0].files
    assert (file.name, file.url) == (shown, told["url"])
    assert await amina.open_file(file) == b"a"


@pytest.mark.parametrize("name", ['say "hi".txt', "back\\slash.txt"])
async def test_a_name_with_marks_in_the_head_of_its_part(bot: Bot, name: str) -> None:
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    body = multipart(None, {quoted: b"a"})
    path = f"/channels/{bot.channel('general')}/messages"
    answer = await send_parts(bot, "POST", path, raw=body)

    expected = "say_hi.txt" if "hi" in name else "slash.txt"
    assert answer.body["attachments"][0]["filename"] == expected


@pytest.mark.parametrize(
    ("file", "content_type", "kind", "size"),
    [
        (("a.png", png(640, 480)), "image/png", "picture", (640, 480)),
        (("a.PNG", png(1, 1)), "image/png", "picture", (1, 1)),
        (("a.png", b"<script>"), "image/png", "document", None),
        (("a.png", PNG[:20]), "image/png", "document", None),
        (("a.png", png(0, 5)), "image/png", "document", None),
        (("a.pdf", png(640, 480)), "application/pdf", "document", None),
        (("a.jpg", b"\xff\xd8"), "image/jpeg", "picture", None),
        (("a.gif", b"GIF89a"), "image/gif", "picture", None),
        (("a.webp", b"RIFF"), "image/webp", "picture", None),
        (("a.svg", b"<svg/>"), "image/svg+xml", "document", None),
        (("a.txt", "für".encode()), "text/plain; charset=utf-8", "document", None),
        (("a.txt", b"\xff"), "text/plain", "document", None),
        (("a.html", b"<b>"), "text/html; charset=utf-8", "document", None),
        (("a.md", b"a"), "text/markdown; charset=utf-8", "document", None),
        (("a.tar.gz", b"a"), "application/gzip", "document", None),
        (("a.unheard-of", b"a"), None, "document", None),
        (("a", b"a"), None, "document", None),
    ],
)
async def test_what_kind_of_file(
    bot: Bot,
    file: tuple[str, bytes],
    content_type: str | None,
    kind: str,
    size: tuple[int, int] | None,
) -> None:
    told = (await sent_with(bot, None, dict([file]))).body["attachments"][0]
    (shown,) = bot.rehearsal.person("Amina").read("general")[0].files

    assert told.get("content_type") == content_type
    assert (told["width"], told["height"]) == size if size else not {"width", "height"} & set(told)
    assert (shown.kind, shown.size) == (kind, len(file[1]))
    async with aiohttp.ClientSession() as session, session.get(told["url"]) as response:
        assert await response.read() == file[1]
        assert response.headers["Content-Type"] == (content_type or "application/octet-stream")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert ("Content-Disposition" in response.headers) == (kind == "document")


async def test_a_spoiler_is_one_by_its_name(bot: Bot) -> None:
    told = (await sent_with(bot, None, {"SPOILER_a.png": PNG, "b.png": PNG})).body["attachments"]
    (shown,) = bot.rehearsal.person("Amina").read("general")

    assert [each.get("flags") for each in told] == [8, None]
    assert [each.spoiler for each in shown.files] == [True, False]


def test_the_samples_are_pictures() -> None:
    assert struct.unpack(">II", png(640, 480)[16:24]) == (640, 480)
