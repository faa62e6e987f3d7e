"""What is forgotten is nowhere in a database's files either, on every kind of database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import Table, func, select, text

from bot.core.database import Database
from bot.questions.store import claim_table, waiting_table
from tests.contracts.group import AMA, AN_ANSWER, HERE, Group

pytestmark = pytest.mark.usefixtures("untouched")

ASKED, ANSWERED = 25, 20
#: In bytes: more than enough to be found by, as a nonce is among them.
BEGINNING = 60


async def contents(database: Database) -> bytes:
    """All that lies in a database's files."""
    if database.file is not None:
        found: Iterable[Path] = database.file.parent.glob(database.file.name + "*")
        return b"".join(path.read_bytes() for path in found)
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        # What is still in memory is written, and the files that a table has left are taken away.
        await connection.execute(text("CHECKPOINT"))
        oid = await connection.scalar(text("SELECT oid FROM pg_database WHERE datname = current_database()"))
    server = Path(str(database.url.query["host"]))
    return b"".join(path.read_bytes() for path in (server / "base" / str(oid)).iterdir() if path.is_file())


async def beginnings(group: Group, table: Table) -> set[bytes]:
    """How each block of a shelf begins: a long one lies in several pieces."""
    async with group.database.read() as tx:
        return {block[:BEGINNING] for block in await tx.scalars(select(table.c.block))}


async def a_term_of_questions(group: Group) -> set[bytes]:
    """25 people ask; 20 get an answer, read it, and their question is closed. Returns all that there was."""
    seen: set[bytes] = set()

    async def look() -> None:
        for table in (claim_table, waiting_table):
            seen.update(await beginnings(group, table))

    for number in range(ASKED):
        await group.asks(AMA + number, str(number))
        await look()
    await group.next_window()
    for which in range(ANSWERED):
        await group.facilitating.answer(HERE, group.token(which), AN_ANSWER)
        await group.mine(AMA + int(group.cards()[which][1]))
        await look()
        await group.next_window()
        await look()
        await group.facilitating.close(HERE, group.token(which))
    return seen


async def left_behind(group: Group) -> tuple[int, int, int]:
    """After the nightly tidy: how many blocks were forgotten, how many of them are found, how many live."""
    seen = await a_term_of_questions(group)
    await group.nights(1)
    living = await beginnings(group, claim_table)
    raw = await contents(group.database)
    assert all(block in raw for block in living), "or this looks in the wrong place"
    forgotten = seen - living
    return len(forgotten), sum(block in raw for block in forgotten), len(living)


async def test_no_block_of_a_forgotten_claim_is_anywhere_in_the_files(group: Group) -> None:
    forgotten, found, living = await left_behind(group)
    assert forgotten > ASKED * ANSWERED
    assert living == ASKED - ANSWERED
    assert found == 0


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_with_a_plain_vacuum_they_would_be_found(group: Group, monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted fault."""

    async def plain(database: Database) -> None:
        async with database.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text("VACUUM"))

    monkeypatch.setattr(Database, "vacuum", plain)
    _, found, _ = await left_behind(group)
    assert found > 0


async def test_a_waiting_act_is_not_found_once_its_window_and_the_night_are_over(group: Group) -> None:
    await group.asks()
    (waited,) = await beginnings(group, waiting_table)
    assert waited in await contents(group.database)
    await group.next_window()
    await group.nights(1)
    assert waited not in await contents(group.database)
    async with group.database.read() as tx:
        assert await tx.scalar(select(func.count()).select_from(waiting_table)) == 0
