"""What both services of chairing share: how it stands with the meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.chairing.rules import Stand, View
from bot.chairing.service.ports import Agenda, ChairingStore, Communities, Meetings, Sittings
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.meetings.rules import LONGEST
from bot.sittings.rules import Sitting

#: What is kept about a meeting has changed: the message has to follow.
CHANGED = "chairing.changed"


@dataclass(frozen=True, slots=True)
class Desk:
    """`database`, `deliveries` and `alarms` are the everyday ones; so is each `tx`."""

    database: Database
    store: ChairingStore
    sittings: Sittings
    agenda: Agenda
    meetings: Meetings
    communities: Communities
    deliveries: Deliveries
    alarms: Alarms
    clock: Clock

    async def now(self, tx: Tx, community: int) -> Stand | None:
        """How it stands with the meeting that is on; None if none is, or nothing is known of it here."""
        sitting = await self.sittings.now(tx, community)
        view = None if sitting is None else await self.store.get(tx, community, sitting.id)
        return None if sitting is None or view is None else await self.stand(tx, sitting, view)

    async def of(self, tx: Tx, view: View) -> Stand | None:
        """How it stands with the meeting of a view, on or over; None if it is not kept any more."""
        sitting = await self.sittings.get(tx, view.community, view.id)
        return None if sitting is None else await self.stand(tx, sitting, view)

    async def stand(self, tx: Tx, sitting: Sitting, view: View) -> Stand:
        """The same, where the sitting is known."""
        items = await self.agenda.items(tx, sitting.community, sitting.meeting) if sitting.meeting else []
        return Stand(view, sitting, tuple(items), await self._planned_end(tx, sitting))

    async def follow(self, tx: Tx, community: int) -> None:
        """The message has to say what is so now: it does as soon as this is committed."""
        await self.alarms.set(tx, Alarm(CHANGED, str(community), self.clock.now()))

    async def _planned_end(self, tx: Tx, sitting: Sitting) -> datetime | None:
        if not sitting.meeting:
            return None
        planned = await self.meetings.since(tx, sitting.community, sitting.began_at - LONGEST)
        return next((each.ends_at for each in planned if each.id == sitting.meeting), None)
