"""`make pictures`: the pictures in docs/img, of the practice room as it is."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright, expect

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FACILITATOR, FLAGS, LAY, NAMES, NARROW, column, log_of

FOLDER = Path(__file__).parents[2] / "docs" / "img"
QUESTION = "What is a commissioner? Everyone says the word, and I do not know what they do."
TALL: ViewportSize = {"width": 1280, "height": 1040}
BROAD: ViewportSize = {"width": 1440, "height": 1040}
LONG: ViewportSize = {"width": 1280, "height": 1340}
SCENE = "The first anonymous question"

Scene = Callable[[Page], Awaitable[None]]


async def opening(page: Page) -> None:
    """The first view: a lay member beside a facilitator."""


async def form(page: Page) -> None:
    """The form for a question, filled in."""
    await log_of(page, LAY).get_by_role("button", name="Ask anonymously").click()
    box = column(page, LAY).get_by_role("textbox", name="Your question")
    await box.fill(QUESTION)


async def question(page: Page) -> None:
    """A scene, when the question is out and has its answer."""
    await _play(page, steps=13)
    await expect(log_of(page, FACILITATOR)).to_contain_text("Thank you")


async def setup(page: Page) -> None:
    """A community is set up: what would be made, before anything is."""
    await _play(page, steps=3, scene="Setting up")
    await expect(page.get_by_role("log").first).to_contain_text("would be made")


async def about_me(page: Page) -> None:
    """What a member has said of herself."""
    await _play(page, steps=8, scene="Joining")
    await expect(log_of(page, LAY)).to_contain_text("a break after an hour")


async def meaning(page: Page) -> None:
    """What a word means, for her who looked it up."""
    hers = log_of(page, LAY)
    await hers.get_by_role("button", name="What does that word mean?").click()
    form = column(page, LAY).get_by_role("dialog")
    await form.get_by_role("textbox", name="The word").fill("comissioner")
    await form.get_by_role("button", name="Send", exact=True).click()
    await expect(hers.get_by_role("button", name="Show it to everyone")).to_be_visible()
    # From its first line on, as it is read.
    await hers.get_by_role("article").last.evaluate("each => each.scrollIntoView({ block: 'start' })")


async def editor(page: Page) -> None:
    """A member who looks after the words reads what somebody proposed, beside the one who did."""
    await _play(page, steps=13, scene="A hard word")
    await expect(log_of(page, "Derek Holloway")).to_contain_text("Now it says:")


async def machine(page: Page) -> None:
    """What the machine knows of a question that waits."""
    await _play(page, steps=6)
    await page.get_by_role("button", name="What the machine knows").click()
    await expect(page.get_by_role("dialog").get_by_role("table").first).to_be_visible(timeout=30_000)


async def _play(page: Page, steps: int, scene: str = SCENE) -> None:
    await page.get_by_role("button", name="Guided scenes").click()
    await page.get_by_role("button", name=f"Start: {scene}").click()
    for number in range(1, steps + 1):
        await page.get_by_role("button", name="Next", exact=True).click()
        # With the first step, all is done that nobody watches.
        await expect(page.get_by_role("complementary")).to_contain_text(
            f"Step {number} of", timeout=60_000 if number == 1 else None
        )


PICTURES: dict[str, tuple[Scene, ViewportSize, bool]] = {
    "opening": (opening, TALL, False),
    "question": (question, BROAD, False),
    "form": (form, TALL, False),
    "machine": (machine, TALL, False),
    "setup": (setup, BROAD, False),
    "about-me": (about_me, TALL, False),
    "meaning": (meaning, LONG, False),
    "editor": (editor, BROAD, False),
    "dark": (question, BROAD, True),
    "narrow": (opening, NARROW, False),
}


async def take(browser: Browser, name: str) -> None:
    """One picture, of a practice room of its own."""
    scene, size, dark = PICTURES[name]
    async with PracticeRoom() as room:
        await room.production.ready()
        scheme = "dark" if dark else "light"
        page = await browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
        await page.goto(room.address)
        await log_of(page, LAY).get_by_role("button", name="Ask anonymously").wait_for()
        await scene(page)
        await page.screenshot(path=FOLDER / f"{name}.png", animations="disabled")
        await page.close()


async def main() -> None:
    """All of them."""
    chromium = next((path for name in NAMES if (path := shutil.which(name))), None)
    if chromium is None:
        sys.exit("There is no Chromium on this machine (on Debian: apt-get install chromium-headless-shell).")
    FOLDER.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for name in PICTURES:
            await take(browser, name)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
