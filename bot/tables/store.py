"""Reads every table that there is, whoever made it, without knowing what is in it and without a key."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, inspect, select, table, text

from bot.core.database import Tx
from bot.core.schema import ANONYMOUS
from bot.tables.rules import Column, Table, all_shown

#: Alembic's own table says up to which step the database was brought.
_OF_ALEMBIC = {"alembic_version": ("version_num",)}


class TableStore:
    """The tables of the anonymous database."""

    async def all(self, tx: Tx) -> list[Table]:
        """Every table with all of its rows, by name."""
        names = await tx.run_sync(_names)
        return [await self._one(tx, name) for name in names]

    async def _one(self, tx: Tx, name: str) -> Table:
        found = await tx.execute(select(text("*")).select_from(table(name)))
        ours = declared().get(name, ())
        columns = tuple(Column(each, each in ours) for each in found.keys())  # noqa: SIM118 - no mapping
        return Table(name, bool(ours), columns, all_shown(found.all()))


def declared() -> Mapping[str, Collection[str]]:
    """The tables that the bot makes in the anonymous database, with the names of their columns."""
    return {each.name: tuple(each.columns.keys()) for each in ANONYMOUS.sorted_tables} | _OF_ALEMBIC


def _names(connection: Connection) -> list[str]:
    return sorted(inspect(connection).get_table_names())
