"""What counting look-ups needs from outside; the stores and other services fulfil it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.community.rules import Community, is_facilitator
from bot.community.service import Communities
from bot.core.alarms import Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries
from bot.core.sealing import Purpose, Seal
from bot.glossary.service.indexes import Indexes
from bot.people.rules import Member
from bot.stumbles.rules import Handle, Kept, Published, Quarter, Running, Subject, quarter_at

QUARTER = "stumbles.quarter"
#: What the handles in tokens are for.
_PURPOSE = "stumble"


class StumbleStore(Protocol):
    """Where it is counted, in the anonymous database; `bot.stumbles.store` has the promises."""

    async def read(self, tx: Tx, community: int) -> Kept: ...
    async def write(self, tx: Tx, community: int, kept: Kept, *, leave_blanks: bool = True) -> None: ...
    async def drop(self, tx: Tx, community: int) -> None: ...
    async def communities(self, tx: Tx) -> list[int]: ...


class PublishedStore(Protocol):
    """Where what was told is kept, in the everyday database."""

    async def put(self, tx: Tx, community: int, published: Published) -> None: ...
    async def all(self, tx: Tx, community: int) -> list[Published]: ...
    async def forget(self, tx: Tx, community: int, quarters: Sequence[Quarter]) -> None: ...


class People(Protocol):
    """Who has joined a community."""

    async def members(self, community: int) -> list[Member]: ...


def end_of(community: int, quarter: Quarter) -> str:
    """The subject of the alarm for the end of a quarter."""
    return f"{community} {quarter}"


@dataclass(frozen=True, slots=True)
class Desk:
    """`database`, `deliveries` and `alarms` are the anonymous ones."""

    database: Database
    everyday: Database
    store: StumbleStore
    told: PublishedStore
    communities: Communities
    people: People
    indexes: Indexes
    deliveries: Deliveries
    alarms: Alarms
    seal: Seal
    clock: Clock

    async def counted(self, here: Community) -> set[int]:
        """The accounts that are counted: of who joined, is in the server, and is no facilitator.

        Members without Discord look nothing up themselves. Roles are those as last fetched.
        """
        return {
            member.account
            for member in await self.people.members(here.id)
            if member.account is not None and not is_facilitator(here, member.roles)
        }

    async def quarter(self, community: int, moment: datetime) -> Quarter:
        """The quarter that it is then where the community is."""
        return quarter_at(moment, (await self.communities.settings(community)).zone)

    async def set_end(self, tx: Tx, community: int, quarter: Quarter | None = None) -> None:
        """See to it that a quarter ends: that of now, or a later one if it is given.

        It is named in the alarm: that may be tried again, and rings late after a rest.
        """
        zone = (await self.communities.settings(community)).zone
        now = quarter_at(self.clock.now(), zone)
        ends = now if quarter is None else max(now, quarter)
        # Where the zone was changed, a quarter that is over here may run there for some hours.
        if not await self.alarms.is_set(tx, QUARTER, end_of(community, ends.moved(1))):
            await self.alarms.set(tx, Alarm(QUARTER, end_of(community, ends), ends.ends(zone)))

    def handles(self, community: int, running: Running) -> Handle:
        """What makes tokens of a quarter that runs; raises SealBroken if its key is gone."""

        def handle(subject: Subject, account: int) -> bytes:
            purpose = Purpose(_PURPOSE, community, f"{running.quarter} {subject}")
            return self.seal.handle(purpose, running.salt, account, running.key)

        return handle
