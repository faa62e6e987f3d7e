"""The two databases' tables, gathered here so that migrations can be checked against them.

A store declares its tables on one of these; `bot/migrations/` makes them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import MetaData, Table
from sqlalchemy.dialects import postgresql, sqlite

from bot.core.database import Tx

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


async def upsert(tx: Tx, table: Table, values: Mapping[str, Any], keep: Collection[str] = ()) -> None:
    """Insert a row, or replace every given column, but for those to `keep`, of the one with the same key."""
    insert = (postgresql if tx.dialect.name == "postgresql" else sqlite).insert(table).values(**values)
    keys = [column.name for column in table.primary_key]
    changed = {name: insert.excluded[name] for name in values if name not in (*keys, *keep)}
    await tx.execute(insert.on_conflict_do_update(index_elements=keys, set_=changed))
