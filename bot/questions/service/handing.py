"""Handing over what else was said, once it is out, to the feature that it is for.

Out at a window, it lies on a shelf of the anonymous database. Its owner takes it after the commit; then it
goes from the shelf. Whatever is broken off in between is done again: after each window, at each start, and
every minute until it holds. By then nothing is known of who said it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.questions.kinds import Owner, Shower
from bot.questions.rules.saying import Kind, Said
from bot.questions.service import desk as kinds
from bot.questions.service.desk import Desk

log = logging.getLogger(__name__)

_AGAIN = timedelta(minutes=1)


class HandingOver:
    """Knows the kinds and their owners."""

    def __init__(self, desk: Desk) -> None:
        """There is no kind before `belongs`."""
        self._desk = desk
        self._owners: dict[str, Owner | Shower] = {}
        self.kinds: dict[str, Kind] = {}
        self._one_at_a_time = asyncio.Lock()

    def belongs(self, owners: Mapping[Kind, Owner | Shower]) -> None:
        """Say to whom each kind belongs."""
        self.kinds |= {kind.code: kind for kind in owners}
        self._owners |= {kind.code: owner for kind, owner in owners.items()}

    def works(self) -> dict[str, AlarmWork]:
        """What is done for the kind of alarm that this sets."""
        return {kinds.HAND_OVER: self.remember}

    async def put(self, tx: Tx, community: int, said: Sequence[Said], now: datetime) -> None:
        """Keep what came out at a window, and do not forget to hand it over."""
        if said:
            before = await self._desk.store.said(tx, community)
            await self._desk.store.put_said(tx, community, [*before, *said])
            await self._desk.alarms.set(tx, Alarm(kinds.HAND_OVER, str(community), now + _AGAIN))

    async def remember(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Hand over what is left in a community (the alarm's subject), and look again later."""
        community = int(alarm.subject)
        if not await self._desk.store.said(tx, community):
            return None
        await self._desk.alarms.set(tx, Alarm(kinds.HAND_OVER, alarm.subject, now + _AGAIN))
        return partial(self.hand_over, community)

    async def hand_over(self, community: int) -> None:
        """Let each owner take what is its own; what one does not take stays, and holds up nothing else."""
        async with self._one_at_a_time:
            async with self._desk.database.read() as tx:
                said = await self._desk.store.said(tx, community)
            # What everybody can see at once goes first: what is the same need not go to facilitators.
            for each in sorted(said, key=lambda each: each.to_facilitators_first):
                try:
                    await self._hand_over(each)
                # One owner's trouble must not hold up the others; it is tried again.
                except Exception:
                    log.exception("not handed over: %s", each.kind)

    async def _hand_over(self, said: Said) -> None:
        owner = self._owners[said.kind]
        if isinstance(owner, Owner):
            await owner.take(said)
        async with self._desk.database.write() as tx:
            left = await self._desk.store.said(tx, said.community)
            if said not in left:
                return
            if isinstance(owner, Shower):
                await owner.take_in(tx, said)
            left.remove(said)
            await self._desk.store.put_said(tx, said.community, left)
            if not left:
                await self._desk.alarms.forget(tx, kinds.HAND_OVER, str(said.community))
