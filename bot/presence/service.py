"""[I'm here]: who is at the meeting that is on, said by each for herself.

It is a fact for mixing rooms, and for sending the record to whoever was not there. Nobody is shown a name,
and nobody is ever said to have been absent: not everyone presses.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.core.alarms import Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.notices import Notice
from bot.meetings.rules import LONGEST, Meeting
from bot.people.rules import Member
from bot.presence import rules, text
from bot.sittings.rules import Sitting

#: What is kept of a meeting is old.
FORGET = "presence.forget"


class PresenceStore(Protocol):
    """Where it is kept; `bot.presence.store` has the promises."""

    async def put(self, tx: Tx, community: int, sitting: str, member: str) -> None: ...
    async def take_out(self, tx: Tx, community: int, sitting: str, member: str) -> None: ...
    async def at(self, tx: Tx, community: int, sitting: str) -> list[str]: ...
    async def of_member(self, tx: Tx, community: int, member: str) -> list[str]: ...
    async def forget(self, tx: Tx, community: int, sitting: str) -> None: ...
    async def erase(self, tx: Tx, community: int, member: str) -> None: ...


class Sittings(Protocol):
    """Which meeting is on, and which was."""

    async def now(self, tx: Tx, community: int) -> Sitting | None: ...
    async def last(self, tx: Tx, community: int) -> Sitting | None: ...
    async def get(self, tx: Tx, community: int, sitting: str) -> Sitting | None: ...


class Meetings(Protocol):
    """The meetings that were planned."""

    async def since(self, tx: Tx, community: int, moment: datetime) -> list[Meeting]: ...


class People(Protocol):
    """Who has joined."""

    async def find(self, community: int, account: int) -> Member | None: ...
    async def member(self, tx: Tx, community: int, member: str) -> Member | None: ...


class Presence:
    """Who is at the meetings of every community."""

    def __init__(
        self,
        *,
        database: Database,
        store: PresenceStore,
        sittings: Sittings,
        meetings: Meetings,
        people: People,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._sittings = sittings
        self._meetings = meetings
        self._people = people
        self._alarms = alarms
        self._clock = clock

    # What people press

    async def come(self, community: int, account: int) -> Notice:
        """[I'm here]. Twice is once; who has not joined is led to it, and nothing is kept."""
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            sitting = await self._sittings.now(tx, community)
            if sitting is None:
                return text.no_meeting()
            if member is None or await self._people.member(tx, community, member.id) is None:
                return text.not_joined()
            await self._store.put(tx, community, sitting.id, member.id)
            return text.here(await self._voice(tx, sitting))

    async def undo(self, community: int, account: int) -> Notice:
        """[I'm not here after all]. Twice is once."""
        member = await self._people.find(community, account)
        async with self._database.write() as tx:
            sitting = await self._sittings.now(tx, community)
            if sitting is None:
                return text.no_meeting()
            if member is not None:
                await self._store.take_out(tx, community, sitting.id, member.id)
        return text.not_here()

    async def count(self, community: int) -> Notice:
        """[How many are here], for facilitators: how many pressed in the meeting that is on.

        A plain number. The bands of `disclosure.rules` keep what a few said or did unseen from being worked
        out from a count; that somebody is at a meeting everybody at it can see, she presses for exactly that,
        and the number stays with those who lead it.
        """
        async with self._database.read() as tx:
            sitting = await self._sittings.now(tx, community)
            if sitting is None:
                return text.nothing_to_count()
            return text.counted(len(await self._store.at(tx, community, sitting.id)))

    # What other features ask and tell

    async def here(self, tx: Tx, community: int, sitting: str = "") -> list[str]:
        """The ids of the members who said that they are here, in no order that tells when.

        At the meeting that is on or was last, or at the one with the id `sitting`. Whoever is not among them
        may have been there: never show it as a list of who was absent.
        """
        if sitting:
            return await self._store.at(tx, community, sitting)
        last = await self._sittings.last(tx, community)
        return [] if last is None else await self._store.at(tx, community, last.id)

    async def sitting_began(self, tx: Tx, sitting: Sitting) -> None:
        """Nobody is there yet; or it goes on, and what is kept of it is not old."""
        await self._alarms.forget(tx, FORGET, _subject(sitting))

    async def sitting_ended(self, tx: Tx, sitting: Sitting) -> None:
        """From now on it is kept for a while."""
        ended = sitting.ended_at or self._clock.now()
        await self._alarms.set(tx, Alarm(FORGET, _subject(sitting), ended + rules.KEPT))

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""

        async def forget(tx: Tx, alarm: Alarm, now: datetime) -> None:
            community, _, sitting = alarm.subject.partition(":")
            await self._store.forget(tx, int(community), sitting)

        return {FORGET: forget}

    # What privacy and people ask

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """At which meetings a member said that she is there, as she can read it."""
        async with self._database.read() as tx:
            ids = await self._store.of_member(tx, community, member)
            found = [await self._sittings.get(tx, community, each) for each in ids]
        return rules.readable(each for each in found if each is not None)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of where a member was."""
        await self._store.erase(tx, community, member)

    async def gone(self, tx: Tx, community: int, member: str) -> None:
        """Whoever has left the server is at no meeting, and gets no record."""
        await self._store.erase(tx, community, member)

    async def _voice(self, tx: Tx, sitting: Sitting) -> int | None:
        """The voice channel in which a meeting is, if it is here."""
        planned = await self._meetings.since(tx, sitting.community, sitting.began_at - LONGEST)
        return next((each.place.channel for each in planned if each.id == sitting.meeting), None)


def _subject(sitting: Sitting) -> str:
    return f"{sitting.community}:{sitting.id}"
