"""Roles, channels and a file in a form, by mouse and by keyboard; a panel that changes in place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

from rehearsal import BotSilentError
from rehearsal.web import PracticeRoom
from tests.browser.conftest import FACILITATOR, NARROW, WIDE, column, log_of, visiting
from tests.browser.hands import HANDS, Hand, Keyboard, Mouse
from tests.browser.test_accessibility import hold, turn_to
from tests.rehearsal.raw import (
    EPHEMERAL,
    V2,
    Bot,
    Interaction,
    bot_by_hand,
    button,
    channels,
    files,
    form,
    label,
    roles,
    row,
    text,
)
from tests.rehearsal.web.conftest import NO_BOT

pytestmark = pytest.mark.asyncio(loop_scope="session")

FORM = form(
    label(roles(max_values=2), "Who"),
    label(channels(channel_types=[0]), "Where"),
    label(files(required=False), "List of people"),
)
LIST: FilePayload = {"name": "people.csv", "mimeType": "text/csv", "buffer": b"Jo, Clinicians"}


@pytest_asyncio.fixture(loop_scope="session")
async def by_hand() -> AsyncIterator[tuple[PracticeRoom, Bot]]:
    """A practice room whose bot answers by hand."""
    async with PracticeRoom(command=NO_BOT) as room:
        with pytest.raises(BotSilentError):
            await room.production.ready()
        async with bot_by_hand(room.production.rehearsal) as bot:
            yield room, bot


async def heard(bot: Bot) -> Interaction:
    data = await bot.socket.event("INTERACTION_CREATE")
    return Interaction(bot, data, asyncio.get_running_loop().create_future())


async def panel(bot: Bot, page: Page) -> Locator:
    """A panel in #general with one button; the facilitator's column, with #general open."""
    shown = [text("Settings of the group"), row(button(label="Begin"))]
    assert (await bot.send("general", {"flags": V2, "components": shown})).status == 200
    own = await turn_to(page, FACILITATOR)
    await own.get_by_role("navigation", name="Places").get_by_role("button", name="general").click()
    return own


async def opened(bot: Bot, page: Page, hand: Hand) -> Locator:
    """The form is open."""
    own = await panel(bot, page)
    pressing = asyncio.ensure_future(hand.press(own.get_by_role("button", name="Begin", exact=True)))
    await (await heard(bot)).answer(9, FORM)
    await pressing
    dialog = own.get_by_role("dialog", name="Ask")
    await expect(dialog).to_be_visible()
    return dialog


async def tick(hand: Hand, box: Locator) -> None:
    """Ticks a box, which the keyboard does with Space."""
    if isinstance(hand, Keyboard):
        await hand.reach(box)
        await hand.page.keyboard.press("Space")
    else:
        await box.check()


@pytest.mark.parametrize("kind", HANDS)
async def test_a_form_is_filled_in(
    browser: Browser, by_hand: tuple[PracticeRoom, Bot], kind: type[Hand]
) -> None:
    room, bot = by_hand
    async with visiting(browser, room, is_opening=False) as page:
        hand = kind(page)
        dialog = await opened(bot, page, hand)
        for name in ("Managers", "Clinicians"):
            await tick(hand, dialog.get_by_label(name))
        place = dialog.get_by_role("combobox", name="Where")
        await place.select_option("welcome")
        await dialog.get_by_label("List of people").set_input_files(LIST)
        sending = asyncio.ensure_future(hand.press(dialog.get_by_role("button", name="Send", exact=True)))
        sent = await heard(bot)
        await sent.answer(4, {"content": "Thank you", "flags": EPHEMERAL})
        await sending
        await expect(log_of(page, FACILITATOR)).to_contain_text("Thank you")
    told: dict[str, Any] = sent.data["data"]["resolved"]

    assert [each["name"] for each in told["roles"].values()] == ["Managers", "Clinicians"]
    assert [each["name"] for each in told["channels"].values()] == ["welcome"]
    assert [each["filename"] for each in told["attachments"].values()] == ["people.csv"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_nothing_is_wrong_with_it(
    browser: Browser, by_hand: tuple[PracticeRoom, Bot], size: ViewportSize
) -> None:
    room, bot = by_hand
    async with visiting(browser, room, size=size, is_opening=False) as page:
        dialog = await opened(bot, page, Mouse(page))
        await hold(page)
        large: FilePayload = {**LIST, "buffer": b"a" * (256 * 1024 + 1)}
        await dialog.get_by_label("List of people").set_input_files(large)
        await dialog.get_by_role("button", name="Send", exact=True).click()
        await expect(dialog).to_contain_text("people.csv is too large for this page.")
        await expect(dialog).to_contain_text("Please choose.")
        await hold(page)


async def test_a_panel_changes_in_place(browser: Browser, by_hand: tuple[PracticeRoom, Bot]) -> None:
    room, bot = by_hand
    async with visiting(browser, room, is_opening=False) as page:
        own = await panel(bot, page)
        await own.get_by_role("button", name="Begin", exact=True).click()
        step = {"flags": V2 | EPHEMERAL, "components": [text("Step one"), row(button(label="Next step"))]}
        await (await heard(bot)).answer(4, step)
        await own.get_by_role("button", name="Next step").click()
        pressed = await heard(bot)
        await pressed.answer(6)
        await pressed.original("PATCH", {"components": [text("Step two"), row(button(label="Go back"))]})
        log = log_of(page, FACILITATOR)
        await expect(log).to_contain_text("Step two")
        await expect(log).not_to_contain_text("Step one")
        await expect(column(page, FACILITATOR).get_by_role("button", name="Go back")).to_be_visible()
        await hold(page)
