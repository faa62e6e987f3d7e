"""Without the key of this run the page shows nothing but what to open."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, expect

from rehearsal.web import PracticeRoom

pytestmark = pytest.mark.asyncio(loop_scope="session")

OPEN = "Open the address that the terminal shows"


@pytest.mark.parametrize(
    ("fragment", "why"),
    [
        ("", "This page needs the key at the end of that address."),
        ("#key=wrong", "The key in this address is not the one of the practice room that runs now."),
    ],
)
async def test_without_the_key_nobody_is_on_the_page(
    browser: Browser, lasting_room: PracticeRoom, fragment: str, why: str
) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{lasting_room.url}/{fragment}")
    await expect(page.get_by_role("heading", name=OPEN)).to_be_visible()
    await expect(page).to_have_title(OPEN)
    await expect(page.get_by_role("main")).to_contain_text(why)
    await expect(page.get_by_role("region")).to_have_count(0)
    await expect(page.get_by_role("button")).to_have_count(0)


async def test_the_key_does_not_stay_in_the_address(browser: Browser, lasting_room: PracticeRoom) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(lasting_room.address)
    await expect(page.get_by_role("region")).to_have_count(2)
    assert page.url == f"{lasting_room.url}/"
    await page.reload()
    await expect(page.get_by_role("region")).to_have_count(2)
