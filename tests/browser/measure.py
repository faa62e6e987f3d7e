"""`python -m tests.browser.measure` prints what the first view weighs, and how soon one can ask.

It ends with 1 if that is too much. It is for a machine that is idle: a second is a promise about the page,
not about what else is at work.
"""

from __future__ import annotations

import asyncio
import shutil
import sys

from playwright.async_api import async_playwright

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.test_weight import MOST_BYTES, first_view

SOON_MS = 1000.0
TIMES = 5


async def measure() -> bool:
    """Whether each of five first views was light and soon there."""
    chromium = next(path for name in NAMES if (path := shutil.which(name)))
    good = True
    async with PracticeRoom() as room, async_playwright() as playwright:
        await room.production.ready()
        for _ in range(TIMES):
            browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
            async with first_view(browser, room) as (_page, weight, milliseconds):
                sys.stdout.write(f"{weight.bytes:,} bytes; one can ask after {milliseconds:.0f} ms\n")
                good = good and weight.bytes < MOST_BYTES and milliseconds < SOON_MS
            await browser.close()
    return good


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(measure()) else 1)
