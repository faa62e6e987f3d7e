"""Hostile writing is shown as what was written: nothing runs, nothing is asked for, nothing breaks."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count

import pytest
from playwright.async_api import Browser, Dialog, Locator, Page, ViewportSize, expect

from rehearsal.web import PracticeRoom
from rehearsal.world.messages import Draft
from rehearsal.world.model import MessageFlag
from tests.browser.conftest import FACILITATOR, LAY, NARROW, WIDE, column, log_of, visiting
from tests.browser.test_accessibility import SIDEWAYS, turn_to, unfold
from tests.rehearsal.raw import text
from tests.rehearsal.web.worlds import components

pytestmark = pytest.mark.asyncio(loop_scope="session")

RUNS = "window.hostile = true; fetch('//evil.example/'); alert(1)"
MARKUP = (
    f'<script>{RUNS}</script><img src=//evil.example/x onerror="{RUNS}"><svg onload="{RUNS}"></svg>'
    f'<iframe src="javascript:{RUNS}"></iframe><style>* {{ all: unset }}</style><base href=//evil.example/>'
)
LINKS = (
    f"javascript:{RUNS} [press](javascript:{RUNS}) data:text/html,<script>{RUNS}</script> "
    "<https://evil.example/> ![seen](https://evil.example/x.png) https://evil.example/x.png"
)
OVERRIDE, ISOLATE = "\u202e", "\u2067"
ARABIC, HEBREW = "هل هذا واضح؟", "האם זה ברור?"
BOTH_WAYS = f"{OVERRIDE}txt.exe {ARABIC} {ISOLATE}{HEBREW} left again"
EMOJI = "👩🏽‍⚕️👨‍👩‍👧‍👦🏳️‍🌈🏴󠁧󠁢󠁥󠁮󠁧󠁿" * 8 + "e" + "\u0301" * 60
NOBODY = "<@123456789012345678> <@&123456789012345678> <#123456789012345678> <@ 1> <t:99999999999999:R>"
CONTROLS = "".join(map(chr, range(0x20))) + "\x7f after"
#: What is written, and what must be read of it.
WRITTEN = {
    "markup": (MARKUP, MARKUP),
    "unbroken": ("W" * 1500, "W" * 1500),
    "both-ways": (BOTH_WAYS, ARABIC),
    "emoji": (EMOJI, EMOJI[:40]),
    "links": (LINKS, "javascript:window.hostile = true"),
    "nobody": (NOBODY, "<@ 1>"),
    "controls": (CONTROLS, "after"),
}
#: How far the boxes of a column stand out of it, in pixels; what scrolls by itself is left out.
TOO_WIDE = """(column) => {
  const {left, right} = column.getBoundingClientRect();
  const within = [...column.querySelectorAll("article *")].filter((each) => !each.closest("pre"));
  const out = within.map((each) => each.getBoundingClientRect()).filter(({width}) => width > 0)
    .map((box) => Math.max(left - box.left, box.right - right));
  return Math.max(0, ...out);
}"""
#: Of each message: whether its time is seen, how high that is, and whether it begins within the message.
HEADERS = """(articles) => articles.map((article) => {
  const time = article.querySelector("header time");
  const box = time.getBoundingClientRect(), own = article.getBoundingClientRect();
  const seen = time.checkVisibility({visibilityProperty: true}) && box.width > 0 && box.height > 0;
  return [seen, box.height, own.left <= box.left && box.left < own.right];
})"""
NUMBERS = count(1)
DEREK = "Derek Holloway"


@pytest.fixture
def empty(lasting_room: PracticeRoom) -> Iterator[str]:
    """A channel of this test alone: what others wrote would be drawn, and looked at, once more."""
    world = lasting_room.production.rehearsal.world
    name = world.create_channel(f"hostile-{next(NUMBERS)}").name
    yield name
    world.delete_channel(name)


@asynccontextmanager
async def harmless(browser: Browser, room: PracticeRoom, size: ViewportSize = WIDE) -> AsyncIterator[Page]:
    """A page on which nothing that was written may run, or make a dialog; `visiting` looks for requests."""
    dialogs: list[str] = []

    async def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        await dialog.dismiss()

    async with visiting(browser, room, size=size) as page:
        page.set_default_timeout(8000)
        page.on("dialog", note)
        yield page
        assert dialogs == []
        assert await page.evaluate("window.hostile") is None
        assert len(page.frames) == 1


async def assert_whole(page: Page, who: str) -> None:
    """The page and the column are as wide as ever, and each message says who wrote it and when."""
    assert await page.evaluate(SIDEWAYS) == 0
    assert await column(page, who).evaluate(TOO_WIDE) < 1
    for is_seen, height, is_within in await log_of(page, who).get_by_role("article").evaluate_all(HEADERS):
        assert is_seen
        assert height < 40
        assert is_within
    assert await log_of(page, who).locator("script, iframe, svg, style, base, a[href], img").count() == 0


async def go_to(page: Page, who: str, place: str) -> Locator:
    """A person's log, with that place open."""
    shown = await turn_to(page, who)
    await shown.get_by_role("navigation").get_by_role("button", name=place, exact=True).click()
    return log_of(page, who)


@pytest.mark.parametrize("kind", WRITTEN)
async def test_a_message(browser: Browser, lasting_room: PracticeRoom, empty: str, kind: str) -> None:
    written, read = WRITTEN[kind]
    async with harmless(browser, lasting_room, NARROW) as page:
        log = await go_to(page, LAY, empty)
        await lasting_room.production.rehearsal.person("Derek").say(empty, written)
        await expect(log.get_by_role("article").last).to_contain_text(read)
        await assert_whole(page, LAY)
        box = column(page, LAY).get_by_role("textbox", name=f"Write in {empty}")
        await box.fill(written)
        await box.press("Enter")
        await expect(log.get_by_role("article", name=LAY).last).to_contain_text(read)
        await assert_whole(page, LAY)


@pytest.mark.parametrize(
    "flood", ["*" * 2000, ">" * 2000, "> " * 999 + "x", "||" * 1000, "`" * 2000, "[(<_~*" * 333, "- " * 1000]
)
async def test_a_flood_of_signs(browser: Browser, lasting_room: PracticeRoom, empty: str, flood: str) -> None:
    """Five messages of the most characters that there can be: 10,000 signs."""
    async with harmless(browser, lasting_room) as page:
        log = await go_to(page, LAY, empty)
        for _ in range(5):
            await lasting_room.production.rehearsal.person("Derek").say(empty, flood)
        await lasting_room.production.rehearsal.person("Derek").say(empty, "It is over.")
        await expect(log.get_by_role("article").last).to_contain_text("It is over.")
        await assert_whole(page, LAY)


@pytest.mark.parametrize("kind", WRITTEN)
async def test_a_question_and_its_answer(browser: Browser, room: PracticeRoom, kind: str) -> None:
    written, read = WRITTEN[kind]
    async with harmless(browser, room) as page:
        await log_of(page, LAY).get_by_role("button", name="Ask anonymously").click()
        form = column(page, LAY).get_by_role("dialog", name="Ask anonymously")
        await form.get_by_role("textbox", name="Your question").fill(written)
        await form.get_by_role("button", name="Send", exact=True).click()
        await expect(form).to_be_hidden()
        anyway = log_of(page, LAY).get_by_role("button", name="Send it anyway")
        safe = log_of(page, LAY).get_by_text("Your question is safe here")
        await expect(anyway.or_(safe).first).to_be_visible()
        if await anyway.count():
            await anyway.click()
        await expect(safe).to_be_visible()
        await (await unfold(page)).get_by_role("button", name="Next thing due").click()
        log = log_of(page, FACILITATOR)
        await expect(log).to_contain_text(read)
        await log.get_by_role("button", name="Facilitators", exact=True).click()
        await log.get_by_role("button", name="Answer", exact=True).click()
        form = column(page, FACILITATOR).get_by_role("dialog", name="Answer this question")
        await form.get_by_role("textbox", name="Your answer").fill(written)
        await form.get_by_role("button", name="Send", exact=True).click()
        await expect(form).to_be_hidden()
        for who in (LAY, FACILITATOR):
            card = log_of(page, who).get_by_role("article").filter(has_text="Question 1").first
            await expect(card).to_contain_text(re.compile(f"{re.escape(read)}.*{re.escape(read)}", re.DOTALL))
            await assert_whole(page, who)
        await log.get_by_role("button", name="More", exact=True).first.click()
        await log.get_by_role("button", name="My questions").first.click()
        await expect(log.get_by_role("article").last).to_contain_text("There is nothing of yours here")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_4000_characters_without_a_space(
    browser: Browser, lasting_room: PracticeRoom, empty: str, size: ViewportSize
) -> None:
    """As much as Discord lets a card hold; nobody can type so much, but a bot can post it."""
    world = lasting_room.production.rehearsal.world
    long = Draft(components=components(text("W" * 4000)), flags=MessageFlag.IS_COMPONENTS_V2)
    async with harmless(browser, lasting_room, size) as page:
        log = await go_to(page, LAY, empty)
        world.messages.create(world.application.id, world.channel_named(empty), long)
        await expect(log.get_by_role("article").last).to_contain_text("W" * 4000)
        await assert_whole(page, LAY)


@pytest.fixture
def called(lasting_room: PracticeRoom, request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    """How somebody is called, and a channel, as long as this test lasts."""
    name = WRITTEN[request.param][0][:100]
    world = lasting_room.production.rehearsal.world
    channel = world.create_channel(name)
    derek = world.member_named(DEREK).user
    derek.display_name = name
    yield name, channel.name
    derek.display_name = DEREK
    world.delete_channel(channel.name)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("called", ["markup", "unbroken", "both-ways", "emoji"], indirect=True)
async def test_names(
    browser: Browser, lasting_room: PracticeRoom, called: tuple[str, str], size: ViewportSize
) -> None:
    """A person may be called so, and a channel."""
    name, place = called
    async with harmless(browser, lasting_room, size) as page:
        log = await go_to(page, LAY, place)
        await lasting_room.production.rehearsal.person(name).say(place, "Here I am.")
        await expect(log.get_by_role("article").last).to_contain_text(name)
        await expect(log.get_by_role("article").last).to_contain_text("Here I am.")
        await assert_whole(page, LAY)
        shown = column(page, LAY)
        await expect(shown.get_by_role("heading", name=place, exact=True)).to_have_text(place)
        await shown.get_by_role("button", name="Change person").click()
        await shown.get_by_role("menuitemradio").filter(has_text=name).click()
        await expect(page.get_by_role("region", name=name, exact=True)).to_be_visible()
        assert await page.evaluate(SIDEWAYS) == 0


async def test_what_gets_through_is_noticed(browser: Browser, lasting_room: PracticeRoom) -> None:
    """Markup that became markup, and a box that stands out."""
    plant = "(article, text) => article.insertAdjacentHTML('beforeend', text)"
    with pytest.raises(AssertionError):
        async with harmless(browser, lasting_room) as page:
            await log_of(page, LAY).get_by_role("article").first.evaluate(plant, MARKUP)
    async with visiting(browser, lasting_room) as page:
        await assert_whole(page, LAY)
        article = log_of(page, LAY).get_by_role("article").first
        await article.evaluate("(article) => { article.lastChild.style.width = '3000px'; }")
        with pytest.raises(AssertionError):
            await assert_whole(page, LAY)
