"""Who is a member; and finding out who has left the server.

Discord tells a bot of departures only if it may see every member, and this one may not. So it asks about
each member once a day, one at a time, whoever waits the longest first.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.community.service import Communities
from bot.core.alarms import AfterCommit, Alarm, Alarms, AlarmWork
from bot.core.clock import Clock
from bot.core.database import Database, Tx
from bot.core.errors import NotNow, Refused
from bot.core.notices import Words
from bot.people import rules
from bot.people.rules import Member
from bot.people.service.ports import Directory, InvitationStore, OnJoined, OnLeft, PeopleStore

log = logging.getLogger(__name__)

CHECK = "people.check"
ROLE = "people.role"


class People:
    """Everybody who has joined a community, with or without a Discord account."""

    def __init__(
        self,
        *,
        database: Database,
        store: PeopleStore,
        invitations: InvitationStore,
        communities: Communities,
        alarms: Alarms,
        clock: Clock,
    ) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._database = database
        self._store = store
        self._invitations = invitations
        self._communities = communities
        self._alarms = alarms
        self._clock = clock
        self._of_joining: tuple[OnJoined, ...] = ()
        self._of_leaving: tuple[OnLeft, ...] = ()

    def tell(self, *, of_joining: tuple[OnJoined, ...], of_leaving: tuple[OnLeft, ...]) -> None:
        """Say who is told of each member who joins or changes her role group, and who of each who leaves.

        Once, when all is built.
        """
        self._of_joining, self._of_leaving = of_joining, of_leaving

    # What other features ask

    async def find(self, community: int, account: int) -> Member | None:
        """The member with this account; None if it has not joined."""
        async with self._database.read() as tx:
            return await self._store.get(tx, community, account)

    async def joined(self, community: int, account: int) -> bool:
        """Whether an account has joined a community."""
        return await self.find(community, account) is not None

    async def member(self, tx: Tx, community: int, member: str) -> Member | None:
        """The member with this id; None if there is none in this community, or not any more."""
        return await self._store.by_id(tx, community, member)

    async def of_community(self, tx: Tx, community: int) -> list[Member]:
        """All members, also those without Discord and those who have left the server; in no order."""
        return await self._store.of_community(tx, community)

    async def members(self, community: int) -> list[Member]:
        """Who has joined and is in the server, with their roles as last fetched; in no order."""
        async with self._database.read() as tx:
            found = await self._store.of_community(tx, community)
        return [member for member in found if member.has_discord and member.left_on is None]

    async def communities_of(self, account: int) -> list[int]:
        """The communities that an account has joined, by id."""
        async with self._database.read() as tx:
            return await self._store.communities_of(tx, account)

    async def keys_needed(self) -> set[int]:
        """The numbers of the keys without which open invitations could not be found."""
        async with self._database.read() as tx:
            return await self._invitations.keys_needed(tx)

    async def change(self, tx: Tx, community: int, member: str, change: Callable[[Member], Member]) -> Member:
        """Change what is kept of a member; returns what holds now. Raises Refused if there is none."""
        found = await self._store.by_id(tx, community, member)
        if found is None:
            raise Refused("error-no-such-member")
        changed = change(found)
        await self._store.put(tx, changed)
        if changed.main_group != found.main_group:
            for each in self._of_joining:
                await each.joined(tx, changed)
        return changed

    @staticmethod
    def names(member: Member) -> str | Words:
        """How a member is shown in a sentence: a mention, which rings nobody, or a name."""
        return rules.names(member)

    async def export_for(self, community: int, member: str) -> dict[str, object]:
        """All that is kept here of the member with this id, as she can read it; nothing if there is none."""
        async with self._database.read() as tx:
            found = await self._store.by_id(tx, community, member)
            named = None if found is None else found.contact
            contact = None if named is None else await self._store.by_id(tx, community, named)
        return {} if found is None else rules.readable(found, contact)

    async def erase(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing here of the member with this id, also where others named her."""
        found = await self._store.by_id(tx, community, member)
        if found is None:
            return
        await self._store.erase(tx, community, member)
        await self._alarms.forget(tx, ROLE, subject(community, member))
        named = [
            each for each in await self._invitations.of_community(tx, community) if each.contact == member
        ]
        await self._invitations.put(tx, [replace(each, contact="") for each in named])
        for other in await self._store.of_community(tx, community):
            if (changed := rules.without(other, found)) != other:
                await self._store.put(tx, changed)

    # What this feature's other services do

    async def seen(self, tx: Tx, community: int, account: int, roles: frozenset[int]) -> Member | None:
        """The member who has just pressed, with the roles she has now; None if she has not joined.

        Whoever presses in the server has not left it.
        """
        member = await self._store.get(tx, community, account)
        if member is None:
            return None
        # In a direct message nobody has roles, and nobody is in the server for having pressed there.
        if roles:
            member = replace(rules.checked(member, self._clock.now(), roles), left_on=None)
            await self._store.put(tx, member)
        return member

    async def add(self, tx: Tx, member: Member) -> None:
        """Keep somebody who has joined, or was written down; with Discord she is looked up in turn."""
        await self._store.put(tx, member)
        if member.has_discord:
            await self._check_later(tx, self._clock.now())
        for each in self._of_joining:
            await each.joined(tx, member)

    # What falls due

    def works(self, directory: Directory) -> Mapping[str, AlarmWork]:
        """What is done for each kind of alarm that is set here.

        `directory` is asked who is still there. Who is not is only marked: nothing unasked is sent to her
        then, and privacy erases her when she has been away for as long as her community says.
        """

        async def check(tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
            member = await self._store.longest_unchecked(tx)
            if member is None or (account := member.account) is None:
                return None
            # It is her turn now, whatever comes of it: one about whom Discord never answers holds up nobody.
            member = rules.checked(member, now)
            await self._store.put(tx, member)
            await self._check_later(tx, now)
            return partial(self._ask_about, member, account, directory)

        return {CHECK: check}

    async def _ask_about(self, member: Member, account: int, directory: Directory) -> None:
        try:
            roles = await directory.roles_of(member.community, account)
        except NotNow as error:
            log.warning("a member could not be looked up, and will be in turn: %s", error.reason)
            return
        now = self._clock.now()
        if roles is None:
            changed = rules.gone(member, now.date())
        else:
            changed = replace(member, roles=roles, left_on=None)
        if changed == member:
            return
        async with self._database.write() as tx:
            # Whoever left, or pressed, while Discord was asked knows better than its answer.
            if await self._store.by_id(tx, member.community, member.id) != member:
                return
            await self._store.put(tx, changed)
            if roles is None:
                for each in self._of_leaving:
                    await each.gone(tx, member.community, member.id)

    async def _check_later(self, tx: Tx, now: datetime) -> None:
        first = await self._store.longest_unchecked(tx)
        if first is not None:
            await self._alarms.set(tx, Alarm(CHECK, "", rules.next_check(first.checked_at, now)))


def subject(community: int, member: str) -> str:
    """The subject of an alarm that is about one member."""
    return f"{community} {member}"
