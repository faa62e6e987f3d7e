"""Copies of whole databases, table by table, whatever is in them and of whatever kind they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, MetaData, Table, delete, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from bot.backup.rules import Contents
from bot.core.database import Database, Tx

#: "EqFo": by this SQLite files of ours are known.
_OURS = 0x4571466F
_AT_A_TIME = 500
_OF_ALEMBIC = "alembic_version"
_REVISION = text("SELECT version_num FROM alembic_version")


class BackupStore:
    """Reads and writes databases as they are, without a key and without knowing the features' tables."""

    async def copy(self, source: Tx, target: Tx) -> dict[str, int]:
        """Put the rows of `source` in the place of those of `target`; returns how many rows of each table.

        Both must be of one revision.
        """
        tables = await _tables(source)
        # One revision, so the same tables; but each kind of database has types of its own.
        into = tables if source.dialect.name == target.dialect.name else await _tables(target)
        for table in reversed(list(into.values())):
            await target.execute(delete(table))
        return {name: await _copy_table(source, table, target, into[name]) for name, table in tables.items()}

    async def rows(self, tx: Tx) -> dict[str, int]:
        """How many rows each table has."""
        names = await tx.run_sync(lambda connection: inspect(connection).get_table_names())
        return {name: await _count(tx, Table(name, MetaData())) for name in names if name != _OF_ALEMBIC}

    async def members(self, tx: Tx) -> list[tuple[int, str]]:
        """Every member, as (community, id)."""
        table = await tx.run_sync(lambda connection: Table("member", MetaData(), autoload_with=connection))
        return [(row.community, row.id) for row in await tx.execute(select(table))]

    async def sign(self, tx: Tx, made_on: date) -> None:
        """Mark a SQLite file as a backup of this day."""
        await tx.execute(text(f"PRAGMA application_id={_OURS}"))
        await tx.execute(text(f"PRAGMA user_version={made_on.toordinal()}"))

    async def look(self, database: Database) -> Contents | None:
        """What is in a SQLite file, or None if it is no whole backup of ours."""
        try:
            async with database.read() as tx:
                return await self._contents(tx)
        except DBAPIError:
            return None

    async def _contents(self, tx: Tx) -> Contents | None:
        whole = await tx.scalar(text("PRAGMA integrity_check"))
        signed = await tx.scalar(text("PRAGMA application_id"))
        day = await tx.scalar(text("PRAGMA user_version"))
        if whole != "ok" or signed != _OURS or not day:
            return None
        revision = await tx.scalar(_REVISION)
        return Contents(str(revision), date.fromordinal(day), await self.rows(tx))


async def _tables(tx: Tx) -> Mapping[str, Table]:
    """Every table that there is, with those first that others refer to."""

    def reflect(connection: Connection) -> dict[str, Table]:
        metadata = MetaData()
        metadata.reflect(connection)
        return {table.name: table for table in metadata.sorted_tables if table.name != _OF_ALEMBIC}

    return await tx.run_sync(reflect)


async def _copy_table(source: Tx, table: Table, target: Tx, into: Table) -> int:
    copied = 0
    async with source.stream(select(table)) as found:
        async for rows in found.mappings().partitions(_AT_A_TIME):
            await target.execute(insert(into), [dict(row) for row in rows])
            copied += len(rows)
    return copied


async def _count(tx: Tx, table: Table) -> int:
    return await tx.scalar(select(func.count()).select_from(table)) or 0
