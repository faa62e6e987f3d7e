"""Words of people who have not joined: found by their account, and by nothing else."""

from __future__ import annotations

from bot.contacts.rules import Word, readable_words
from bot.contacts.service.office import Office
from bot.contacts.service.words import Words
from bot.core.database import Tx


class Outsiders:
    """What is kept of somebody who has not joined and asked for a word. `account` is a Discord account's."""

    def __init__(self, office: Office, words: Words) -> None:
        """Nothing is kept here."""
        self._office = office
        self._words = words

    async def export_for(self, community: int, account: int) -> dict[str, object]:
        """Her words, readable; nothing if there are none."""
        async with self._office.database.read() as tx:
            hers = await self._hers(tx, community, account)
        return {"words": readable_words(hers)} if hers else {}

    async def erase(self, community: int, account: int) -> None:
        """Keep nothing of her words. Twice is once."""
        async with self._office.database.write() as tx:
            for word in await self._hers(tx, community, account):
                await self._words.drop(tx, word.id)

    async def forget_all(self, tx: Tx, community: int) -> None:
        """Keep no word of anybody who has not joined."""
        for word in await self._office.store.words(tx, community):
            if word.outsider is not None:
                await self._words.drop(tx, word.id)

    async def _hers(self, tx: Tx, community: int, account: int) -> list[Word]:
        return [each for each in await self._office.store.words(tx, community) if each.outsider == account]
