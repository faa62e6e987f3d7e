"""A question whose words are taken away after the record was posted goes from the page, too.

They go in the anonymous database, so the page follows after that commit. What is broken off in
between is done at the next start.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.database import Tx
from bot.record import rules
from bot.record.rules import Record
from bot.record.service.office import Office
from bot.record.service.promising import Promising
from bot.record.text import page

#: What is published of questions has changed.
FOLLOW = "record.follow"


class Following:
    """Goes by what is published; a question that is only old stays where everybody has read it."""

    def __init__(self, office: Office, promising: Promising, alarms: Alarms) -> None:
        """`alarms` are those of the anonymous database."""
        self._office = office
        self._promising = promising
        self._alarms = alarms

    async def start(self) -> None:
        """Do what was broken off."""
        async with self._office.database.read() as tx:
            communities = await self._office.communities.all_in(tx)
        for each in communities:
            await self.refresh(each.id)

    async def questions_changed(self, tx: Tx, community: int) -> None:
        """What is published has changed in this transaction, on the anonymous database."""
        await self._alarms.set(tx, Alarm(FOLLOW, str(community), self._office.clock.now()))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for the kind of alarm that is set in the anonymous database."""

        async def follow(tx: Tx, alarm: Alarm, now: object) -> AfterCommit | None:
            return partial(self.refresh, int(alarm.subject))

        return {FOLLOW: follow}

    async def refresh(self, community: int) -> None:
        """Let no page of a community repeat what was taken away; where none does, nothing is written."""
        async with self._office.database.read() as tx:
            records = await self._office.store.of_community(tx, community)
        cards = {each for record in records for each in _cards(record)}
        back = await self._office.questions.wordless(community, cards) if cards else set()
        for record in records:
            if back.intersection(_cards(record)):
                await self._without(record, back)

    async def _without(self, known: Record, cards: Collection[str]) -> None:
        left = set(_cards(known)).difference(cards)
        asked = await self._office.questions.these(known.community, left)
        async with self._office.database.write() as tx:
            record = await self._office.store.get(tx, known.community, known.id)
            if record is None:
                return
            after = rules.without_cards(record, cards)
            view = rules.shown(after, tuple(asked))
            if view is not None and after != record:
                await self._office.store.put(tx, after)
                await self._promising.post(tx, after, page.post(view, after.post_key))


def _cards(record: Record) -> tuple[str, ...]:
    return () if record.posted is None else record.posted.facts.cards
