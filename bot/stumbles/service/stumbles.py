"""All that has to do with what a group stumbles over, as the rest of the bot sees it."""

from __future__ import annotations

from bot.core.alarms import AlarmWork
from bot.core.postman import Owner
from bot.glossary.service.indexes import Indexed
from bot.stumbles.rules import Kind, Subject, shown
from bot.stumbles.service.gathering import Gathering
from bot.stumbles.service.ports import Desk
from bot.stumbles.service.quarters import MESSAGE, Quarters


class Stumbles:
    """What every community stumbles over. `community` and `account` are Discord ids."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk
        self.gathering = Gathering(desk)
        self.quarters = Quarters(desk, self.gathering)

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm of the anonymous database that this feature sets."""
        return {**self.gathering.works(), **self.quarters.works()}

    def kinds(self) -> dict[str, Owner]:
        """Whom each kind of delivery of the anonymous database belongs to."""
        return {MESSAGE: self.quarters}

    async def start(self) -> None:
        """See to it that nights and quarters end, and finish what was broken off."""
        async with self._desk.database.write() as tx:
            await self.gathering.start(tx)
            await self.quarters.start(tx)
        await self.quarters.hand_over_all()

    async def keys_needed(self) -> set[int]:
        """The numbers of the keys that the tokens of running quarters were made with."""
        async with self._desk.database.read() as tx:
            known = await self._desk.store.communities(tx)
            running = [(await self._desk.store.read(tx, each)).running for each in known]
        return {each.key for each in running if each is not None}

    async def export_for(self, community: int, account: int) -> dict[str, object]:
        """The words that somebody looked up in the quarter that runs, as far as they are counted."""
        subjects = await self.gathering.of_account(community, account)
        if not subjects:
            return {}
        known = await self._desk.indexes.of(community)
        return {"words_looked_up": sorted(_readable(known, each) for each in subjects)}

    async def erase(self, community: int, account: int) -> None:
        """Count nothing any more that somebody looked up; what was asked for stays, as nobody's."""
        await self.gathering.forget(community, account)


def _readable(known: Indexed, subject: Subject) -> str:
    if subject.kind is not Kind.TERM:
        return shown(subject.text)
    term = known.by_id.get(subject.text)
    return subject.text if term is None else term.name
