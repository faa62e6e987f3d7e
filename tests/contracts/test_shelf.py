"""Shelves: nothing shows but how many blocks there are, on every kind of database."""

from __future__ import annotations

import asyncio
from random import Random

import pytest
from sqlalchemy import MetaData, Table, select

from bot.core.database import Database, Journal
from bot.core.errors import SealBroken
from bot.core.sealing import KEY_BYTES, Seal
from bot.core.shelf import Shelf, shelf_table

LENGTH = 200


@pytest.fixture
def table(metadata: MetaData) -> Table:
    return shelf_table("shelf", metadata)


@pytest.fixture
async def shelf(database: Database, metadata: MetaData, table: Table, seal: Seal) -> Shelf:
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
    return Shelf(table, seal, LENGTH, Random(1))


async def rows(database: Database, table: Table) -> list[tuple[bytes, bytes]]:
    async with database.read() as tx:
        return [(row.key, row.block) for row in await tx.execute(select(table))]


async def put(database: Database, shelf: Shelf, community: int, *contents: bytes) -> None:
    async with database.write() as tx:
        await shelf.write(tx, community, contents)


async def test_gives_back_what_was_put_there(database: Database, shelf: Shelf) -> None:
    await put(database, shelf, 1, b"one", b"two")
    await put(database, shelf, 2, b"elsewhere")
    async with database.read() as tx:
        assert sorted(await shelf.read(tx, 1)) == [b"one", b"two"]
        assert await shelf.read(tx, 2) == [b"elsewhere"]


async def test_every_block_has_one_length_whatever_is_in_it(
    database: Database, shelf: Shelf, table: Table
) -> None:
    await put(database, shelf, 1, b"x", b"y" * 150)
    assert len({len(block) for _, block in await rows(database, table)}) == 1


async def test_a_change_writes_every_row_anew(database: Database, shelf: Shelf, table: Table) -> None:
    await put(database, shelf, 1, b"one", b"two")
    before = await rows(database, table)
    await put(database, shelf, 1, b"one", b"two", b"three")
    after = await rows(database, table)
    assert not {key for key, _ in before} & {key for key, _ in after}
    assert not {block for _, block in before} & {block for _, block in after}


async def test_what_is_taken_off_leaves_a_blank(database: Database, shelf: Shelf, table: Table) -> None:
    await put(database, shelf, 1, b"one", b"two", b"three")
    await put(database, shelf, 1, b"two")
    left = await rows(database, table)
    assert len(left) == 3
    assert len({len(block) for _, block in left}) == 1
    async with database.read() as tx:
        assert await shelf.read(tx, 1) == [b"two"]


async def test_a_blank_is_used_before_a_row_is_added(database: Database, shelf: Shelf, table: Table) -> None:
    await put(database, shelf, 1, b"one", b"two", b"three")
    await put(database, shelf, 1)
    assert len(await rows(database, table)) == 3
    await put(database, shelf, 1, b"four", b"five")
    assert len(await rows(database, table)) == 3
    async with database.read() as tx:
        assert sorted(await shelf.read(tx, 1)) == [b"five", b"four"]


async def test_without_blanks_there_are_as_many_rows_as_contents(
    database: Database, shelf: Shelf, table: Table
) -> None:
    await put(database, shelf, 1, b"one", b"two", b"three")
    await put(database, shelf, 2, b"elsewhere")
    await put(database, shelf, 1, b"two")
    async with database.write() as tx:
        await shelf.write(tx, 1, [b"two"], leave_blanks=False)
        assert await shelf.read(tx, 1) == [b"two"]
    assert len(await rows(database, table)) == 2
    async with database.write() as tx:
        await shelf.write(tx, 1, [], leave_blanks=False)
        assert await shelf.read(tx, 2) == [b"elsewhere"]
    assert len(await rows(database, table)) == 1


async def test_too_long_a_content_is_refused(database: Database, shelf: Shelf) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        await put(database, shelf, 1, b"z" * LENGTH)


async def test_another_key_opens_nothing(database: Database, shelf: Shelf, table: Table) -> None:
    await put(database, shelf, 1, b"one")
    thief = Shelf(table, Seal(bytes(KEY_BYTES)), LENGTH, Random(1))
    async with database.read() as tx:
        with pytest.raises(SealBroken):
            await thief.read(tx, 1)


async def test_two_processes_at_once_lose_nothing(database: Database, url: str, shelf: Shelf) -> None:
    """What one has just read no other can write in between."""
    other = Database(url, Journal.FORGETFUL)

    async def add(by: Database, content: bytes) -> None:
        async with by.write() as tx:
            await shelf.write(tx, 1, [*await shelf.read(tx, 1), content])

    await asyncio.gather(*(add(by, bytes([n])) for n, by in enumerate((database, other) * 5)))
    async with database.read() as tx:
        assert sorted(await shelf.read(tx, 1)) == [bytes([n]) for n in range(10)]
    await other.close()
