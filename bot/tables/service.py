"""Looks into the anonymous database as anybody can who has the file and not the key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.core.database import Database, Tx
from bot.core.errors import HostError
from bot.tables.rules import Table


class TableStore(Protocol):
    """What is read, and how it becomes text."""

    async def all(self, tx: Tx) -> list[Table]:
        """Every table with all of its rows, by name."""


class Tables:
    """The tables of one database."""

    def __init__(
        self, database: Database, store: TableStore, is_up_to_date: Callable[[], Awaitable[bool]]
    ) -> None:
        """`database` is to be opened read-only; `is_up_to_date` raises HostError if it does not open."""
        self._database = database
        self._store = store
        self._is_up_to_date = is_up_to_date

    async def look(self) -> list[Table]:
        """Every table with all of its rows, at one moment.

        Raises HostError if the database is not there, does not open, or was made by another version.
        """
        if not await self._is_up_to_date():
            raise HostError(self._why_not())
        async with self._database.read() as tx:
            return await self._store.all(tx)

    def _why_not(self) -> str:
        file = self._database.file
        if file is not None and not file.exists():
            return f"There is no database {file} yet: the first “equal-footing run” makes it."
        where = file or self._database.url.render_as_string(hide_password=True)
        return f"The database {where} is not up to date: the next “equal-footing run” makes it so."
