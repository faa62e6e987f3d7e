"""The path before somebody's first meeting: who composes it, who goes along it, the call that comes first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.core.database import Tx
from bot.preparation import rules
from bot.preparation.rules import KEPT_AFTER, CallState, Progress
from bot.preparation.service.booking import Booking
from bot.preparation.service.calls import Calls
from bot.preparation.service.composing import Composing
from bot.preparation.service.desk import CARDS, KIND, Desk, calls_key, key_about
from bot.preparation.service.reading import Reading
from bot.preparation.service.walking import Walking

__all__ = [
    "CARDS",
    "KIND",
    "Booking",
    "Composing",
    "Desk",
    "Preparation",
    "Reading",
    "Walking",
]


class Preparation:
    """Preparation for every community."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds the neighbours, the store and the clock."""
        self._desk = desk
        self._calls = Calls(desk)
        self.walking = Walking(desk, self._calls)
        self.booking = Booking(desk, self._calls, self.walking)
        self.composing = Composing(desk, self.walking)
        self.reading = Reading(desk, self.walking)

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that is kept of a member's path, as she can read it, and of her calls."""
        async with self._desk.database.read() as tx:
            progress = await self._desk.store.get(tx, community, member)
            slots = await self._desk.store.slots(tx, community)
        calls = rules.calls(slots, member)
        if progress is None:
            return {name: times for name, times in calls.items() if times}
        return {**rules.readable(progress), **calls}

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of a member: not on her path, not as somebody's contact, not in what waits to go."""
        store, nudges = self._desk.store, self._desk.nudges
        await nudges.withdraw(tx, community, key_about(member, ""))
        await nudges.withdraw(tx, community, calls_key(member))
        await self._calls.release(tx, member, community)
        await store.remove(tx, community, member)
        for slot in await store.slots(tx, community):
            if slot.contact == member:
                await store.remove_slot(tx, community, slot.id)
        for progress in await store.of_community(tx, community):
            if progress.call.told == member:
                await store.put(tx, _without_contact(progress), self._desk.clock.now())
        await self.walking.wake(tx, community)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Remove times for calls that passed before a day, or 30 days ago; returns how many there were."""
        day = datetime.combine(before, time(), UTC)
        return await self._desk.store.expire(tx, community, max(day, self._desk.clock.now() - KEPT_AFTER))


def _without_contact(progress: Progress) -> Progress:
    # Whoever has booked a time stays as she is until she is looked at: then she is told that it is off.
    is_offered = progress.call.state is CallState.OFFERED
    state = CallState.WANTED if is_offered else progress.call.state
    return progress.with_call(replace(progress.call, state=state, told=""))
