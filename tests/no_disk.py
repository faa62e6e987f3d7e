"""Databases that wait for no disk: a process may be killed in a test, but no machine stops.

What a process has written is the system's, and outlives it; only a machine that stops loses what is not yet
on its disk.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from bot.core.database import Database


def quick(database: Database) -> Database:
    """The same database, which waits for no disk."""
    if database.is_sqlite:

        @event.listens_for(database.engine.sync_engine, "connect")
        def connect(connection: Any, _record: Any) -> None:
            connection.cursor().execute("PRAGMA synchronous=OFF")

    return database


def hurry() -> None:
    """From now on every database of this process waits for no disk."""
    original = Database.__init__

    def make(self: Database, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        quick(self)

    Database.__init__ = make  # type: ignore[method-assign]
