"""Files go out packed to whoever takes that, and are the same once unpacked."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest

from rehearsal.web import PracticeRoom, page

TEXTS = ("index.html", "js/page.js")


async def fetch(
    room: PracticeRoom, path: str, method: str = "GET", **headers: str
) -> tuple[int, Mapping[str, str], bytes]:
    """The status, the headers, and the bytes as they came over the wire."""
    async with (
        aiohttp.ClientSession(auto_decompress=False, skip_auto_headers=["Accept-Encoding"]) as session,
        session.request(method, f"{room.url}/{path}", headers=headers) as response,
    ):
        return response.status, response.headers, await response.read()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("accepted", ["gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5"])
async def test_packed_bytes_unpack_to_the_file(
    room: PracticeRoom, static: Path, name: str, accepted: str
) -> None:
    status, headers, body = await fetch(room, name, **{"Accept-Encoding": accepted})
    assert status == 200
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(body))
    assert headers["Content-Type"] == page.KINDS[Path(name).suffix]
    assert headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(body) == (static / name).read_bytes()


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("accepted", [None, "", "identity", "br", "gzip;q=0", "gzip; q=0.000", "x-gzipped"])
async def test_who_does_not_take_gzip_gets_the_plain_file(
    room: PracticeRoom, static: Path, name: str, accepted: str | None
) -> None:
    asked = {} if accepted is None else {"Accept-Encoding": accepted}
    status, headers, body = await fetch(room, name, **asked)
    assert status == 200
    assert "Content-Encoding" not in headers
    assert headers["Vary"] == "Accept-Encoding"
    assert body == (static / name).read_bytes()


async def test_a_file_that_changed_is_sent_anew(room: PracticeRoom, static: Path) -> None:
    takes = {"Accept-Encoding": "gzip"}
    tag = (await fetch(room, "js/page.js", **takes))[1]["ETag"]
    status, headers, body = await fetch(room, "js/page.js", **takes, **{"If-None-Match": tag})
    assert (status, body) == (304, b"")
    assert headers["ETag"] == tag
    (static / "js" / "page.js").write_text("export const here = 'no longer';\n", encoding="utf-8")
    status, headers, body = await fetch(room, "js/page.js", **takes, **{"If-None-Match": tag})
    assert status == 200
    assert headers["ETag"] != tag
    assert b"no longer" in gzip.decompress(body)


async def test_a_picture_is_not_packed_again(room: PracticeRoom, static: Path) -> None:
    (static / "dot.png").write_bytes(bytes(200))
    _, headers, body = await fetch(room, "dot.png", **{"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in headers
    assert body == bytes(200)


async def test_only_the_headers(room: PracticeRoom) -> None:
    takes = {"Accept-Encoding": "gzip"}
    _, whole, _ = await fetch(room, "js/page.js", **takes)
    status, headers, body = await fetch(room, "js/page.js", "HEAD", **takes)
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == whole["Content-Length"]
