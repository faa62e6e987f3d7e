"""A connection to a SQLite file on which most statements make one visit to its thread.

The driver makes four for each: for the cursor, to run it, for its rows, to close it. A visit takes longer
than what is done there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import aiosqlite

#: So many rows come with the statement itself. Who asks for more makes further visits, and never holds all.
_FIRST_ROWS = 200
_Rows = list[Any]
Result = TypeVar("Result")


class OneVisit(aiosqlite.Connection):
    """A connection as SQLAlchemy asks for one, with cursors of our own."""

    def cursor(self) -> Cursor:  # type: ignore[override]
        """A cursor; nothing has been asked of the thread yet."""
        return Cursor(self)

    async def visit(self, task: Callable[..., Result], *given: Any) -> Result:
        """What `task` returns, called in the thread of the connection."""
        result: Result = await self._execute(task, *given)  # type: ignore[no-untyped-call]
        return result


class Cursor:
    """What SQLAlchemy asks of a cursor. Whatever is run raises sqlite3.Error."""

    arraysize = 1

    def __init__(self, connection: OneVisit) -> None:
        self._connection = connection
        self._rows: _Rows = []
        self._open: sqlite3.Cursor | None = None
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Run a statement; its first rows come along."""
        await self._connection.visit(self._run, sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Self:
        """Run a statement once for each."""
        await self._connection.visit(self._run_many, sql, parameters)
        return self

    async def fetchall(self) -> _Rows:
        """All rows that are left."""
        rows, self._rows = self._rows, []
        return rows if self._open is None else rows + await self._connection.visit(self._rest)

    async def fetchmany(self, size: int | None = None) -> _Rows:
        """The next rows, no more than `size`."""
        size = self.arraysize if size is None else size
        rows, self._rows = self._rows[:size], self._rows[size:]
        if self._open is None or len(rows) == size:
            return rows
        return rows + await self._connection.visit(self._open.fetchmany, size - len(rows))

    async def close(self) -> None:
        """Let go what was not fetched."""
        if self._open is not None:
            await self._connection.visit(self._open.close)
            self._open = None

    def _run(self, sql: str, parameters: Sequence[Any]) -> None:
        self._take(self._connection._conn.execute(sql, parameters))

    def _run_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._take(self._connection._conn.executemany(sql, parameters))

    def _take(self, cursor: sqlite3.Cursor) -> None:
        self._rows = cursor.fetchmany(_FIRST_ROWS)
        self.description, self.rowcount = cursor.description, cursor.rowcount
        self.lastrowid = cursor.lastrowid
        self._open = cursor
        if len(self._rows) < _FIRST_ROWS:
            self._rest()

    def _rest(self) -> _Rows:
        if self._open is None:
            return []
        rows = self._open.fetchall()
        self._open.close()
        self._open = None
        return rows


def connect(file: str | Path, **how: Any) -> OneVisit:
    """A connection that opens when it is awaited; `how` is for `sqlite3.connect`."""
    return OneVisit(lambda: sqlite3.connect(file, **how), iter_chunk_size=64)
