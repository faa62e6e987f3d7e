"""Databases with all their tables, without going through every step of their history.

`tests/migrations` shows that the history leads to the same tables; to go through it takes far longer.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, create_engine, inspect, text

from bot import migrations
from bot.app import ANONYMOUS_KEYS, EVERYDAY_KEYS
from bot.core.database import Database

#: What importing `bot.app` has declared.
_DECLARED = {"everyday": EVERYDAY_KEYS.metadata, "anonymous": ANONYMOUS_KEYS.metadata}
_VERSION = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


async def make_all_tables(database: Database, branch: migrations.Branch) -> None:
    """Do to an empty database what `migrations.upgrade` does, quickly; one with a history goes on through."""
    if database.file is not None and not database.file.exists():
        database.file.write_bytes(empty_file(branch))
        return
    async with database.write() as tx:
        is_made = await tx.run_sync(_make, branch)
    if not is_made:
        await migrations.upgrade(database, branch)


@cache
def empty_file(branch: migrations.Branch) -> bytes:
    """A SQLite file with all tables and nothing in them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "empty.db")
        engine = create_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            _make(connection, branch)
        engine.dispose()
        return file.read_bytes()


def _make(connection: Connection, branch: migrations.Branch) -> bool:
    if inspect(connection).has_table("alembic_version"):
        return False
    _DECLARED[branch].create_all(connection, checkfirst=False)
    connection.execute(text(_VERSION))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": _head(branch)})
    return True


@cache
def _head(branch: migrations.Branch) -> str:
    return migrations.head(branch)
