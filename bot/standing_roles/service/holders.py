"""Who has a standing role, for features that turn to those people."""

from __future__ import annotations

from bot.core.database import Tx
from bot.people.rules import Member
from bot.standing_roles.rules import Role, State
from bot.standing_roles.service.ports import People, StandingRoleStore


class Holders:
    """Knows who has said yes to which role."""

    def __init__(self, store: StandingRoleStore, people: People) -> None:
        self._store = store
        self._people = people

    async def of(self, tx: Tx, community: int, *roles: Role) -> list[str]:
        """The ids of the members who have one of these roles, and have not left."""
        return [each.id for each in await self._members(tx, community, roles)]

    async def has(self, tx: Tx, community: int, account: int, *roles: Role) -> bool:
        """Whether this account's member, who has not left, has one of these roles."""
        return any(each.account == account for each in await self._members(tx, community, roles))

    async def _members(self, tx: Tx, community: int, roles: tuple[Role, ...]) -> list[Member]:
        held = [
            each.member
            for each in await self._store.of_community(tx, community)
            if each.role in roles and each.state is State.HELD
        ]
        members = await self._people.of_community(tx, community) if held else []
        return [each for each in members if each.id in held and each.left_on is None]
