"""In the middle of a meeting: another visitor, a reload, the end of the bot, a clock that is moved."""

from __future__ import annotations

import os
import signal

import pytest
from playwright.async_api import Browser, Page, expect

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FACILITATOR, LAY, column, log_of, visiting
from tests.browser.hands import Hand, Keyboard, Mouse, stage
from tests.browser.test_by_hand import DEREK, QUESTION, ask

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROOM_OPENS = "Mon, 2 Mar 2026"
LONG_MS = 90_000


async def next_thing_due(hand: Hand) -> None:
    """Moves the time on to what the bot does next."""
    await hand.press(stage(hand.page).get_by_role("button", name="Next thing due"))


async def test_two_visitors_are_in_one_meeting(browser: Browser, room: PracticeRoom) -> None:
    async with visiting(browser, room) as one, visiting(browser, room) as other:
        await Mouse(other).become(LAY, DEREK)
        await ask(Mouse(one))
        await next_thing_due(Mouse(one))
        for page, who in ((one, FACILITATOR), (other, FACILITATOR), (other, DEREK)):
            await expect(log_of(page, who)).to_contain_text(QUESTION)
        await expect(log_of(one, LAY)).to_contain_text("Your question is safe here")
        people = other.get_by_role("main", name="The people")
        await expect(people).not_to_contain_text("Your question is safe here")


async def test_a_reload_leaves_a_meeting_by_hand_as_it_was(page: Page) -> None:
    hand = Mouse(page)
    await hand.become(FACILITATOR, DEREK)
    await hand.open_place(LAY, "general")
    box = column(page, LAY).get_by_role("textbox", name="Write in general")
    await box.fill("Good morning, everybody.")
    await box.press("Enter")
    await expect(log_of(page, LAY)).to_contain_text("Good morning, everybody.")
    await page.reload()
    await expect(stage(page).get_by_role("heading", name="You play by hand")).to_be_visible()
    await expect(page.get_by_role("main", name="The people").get_by_role("region")).to_have_count(2)
    await expect(column(page, DEREK)).to_be_visible()
    await expect(column(page, LAY).get_by_role("log", name="Messages in general")).to_contain_text(
        "Good morning, everybody."
    )


async def test_a_bot_that_died_is_started_again_and_no_question_is_lost(
    page: Page, room: PracticeRoom
) -> None:
    hand = Mouse(page)
    await stage(page).get_by_role("button", name="Hold the time").click()
    await expect(stage(page)).to_contain_text("Time stands still.")
    await ask(hand)
    os.kill(room.production.bot.pid, signal.SIGKILL)
    status = stage(page).get_by_role("status").filter(has_text="The bot")
    await expect(status).to_have_text("The bot is away, so nothing answers just now.")
    await log_of(page, FACILITATOR).get_by_role("button", name="More", exact=True).click()
    await expect(log_of(page, FACILITATOR).get_by_role("alert")).to_have_text("This interaction failed")
    again = stage(page).get_by_role("button", name="Start the bot again")
    await again.click()
    await expect(again).to_have_count(0)
    await expect(status).to_have_count(0)
    await expect(log_of(page, FACILITATOR)).not_to_contain_text(QUESTION)
    await next_thing_due(hand)
    await expect(log_of(page, FACILITATOR)).to_contain_text(QUESTION)
    await log_of(page, FACILITATOR).get_by_role("button", name="More", exact=True).click()
    await log_of(page, FACILITATOR).get_by_role("button", name="My questions").click()
    await expect(log_of(page, FACILITATOR)).to_contain_text("There is nothing of yours here")
    assert (await log_of(page, FACILITATOR).inner_text()).count(QUESTION) == 1


async def test_the_time_is_held_and_moved_with_the_keyboard(page: Page) -> None:
    hand = Keyboard(page)
    bar = stage(page)
    time = bar.get_by_role("group", name="Time in this meeting")
    await expect(time).to_contain_text("Time flows.")
    await hand.press(time.get_by_role("button", name="Hold the time"))
    await expect(time).to_contain_text("Time stands still.")
    await ask(hand)
    slider = time.get_by_role("slider", name="Move the time on")
    await hand.press(time.get_by_role("button", name="Move on"))
    await expect(bar.get_by_role("alert")).to_have_text(
        "Move the slider first, to say how far the time moves on."
    )
    await hand.reach(slider)
    await page.keyboard.press("ArrowRight")
    await expect(slider).to_have_attribute("aria-valuetext", "in 20 seconds")
    await expect(log_of(page, FACILITATOR)).not_to_contain_text(QUESTION)
    await hand.press(time.get_by_role("button", name="Move on"))
    await expect(log_of(page, FACILITATOR)).to_contain_text(QUESTION)
    await expect(bar.get_by_role("alert")).to_have_count(0)
    await hand.press(time.get_by_role("button", name="Let time flow"))
    await expect(time).to_contain_text("Time flows.")


async def test_weeks_pass(page: Page) -> None:
    hand = Keyboard(page)
    time = stage(page).get_by_role("group", name="Time in this meeting")
    await expect(time).to_contain_text(ROOM_OPENS)
    await hand.open_place(FACILITATOR, "facilitators")
    await hand.press(log_of(page, FACILITATOR).get_by_role("button", name="Meeting ends"))
    await ask(hand)
    slider = time.get_by_role("slider", name="Move the time on")
    await hand.reach(slider)
    await page.keyboard.press("End")
    await expect(slider).to_have_attribute("aria-valuetext", "in 30 days")
    await hand.press(time.get_by_role("button", name="Move on"))
    # Each thing that is due in a month is done.
    await expect(time).to_contain_text("Wed, 1 Apr 2026", timeout=LONG_MS)
    await expect(slider).to_have_attribute("aria-valuetext", "stay here")
    await expect(log_of(page, LAY)).to_contain_text(QUESTION)
