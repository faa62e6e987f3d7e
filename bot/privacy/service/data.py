"""[My data]: all that is kept about somebody, to read and as a file, and the way to have it erased."""

from __future__ import annotations

import json

from bot.contacts.service import Presser
from bot.core.database import Database
from bot.core.notices import Attached, Notice
from bot.privacy import rules, text
from bot.privacy.service.erasing import Erasing
from bot.privacy.service.ports import Helping, Members, Rights

FILE_NAME = "my-data.json"
#: What is kept about the same person under her own id, and what only her account leads to.
Kept = dict[str, dict[str, object]]


class Data:
    """What a member can see of herself, and have erased. `account` is a Discord account's id."""

    def __init__(
        self, database: Database, members: Members, rights: Rights, erasing: Erasing, helping: Helping
    ) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._members = members
        self._rights = rights
        self._erasing = erasing
        self._helping = helping

    async def show(self, community: int, account: int, page: str = "") -> Notice:
        """[My data], or the page of it that is `page`; somebody of whom nothing is kept reads that."""
        kept = await self._kept(community, account)
        if rules.is_nothing(kept):
            return text.nothing()
        pages = rules.pages(rules.sections(kept))
        # It may have become less since the page was shown.
        at = min(int(page) if page.isdecimal() else 1, len(pages))
        return text.page(pages[max(at, 1) - 1])

    async def file(self, community: int, account: int) -> Notice:
        """[Save as a file]: the same, whole, as JSON."""
        kept = await self._kept(community, account)
        if rules.is_nothing(kept):
            return text.nothing()
        return text.file(_attached(kept))

    async def theirs(self, community: int, presser: Presser, member: str) -> Notice:
        """[All that is kept], of a member without Discord: what she asked anonymously, too.

        Raises Refused for anybody but her named contact, or a facilitator while she has none.
        """
        await self._helping.check_helps(community, presser, member)
        return text.theirs(_attached(await self.of_member(community, member)))

    def ask(self) -> Notice:
        """[Erase everything]: what will happen, before it does."""
        return text.erase_question()

    async def erase(self, community: int, account: int) -> Notice:
        """[Yes, erase everything]. Twice is the same as once."""
        await self._erasing.erase_account(community, account)
        return text.erased()

    async def of_member(self, community: int, member: str) -> Kept:
        """All that is kept of the member with this id, also of one without Discord; nothing if there is none.

        What she asked anonymously is in it.
        """
        async with self._database.read() as tx:
            found = await self._members.by_id(tx, community, member)
        if found is None:
            return {}
        kept, account = await self._named(community, member), self._rights.account_of(found)
        return kept if account is None else kept | await self._by_account(community, account)

    async def _kept(self, community: int, account: int) -> Kept:
        async with self._database.read() as tx:
            member = await self._members.get(tx, community, account)
        kept: Kept = {} if member is None else await self._named(community, member.id)
        return kept | await self._by_account(community, account)

    async def _named(self, community: int, member: str) -> Kept:
        # People first: who she is here stands at the top.
        named = reversed(self._rights.named)
        return {each.name: await each.export_for(community, member) for each in named}

    async def _by_account(self, community: int, account: int) -> Kept:
        return {each.name: await each.export_for(community, account) for each in self._rights.by_account}


def _attached(kept: Kept) -> Attached:
    return Attached(FILE_NAME, json.dumps(kept, ensure_ascii=False, indent=2).encode())
