"""Who is let in, and what every response says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest
from yarl import URL

from rehearsal.web import PracticeRoom, page
from rehearsal.web.access import Access, doorway
from rehearsal.web.room import MOST_BYTES
from tests.rehearsal.web.browser import sitting, socket_to
from tests.rehearsal.web.conftest import NO_BOT

SOCKETS = ("/room/person?who=Amina Yusuf", "/room/stage")


async def get(room: PracticeRoom, path: str, *, method: str = "GET", **headers: str) -> tuple[int, str]:
    """The status and the text, after the headers have been looked at."""
    async with aiohttp.ClientSession() as session:
        address = URL(room.url + path, encoded=True)
        async with session.request(method, address, headers=headers, allow_redirects=False) as response:
            assert_headers(room, response.headers)
            return response.status, await response.text()


def assert_headers(room: PracticeRoom, headers: Mapping[str, str]) -> None:
    for name, value in Access(0).headers("").items():
        if name != "Content-Security-Policy":
            assert headers[name] == value
    policy = headers["Content-Security-Policy"]
    host = room.url.removeprefix("http://")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; ")
    assert f"connect-src 'self' ws://{host};" in policy.replace("localhost", "127.0.0.1")
    assert policy.endswith("base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
    assert "unsafe" not in policy


async def test_the_page_and_its_files(room: PracticeRoom) -> None:
    status, text = await get(room, "/")
    assert (status, text) == (200, "<!doctype html><title>A page</title>")
    async with aiohttp.ClientSession() as session, session.get(f"{room.url}/js/page.js") as response:
        assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
        tag = response.headers["ETag"]
    assert (await get(room, "/js/page.js", **{"If-None-Match": tag}))[0] == 304


async def test_the_address_holds_a_key_that_is_new_each_time(room: PracticeRoom, static: Path) -> None:
    assert room.address == f"{room.url}/#key={room.key}"
    assert len(room.key) >= 32
    async with PracticeRoom(static=static, command=NO_BOT) as other:
        assert other.key != room.key


async def test_a_port_that_is_taken(room: PracticeRoom) -> None:
    port = URL(room.url).port
    assert port is not None
    with pytest.raises(OSError):
        async with PracticeRoom(port):
            pass


@pytest.mark.parametrize("path", ["/", "/js/page.js", "/none", "/room/stage"])
@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "localhost", "127.0.0.1:1", "[::1]", ""])
async def test_another_host_is_misdirected(room: PracticeRoom, path: str, host: str) -> None:
    """A name that somebody else points at this machine would make their page one with ours."""
    status, text = await get(room, path, Host=host)
    assert status == 421
    assert "A page" not in text


async def test_both_names_of_this_machine_are_ours(room: PracticeRoom) -> None:
    host = room.url.removeprefix("http://").replace("127.0.0.1", "localhost")
    assert (await get(room, "/", Host=host))[0] == 200


@pytest.mark.parametrize("path", SOCKETS)
@pytest.mark.parametrize("origin", ["http://example.org", "null", "http://127.0.0.1", "https://{host}", ""])
async def test_another_page_opens_no_socket(room: PracticeRoom, path: str, origin: str) -> None:
    origin = origin.format(host=room.url.removeprefix("http://"))
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with socket_to(room, path, Origin=origin):
            pass
    assert refused.value.status == 403
    assert refused.value.headers is not None
    assert_headers(room, refused.value.headers)


async def test_a_socket_without_an_origin_is_not_our_page(room: PracticeRoom) -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(f"{room.url}/room/stage")
    assert refused.value.status == 403


async def test_the_other_name_of_the_page_is_another_page(room: PracticeRoom) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError):
        async with socket_to(room, "/room/stage", Origin=room.url.replace("127.0.0.1", "localhost")):
            pass


@pytest.mark.parametrize("path", SOCKETS)
@pytest.mark.parametrize(
    "first", ['{"key": "wrong"}', '{"key": 1}', "{}", "[]", "not json", '{"key": "%s", "more": 1}', '"%s"']
)
async def test_a_first_frame_that_is_not_the_key(room: PracticeRoom, path: str, first: str) -> None:
    async with socket_to(room, path) as socket:
        await socket.send_str(first.replace("%s", room.key))
        message = await socket.receive(timeout=5)
        assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, 4401)


@pytest.mark.parametrize("path", SOCKETS)
async def test_nothing_is_said_before_the_key_and_it_must_come_in_time(static: Path, path: str) -> None:
    async with (
        PracticeRoom(static=static, command=NO_BOT, seconds_for_the_key=0.2) as room,
        socket_to(room, path) as socket,
    ):
        message = await socket.receive(timeout=5)
        assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, 4401)


@pytest.mark.parametrize("path", SOCKETS)
async def test_the_key_as_bytes_is_no_key(room: PracticeRoom, path: str) -> None:
    async with socket_to(room, path) as socket:
        await socket.send_bytes(json.dumps({"key": room.key}).encode())
        assert (await socket.receive(timeout=5)).data == 4401


async def test_the_right_key_opens(room: PracticeRoom) -> None:
    """The planted fault of the tests above: a socket that never opens would pass them all."""
    async with sitting(room, "Amina Yusuf") as amina:
        assert amina.copy.hello["you"]["name"] == "Amina Yusuf"


async def test_a_socket_for_nobody(room: PracticeRoom) -> None:
    async with socket_to(room, "/room/person?who=Nobody") as socket:
        await socket.send_json({"key": room.key})
        assert (await socket.receive(timeout=5)).data == 4404


@pytest.mark.parametrize("is_too_big", [False, True])
async def test_a_frame_that_is_too_big(room: PracticeRoom, is_too_big: bool) -> None:
    async with sitting(room, "Amina Yusuf") as amina:
        frame = json.dumps({"do": "say", "re": 77, "place": "1", "text": ""})
        frame = frame.replace('""', f'"{"a" * (MOST_BYTES - len(frame) + is_too_big)}"')
        assert len(frame) == MOST_BYTES + is_too_big
        await amina.socket.send_str(frame)
        if is_too_big:
            while (message := await amina.socket.receive(timeout=5)).type is aiohttp.WSMsgType.TEXT:
                pass
            assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, 1009)
        else:
            assert (await amina.end_of(77))["type"] == "refused"


async def test_headers_on_a_socket(room: PracticeRoom) -> None:
    async with socket_to(room, "/room/stage") as socket:
        response = socket._response
        assert response.status == 101
        assert_headers(room, response.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_only_looking_is_possible(room: PracticeRoom, method: str) -> None:
    assert (await get(room, "/", method=method))[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/js/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/js/%2e%2e/%2e%2e/secret.txt",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/..%5csecret.txt",
        "/link.txt",
        "/linked/secret.txt",
        "/%00",
        "/index.html%00.txt",
        "/" + "a" * 5000,
        "/js",
        "/js/",
        "/page.py",
        "/.hidden",
    ],
)
async def test_nothing_outside_the_page_is_found(room: PracticeRoom, static: Path, path: str) -> None:
    (static / "link.txt").symlink_to(static.parent / "secret.txt")
    (static / "linked").symlink_to(static.parent)
    (static / "page.py").write_text("secret", encoding="utf-8")
    (static / ".hidden").write_text("secret", encoding="utf-8")
    status, text = await get(room, path)
    assert status in (404, 400)
    assert "secret" not in text


def test_a_finder_that_trusts_its_name_is_found(static: Path) -> None:
    """The planted fault: the name alone leads out of the folder."""
    assert (static / "../secret.txt").read_text(encoding="utf-8") == "secret"
    assert page.find(static, "../secret.txt") is None
    assert page.find(static, "js/page.js") == (static / "js" / "page.js").resolve()


async def test_a_page_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    async with PracticeRoom(static=tmp_path / "none", command=NO_BOT) as room:
        assert (await get(room, "/"))[0] == 404


def test_a_browser_is_sent_on_by_a_file_that_only_its_owner_can_read(tmp_path: Path) -> None:
    file = doorway(tmp_path, "http://127.0.0.1:1/#key=a&b")
    assert file.stat().st_mode & 0o077 == 0
    assert 'content="0; url=http://127.0.0.1:1/#key=a&amp;b"' in file.read_text(encoding="utf-8")
    assert "key" not in file.as_uri()
