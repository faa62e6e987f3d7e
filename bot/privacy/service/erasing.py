"""Erasing somebody: at once in the everyday database, and then in everything that has no transaction with it.

What has to follow is a row, with whom it is about sealed, and an alarm, both in the transaction that erases.
So an erasure that is interrupted anywhere is finished after the next start; each step may be done twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from functools import partial

from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.deliveries import Deliveries, new_key
from bot.people.rules import Member
from bot.privacy import rules
from bot.privacy.rules import Unfinished
from bot.privacy.service.ports import Erasures, Members, PrivacyStore, Rights

log = logging.getLogger(__name__)

FINISH = "privacy.erase"


class Erasing:
    """Forgets people."""

    def __init__(
        self,
        *,
        databases: tuple[Database, Database],
        posts: tuple[Deliveries, Deliveries],
        store: PrivacyStore,
        members: Members,
        alarms: Alarms,
        erasures: Erasures,
        rights: Rights,
        clock: Clock,
        someone: Callable[[], str],
    ) -> None:
        """`databases` and `posts`: the everyday ones, then the anonymous ones; `alarms`: the everyday ones.

        `someone` gives the words that take the place of a name in what waits to be sent to others.
        """
        self._everyday, self._anonymous = databases
        self._post, self._anonymous_post = posts
        self._store = store
        self._members = members
        self._alarms = alarms
        self._erasures = erasures
        self._rights = rights
        self._clock = clock
        self._someone = someone

    async def erase_member(self, community: int, member: str) -> None:
        """Forget a member: she is gone when this returns, and what could not be done yet is done soon.

        Somebody who is not there any more is left alone: twice is the same as once.
        """
        async with self._everyday.write() as tx:
            key = await self.erase_in(tx, community, member)
        if key:
            await self._try_to_finish(key)

    async def erase_account(self, community: int, account: int) -> None:
        """The same for whoever has this account, also if she has not joined."""
        async with self._everyday.write() as tx:
            found = await self._members.get(tx, community, account)
            if found is not None:
                key = await self._erase(tx, found)
            else:
                await self._unname(tx, community, account)
                key = await self._finish_later(tx, Unfinished(new_key(), community, "", account))
        await self._try_to_finish(key)

    async def erase_in(self, tx: Tx, community: int, member: str) -> str:
        """Forget a member in the everyday database; what follows is done after the next start at the latest.

        `tx` may be of a copy that is made ready to take its place. Returns the key of what is to follow;
        empty for somebody who is not there.
        """
        found = await self._members.by_id(tx, community, member)
        return "" if found is None else await self._erase(tx, found)

    async def start(self) -> None:
        """Finish what was interrupted, before a question that waits can come out; what fails is done soon."""
        async with self._everyday.read() as tx:
            keys = await self._store.unfinished_keys(tx)
        for key in keys:
            await self._try_to_finish(key)

    async def forget_unknown(self, tx: Tx, community: int) -> None:
        """In a backup that is put back: drop what may be of people who have not joined and were erased since.

        Nothing is remembered of them by which to tell: a mark of an account could be tried out.
        """
        for feature in self._rights.by_account:
            if feature.forget_all is not None:
                await feature.forget_all(tx, community)

    def works(self) -> Mapping[str, AlarmWork]:
        """What is done for an erasure that is not finished."""

        async def finish(tx: Tx, alarm: Alarm, now: object) -> AfterCommit | None:
            if await self._store.unfinished(tx, alarm.subject) is None:
                return None
            await self._alarms.set(tx, Alarm(FINISH, alarm.subject, self._clock.now() + rules.AGAIN))
            return partial(self._finish, alarm.subject)

        return {FINISH: finish}

    async def _erase(self, tx: Tx, member: Member) -> str:
        for feature in self._rights.named:
            await feature.erase(tx, member.community, member.id)
        if member.account is not None:
            await self._unname(tx, member.community, member.account)
        account = self._rights.account_of(member)
        return await self._finish_later(tx, Unfinished(new_key(), member.community, member.id, account))

    async def _unname(self, tx: Tx, community: int, account: int) -> None:
        """Nothing waits for this account any more, and what waits or is kept for others does not name it."""
        someone = self._someone()
        await self._post.forget(tx, community, account, someone)
        for unname in self._rights.unnames:
            await unname(tx, community, account, someone)

    async def _finish_later(self, tx: Tx, rest: Unfinished) -> str:
        await self._store.put_unfinished(tx, rest)
        await self._alarms.set(tx, Alarm(FINISH, rest.key, self._clock.now() + rules.AGAIN))
        return rest.key

    async def _try_to_finish(self, key: str) -> None:
        try:
            await self._finish(key)
        # A database that is away, a full disk: its alarm does it again, and what she pressed for is done.
        except Exception:
            log.exception("an erasure could not be finished, and will be")

    async def _finish(self, key: str) -> None:
        async with self._everyday.read() as tx:
            rest = await self._store.unfinished(tx, key)
        if rest is None:
            return
        if rest.account is not None:
            await self._erase_by_account(rest.community, rest.account)
        # With no id the list would say that the whole community was erased.
        if rest.member:
            today = self._clock.now().date()
            await asyncio.to_thread(self._erasures.add, rest.community, rest.member, today)
        # Before the row goes, too: what is interrupted here is done again.
        await self._everyday.forget()
        async with self._everyday.write() as tx:
            await self._store.finished(tx, key)
        await self._everyday.forget()

    async def _erase_by_account(self, community: int, account: int) -> None:
        async with self._anonymous.write() as tx:
            await self._anonymous_post.forget(tx, community, account, self._someone())
        for feature in self._rights.by_account:
            await feature.erase(community, account)
        for forget in self._rights.forgets:
            forget(community, account)
