"""The two databases' tables, gathered here so that migrations can be checked against them.

A store declares its tables on one of these; `bot/migrations/` makes them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Column, FromClause, MetaData, Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.database import Tx
from bot.core.sealing import Purpose

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "ck": "%(table_name)s_%(constraint_name)s",
    "uq": "%(table_name)s_%(column_0_N_name)s_unique",
    "pk": "%(table_name)s_key",
}

#: `equal-footing.db`: what is done under a name, or by the community as a whole.
EVERYDAY = MetaData(naming_convention=_NAMES)
#: `anonymous.db`: what nobody may be able to trace. No time but a window's, no key but a random one.
ANONYMOUS = MetaData(naming_convention=_NAMES)

_SEALED = "sealed"
_OPEN = "not sealed"
_COMMUNITY = "community"
#: The `info` of a column that says whose row it is, where its name does not.
OF_COMMUNITY = {_COMMUNITY: True}


def sealed_as(name: str, subject: str | None = None) -> dict[str, Any]:
    """The `info` of a column whose blocks are sealed for `Purpose(name, community, subject)`.

    The community is the row's own; `subject` names the column that the purpose's subject is in. Every column
    of bytes has this or `not_sealed`: so that rotating keys can seal it again, and an export can open it.
    """
    return {_SEALED: (name, subject)}


def not_sealed(what: str) -> dict[str, Any]:
    """The `info` of a column of bytes that are not sealed; `what` they are."""
    return {_OPEN: what}


def is_declared(column: Column[Any]) -> bool:
    """Whether a column of bytes says whether it is sealed."""
    return _SEALED in column.info or _OPEN in column.info


def sealed_columns(table: Table) -> list[Column[Any]]:
    """The columns of a table whose blocks are sealed."""
    return [column for column in table.columns if _SEALED in column.info]


def purpose_of(column: Column[Any], row: Mapping[Any, Any]) -> Purpose:
    """What the block of this column in this row, by the names of its columns, is sealed for."""
    name, subject = column.info[_SEALED]
    whose = community_column(column.table)
    community = 0 if whose is None else row[whose.name]
    return Purpose(name, community, "" if subject is None else str(row[subject]))


def community_column(table: FromClause) -> Column[Any] | None:
    """The column that says to which community a row belongs, or None if the table has none."""
    columns = (each for each in table.columns if isinstance(each, Column))
    return next((each for each in columns if _COMMUNITY in each.info or each.name == _COMMUNITY), None)


async def upsert(tx: Tx, table: Table, values: Mapping[str, Any], keep: Collection[str] = ()) -> None:
    """Insert a row, or replace every given column, but for those to `keep`, of the one with the same key."""
    insert = (postgresql if tx.dialect.name == "postgresql" else sqlite).insert(table).values(**values)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in values if name not in (*keys, *keep)}
    await tx.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed))
