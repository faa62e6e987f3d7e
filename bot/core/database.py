"""One URL -> one database, with `read()` and `write()` as the only ways in.

A write is one whole transaction behind one lock, so no other coroutine can commit its half, and no other
process can write what it has just read: on PostgreSQL an advisory lock does what `BEGIN IMMEDIATE` does on
SQLite. Never await Discord inside one. SQLite files have one of two journals; PostgreSQL ignores them.
Whoever only looks opens a database `read_only`.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, event, make_url, text
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.core.sqlite import connect
from bot.core.stopping import in_one_piece

#: An open unit of work. Stores, alarms and deliveries take one and never commit.
Tx = AsyncConnection

_LONGEST_WAIT_MS = 5_000
#: Held until the transaction ends; the number is arbitrary, and the same in every process.
_ONE_WRITER = text("SELECT pg_advisory_xact_lock(7305108)")
#: The first version of PostgreSQL that forgets what it knows of a table when it is asked to.
_CAN_CLEAR = 180_000
_CLEAR_STATISTICS = text(
    "SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited) FROM pg_stats "
    "WHERE schemaname = current_schema()"
)
#: PostgreSQL's code for what a role may not do.
_NOT_ALLOWED = "42501"


class Journal(Enum):
    """How a SQLite file keeps its promise to forget or to be quick."""

    #: For the everyday database: readers never wait for the writer.
    EVERYDAY = ("PRAGMA journal_mode=WAL",)
    #: For anonymous matter: a write-ahead file would keep the order in which things were written.
    FORGETFUL = ("PRAGMA journal_mode=DELETE", "PRAGMA temp_store=MEMORY")


class Database:
    """One database. `changed` is set after each commit; whoever waits on it clears it."""

    def __init__(self, url: str, journal: Journal, *, read_only: bool = False) -> None:
        """`url` is an SQLAlchemy URL for aiosqlite or asyncpg. Nothing is opened yet.

        With `read_only` nothing can be changed through it, a file that is not there is not made, and all of
        one `read` is one state of the whole database.
        """
        self.url = make_url(url)
        self.changed = asyncio.Event()
        self._writes = 0
        self._lock = asyncio.Lock()
        options: dict[str, Any] = {}
        if read_only and not self.is_sqlite:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        address = _only_to_read(self.url) if read_only and self.is_sqlite else self.url
        # An error must not repeat what a member wrote.
        how = {"connect_args": {"async_creator_fn": connect}} if self.is_sqlite else {}
        self.engine = create_async_engine(address, hide_parameters=True, execution_options=options, **how)
        if self.is_sqlite:
            _set_up_sqlite(self.engine.sync_engine, journal)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a SQLite file."""
        return self.url.get_backend_name() == "sqlite"

    @property
    def file(self) -> Path | None:
        """The SQLite file, if it is one."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    def mark(self) -> Hashable | None:
        """What is another once something was written; None where that cannot be told without asking.

        A file that somebody else writes to, whom nothing keeps from it, shows it by its time and its length.
        """
        if self.file is None:
            return None
        journal = self.file.with_name(f"{self.file.name}-wal")
        return (self._writes, _last_written(self.file), _last_written(journal))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Tx]:
        """One whole transaction: committed at the end, or undone by any exception."""
        try:
            async with self._alone() as connection:
                await connection.execution_options(equal_footing_write=True)
                async with connection.begin():
                    if not self.is_sqlite:
                        await connection.execute(_ONE_WRITER)
                    yield connection
        finally:
            # Also where a commit failed: it may have come so far as to count.
            self._writes += 1
        self.changed.set()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """A consistent view; what is written through it is undone."""
        with in_one_piece():
            async with self.engine.connect() as connection:
                yield connection

    async def vacuum(self) -> None:
        """Write every table anew, so that free pages and the order of rows tell nothing.

        PostgreSQL's plain VACUUM would leave what was deleted where it was.
        """
        async with self._alone() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            if self.is_sqlite:
                await connection.execute(text("VACUUM"))
            else:
                await _write_ours_anew(connection)

    async def forget(self) -> None:
        """Leave nothing of what was deleted in the files of the tables; for after an erasure's commit.

        Raises TimeoutError if somebody reads for so long that the write-ahead file cannot be emptied: then
        call it again. PostgreSQL's own write-ahead log is the server's, and keeps what was written until the
        server writes over it (see `docs/hosting.md`).
        """
        await self.vacuum()
        async with self._alone() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await (_empty_the_journal(connection) if self.is_sqlite else _write_all_out(connection))

    async def settle(self) -> None:
        """Make a SQLite file whole in itself: nothing of it is in a journal beside it any more."""
        async with self._alone() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text("PRAGMA journal_mode=DELETE"))

    @asynccontextmanager
    async def _alone(self) -> AsyncIterator[AsyncConnection]:
        with in_one_piece():
            async with self._lock, self.engine.connect() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


async def _write_ours_anew(connection: AsyncConnection) -> None:
    """Every table that is ours: PostgreSQL's own, which are more, hold nothing of it.

    But for one: what the planner knows of a table are values out of it, deleted ones too. From PostgreSQL 18
    on it can be told to forget; before that it learns anew, but for tables in which nothing is left.
    """
    names = text("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()")
    ours = list(await connection.scalars(names))
    if not ours:
        return
    version = int(await connection.scalar(text("SELECT current_setting('server_version_num')")) or 0)
    forget = _CLEAR_STATISTICS if version >= _CAN_CLEAR else text(f"ANALYZE {', '.join(ours)}")
    await connection.execute(forget)
    await connection.execute(text(f"VACUUM FULL {', '.join(ours)}, pg_catalog.pg_statistic"))


async def _empty_the_journal(connection: AsyncConnection) -> None:
    """On a file without a write-ahead journal this does nothing."""
    busy = await connection.scalar(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    if busy:
        raise TimeoutError("somebody reads, so the write-ahead file cannot be emptied yet")


async def _write_all_out(connection: AsyncConnection) -> None:
    """The old files of the tables go for good at a checkpoint."""
    try:
        await connection.execute(text("CHECKPOINT"))
    except DBAPIError as error:
        # Not every role may ask for one; the server makes one by itself, within minutes.
        if getattr(error.orig, "sqlstate", "") != _NOT_ALLOWED:
            raise


def _last_written(file: Path) -> Hashable:
    # Never opened: to close it would let go of the locks that SQLite holds for this process.
    try:
        state = file.stat()
    except FileNotFoundError:
        return None
    return (state.st_mtime_ns, state.st_size)


def _only_to_read(url: URL) -> URL:
    """The address of the same SQLite file, as one that SQLite itself lets nobody write to."""
    file = f"file:{quote(url.database or '')}"
    return url.set(database=file, query={**url.query, "mode": "ro", "uri": "true"})


def _set_up_sqlite(engine: Any, journal: Journal) -> None:
    pragmas = (
        *journal.value,
        "PRAGMA synchronous=FULL",
        "PRAGMA foreign_keys=ON",
        "PRAGMA secure_delete=ON",
        f"PRAGMA busy_timeout={_LONGEST_WAIT_MS}",
    )

    @event.listens_for(engine, "connect")
    def connect(dbapi_connection: Any, _record: Any) -> None:
        # The driver would begin transactions of its own, and too late: at the first write.
        dbapi_connection.isolation_level = None
        cursor = dbapi_connection.cursor()
        try:
            for pragma in pragmas:
                cursor.execute(pragma)
            cursor.close()
        except sqlite3.DatabaseError:
            # Nobody else closes a connection that never came to be.
            dbapi_connection.close()
            raise

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") == "AUTOCOMMIT":
            return
        writes = options.get("equal_footing_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
