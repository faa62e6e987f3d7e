"""Which meeting is on, for every feature that does something while one is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Protocol

from bot.community.rules import CommunitySettings
from bot.core.alarms import Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import new_key
from bot.meetings.rules import LONGEST, Meeting
from bot.sittings import rules
from bot.sittings.rules import Sitting, Times

#: A meeting that nobody ended ends by itself.
OVER = "sittings.over"


class SittingStore(Protocol):
    """Where sittings are kept; `bot.sittings.store` has the promises."""

    async def put(self, tx: Tx, sitting: Sitting) -> None: ...
    async def get(self, tx: Tx, community: int, sitting: str) -> Sitting | None: ...
    async def last(self, tx: Tx, community: int) -> Sitting | None: ...
    async def expire(self, tx: Tx, community: int, before: datetime) -> int: ...


class Meetings(Protocol):
    """The meetings that were planned."""

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]: ...


class Communities(Protocol):
    """What communities chose."""

    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings: ...


class OnSitting(Protocol):
    """A feature that does something when a meeting begins or ends, in the same transaction."""

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        """A meeting has begun; or it goes on, after it was ended by mistake."""

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        """It has ended, by hand or by itself."""


class Sittings:
    """The sittings of every community. Ids are random, and say nothing."""

    def __init__(
        self,
        *,
        database: Database,
        store: SittingStore,
        meetings: Meetings,
        communities: Communities,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._meetings = meetings
        self._communities = communities
        self._alarms = alarms
        self._clock = clock
        self._told: Sequence[OnSitting] = ()

    def tell(self, *told: OnSitting) -> None:
        """Say who is told that a meeting begins or ends; once, when all is built."""
        self._told = told

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def over(tx: Tx, alarm: Alarm, now: datetime) -> None:
            await self.meeting_ended(tx, int(alarm.subject))

        return {OVER: over}

    # What questions tell, whose windows have another pace in a meeting

    async def meeting_started(self, tx: Tx, community: int, until: datetime) -> None:
        """A facilitator has started the meeting; it ends at `until` by itself."""
        await self.meeting_ended(tx, community)
        now = self._clock.now()
        planned = await self._meetings.since(tx, community, now - LONGEST)
        zone = (await self._communities.settings_in(tx, community)).zone
        fresh = rules.begun(new_key(), community, planned, zone, Times(now, until))
        sitting = rules.goes_on(await self._store.last(tx, community), fresh) or fresh
        await self._store.put(tx, sitting)
        await self._alarms.set(tx, Alarm(OVER, str(community), until))
        for each in self._told:
            await each.sitting_began(tx, sitting)

    async def meeting_ended(self, tx: Tx, community: int) -> None:
        """The meeting has ended; where none was on, nothing follows."""
        await self._alarms.forget(tx, OVER, str(community))
        last = await self._store.last(tx, community)
        if last is None or last.ended_at is not None:
            return
        # One that ended by itself did so at its time, also if nothing ran then.
        sitting = replace(last, ended_at=min(max(self._clock.now(), last.began_at), last.until))
        await self._store.put(tx, sitting)
        for each in self._told:
            await each.sitting_ended(tx, sitting)

    # What other features ask

    async def now(self, tx: Tx, community: int) -> Sitting | None:
        """The meeting that is on, or None."""
        last = await self._store.last(tx, community)
        return last if last is not None and last.is_on(self._clock.now()) else None

    async def last(self, tx: Tx, community: int) -> Sitting | None:
        """The meeting that is on or was last, or None before the first."""
        return await self._store.last(tx, community)

    async def get(self, tx: Tx, community: int, sitting: str) -> Sitting | None:
        """The one with this id, or None if it is not kept."""
        return await self._store.get(tx, community, sitting)

    async def expire(self, tx: Tx, community: int, before: date) -> int:
        """Remove what was before a day; returns how many meetings that were."""
        return await self._store.expire(tx, community, datetime.combine(before, time(), UTC))
