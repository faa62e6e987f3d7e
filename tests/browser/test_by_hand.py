"""By hand: ask on the left, and watch the card come out on the right, without a name."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import FACILITATOR, LAY, column, log_of
from tests.browser.hands import HANDS, Hand, place, stage

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.parametrize("kind", HANDS)]

QUESTION = "What is a commissioner?"
ASK = "Ask anonymously"
DEREK = "Derek Holloway"


async def ask(hand: Hand, text: str = QUESTION) -> None:
    """Amina asks, in her column."""
    await hand.press(log_of(hand.page, LAY).get_by_role("button", name=ASK))
    await hand.send(LAY, ASK, "Your question", text)
    await expect(log_of(hand.page, LAY)).to_contain_text("Your question is safe here")


async def test_a_question_comes_out_on_the_right_without_a_name(page: Page, kind: type[Hand]) -> None:
    hand = kind(page)
    await ask(hand)
    await expect(log_of(page, FACILITATOR)).not_to_contain_text(QUESTION)
    await hand.press(stage(page).get_by_role("button", name="Next thing due"))
    await expect(log_of(page, FACILITATOR)).to_contain_text(QUESTION)
    right = await column(page, FACILITATOR).inner_text()
    assert "Someone asks" in right
    assert "Amina" not in right


async def test_a_third_person_comes_and_goes(lasting_page: Page, kind: type[Hand]) -> None:
    page, hand = lasting_page, kind(lasting_page)
    everybody = page.get_by_role("main", name="The people").get_by_role("region")
    await expect(everybody).to_have_count(2)
    await hand.press(stage(page).get_by_role("button", name="Add a third person"))
    await expect(everybody).to_have_count(3)
    remove = stage(page).get_by_role("button", name=re.compile("^Remove "))
    third = (await remove.inner_text()).removeprefix("Remove ")
    await expect(log_of(page, third)).to_contain_text("Press Ask anonymously")
    await hand.press(remove)
    await expect(everybody).to_have_count(2)
    await expect(column(page, third)).to_have_count(0)
    await expect(stage(page).get_by_role("button", name="Add a third person")).to_be_visible()


async def test_somebody_becomes_somebody_else(lasting_page: Page, kind: type[Hand]) -> None:
    page, hand = lasting_page, kind(lasting_page)
    await hand.open_place(FACILITATOR, "facilitators")
    await expect(log_of(page, FACILITATOR)).to_contain_text("Meeting starts")
    await hand.become(FACILITATOR, DEREK)
    await expect(column(page, FACILITATOR)).to_have_count(0)
    await expect(log_of(page, DEREK)).to_contain_text("Press Ask anonymously")
    await expect(place(page, DEREK, "facilitators")).to_have_count(0)
    await expect(column(page, DEREK).get_by_role("heading", name=DEREK)).to_be_focused()
    await expect(column(page, LAY)).to_be_visible()


async def test_escape_closes_a_form_and_the_focus_is_where_it_was(
    lasting_page: Page, kind: type[Hand]
) -> None:
    page, hand = lasting_page, kind(lasting_page)
    opener = log_of(page, LAY).get_by_role("button", name=ASK)
    await hand.press(opener)
    form = column(page, LAY).get_by_role("dialog", name=ASK)
    await expect(form.get_by_role("textbox", name="Your question")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(form).to_have_count(0)
    await expect(opener).to_be_focused()


async def test_what_was_typed_survives_a_refusal(lasting_page: Page, kind: type[Hand]) -> None:
    page, hand = lasting_page, kind(lasting_page)
    too_long = "a" * 1501
    await hand.press(log_of(page, LAY).get_by_role("button", name=ASK))
    await hand.send(LAY, ASK, "Your question", too_long)
    form = column(page, LAY).get_by_role("dialog", name=ASK)
    box = form.get_by_role("textbox", name="Your question")
    too_many = re.compile(r"1501 characters\. 1500 is the most\.")
    await expect(box).to_have_accessible_description(too_many)
    await expect(box).to_be_focused()
    await expect(box).to_have_value(too_long)
    await expect(log_of(page, LAY)).not_to_contain_text("Your question is safe here")
    await page.keyboard.press("Control+End")
    await page.keyboard.press("Backspace")
    await expect(box).not_to_have_accessible_description(too_many)
    await expect(box).to_have_value("a" * 1500)
