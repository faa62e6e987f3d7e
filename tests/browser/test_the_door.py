"""The file that a browser is opened with leads into the practice room."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from rehearsal.web import PracticeRoom
from rehearsal.web.access import doorway
from tests.browser.conftest import LAY, log_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_leads_in(browser: Browser, room: PracticeRoom, tmp_path: Path) -> None:
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(doorway(tmp_path, room.address).as_uri())
    await expect(log_of(page, LAY)).to_contain_text("Is something not clear? Ask.")
    await context.close()
