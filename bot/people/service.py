"""Joining and leaving, and finding out who has left the server.

Discord tells a bot of departures only if it may see every member, and this one may not. So it asks about
one member at a time, slowly, whoever waits the longest first.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol

from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import NotNow
from bot.core.notices import Notice
from bot.people import rules, text
from bot.people.rules import Member

log = logging.getLogger(__name__)

CHECK = "people.check"

#: Told the community and the account of somebody who has left the server. Told again if it did not succeed.
OnGone = Callable[[int, int], Awaitable[None]]


class PeopleStore(Protocol):
    """Where members are kept; `bot.people.store` has the promises."""

    async def put(self, tx: Tx, member: Member) -> None: ...
    async def get(self, tx: Tx, community: int, account: int) -> Member | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...
    async def communities_of(self, tx: Tx, account: int) -> list[int]: ...
    async def longest_unchecked(self, tx: Tx) -> Member | None: ...
    async def erase(self, tx: Tx, community: int, account: int) -> None: ...


class Directory(Protocol):
    """Who is in which Discord server."""

    async def roles_of(self, community: int, account: int) -> frozenset[int] | None:
        """The roles that an account has in a server, or None if it is not in that server any more.

        Raises NotNow if Discord cannot be asked.
        """


class People:
    """Everybody who has joined a community."""

    def __init__(self, *, database: Database, store: PeopleStore, alarms: Alarms, clock: Clock) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._alarms = alarms
        self._clock = clock

    # What a member does

    async def joining(self, community: int, account: int, roles: frozenset[int]) -> Notice:
        """[Join this community]: what joining means; or, for somebody who has joined, since when she has."""
        async with self._database.write() as tx:
            member = await self._seen(tx, community, account, roles)
        return text.offer() if member is None else text.joined(member.joined_on)

    async def join(self, community: int, account: int, roles: frozenset[int]) -> Notice:
        """[Join]. Twice is once: the day of the first time stays."""
        now = self._clock.now()
        async with self._database.write() as tx:
            member = await self._seen(tx, community, account, roles)
            if member is None:
                member = rules.newcomer(secrets.token_hex(8), community, account, roles, now)
                await self._store.put(tx, member)
            await self._check_later(tx, now)
        return text.joined(member.joined_on)

    def not_now(self) -> Notice:
        """[Not now]: nothing is kept, not even this."""
        return text.not_now()

    async def leave(self, community: int, account: int) -> Notice:
        """[Leave]: nothing is kept of her having joined."""
        await self.erase(community, account)
        return text.left()

    # What other features ask

    async def joined(self, community: int, account: int) -> bool:
        """Whether an account has joined a community."""
        async with self._database.read() as tx:
            return await self._store.get(tx, community, account) is not None

    async def members(self, community: int) -> list[Member]:
        """Everybody who has joined a community, with their roles as last fetched; in no order."""
        async with self._database.read() as tx:
            return await self._store.of_community(tx, community)

    async def communities_of(self, account: int) -> list[int]:
        """The communities that an account has joined, by id."""
        async with self._database.read() as tx:
            return await self._store.communities_of(tx, account)

    async def export_for(self, community: int, account: int) -> dict[str, str | list[str]]:
        """All that is kept of an account here, as a person can read it; nothing if it has not joined."""
        async with self._database.read() as tx:
            member = await self._store.get(tx, community, account)
        return {} if member is None else rules.readable(member)

    async def erase(self, community: int, account: int) -> None:
        """Keep nothing of an account here."""
        async with self._database.write() as tx:
            await self._store.erase(tx, community, account)

    # What falls due

    def works(self, directory: Directory, *on_gone: OnGone) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that this feature sets.

        `directory` is asked who is still there. Each of `on_gone` is told who is not, before the member is
        erased here, so that what did not succeed is done again when her turn comes once more.
        """

        async def check(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            member = await self._store.longest_unchecked(tx)
            if member is None:
                return None
            # It is her turn now, whatever comes of it: one about whom Discord never answers holds up nobody.
            member = rules.checked(member, now)
            await self._store.put(tx, member)
            await self._check_later(tx, now)
            return partial(self._ask_about, member, directory, on_gone)

        return {CHECK: check}

    async def _ask_about(self, member: Member, directory: Directory, on_gone: tuple[OnGone, ...]) -> None:
        try:
            roles = await directory.roles_of(member.community, member.account)
        except NotNow as error:
            log.warning("a member could not be looked up, and will be in turn: %s", error.reason)
            return
        if roles is None:
            for tell in on_gone:
                await tell(member.community, member.account)
        elif roles == member.roles:
            return
        async with self._database.write() as tx:
            # Whoever left, or pressed, while Discord was asked knows better than its answer.
            if await self._store.get(tx, member.community, member.account) != member:
                return
            if roles is None:
                await self._store.erase(tx, member.community, member.account)
            else:
                await self._store.put(tx, replace(member, roles=roles))

    # Shared steps

    async def _seen(self, tx: Tx, community: int, account: int, roles: frozenset[int]) -> Member | None:
        """The member who has just pressed, with the roles she has now; None if she has not joined."""
        member = await self._store.get(tx, community, account)
        if member is not None:
            member = rules.checked(member, self._clock.now(), roles)
            await self._store.put(tx, member)
        return member

    async def _check_later(self, tx: Tx, now: datetime) -> None:
        await self._alarms.set(tx, Alarm(CHECK, "", now + rules.CHECK_EVERY))
