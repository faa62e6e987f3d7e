"""The first view is light and soon there; a full channel does not hold anything up."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Browser, CDPSession, Page, expect

from rehearsal.screen import Shown
from rehearsal.web import PracticeRoom
from rehearsal.world import happenings
from rehearsal.world.model import Member, User
from tests.browser.conftest import FACILITATOR, LAY, WIDE, column, log_of, visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")

MOST_BYTES = 150_000
#: On an idle machine it is one second (`python -m tests.browser.measure`); here others are at work, too.
GENEROUS_MS = 5000
LONG_MS = 50
#: So many messages are drawn before the browser may show a frame and hear a key: what keeps tasks short.
MOST_AT_ONCE = 20
#: Tells, by the page's own clock, when a button of that name could first be pressed.
WATCH_PRESSABLE = """window.pressable = new Promise((resolve) => new MutationObserver((_, watcher) => {
  const buttons = [...document.querySelectorAll("button")];
  const found = buttons.find(({textContent}) => textContent === "Ask anonymously");
  if (!found || found.disabled) return;
  watcher.disconnect();
  requestAnimationFrame(() => resolve(performance.now()));
}).observe(document, {childList: true, subtree: true}));"""
WATCH_LONG = """window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({duration}) => duration)))
  .observe({type: "longtask", buffered: false});"""
#: How many messages were drawn in each frame in which any was.
WATCH_FRAMES = """window.frames_drawn = [];
const drawn = new Set();
new MutationObserver((records) => {
  for (const node of records.flatMap(({addedNodes}) => [...addedNodes])) {
    if (!(node instanceof Element)) continue;
    const articles = [node, ...node.querySelectorAll("article")].filter((each) => each.matches("article"));
    articles.forEach((each) => drawn.add(each));
  }
}).observe(document, {childList: true, subtree: true});
const frame = () => {
  if (drawn.size > 0) window.frames_drawn.push(drawn.size);
  drawn.clear();
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);"""
DRAW_MANY = """(number) => {
  const list = document.createElement("div");
  document.body.append(list);
  for (let made = 0; made < number; made += 1) list.append(document.createElement("article"));
}"""
#: Two frames later everything that was under way is drawn, and the observer has been told.
SETTLED = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(
  () => setTimeout(resolve))))"""
BUSY = """(ms) => new Promise((resolve) => {
  new PerformanceObserver(resolve).observe({type: "longtask"});
  setTimeout(() => { const end = performance.now() + ms; while (performance.now() < end); });
})"""


class Weight:
    """All bytes that came to a page: bodies as they were sent, headers, and the frames of sockets."""

    def __init__(self, session: CDPSession) -> None:
        self.bytes = 0
        session.on("Network.loadingFinished", self._loaded)
        session.on("Network.webSocketFrameReceived", self._frame)

    def _loaded(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any]) -> None:
        self.bytes += len(event["response"]["payloadData"].encode())


@asynccontextmanager
async def first_view(browser: Browser, room: PracticeRoom) -> AsyncIterator[tuple[Page, Weight, float]]:
    """The page as it is first seen, what it weighs, and after how many milliseconds one could ask."""
    context = await browser.new_context(viewport=WIDE)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    weight = Weight(session)
    await page.add_init_script(WATCH_PRESSABLE)
    await page.goto(room.address)
    pressable = await page.evaluate("window.pressable")
    await expect(page.get_by_role("button", name="Ask anonymously")).to_have_count(2)
    yield page, weight, pressable
    await context.close()


async def test_the_first_view_is_light(browser: Browser, room: PracticeRoom) -> None:
    async with first_view(browser, room) as (page, weight, _):
        await page.evaluate(SETTLED)
        assert 10_000 < weight.bytes < MOST_BYTES
        # What is planted is weighed.
        before = weight.bytes
        await room.production.rehearsal.person("Derek").say("general", "W" * 2000)
        for who in (LAY, FACILITATOR):
            await expect(column(page, who).get_by_role("navigation")).to_contain_text("1 unread")
        assert weight.bytes - before > 4000


async def test_one_can_soon_ask(browser: Browser, lasting_room: PracticeRoom) -> None:
    async with first_view(browser, lasting_room) as (page, _, milliseconds):
        assert 0 < milliseconds < GENEROUS_MS
        await log_of(page, LAY).get_by_role("button", name="Ask anonymously").click()
        await expect(column(page, LAY).get_by_role("dialog", name="Ask anonymously")).to_be_visible()


async def fill(room: PracticeRoom) -> None:
    """60 members, and 200 messages in #general."""
    world = room.production.rehearsal.world
    for number in range(len(world.guild.members), 60):
        user = User(world.ids.next(), f"member{number}", f"Member Number {number}")
        world.users[user.id] = user
        world.guild.members[user.id] = Member(user, world.clock.now())
        world.tell(happenings.MemberAdded(world.guild.members[user.id]))
    assert len(world.guild.members) == 60
    await say(room, 200)


async def say(room: PracticeRoom, times: int) -> list[Shown]:
    """Somebody writes in #general, so many times."""
    derek = room.production.rehearsal.person("Derek")
    words = "of them: some **words**, and a line\n> that is quoted `so`"
    return [await derek.say("general", f"{number} {words}") for number in range(times)]


@dataclass(frozen=True, slots=True)
class Held:
    """The longest task, in milliseconds, and how many messages each frame drew."""

    longest: float
    frames: list[int]


async def use_a_full_channel(browser: Browser, room: PracticeRoom) -> Held:
    """Opens a full channel, scrolls in it, and gets 50 messages."""
    async with visiting(browser, room) as page:
        await page.evaluate(WATCH_LONG)
        await page.evaluate(WATCH_FRAMES)
        general = column(page, LAY).get_by_role("navigation").get_by_role("button", name="general")
        await general.click()
        log = log_of(page, LAY)
        before = await log.get_by_role("article").count()
        await expect(log).not_to_have_attribute("aria-busy", "true")
        before = await log.get_by_role("article").count()
        assert before >= 200
        await log.hover()
        for way in (-3000, 2000, -9000, 20_000):
            await page.mouse.wheel(0, way)
            await page.evaluate(SETTLED)
        said = await say(room, 50)
        await expect(log.get_by_role("article")).to_have_count(before + 50)
        await page.evaluate(SETTLED)
        longest = max(await page.evaluate("window.longTasks"), default=0.0)
        frames = await page.evaluate("window.frames_drawn")
    world = room.production.rehearsal.world
    for each in said:
        world.messages.remove(world.channel_named("general").messages[each.id])
    return Held(longest, frames)


async def test_a_full_channel_is_drawn_in_parts(browser: Browser, room: PracticeRoom) -> None:
    """How long a part takes is for `python -m tests.browser.measure`, on a machine that is idle."""
    await fill(room)
    held = await use_a_full_channel(browser, room)
    assert sum(held.frames) >= 250
    assert max(held.frames) <= MOST_AT_ONCE


async def test_too_many_in_one_frame_are_seen(browser: Browser, room: PracticeRoom) -> None:
    """In a room of its own: what is drawn late in another's would come into that frame."""
    async with visiting(browser, room) as page:
        await page.evaluate(WATCH_FRAMES)
        await page.evaluate(DRAW_MANY, MOST_AT_ONCE + 1)
        await page.evaluate(SETTLED)
        assert await page.evaluate("window.frames_drawn") == [MOST_AT_ONCE + 1]


async def test_a_long_task_is_seen(browser: Browser, lasting_room: PracticeRoom) -> None:
    async with visiting(browser, lasting_room) as page:
        await page.evaluate(WATCH_LONG)
        await page.evaluate(BUSY, 120)
        assert max(await page.evaluate("window.longTasks")) > LONG_MS
