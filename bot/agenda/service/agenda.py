"""Agendas as other features know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.agenda import rules
from bot.agenda.rules import Item, Pauses, Plan
from bot.agenda.service.ports import AgendaStore, Meetings, OnAgenda
from bot.agenda.text.lines import Known
from bot.core.clock import Clock
from bot.core.database import Tx
from bot.core.errors import Refused
from bot.meetings.rules import LONGEST, Change, Meeting


class Agenda:
    """The agendas of every community: read, added to, kept in step with their meetings."""

    def __init__(self, store: AgendaStore, meetings: Meetings, clock: Clock) -> None:
        """`store` is on the everyday database."""
        self._store = store
        self._meetings = meetings
        self._clock = clock
        self._told: Sequence[OnAgenda] = ()

    def tell(self, *told: OnAgenda) -> None:
        """Say who is told of each change of an agenda; once, when all is built."""
        self._told = told

    # What other features ask

    async def items(self, tx: Tx, community: int, meeting: str) -> list[Item]:
        """The items of a meeting's agenda, in their order; none if nobody has begun one."""
        plan = await self._store.get(tx, community, meeting)
        return [] if plan is None else list(plan.items)

    async def pauses(self, tx: Tx, community: int, meeting: str) -> Pauses:
        """The breathing space of a meeting, decided or proposed, also before anybody has begun its agenda."""
        plan = await self._store.get(tx, community, meeting)
        return Pauses() if plan is None else rules.pauses(plan)

    async def add(self, tx: Tx, item: Item) -> Item:
        """Put an item at the end of its meeting's agenda, and return it with its position.

        Raises Refused if there is no room, or if the meeting is not there any more, or is over.
        """
        plan = rules.added(await self.plan(tx, item.community, item.meeting), item)
        await self.put(tx, plan)
        return plan.items[-1]

    async def meeting_changed(self, tx: Tx, community: int, change: Change) -> None:
        """The agenda goes with its meeting: to another day, or away."""
        meeting = change.after or change.before
        plan = None if meeting is None else await self._store.get(tx, community, meeting.id)
        if plan is None:
            return
        if change.after is None:
            await self._store.remove(tx, community, plan.meeting)
        else:
            await self._store.put(tx, replace(plan, starts_at=change.after.starts_at))

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Remove the agendas of meetings that were before a day; returns how many."""
        return await self._store.expire(tx, community, datetime.combine(before, time(), UTC))

    # What the rest of this feature asks

    async def meetings(self, tx: Tx, community: int) -> list[Meeting]:
        """The meetings that are not over, the earliest first."""
        now = self._clock.now()
        return [
            each for each in await self._meetings.since(tx, community, now - LONGEST) if each.ends_at > now
        ]

    async def meeting(self, tx: Tx, community: int, meeting: str) -> Meeting:
        """A meeting that is not over; raises Refused if it is, or if it is not there any more."""
        found = next((each for each in await self.meetings(tx, community) if each.id == meeting), None)
        if found is None:
            raise Refused("error-agenda-meeting-gone")
        return found

    async def plan(self, tx: Tx, community: int, meeting: str) -> Plan:
        """The agenda of a meeting, empty before anybody has begun it; raises Refused as `meeting` does."""
        known = await self.meeting(tx, community, meeting)
        found = await self._store.get(tx, community, meeting)
        return found or Plan(community, meeting, known.starts_at)

    async def known(self, tx: Tx, community: int, meeting: str) -> Known:
        """An agenda with its meeting; raises Refused as `meeting` does."""
        plan = await self.plan(tx, community, meeting)
        return Known(await self.meeting(tx, community, meeting), plan)

    async def put(self, tx: Tx, plan: Plan) -> None:
        """Keep an agenda as it is now, and say so to whoever goes by it."""
        await self._store.put(tx, plan)
        for each in self._told:
            await each.agenda_changed(tx, plan.community)
