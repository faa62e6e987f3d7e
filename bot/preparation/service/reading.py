"""What members read and press under [Before my first meeting]. Nobody sees who has done what."""

from __future__ import annotations

from dataclasses import replace

from bot.core.errors import Refused
from bot.core.notices import Form, Notice
from bot.preparation import rules
from bot.preparation.rules import CARDS, Card, PathOf
from bot.preparation.service.desk import Desk
from bot.preparation.service.walking import Walking
from bot.preparation.text import cards as text


class Reading:
    """The cards, to be read again at any time."""

    def __init__(self, desk: Desk, walking: Walking) -> None:
        self._desk = desk
        self._walking = walking

    async def mine(self, community: int, account: int) -> Notice:
        """All cards of somebody's path, and how her call stands; whoever has not joined is told how."""
        member = await self._desk.people.find(community, account)
        if member is None:
            return text.not_joined()
        async with self._desk.database.read() as tx:
            around = await self._desk.around(tx, community)
            progress = await self._desk.progress(tx, member)
            slot = rules.named_at(await self._desk.store.slots(tx, community), member.id)
        cards = [step.card for step in around.composed.steps(around.path(member))]
        return text.mine(cards, progress.call.state, slot)

    async def every(self, community: int, account: int) -> Notice:
        """The cards of patient and public members, for a contact who prints them."""
        await self._desk.whose(community, account)
        async with self._desk.database.read() as tx:
            composed = await self._desk.store.path(tx, community)
        return text.every([step.card for step in composed.steps(PathOf.LAY)])

    async def read(self, community: int, account: int, card: str) -> Notice:
        """One card; raises Refused if there is no such card."""
        await self._desk.whose(community, account)
        async with self._desk.database.read() as tx:
            return text.read(_card(card), await self._desk.store.path(tx, community))

    async def done(self, community: int, account: int, card: str) -> Notice:
        """[Done] on a card: it is noted for her alone."""
        member = await self._desk.whose(community, account)
        async with self._desk.database.write() as tx:
            progress = await self._desk.store.get(tx, community, member.id)
            if progress is not None:
                progress = replace(progress, done=progress.done | {_card(card)})
                await self._walking.look(tx, progress, await self._desk.around(tx, community))
        return text.noted()

    def practice_form(self) -> Form:
        """[Practise asking]: a form like that for a question."""
        return text.practice_form()

    def practised(self, words: str) -> Notice:
        """It was sent: nothing was kept, and nothing goes anywhere."""
        return text.practised(words)


def _card(card: str) -> Card:
    if card not in CARDS:
        raise Refused("error-old-button")
    return Card(card)
