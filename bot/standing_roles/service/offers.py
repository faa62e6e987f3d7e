"""What whoever offered roles can see, and have forgotten."""

from __future__ import annotations

from dataclasses import replace

from bot.core.database import Database, Tx
from bot.standing_roles import rules
from bot.standing_roles.service.ports import People, StandingRoleStore


class Offers:
    """Who offered what: a facilitator, who need not have joined. `account` is a Discord account's."""

    def __init__(self, database: Database, store: StandingRoleStore, people: People) -> None:
        """`database` is the everyday one."""
        self._database = database
        self._store = store
        self._people = people

    async def export_for(self, community: int, account: int) -> dict[str, object]:
        """What she offered, readable, without whom she offered it to; nothing if she offered nothing."""
        async with self._database.read() as tx:
            known = await self._store.of_community(tx, community)
        offered = [rules.readable(each) for each in known if each.offered_by == account]
        return {"offered_by_you": offered} if offered else {}

    async def erase(self, community: int, account: int) -> None:
        """What she offered stays, as nobody's: roles are held under it. Twice is once."""
        async with self._database.write() as tx:
            for standing in await self._store.of_community(tx, community):
                if standing.offered_by == account:
                    await self._store.put(tx, replace(standing, offered_by=None))

    async def forget_all(self, tx: Tx, community: int) -> None:
        """What was offered by anybody who is no member is nobody's."""
        members = await self._people.of_community(tx, community)
        accounts = {each.account for each in members if each.account is not None}
        for standing in await self._store.of_community(tx, community):
            if standing.offered_by is not None and standing.offered_by not in accounts:
                await self._store.put(tx, replace(standing, offered_by=None))
