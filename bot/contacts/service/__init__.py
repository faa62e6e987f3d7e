"""Named contacts: who looks after whom, words, what is done for members without Discord."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from bot.contacts.rules import Errand, ErrandKind, readable
from bot.contacts.service.errands import Errands
from bot.contacts.service.office import NOTE, WORD, Office, Presser
from bot.contacts.service.outsiders import Outsiders
from bot.contacts.service.ports import Asking, People
from bot.contacts.service.relaying import Read, Relaying
from bot.contacts.service.supporters import Supporters
from bot.contacts.service.words import Words
from bot.core.alarms import AlarmWork
from bot.core.database import Tx
from bot.core.deliveries import new_key
from bot.core.notices import Line
from bot.people.rules import Member

__all__ = [
    "Asking",
    "Contacts",
    "Errands",
    "Office",
    "Outsiders",
    "People",
    "Presser",
    "Read",
    "Relaying",
    "Supporters",
    "Words",
]


class Contacts:
    """The named contacts of every community."""

    def __init__(self, office: Office, asking: Asking) -> None:
        """`office` holds the everyday database and ports; `asking` is the questions' own."""
        self._office = office
        self.supporters = Supporters(office)
        self.words = Words(office)
        self.errands = Errands(office)
        self.relaying = Relaying(office, asking)
        self.outsiders = Outsiders(office, self.words)

    def kinds(self) -> dict[str, Words]:
        """Whom each kind of delivery belongs to."""
        return dict.fromkeys((WORD, NOTE), self.words)

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm."""
        return {**self.words.works(), **self.errands.works()}

    # What other features ask

    async def contact_of(self, tx: Tx, community: int, member: str) -> Member | None:
        """Somebody's named contact, or the cover while the contact is gone; None if there is nobody."""
        circle = await self._office.circle(tx, community)
        found = circle.members.get(member)
        return None if found is None else circle.contact_of(found)

    async def check_helps(self, community: int, presser: Presser, member: str) -> None:
        """Raise Refused for whoever does not do for a member without Discord what she cannot do herself."""
        async with self._office.database.read() as tx:
            await self._office.look_after(tx, community, presser, member)

    async def errand(self, tx: Tx, community: int, member: str, *, kind: str, line: Line, due: date) -> None:
        """Put something on the list of what to print or say; nothing for a member with Discord.

        A kind that is none of ErrandKind is a message to pass on.
        """
        known = ErrandKind(kind) if kind in list(ErrandKind) else ErrandKind.MESSAGE
        await self.errands.add(tx, Errand(new_key(), community, member, known, line, due))

    async def gone(self, tx: Tx, community: int, member: str) -> None:
        """Somebody was found to have left the server: if anybody has no contact now, facilitators are told.

        Her cover, where there is one, takes over by itself; what waits for her goes on at once.
        """
        circle = await self._office.circle(tx, community)
        await self._pass_on_all(tx, community, member)
        theirs = [each for each in circle.members.values() if each.contact == member and each.left_on is None]
        if any((cover := circle.cover_of(member)) is None or cover.id == each.id for each in theirs):
            await self.supporters.tell_facilitators(tx, community)

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that is kept here of a member, readable."""
        async with self._office.database.read() as tx:
            circle = await self._office.circle(tx, community)
            words = await self._office.store.words(tx, community)
            errands = await self._office.store.errands(tx, community)
            how = await self._office.store.attendance(tx, community, member)
        return readable(
            circle.supporters.get(member),
            [each for each in words if each.member == member],
            [each for each in errands if each.member == member],
            how,
        )

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member. Whom she looked after goes to her cover, and what waits for her goes on.

        Before `people` erases her, who is named in the rows of those whom she looked after.
        """
        circle = await self._office.circle(tx, community)
        await self._pass_on_all(tx, community, member)
        await self._drop_hers(tx, community, member)
        if await self.supporters.hand_over(tx, circle, member):
            await self.supporters.tell_facilitators(tx, community)
        await self._office.store.erase(tx, community, member)

    async def forget_mention(self, tx: Tx, community: int, account: int, someone: str) -> None:
        """What is to be printed or said to others says `someone` where this account was named."""
        await self._office.store.forget_mention(tx, community, account, someone)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Forget words sent, and errands due, before that day; returns how many."""
        words = await self.words.expire(tx, community, datetime.combine(before, time(), UTC))
        return words + await self.errands.expire(tx, community, before)

    async def _drop_hers(self, tx: Tx, community: int, member: str) -> None:
        for word in await self._office.store.words(tx, community):
            if word.member == member:
                await self.words.drop(tx, word.id)
        for errand in await self._office.store.errands(tx, community):
            if errand.member == member:
                await self.errands.drop(tx, errand.id)

    async def _pass_on_all(self, tx: Tx, community: int, member: str) -> None:
        """What waits for somebody who goes is passed on."""
        circle = await self._office.circle(tx, community)
        for word in await self._office.store.words(tx, community):
            if word.is_open and word.keeper == member and word.member != member:
                await self.words.pass_on(tx, circle, word)
