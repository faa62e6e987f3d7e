"""Carries deliveries from one database to Discord, and tells their senders how it went."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import LEASE, Claimed, Deliveries, Delivery, Direct, Edit, Post, Remove
from bot.core.due import NextDue
from bot.core.errors import Gone, NotAllowed, NotNow, Unreachable
from bot.core.happenings import Listing
from bot.core.stopping import is_ending, to_its_end

log = logging.getLogger(__name__)

#: Well inside the lease, so that no other process can be sending the same.
_LONGEST_TRY = LEASE - timedelta(seconds=30)


class Sender(Protocol):
    """Discord, as far as deliveries need it."""

    async def send(self, delivery: Delivery) -> int:
        """Post (with the delivery's key as nonce), edit, withdraw, remove or list; returns an id, or 0.

        The id is the message's, or the event's. Raises NotAllowed if Discord refused, Gone if the place, the
        message or the event is not there any more, Unreachable if somebody lets no direct message in, NotNow
        if nobody knows.
        """

    async def find(self, delivery: Delivery, since: datetime) -> int | None:
        """Look in the channel for a message whose buttons carry the delivery's key, posted since then.

        Raises as `send` does.
        """


class Owner(Protocol):
    """The feature that a kind of delivery belongs to; both are called inside the transaction given."""

    async def arrived(self, tx: Tx, delivery: Delivery, message: int) -> None:
        """It is there. A repeated call with the same message must change nothing."""

    async def refused(self, tx: Tx, delivery: Delivery, refusal: Refusal) -> None:
        """Discord refused it; it stays, and is tried again later, unless it is put anew here.

        A Listing whose place is gone does not stay.
        """


@runtime_checkable
class Minder(Protocol):
    """An owner who looks again just before a message goes, and keeps what nobody lets in.

    Both are called inside the transaction given.
    """

    async def when(self, tx: Tx, delivery: Delivery, now: datetime) -> datetime | None:
        """When it may go: now or before, at once; later, it waits until then; None, it never goes."""

    async def unreachable(self, tx: Tx, delivery: Delivery, now: datetime) -> None:
        """Somebody lets no direct message in: it will not be tried again."""


@runtime_checkable
class Reposter(Protocol):
    """An owner who wants to know when a message of its own was deleted, and may post it anew."""

    async def is_gone(self, tx: Tx, delivery: Delivery) -> None:
        """What was to be changed is not there any more; called inside the transaction given."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """How a delivery was refused: for the first time, and because its place is gone?"""

    is_first: bool
    place_is_gone: bool


class Postman:
    """Delivers what is due, one message after the other; `next_due()` says when the first is due."""

    def __init__(self, database: Database, deliveries: Deliveries, sender: Sender, clock: Clock) -> None:
        """Nothing is sent before `run` or `ring`."""
        self._database = database
        self._deliveries = deliveries
        self._sender = sender
        self._clock = clock
        self._owners: dict[str, Owner] = {}
        self._one_round = asyncio.Lock()
        self.next_due = NextDue(database, deliveries.next_due)

    def belongs(self, owners: Mapping[str, Owner]) -> None:
        """Say whom each kind belongs to."""
        self._owners.update(owners)

    async def start(self) -> None:
        """Take over what a process that died had claimed. On SQLite there is no other process."""
        if self._database.is_sqlite:
            async with self._database.write() as tx:
                await self._deliveries.free(tx)

    async def run(self) -> None:
        """Deliver after each commit, until cancelled; what waits for a time is left to the bell."""
        while True:
            await self._database.changed.wait()
            self._database.changed.clear()
            try:
                await to_its_end(self.ring())
            # A full disk, a database that is away: the bell rings for them again.
            except Exception:
                log.exception("deliveries were interrupted")

    async def ring(self) -> None:
        """Deliver all that is due; returns when each of them has arrived or was put back.

        When the bot stops, what has not been begun waits for the next start.
        """
        async with self._one_round:
            while not is_ending() and (due := await self.next_due()) is not None and due <= self._clock.now():
                async with self._database.write() as tx:
                    claimed = await self._deliveries.claim(tx, self._clock.now())
                if claimed is None:
                    return
                await self._deliver(claimed)

    async def _deliver(self, claimed: Claimed) -> None:
        try:
            delivery = self._deliveries.open(claimed)
            owner = self._owners[delivery.kind]
            if isinstance(owner, Minder) and not await self._may_go(claimed, delivery, owner):
                return
            async with asyncio.timeout(_LONGEST_TRY.total_seconds()):
                message = await self._find_or_send(claimed, delivery)
        except NotAllowed as error:
            await self._refused(claimed, delivery, error)
        except (NotNow, TimeoutError) as error:
            log.warning("not delivered: %s, try %s: %s", delivery.kind, claimed.tries + 1, error)
            await self._put_back(claimed)
        # One that cannot be read, or put into words, must not hold up the others.
        except Exception:
            log.exception("a delivery is no good, try %s", claimed.tries + 1)
            await self._put_back(claimed)
        else:
            async with self._database.write() as tx:
                await self._deliveries.arrived(tx, claimed)
                await owner.arrived(tx, delivery, message)

    async def _may_go(self, claimed: Claimed, delivery: Delivery, owner: Minder) -> bool:
        """Whether it may go now; if not, it waits, or is gone."""
        async with self._database.write() as tx:
            now = self._clock.now()
            when = await owner.when(tx, delivery, now)
            if when is None:
                await self._deliveries.arrived(tx, claimed)
            elif when > now:
                await self._deliveries.wait(tx, claimed, when)
        return when is not None and when <= now

    async def _find_or_send(self, claimed: Claimed, delivery: Delivery) -> int:
        # An edit that is made twice is made once: only a post can be there already.
        since = (
            claimed.look_up_since(self._clock.now()) if isinstance(delivery.place, Post | Direct) else None
        )
        if since is not None:
            found = await self._sender.find(delivery, since)
            if found is not None:
                return await self._brought_up_to_date(delivery, found)
        return await self._sender.send(delivery)

    async def _brought_up_to_date(self, delivery: Delivery, message: int) -> int:
        """What was posted may be what this delivery has replaced since: it says then what this one says."""
        if isinstance(delivery.place, Post):
            edit = replace(delivery, place=Edit(delivery.place.channel, message))
            await self._sender.send(edit)
        return message

    async def _refused(self, claimed: Claimed, delivery: Delivery, error: NotAllowed) -> None:
        gone, owner = isinstance(error, Gone), self._owners[delivery.kind]
        # Who lets no message in is nobody's business: this goes into no list of failures either.
        if not isinstance(error, Unreachable):
            log.warning("refused: %s, refusal %s: %s", delivery.kind, claimed.refusals + 1, error)
        async with self._database.write() as tx:
            if isinstance(error, Unreachable) or (gone and isinstance(delivery.place, Edit | Remove)):
                # What was to be changed or to go has gone, or nobody lets it in: this never can arrive.
                await self._deliveries.arrived(tx, claimed)
                if isinstance(error, Unreachable) and isinstance(owner, Minder):
                    await owner.unreachable(tx, delivery, self._clock.now())
                elif isinstance(delivery.place, Edit) and isinstance(owner, Reposter):
                    await owner.is_gone(tx, delivery)
                return
            if gone and isinstance(delivery.place, Listing):
                await self._deliveries.arrived(tx, claimed)
            else:
                await self._deliveries.put_back(tx, claimed, self._clock.now(), refused=True)
            refusal = Refusal(is_first=claimed.refusals == 0, place_is_gone=gone)
            await owner.refused(tx, delivery, refusal)

    async def _put_back(self, claimed: Claimed) -> None:
        async with self._database.write() as tx:
            await self._deliveries.put_back(tx, claimed, self._clock.now(), refused=False)
