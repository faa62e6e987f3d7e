"""`python -m tests.browser.measure`: what the first view weighs, how soon one can ask, the longest task.

It ends with 1 if that is too much. It is for a machine that is idle: a second is a promise about the page,
not about what else is at work.
"""

from __future__ import annotations

import asyncio
import shutil
import sys

from playwright.async_api import Playwright, async_playwright

from rehearsal.web import PracticeRoom
from tests.browser.conftest import FLAGS, NAMES
from tests.browser.test_weight import LONG_MS, MOST_BYTES, fill, first_view, use_a_full_channel

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
        return await _is_quick(playwright, chromium, room) and good


async def _is_quick(playwright: Playwright, chromium: str, room: PracticeRoom) -> bool:
    """Whether no task is long while a channel of 200 messages is opened and scrolled, and grows."""
    await fill(room)
    longest = 0.0
    for _ in range(TIMES):
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        held = await use_a_full_channel(browser, room)
        longest = max(longest, held.longest)
        await browser.close()
    sys.stdout.write(f"A full channel, {TIMES} times: no task over {max(longest, LONG_MS):.0f} ms\n")
    return longest <= LONG_MS


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(measure()) else 1)
