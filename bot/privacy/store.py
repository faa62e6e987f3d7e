"""Erasures that are not finished yet, and how much was removed by night, on the everyday database."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import BigInteger, Column, Date, Integer, LargeBinary, Table, Text, delete, select

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.privacy.rules import Removed, Unfinished

erasure_table = Table(
    "erasure",
    EVERYDAY,
    Column("key", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("whose", LargeBinary, nullable=False, info=sealed_as("erasure")),
)
removed_table = Table(
    "removed",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class _Whose:
    member: str
    account: int | None


class PrivacyStore:
    """Reads and writes both."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes whose an unfinished erasure is."""
        self._seal = seal

    async def put_unfinished(self, tx: Tx, erasure: Unfinished) -> None:
        """Remember an erasure until it is finished."""
        whose = _AS_JSON.dump_json(_Whose(erasure.member, erasure.account))
        sealed = self._seal.close(_purpose(erasure.community), whose)
        row = {"key": erasure.key, "community": erasure.community, "whose": sealed}
        await upsert(tx, erasure_table, row)

    async def unfinished(self, tx: Tx, key: str) -> Unfinished | None:
        """An erasure with this key that is not finished, if there is one."""
        row = (await tx.execute(select(erasure_table).where(erasure_table.c.key == key))).first()
        if row is None:
            return None
        whose = _AS_JSON.validate_json(self._seal.open(_purpose(row.community), row.whose))
        return Unfinished(row.key, row.community, whose.member, whose.account)

    async def unfinished_keys(self, tx: Tx) -> list[str]:
        """The keys of all erasures that are not finished."""
        return list(await tx.scalars(select(erasure_table.c.key).order_by(erasure_table.c.key)))

    async def finished(self, tx: Tx, key: str) -> None:
        """Keep nothing of an erasure."""
        await tx.execute(delete(erasure_table).where(erasure_table.c.key == key))

    async def add_removed(self, tx: Tx, removed: Removed) -> None:
        """Count what was removed, with what was of this kind on the same day."""
        table = removed_table
        same = (
            (table.c.community == removed.community)
            & (table.c.day == removed.day)
            & (table.c.kind == removed.kind)
        )
        before = await tx.scalar(select(table.c.count).where(same)) or 0
        await upsert(tx, table, {**asdict(removed), "count": before + removed.count})

    async def removed(self, tx: Tx, community: int, since: date) -> list[Removed]:
        """What was removed on that day and later."""
        table = removed_table
        found = select(table).where(table.c.community == community, table.c.day >= since)
        return [Removed(**row) for row in (await tx.execute(found)).mappings()]

    async def drop_removed(self, tx: Tx, community: int, before: date) -> None:
        """Keep no count from before that day."""
        table = removed_table
        await tx.execute(delete(table).where(table.c.community == community, table.c.day < before))


def _purpose(community: int) -> Purpose:
    return Purpose("erasure", community)


_AS_JSON = TypeAdapter(_Whose)
