"""Who has a standing role, for features that turn to those people."""

from __future__ import annotations

from bot.core.database import Tx
from bot.standing_roles.rules import Role, State
from bot.standing_roles.service.ports import People, StandingRoleStore


class Holders:
    """Knows who has said yes to which role."""

    def __init__(self, store: StandingRoleStore, people: People) -> None:
        self._store = store
        self._people = people

    async def of(self, tx: Tx, community: int, role: Role) -> list[str]:
        """The ids of the members who have this role, and have not left."""
        held = [
            each.member
            for each in await self._store.of_community(tx, community)
            if each.role is role and each.state is State.HELD
        ]
        members = await self._people.of_community(tx, community) if held else []
        return [each.id for each in members if each.id in held and each.left_on is None]
