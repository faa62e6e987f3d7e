"""Standing roles on the everyday database. Who was asked by whom, and what she answered, is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.standing_roles.rules import Standing

standing_role_table = Table(
    "standing_role",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("member", Text, nullable=False),
    Column("block", LargeBinary, nullable=False, info=sealed_as("standing role", "id")),
)


class StandingRoleStore:
    """Reads and writes offers, and who has which role."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes all of it but whom it is about."""
        self._seal = seal

    async def put(self, tx: Tx, standing: Standing) -> None:
        """Keep it as it is now."""
        block = self._seal.close(_purpose(standing.community, standing.id), _STANDING.dump_json(standing))
        row = {
            "id": standing.id,
            "community": standing.community,
            "member": standing.member,
            "block": block,
        }
        await upsert(tx, standing_role_table, row)

    async def get(self, tx: Tx, id_: str) -> Standing | None:
        """The one with this id."""
        table = standing_role_table
        row = (await tx.execute(select(table).where(table.c.id == id_))).mappings().first()
        return None if row is None else self._standing(row)

    async def of_community(self, tx: Tx, community: int) -> list[Standing]:
        """All of a community; the order tells nothing."""
        table = standing_role_table
        rows = await tx.execute(select(table).where(table.c.community == community).order_by(table.c.id))
        return [self._standing(row) for row in rows.mappings()]

    async def drop(self, tx: Tx, id_: str) -> None:
        """Nothing is kept of it."""
        await tx.execute(delete(standing_role_table).where(standing_role_table.c.id == id_))

    def _standing(self, row: Mapping[Any, Any]) -> Standing:
        return _STANDING.validate_json(self._seal.open(_purpose(row["community"], row["id"]), row["block"]))


def _purpose(community: int, id_: str) -> Purpose:
    return Purpose("standing role", community, id_)


_STANDING = TypeAdapter(Standing)
