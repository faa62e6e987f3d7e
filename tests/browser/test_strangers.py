"""Who does not belong here gets nothing: pages of another origin, people without the key, borrowed names."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright, expect
from yarl import URL

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FLAGS, LAY, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

SOCKETS = ("/room/person?who=Amina Yusuf", "/room/stage")
#: Gives the key and tells what came: the frames until one holds the wanted words, or the code of the closing.
LISTEN = """([address, key, wanted]) => new Promise((resolve) => {
  const socket = new WebSocket(address);
  const frames = [];
  let wasOpen = false;
  socket.onopen = () => {
    wasOpen = true;
    socket.send(JSON.stringify({key}));
  };
  socket.onmessage = ({data}) => {
    frames.push(data);
    if (!data.includes(wanted)) return;
    socket.close();
    resolve({wasOpen, frames, code: null});
  };
  // What the page's own policy forbids is told as an error, without a closing.
  socket.onerror = () => resolve({wasOpen, frames, code: 1006});
  socket.onclose = ({code}) => resolve({wasOpen, frames, code});
})"""
FETCH = """async (address) => {
  try {
    return await (await fetch(address)).text();
  } catch (fault) {
    return fault.name;
  }
}"""
FRAME = """(address) => new Promise((resolve) => {
  const frame = document.createElement("iframe");
  frame.title = "framed";
  frame.onload = resolve;
  frame.src = address;
  document.body.append(frame);
})"""
SECRET = "I do not want anybody to read this"
HEADING = "Practise a meeting."


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def stranger() -> AsyncIterator[int]:
    """The port of somebody else's page on this machine."""

    async def page(_request: web.Request) -> web.Response:
        return web.Response(text="<!doctype html><title>Another page</title>", content_type="text/html")

    app = web.Application()
    app.router.add_get("/", page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield runner.addresses[0][1]
    await runner.cleanup()


@asynccontextmanager
async def standing_on(browser: Browser, address: str) -> AsyncIterator[Page]:
    """A page at an address, whatever it may be."""
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(address)
    yield page
    await context.close()


async def listen(page: Page, room: PracticeRoom, path: str, *, key: str, host: str = "127.0.0.1") -> Any:
    """What a page hears from a socket, to which it gives a key."""
    wanted = SECRET if "person" in path else '"stage"'
    address = f"ws://{host}:{URL(room.url).port}{path}"
    async with asyncio.timeout(10):
        return await page.evaluate(LISTEN, [address, key, wanted])


async def confide(room: PracticeRoom) -> None:
    """Amina writes to the bot, where nobody else can read it."""
    await room.production.rehearsal.person(LAY).say_direct(SECRET)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_another_page_gets_no_socket(
    browser: Browser, lasting_room: PracticeRoom, stranger: int, host: str
) -> None:
    await confide(lasting_room)
    async with standing_on(browser, f"http://{host}:{stranger}") as page:
        for path in SOCKETS:
            for asked in ("127.0.0.1", "localhost"):
                heard = await listen(page, lasting_room, path, key=lasting_room.key, host=asked)
                assert heard == {"wasOpen": False, "frames": [], "code": 1006}


async def test_our_page_by_its_other_name_gets_no_socket_of_the_first(
    browser: Browser, lasting_room: PracticeRoom
) -> None:
    """To a browser "localhost" and "127.0.0.1" are two origins; each may only open its own sockets."""
    await confide(lasting_room)
    port = URL(lasting_room.url).port
    for own, other in (("localhost", "127.0.0.1"), ("127.0.0.1", "localhost")):
        async with standing_on(browser, f"http://{own}:{port}/icon.svg") as page:
            for path in SOCKETS:
                heard = await listen(page, lasting_room, path, key=lasting_room.key, host=other)
                assert (heard["wasOpen"], heard["frames"]) == (False, [])
                heard = await listen(page, lasting_room, path, key=lasting_room.key, host=own)
                assert heard["wasOpen"]
                assert heard["frames"] != []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_another_page_reads_nothing(
    browser: Browser, lasting_room: PracticeRoom, stranger: int, host: str
) -> None:
    async with standing_on(browser, f"http://{host}:{stranger}") as page:
        for name in ("", "js/main.js"):
            assert await page.evaluate(FETCH, f"{lasting_room.url}/{name}") == "TypeError"
    async with standing_on(browser, lasting_room.url) as page:
        assert HEADING in await page.evaluate(FETCH, f"{lasting_room.url}/")


async def test_another_page_cannot_frame_it(
    browser: Browser, lasting_room: PracticeRoom, stranger: int
) -> None:
    own = f"http://127.0.0.1:{stranger}"
    async with standing_on(browser, own) as page:
        await page.evaluate(FRAME, lasting_room.address)
        framed = page.frames[-1]
        assert framed is not page.main_frame
        assert HEADING not in await framed.content()
        assert framed.url.startswith("chrome-error:")
        # A page that lets itself be framed is there.
        await page.evaluate(FRAME, f"{own}/?framed")
        assert "Another page" in await page.frames[-1].content()


async def test_without_the_key_there_is_not_one_frame(browser: Browser, lasting_room: PracticeRoom) -> None:
    await confide(lasting_room)
    async with standing_on(browser, lasting_room.url) as page:
        for path in SOCKETS:
            for wrong in ("", "wrong", lasting_room.key[:-1], f"{lasting_room.key} "):
                heard = await listen(page, lasting_room, path, key=wrong)
                assert heard == {"wasOpen": True, "frames": [], "code": 4401}
            heard = await listen(page, lasting_room, path, key=lasting_room.key)
            assert heard["code"] is None
            assert SECRET in heard["frames"][-1] or "stage" in path


async def test_a_page_with_a_wrong_key_says_what_to_open(
    browser: Browser, lasting_room: PracticeRoom
) -> None:
    await confide(lasting_room)
    async with standing_on(browser, f"{lasting_room.url}/#key=wrong") as page:
        await expect(
            page.get_by_role("heading", name="Open the address that the terminal shows")
        ).to_be_visible()
        assert SECRET not in await page.content()
        assert "Amina" not in await page.content()
    async with visiting(browser, lasting_room) as page:
        amina = page.get_by_role("region", name=LAY)
        await amina.get_by_role("navigation").get_by_role("button", name="Equal Footing").click()
        await expect(amina.get_by_role("log")).to_contain_text(SECRET)


async def test_somebody_elses_name_for_this_machine_is_refused(
    chromium: str, lasting_room: PracticeRoom
) -> None:
    """A name that points at this machine would make its owner's page one with ours (DNS rebinding)."""
    await confide(lasting_room)
    rules = "--host-resolver-rules=MAP evil.example 127.0.0.1"
    evil = f"http://evil.example:{URL(lasting_room.url).port}"
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, rules])
        page = await browser.new_page()
        answer = await page.goto(evil)
        assert answer is not None
        assert answer.status == 421
        assert HEADING not in await page.content()
        for path in SOCKETS:
            heard = await listen(page, lasting_room, path, key=lasting_room.key, host="evil.example")
            assert (heard["wasOpen"], heard["frames"]) == (False, [])
        answer = await page.goto(lasting_room.url)
        assert answer is not None
        assert answer.status == 200
        heard = await listen(page, lasting_room, SOCKETS[0], key=lasting_room.key)
        assert SECRET in heard["frames"][-1]
        await browser.close()
