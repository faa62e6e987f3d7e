"""Two ways to use the page: a mouse, or a keyboard alone. Things are found by role and accessible name."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import column

#: Within one part of the page: F6 goes from part to part.
MOST_TABS, MOST_PARTS = 80, 4
#: None when it was drawn anew, and has to be looked for again.
_HAS_FOCUS = "node => node.isConnected ? node === document.activeElement : null"
#: Whether the focus is in the same part of the page, or what is looked for is in none.
_IS_IN_PART = """node => {
    const part = node.closest('section.column, aside.stage');
    return part === null || part.contains(document.activeElement);
}"""
_HOLDS_FOCUS = "node => node.isConnected ? node.contains(document.activeElement) : null"


def stage(page: Page) -> Locator:
    """The bar above the people."""
    return page.get_by_role("complementary", name="The stage")


def place(page: Page, person: str, name: str) -> Locator:
    """A line in the list of places that one person sees; behind the name stands what is unread."""
    places = column(page, person).get_by_role("navigation", name="Places")
    return places.get_by_role("button", name=re.compile(rf"^{re.escape(name)}\b"))


class Hand(ABC):
    """Somebody at this page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    async def press(self, what: Locator) -> None:
        """Presses a button."""

    @abstractmethod
    async def write(self, box: Locator, text: str) -> None:
        """Puts a text into an empty box."""

    @abstractmethod
    async def open_place(self, person: str, name: str) -> None:
        """Lets somebody look at a place."""

    @abstractmethod
    async def become(self, person: str, other: str) -> None:
        """Chooses who is in the column of `person` from now on."""

    async def send(self, person: str, form: str, field: str, text: str) -> None:
        """Fills in the one field of a form that is open, and sends it."""
        dialog = column(self.page, person).get_by_role("dialog", name=form)
        await self.write(dialog.get_by_role("textbox", name=field), text)
        await self.press(dialog.get_by_role("button", name="Send", exact=True))


class Mouse(Hand):
    """Clicks, and types only into text boxes."""

    async def press(self, what: Locator) -> None:
        await what.click()

    async def write(self, box: Locator, text: str) -> None:
        await box.fill(text)

    async def open_place(self, person: str, name: str) -> None:
        await place(self.page, person, name).click()

    async def become(self, person: str, other: str) -> None:
        own = column(self.page, person)
        await own.get_by_role("button", name="Change person").click()
        await own.get_by_role("menuitemradio", name=other).click()


class Keyboard(Hand):
    """F6, Tab, arrows, Enter, Space, Escape, text. Never a click, and never a focus that nobody asked for."""

    async def press(self, what: Locator) -> None:
        await self.reach(what)
        # A press is lost while the one before is still being dealt with.
        await expect(what).to_be_enabled()
        await self.page.keyboard.press("Enter")

    async def write(self, box: Locator, text: str) -> None:
        await self.reach(box)
        await self.page.keyboard.insert_text(text)

    async def open_place(self, person: str, name: str) -> None:
        wanted = place(self.page, person, name)
        await expect(wanted).to_be_visible()
        places = column(self.page, person).get_by_role("navigation", name="Places")
        await self._go_to_part(places)
        await self._go("Tab", places, _HOLDS_FOCUS)
        # The arrows end at the first and the last place, and do not go round.
        await self.page.keyboard.press("Home")
        await self.reach(wanted, key="ArrowDown")
        await self.page.keyboard.press("Enter")

    async def become(self, person: str, other: str) -> None:
        own = column(self.page, person)
        await self.press(own.get_by_role("button", name="Change person"))
        await self.reach(own.get_by_role("menuitemradio", name=other), key="ArrowDown")
        await self.page.keyboard.press("Enter")

    async def reach(self, what: Locator, *, key: str = "Tab") -> None:
        """Moves the focus on until it is there; fails when it is not after 80 presses."""
        await expect(what).to_be_visible()
        if key == "Tab":
            await self._go_to_part(what)
        await self._go(key, what, _HAS_FOCUS)

    async def _go_to_part(self, what: Locator) -> None:
        for _ in range(MOST_PARTS + 1):
            if await what.evaluate(_IS_IN_PART):
                return
            await self.page.keyboard.press("F6")
        pytest.fail(f"after {MOST_PARTS} presses of F6 the focus is not in the part with {what}")

    async def _go(self, key: str, what: Locator, is_there: str) -> None:
        node = await what.element_handle()
        for _ in range(MOST_TABS):
            there = await node.evaluate(is_there)
            if there is None:
                node = await what.element_handle()
                there = await node.evaluate(is_there)
            if there:
                return
            await self.page.keyboard.press(key)
        pytest.fail(f"after {MOST_TABS} presses of {key} the focus is not on {what}")


HANDS = [pytest.param(Mouse, id="mouse"), pytest.param(Keyboard, id="keyboard")]
