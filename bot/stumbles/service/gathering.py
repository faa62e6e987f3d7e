"""Look-ups, in memory through the day, and written by night with everything that is written then.

Looking a word up writes nothing anywhere. What was looked up since the last night is in memory only, so a
crash or a restart loses it: that costs a few words a place on a list, and a write for each look-up would
tell when somebody looked. At 3:00 UTC the rows of every community are written anew, as many as before
whether anybody looked a word up or not.
"""

from __future__ import annotations

import secrets
from collections import Counter
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.community.rules import Community, is_facilitator
from bot.core.alarms import AfterCommit, Alarm, AlarmWork
from bot.core.database import Tx
from bot.core.sealing import SALT_BYTES
from bot.glossary.rules.seeking import sought
from bot.glossary.service.indexes import Indexed
from bot.stumbles.rules import (
    LONGEST_WORD,
    MOST_A_DAY,
    Kept,
    Looker,
    Quarter,
    Running,
    Stumble,
    Subject,
    gathered,
    of_account,
    subject_of,
    without,
)
from bot.stumbles.service.ports import Desk

NIGHT = "stumbles.night"
# Of alarms for one moment, the one whose kind comes first in the alphabet rings first.
WRITE = "stumbles.night-1-write"
VACUUM = "stumbles.night-2-vacuum"
_HOUR = time(3)


class Gathering:
    """Counts look-ups. `community` and `account` are Discord ids."""

    def __init__(self, desk: Desk) -> None:
        """`desk` holds databases, stores and keys."""
        self._desk = desk
        self._stumbles: dict[int, set[Stumble]] = {}

    # What members do

    def looked_up(self, community: int, by: Looker, word: str, known: Indexed) -> None:
        """Somebody looked this up: a word as it was typed, or a term's id. Nothing is written."""
        subject = subject_of(known.index, known.by_id, word)
        if subject is not None:
            self._remember(community, Stumble(by, subject))

    async def asked(self, community: int, account: int, text: str) -> None:
        """Somebody sent a question without her name; it counts if it asks what one word means."""
        about = sought(text)
        if about is None or not about.surely or len(about.word) > LONGEST_WORD:
            return
        known = await self._desk.indexes.of(community)
        subject = subject_of(known.index, known.by_id, about.word)
        if subject is not None:
            self._remember(community, Stumble(Looker(account), subject, asked=True))

    # By night

    def works(self) -> dict[str, AlarmWork]:
        """What is done for each kind of alarm that is set here."""
        return {NIGHT: self._fall_night, WRITE: self._write, VACUUM: self._vacuum}

    async def start(self, tx: Tx) -> None:
        """See to it that there is a night to come."""
        await self._desk.alarms.set(tx, Alarm(NIGHT, "", _next_night(self._desk.clock.now())))

    async def gather(
        self, here: Community, kept: Kept, waiting: frozenset[Stumble], quarter: Quarter
    ) -> Kept:
        """What is kept, with what waited in memory; that is let go when it is written (`written`).

        `quarter` begins if none runs.
        """
        theirs = [each for each in waiting if not is_facilitator(here, each.by.roles)]
        running = kept.running or self._begun(quarter)
        handle = self._desk.handles(here.id, running)
        counted = await self._desk.counted(here)
        return gathered(replace(kept, running=running), theirs, counted, handle)

    def waiting(self, community: int) -> frozenset[Stumble]:
        """What waits in memory."""
        return frozenset(self._stumbles.get(community, ()))

    def written(self, community: int, stumbles: frozenset[Stumble]) -> None:
        """These are written, and are forgotten here."""
        left = self._stumbles.pop(community, set()) - stumbles
        if left:
            self._stumbles[community] = left

    # About somebody

    async def of_account(self, community: int, account: int) -> set[Subject]:
        """What somebody stumbled over in the quarter that runs."""
        async with self._desk.database.read() as tx:
            kept = await self._desk.store.read(tx, community)
        waiting = {each.subject for each in self.waiting(community) if each.by.account == account}
        if kept.running is None:
            return waiting
        return waiting | of_account(kept, account, self._desk.handles(community, kept.running))

    async def forget(self, community: int, account: int) -> None:
        """Take her out, in memory and in the file; there random bytes take the place."""
        mine = {each for each in self.waiting(community) if each.by.account == account}
        self.written(community, frozenset(mine))
        async with self._desk.database.write() as tx:
            kept = await self._desk.store.read(tx, community)
            if kept.running is None:
                return
            handle = self._desk.handles(community, kept.running)
            await self._desk.store.write(tx, community, without(kept, account, handle))
        await self._desk.database.vacuum()

    # Steps

    def _remember(self, community: int, stumble: Stumble) -> None:
        here = self._stumbles.setdefault(community, set())
        if Counter(each.by.account for each in here)[stumble.by.account] < MOST_A_DAY:
            here.add(stumble)

    async def _fall_night(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Let each community be written by itself, so that nobody waits long."""
        for here in await self._desk.communities.all():
            await self._desk.alarms.set(tx, Alarm(WRITE, str(here.id), now))
        await self._desk.alarms.set(tx, Alarm(VACUUM, "", now))
        await self._desk.alarms.set(tx, Alarm(NIGHT, "", _next_night(now)))
        return None

    async def _vacuum(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        """Write the file anew: so it is as long as on any other night."""
        return self._desk.database.vacuum

    async def _write(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        here = await self._desk.communities.find(int(alarm.subject))
        if here is None:
            return None
        waiting = self.waiting(here.id)
        quarter = await self._desk.quarter(here.id, now)
        kept = await self.gather(here, await self._desk.store.read(tx, here.id), waiting, quarter)
        await self._desk.store.write(tx, here.id, kept)
        # It may have been set up since the start.
        await self._desk.set_end(tx, here.id)

        async def let_go() -> None:
            self.written(here.id, waiting)

        return let_go

    def _begun(self, quarter: Quarter) -> Running:
        return Running(quarter, secrets.token_bytes(SALT_BYTES), self._desk.seal.number)


def _next_night(now: datetime) -> datetime:
    tonight = datetime.combine(now.date(), _HOUR, now.tzinfo)
    return tonight if now < tonight else tonight + timedelta(days=1)
