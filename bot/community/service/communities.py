"""Setting a community up, and asking how it is set up."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from bot.community import rules
from bot.community.rules import Community, CommunitySettings, Part
from bot.core.database import Database, Tx
from bot.core.errors import Refused


class CommunityStore(Protocol):
    """Where communities are kept."""

    async def put(self, tx: Tx, community: Community) -> None:
        """Keep a community's settings, in place of earlier ones."""

    async def get(self, tx: Tx, community: int) -> Community | None:
        """A community's settings, or None before it is set up."""

    async def all(self, tx: Tx) -> list[Community]:
        """Every community, by id."""

    async def settings(self, tx: Tx, community: int) -> CommunitySettings:
        """What a community has chosen; the defaults before it has."""

    async def put_settings(self, tx: Tx, settings: CommunitySettings) -> None:
        """Keep what a community has chosen, in place of what it chose before."""


class Parts(Protocol):
    """Who has which part in a community without being a facilitator."""

    async def has_part(self, part: Part, community: int, account: int) -> bool:
        """Whether this account's member, who has not left, has that part."""


class Communities:
    """The communities that this bot serves."""

    def __init__(self, database: Database, store: CommunityStore) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._store = store
        self._parts: Parts | None = None

    def let_take_part(self, parts: Parts) -> None:
        """From now on this knows who may do, too, what facilitators may."""
        self._parts = parts

    async def find(self, community: int | None) -> Community | None:
        """How a community is set up; None if it is not."""
        async with self._database.read() as tx:
            return None if community is None else await self._store.get(tx, community)

    async def get(self, community: int | None) -> Community:
        """How a community is set up; raises Refused if it is not."""
        found = await self.find(community)
        if found is None:
            raise Refused("error-not-set-up")
        return found

    async def all(self) -> list[Community]:
        """Every community."""
        async with self._database.read() as tx:
            return await self._store.all(tx)

    async def all_in(self, tx: Tx) -> list[Community]:
        """As `all`, inside a transaction."""
        return await self._store.all(tx)

    async def save(self, tx: Tx, community: Community) -> None:
        """Keep what an administrator chose.

        Raises Refused if everybody would be a facilitator: Discord gives `@everyone` the server's own id.
        """
        if community.facilitators_role == community.id:
            raise Refused("error-role-everyone")
        await self._store.put(tx, community)

    async def settings(self, community: int) -> CommunitySettings:
        """What a community has chosen; the defaults before it has."""
        async with self._database.read() as tx:
            return await self._store.settings(tx, community)

    async def settings_in(self, tx: Tx, community: int) -> CommunitySettings:
        """As `settings`, inside a transaction."""
        return await self._store.settings(tx, community)

    async def found(self, tx: Tx, community: int) -> Community | None:
        """How a community is set up, in a transaction; None if it is not."""
        return await self._store.get(tx, community)

    async def change(
        self, tx: Tx, community: int, change: Callable[[CommunitySettings], CommunitySettings]
    ) -> CommunitySettings:
        """Change what a community has chosen; returns what holds now."""
        changed = change(await self._store.settings(tx, community))
        await self._store.put_settings(tx, changed)
        return changed

    async def check_facilitator(self, community: int | None, roles: Collection[int]) -> None:
        """Raise Refused unless somebody with these roles is a facilitator."""
        if not rules.is_facilitator(await self.get(community), roles):
            raise Refused("error-facilitators-only")

    async def may(self, part: Part, community: int | None, account: int, roles: Collection[int]) -> bool:
        """Whether somebody is a facilitator by these roles, or has that part; nobody, before the setup."""
        known = await self.find(community)
        if known is None:
            return False
        if rules.is_facilitator(known, roles):
            return True
        return self._parts is not None and await self._parts.has_part(part, known.id, account)

    async def check_part(
        self, part: Part, community: int | None, account: int, roles: Collection[int]
    ) -> None:
        """Raise Refused unless somebody is a facilitator by these roles, or has that part."""
        await self.get(community)
        if not await self.may(part, community, account, roles):
            raise Refused(f"error-{part}s-only")
