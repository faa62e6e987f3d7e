"""Paths, members on them, and times for calls, on the everyday database.

How far a member has come is sealed: a file that is stolen does not tell what she has read or put off.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    BigInteger,
    Column,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    select,
)

from bot.core.database import Tx
from bot.core.schema import EVERYDAY, sealed_as, upsert
from bot.core.sealing import Purpose, Seal
from bot.preparation.rules import Composed, Progress, Slot, defaults

path_table = Table(
    "preparation_path",
    EVERYDAY,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("chosen", Text, nullable=False),
)

progress_table = Table(
    "preparation_progress",
    EVERYDAY,
    Column("member", Text, primary_key=True),
    Column("community", BigInteger, nullable=False, index=True),
    Column("due", BigInteger),
    Column("block", LargeBinary, nullable=False, info=sealed_as("preparation")),
)

slot_table = Table(
    "preparation_slot",
    EVERYDAY,
    Column("id", Text, primary_key=True),
    Column("community", BigInteger, nullable=False),
    Column("contact", Text, nullable=False),
    Column("starts_at", BigInteger, nullable=False),
    Column("member", Text, index=True),
    UniqueConstraint("community", "contact", "starts_at"),
)


class PreparationStore:
    """Reads and writes what preparation keeps."""

    def __init__(self, seal: Seal) -> None:
        """`seal` closes how far members have come."""
        self._seal = seal

    # Paths

    async def path(self, tx: Tx, community: int) -> Composed:
        """What a community composed; the defaults before it has."""
        table = path_table
        chosen = await tx.scalar(select(table.c.chosen).where(table.c.community == community))
        return defaults(community) if chosen is None else _COMPOSED.validate_json(chosen)

    async def put_path(self, tx: Tx, path: Composed) -> None:
        """Keep what a community composed, in place of what it composed before."""
        chosen = _COMPOSED.dump_json(path).decode()
        await upsert(tx, path_table, {"community": path.id, "chosen": chosen})

    # Members on them

    async def put(self, tx: Tx, progress: Progress, due: datetime | None) -> None:
        """Keep how far a member has come, and when to look again (None: when something changes)."""
        row = {
            "member": progress.member,
            "community": progress.community,
            "due": None if due is None else _time(due),
            "block": self._seal.close(_purpose(progress.community), _PROGRESS.dump_json(progress)),
        }
        await upsert(tx, progress_table, row)

    async def get(self, tx: Tx, community: int, member: str) -> Progress | None:
        """How far a member has come, or None if she is on no path."""
        found = await self._progress(tx, _of(progress_table, community, member))
        return found[0] if found else None

    async def of_community(self, tx: Tx, community: int) -> list[Progress]:
        """Everybody on a path; the order tells nothing."""
        return await self._progress(tx, progress_table.c.community == community)

    async def due(self, tx: Tx, community: int, now: datetime) -> list[Progress]:
        """Those to look at now."""
        table = progress_table
        return await self._progress(tx, (table.c.community == community) & (table.c.due <= _time(now)))

    async def next_due(self, tx: Tx, community: int) -> datetime | None:
        """When to look at the next one."""
        table = progress_table
        due = await tx.scalar(select(func.min(table.c.due)).where(table.c.community == community))
        return None if due is None else datetime.fromtimestamp(due, UTC)

    async def remove(self, tx: Tx, community: int, member: str) -> None:
        """Keep nothing of how far a member has come."""
        await tx.execute(delete(progress_table).where(_of(progress_table, community, member)))

    # Times for calls

    async def put_slot(self, tx: Tx, slot: Slot) -> None:
        """Keep a time; it fails if the contact has another of the same time."""
        row = {
            "id": slot.id,
            "community": slot.community,
            "contact": slot.contact,
            "starts_at": _time(slot.starts_at),
            "member": slot.member,
        }
        await upsert(tx, slot_table, row)

    async def slots(self, tx: Tx, community: int) -> list[Slot]:
        """Every time of every contact, the earliest first."""
        table = slot_table
        found = select(table).where(table.c.community == community).order_by(table.c.starts_at, table.c.id)
        return [_slot(row) for row in (await tx.execute(found)).mappings()]

    async def remove_slot(self, tx: Tx, community: int, slot: str) -> None:
        """Keep nothing of a time."""
        await tx.execute(
            delete(slot_table).where(slot_table.c.community == community, slot_table.c.id == slot)
        )

    async def expire(self, tx: Tx, community: int, before: datetime) -> int:
        """Remove the times that passed before a moment; returns how many there were."""
        table = slot_table
        old = (table.c.community == community) & (table.c.starts_at < _time(before))
        return int((await tx.execute(delete(table).where(old))).rowcount)

    async def _progress(self, tx: Tx, condition: Any) -> list[Progress]:
        table = progress_table
        rows = await tx.execute(select(table).where(condition).order_by(table.c.member))
        return [
            _PROGRESS.validate_json(self._seal.open(_purpose(row["community"]), row["block"]))
            for row in rows.mappings()
        ]


def _of(table: Table, community: int, member: str) -> Any:
    return (table.c.community == community) & (table.c.member == member)


def _slot(row: Mapping[Any, Any]) -> Slot:
    begins = datetime.fromtimestamp(row["starts_at"], UTC)
    return Slot(row["id"], row["community"], row["contact"], begins, row["member"])


def _time(moment: datetime) -> int:
    return int(moment.timestamp())


def _purpose(community: int) -> Purpose:
    return Purpose("preparation", community)


_COMPOSED = TypeAdapter(Composed)
_PROGRESS = TypeAdapter(Progress)
