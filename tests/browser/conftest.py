"""The practice room in headless Chromium, with the real bot behind it. Nothing may leave this machine."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    async_playwright,
    expect,
)

from rehearsal.web import PracticeRoom
from tests.forking import our_bot

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
#: Without those after the second, Chromium itself looks for hosts on the internet at each start.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE: ViewportSize = {"width": 1280, "height": 820}
NARROW: ViewportSize = {"width": 360, "height": 740}
LAY, FACILITATOR = "Amina Yusuf", "Leila Haddad"
# A machine that has much else to do is slow, and not at fault.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the system's Chromium is."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here (on Debian: apt-get install chromium-headless-shell)")
    return found


@asynccontextmanager
async def starting(chromium: str) -> AsyncIterator[Browser]:
    """A browser that was just started."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """A browser for all tests of this folder, which run in one loop: to start one takes half a second."""
    async with starting(chromium) as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def room() -> AsyncIterator[PracticeRoom]:
    """A practice room for one test, with the bot there and the opening over."""
    async with PracticeRoom(command=our_bot()) as room:
        await room.production.ready()
        yield room


@dataclass
class Seen:
    """What a page must never do: ask another host, or meet a fault of its own."""

    url: str
    elsewhere: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def request(self, request: Request) -> None:
        """A request, sockets excepted, which `socket` hears of."""
        if not request.url.startswith((f"{self.url}/", "data:")):
            self.elsewhere.append(request.url)

    def socket(self, url: str) -> None:
        """A WebSocket that the page opens."""
        if not url.startswith(self.url.replace("http://", "ws://") + "/"):
            self.elsewhere.append(url)

    def console(self, message: ConsoleMessage) -> None:
        """A line in the browser's console."""
        if message.type in ("error", "warning"):
            self.faults.append(message.text)


@asynccontextmanager
async def visiting(
    browser: Browser,
    room: PracticeRoom,
    *,
    size: ViewportSize = WIDE,
    is_opening: bool = True,
    **how: object,
) -> AsyncIterator[Page]:
    """A page of a new visitor who opened the address, as soon as Amina can ask (later: anybody).

    In the end it must have asked no other host, and the console must hold no error and no warning.
    """
    context: BrowserContext = await browser.new_context(viewport=size, **how)  # type: ignore[arg-type]
    page = await context.new_page()
    seen = Seen(room.url)
    page.on("request", seen.request)
    page.on("websocket", lambda socket: seen.socket(socket.url))
    page.on("console", seen.console)
    page.on("pageerror", lambda error: seen.faults.append(str(error)))
    await page.goto(room.address)
    asking = log_of(page, LAY).get_by_role("button", name="Ask anonymously")
    await (asking if is_opening else page.get_by_role("log").first).wait_for()
    yield page
    await context.close()
    assert seen.elsewhere == []
    assert seen.faults == []


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, room: PracticeRoom) -> AsyncIterator[Page]:
    """The page of one visitor, wide."""
    async with visiting(browser, room) as page:
        yield page


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def lasting_room() -> AsyncIterator[PracticeRoom]:
    """A practice room for all of these tests. What they do in it stays, until a scene is started."""
    async with PracticeRoom(command=our_bot()) as room:
        await room.production.ready()
        yield room


@pytest_asyncio.fixture(loop_scope="session")
async def lasting_page(browser: Browser, lasting_room: PracticeRoom) -> AsyncIterator[Page]:
    """A new visitor's page of the lasting room."""
    async with visiting(browser, lasting_room, is_opening=False) as page:
        yield page


def column(page: Page, name: str) -> Locator:
    """What one person sees."""
    return page.get_by_role("region", name=name, exact=True)


def log_of(page: Page, name: str) -> Locator:
    """The messages of the place that one person looks at."""
    return column(page, name).get_by_role("log")
