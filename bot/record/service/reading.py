"""Reading the record, printing it, and adding something to it: what everybody presses."""

from __future__ import annotations

from collections.abc import Callable

from bot.contacts.rules import shown
from bot.core.errors import Refused
from bot.core.notices import Form, Line, Notice
from bot.questions.rules.writing import LONGEST, clean
from bot.record.service.office import Office
from bot.record.service.promising import Promising
from bot.record.text import page, printed
from bot.record.text import told as text


class Reading:
    """What is posted, as everybody can read it. Nothing of who reads it is kept."""

    def __init__(self, office: Office, promising: Promising) -> None:
        self._office = office
        self._promising = promising

    async def read(self, community: int, token: str) -> Notice:
        """[Read it all], and a page of it; raises Refused before it is posted, and when it is gone."""
        number = token.partition(".")[2]
        at = int(number) if number.isascii() and number.isdecimal() and len(number) <= _DIGITS else 0
        return page.read(await self._office.shown(community, token), at)

    async def last(self, community: int) -> Notice:
        """[The last record]: that of the latest meeting of which one is posted."""
        async with self._office.database.read() as tx:
            record = await self._office.store.last_posted(tx, community)
        if record is None:
            return text.none_posted()
        return page.read(await self._office.shown(community, record.key), 0)

    async def printed(self, community: int, token: str, say: Callable[[Line], str]) -> Notice:
        """[Print it]: a file; raises Refused as `read` does."""
        return printed.printed(await self._office.shown(community, token), say)

    async def add_form(self, community: int, token: str) -> Form:
        """[Add something]; raises Refused as `read` does."""
        return text.add_form((await self._office.shown(community, token)).key)

    async def add(self, community: int, account: int, token: str, words: str) -> Notice:
        """What somebody adds goes to facilitators, with her name, and is kept nowhere else.

        Whoever has not joined gets her words back. Raises Refused for nothing, and for too much.
        """
        said = clean(words, "note", LONGEST)
        found = await self._office.people.find(community, account)
        if found is None or found.account is None:
            return text.not_joined(said)
        async with self._office.database.write() as tx:
            record = await self._office.find(tx, community, token)
            if record.posted is None:
                raise Refused("error-record-not-posted")
            await self._promising.add(tx, record, str(shown(found)), said)
        return text.added()


_DIGITS = 3
