"""The glossary as a file: read in after a preview, in one transaction; written out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection

from bot.core.clock import Clock
from bot.core.deliveries import new_key
from bot.core.drafts import Drafts
from bot.core.errors import Refused
from bot.core.notices import Attached, Form, Line, Notice
from bot.glossary.rules.merging import Preview
from bot.glossary.service.desk import People
from bot.glossary.service.keeping import FORMS, Keeping
from bot.glossary.text import files as text
from bot.glossary.text.desk import APART

#: What Discord takes as one file, with some room.
MOST_BYTES = 9_000_000
_LONGEST_NUMBER = 6


class Files:
    """What facilitators press to read a file in. `community` and `account` are Discord ids."""

    def __init__(self, *, keeping: Keeping, people: People, clock: Clock, say: Callable[[Line], str]) -> None:
        """`say` puts a line of an attached text into words."""
        self._keeping = keeping
        self._people = people
        self._clock = clock
        self._say = say
        self._drafts: Drafts[tuple[int, Preview]] = Drafts("error-glossary-file-gone")

    def form(self) -> Form:
        """[Read a file in]."""
        return text.form()

    async def preview(self, community: int, account: int, content: bytes) -> Notice:
        """What a file would do; nothing is done. Raises Refused for what cannot be read as a glossary."""
        found = await self._keeping.read_in(community, content)
        token = new_key()
        # One file for each facilitator: a large one takes room in memory.
        self._drafts.forget(account)
        self._drafts.put(token, account, (community, found), self._clock.now())
        return await self._previewed(token, found)

    async def again(self, community: int, account: int, token: str) -> Notice:
        """The preview once more; raises Refused, as all that follows, if it is too old, or was used."""
        return await self._previewed(token, self._draft(community, account, token))

    def different(self, community: int, account: int, token: str) -> Notice:
        """[See what is different]; `token` is the draft's and the page."""
        key, _, number = token.partition(APART)
        conflicts = self._draft(community, account, key).conflicts
        if not conflicts:
            raise Refused("error-old-button")
        page = int(number) if number.isdecimal() and len(number) <= _LONGEST_NUMBER else 0
        page = min(page, len(conflicts) - 1)
        return text.difference(text.Difference(key, conflicts[page], page, len(conflicts)))

    async def take_new(self, community: int, account: int, token: str) -> Notice:
        """[Take in the new ones]."""
        return await self._take(community, account, token, ())

    async def take_all(self, community: int, account: int, token: str) -> Notice:
        """[Take in all, the file's words win]."""
        return await self._take(community, account, token, self._draft(community, account, token).every)

    def never_mind(self, account: int, token: str) -> Notice:
        """[Never mind]; what somebody else is about to take in stays."""
        self._drafts.get(token, account, self._clock.now())
        self._drafts.drop(token)
        return text.never_mind()

    async def write_out(self, community: int) -> Notice:
        """[Write a file out]: what is shown, in each form that Discord takes."""
        contents = {form: await self._keeping.write_out(community, form) for form in FORMS}
        named = [Attached(f"glossary.{form}", content) for form, content in contents.items()]
        return text.written([each for each in named if len(each.content) <= MOST_BYTES])

    async def _take(self, community: int, account: int, token: str, take: Collection[str]) -> Notice:
        found = self._draft(community, account, token)
        with self._drafts.using(token, account, self._clock.now()):
            member = await self._people.find(community, account)
            who = None if member is None else member.id
            taken = await self._keeping.take_in(community, found, take, who=who)
        return text.taken(text.In(taken.new, taken.changed, len(take) - taken.changed))

    def _draft(self, community: int, account: int, token: str) -> Preview:
        where, found = self._drafts.get(token, account, self._clock.now())
        if where != community:
            raise Refused("error-glossary-file-gone")
        return found

    async def _previewed(self, token: str, found: Preview) -> Notice:
        files = await asyncio.to_thread(self._in_full, found)
        numbers = len(found.new), len(found.same), len(found.conflicts)
        return text.preview(text.Looked(token, *numbers, found.faulty, files))

    def _in_full(self, found: Preview) -> tuple[Attached, ...]:
        files = []
        if found.faulty:
            files.append(text.faults_in_full(found.faulty, self._say))
        if found.conflicts:
            files.append(text.differences_in_full(found.conflicts, self._say))
        return tuple(each for each in files if len(each.content) <= MOST_BYTES)
