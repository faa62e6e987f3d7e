"""Databases with all their tables, without going through every step of their history.

`tests/migrations` shows that the history leads to the same tables; to go through it takes far longer.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, create_mock_engine, inspect, text
from sqlalchemy.dialects import postgresql

from bot import migrations
from bot.app import ANONYMOUS_KEYS, EVERYDAY_KEYS
from bot.core.database import Database, Tx

#: What importing `bot.app` has declared.
_DECLARED = {"everyday": EVERYDAY_KEYS.metadata, "anonymous": ANONYMOUS_KEYS.metadata}
#: The files in a host's folder.
FILES: dict[str, migrations.Branch] = {"equal-footing.db": "everyday", "anonymous.db": "anonymous"}
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
        is_made = await (tx.run_sync(_make, branch) if database.is_sqlite else _send(tx, branch))
    if not is_made:
        await migrations.upgrade(database, branch)


async def _send(tx: Tx, branch: migrations.Branch) -> bool:
    # All in one message: a message for each statement takes both sides longer than what it says.
    driver: Any = (await tx.get_raw_connection()).driver_connection
    if await driver.fetchval("SELECT to_regclass('alembic_version')") is not None:
        return False
    await driver.execute(_for_postgresql(branch))
    return True


@cache
def _for_postgresql(branch: migrations.Branch) -> str:
    said: list[str] = []
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    engine = create_mock_engine(
        "postgresql+asyncpg://", lambda each, *_: said.append(each.compile(dialect=dialect))
    )
    _DECLARED[branch].create_all(engine, checkfirst=False)
    version = f"INSERT INTO alembic_version VALUES ('{_head(branch)}')"
    return ";".join(map(str, (*said, _VERSION, version)))


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
