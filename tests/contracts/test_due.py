"""When the first row is due: asked again where something may have been written, and only there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot.core.database import Database, Journal, Tx
from bot.core.due import NextDue

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Table:
    """Says when the first is due, and how often it was asked."""

    def __init__(self) -> None:
        self.first: datetime | None = None
        self.asked = 0

    async def read(self, tx: Tx) -> datetime | None:
        await tx.execute(text("SELECT 1"))
        self.asked += 1
        return self.first


@pytest.fixture
async def another(database: Database) -> AsyncIterator[Database]:
    """The same database, as another process opens it."""
    opened = Database(database.url.render_as_string(hide_password=False), Journal.EVERYDAY)
    yield opened
    await opened.close()


async def test_what_was_written_is_seen_and_what_was_undone_too(database: Database) -> None:
    table = Table()
    next_due = NextDue(database, table.read)
    assert await next_due() is None
    async with database.write():
        table.first = NOON
    assert await next_due() == NOON
    with pytest.raises(ZeroDivisionError):
        async with database.write():
            table.first = None
            raise ZeroDivisionError
    assert await next_due() is None


async def test_what_is_written_while_it_is_read_is_seen_the_next_time(database: Database) -> None:
    table = Table()

    async def read(tx: Tx) -> datetime | None:
        found = await table.read(tx)
        if table.asked == 1:
            async with database.write():
                table.first = NOON
        return found

    next_due = NextDue(database, read)
    assert await next_due() is None
    assert await next_due() == NOON


class Slow:
    """A database in which one thing was written after the first had begun to read; each lets go when told."""

    def __init__(self) -> None:
        self.begun, self.lets_go, self.both = 0, [asyncio.Event(), asyncio.Event()], asyncio.Event()

    def mark(self) -> Hashable:
        return self.begun

    @asynccontextmanager
    async def read(self) -> AsyncIterator[int]:
        self.begun += 1
        mine = self.begun - 1
        yield mine
        if mine:
            self.both.set()
        await self.lets_go[mine].wait()


async def test_of_two_who_read_at_once_the_older_answer_does_not_stay() -> None:
    slow, reads = Slow(), asyncio.Event()

    async def read(mine: int) -> datetime | None:
        if mine == 0:
            await reads.wait()
        return NOON if mine else None

    next_due = NextDue(slow, read)  # type: ignore[arg-type]
    old, new = asyncio.create_task(next_due()), asyncio.create_task(next_due())
    await slow.both.wait()
    # The later one has read and the earlier one reads after it; the earlier one is done first.
    reads.set()
    slow.lets_go[0].set()
    await old
    slow.lets_go[1].set()
    await new
    slow.begun = 1
    assert await next_due() == NOON


async def test_what_another_process_writes_is_seen(database: Database, another: Database) -> None:
    table = Table()
    next_due = NextDue(database, table.read)
    await next_due()
    async with another.write() as tx:
        await tx.execute(text("CREATE TABLE something (name TEXT)"))
        table.first = NOON
    assert await next_due() == NOON


async def test_a_file_in_which_nothing_was_written_is_not_asked_again(database: Database) -> None:
    table = Table()
    next_due = NextDue(database, table.read)
    # The first time opens the file, and so begins its journal.
    for _ in range(5):
        await next_due()
    assert (table.asked <= 2) if database.is_sqlite else (table.asked == 5)
