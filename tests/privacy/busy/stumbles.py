"""Words that people look up, one of which only she does."""

from __future__ import annotations

from bot.stumbles.rules import Looker
from tests.privacy.busy.cast import HER_LOOKED
from tests.privacy.town import HER, HERE, PEOPLE, Town


async def stumbles(town: Town, week: int) -> None:
    """Seven people look the same words up, and she does; nobody but her a word of her own."""
    looking_up = town.features.looking_up
    for step in range(7):
        number = (3 * week + step) % (PEOPLE - 1)
        for word in ("ICB", "audit", f"zqxt{'abcdefghijklm'[week]}"):
            await looking_up.meaning(HERE, word, by=Looker(town.account(number)))
    for word in ("ICB", HER_LOOKED):
        await looking_up.meaning(HERE, word, by=Looker(town.account(HER)))
