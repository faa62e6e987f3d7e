"""What standing roles need from where they are kept, and who has joined."""

from __future__ import annotations

from typing import Protocol

from bot.core.database import Tx
from bot.people.rules import Member
from bot.standing_roles.rules import Standing


class StandingRoleStore(Protocol):
    """Where they are kept; `bot.standing_roles.store` has the promises."""

    async def put(self, tx: Tx, standing: Standing) -> None: ...
    async def get(self, tx: Tx, id_: str) -> Standing | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Standing]: ...
    async def drop(self, tx: Tx, id_: str) -> None: ...


class People(Protocol):
    """Everybody who has joined a community."""

    async def member(self, tx: Tx, community: int, member: str) -> Member | None: ...
    async def of_community(self, tx: Tx, community: int) -> list[Member]: ...
