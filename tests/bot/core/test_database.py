"""One database: whole writes, one at a time, that forget what was undone and repeat nothing."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.core.database import Database, Journal, Tx
from tests.conftest import new_postgres_database

FULL, MEMORY = 2, 2
#: What a member might have written.
WORDS = "am I the only one who is lost"


def notes(metadata: MetaData) -> Table:
    return Table(
        "note",
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("words", Text, CheckConstraint("length(words) < 60"), nullable=False, unique=True),
    )


@pytest.fixture
async def table(database: Database, metadata: MetaData) -> Table:
    table = notes(metadata)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
    return table


async def words(database: Database, table: Table) -> list[str]:
    async with database.read() as tx:
        return list(await tx.scalars(select(table.c.words).order_by(table.c.id)))


async def add(tx: Tx, table: Table, number: int, said: str) -> None:
    await tx.execute(insert(table).values(id=number, words=said))


@pytest.fixture(params=list(Journal))
async def file(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[tuple[Journal, Database]]:
    """A SQLite file with each of the journals."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/test.db", request.param)
    yield request.param, database
    await database.close()


EVERYWHERE = {"synchronous": FULL, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5_000}
PROMISED = {
    Journal.EVERYDAY: {**EVERYWHERE, "journal_mode": "wal"},
    Journal.FORGETFUL: {**EVERYWHERE, "journal_mode": "delete", "temp_store": MEMORY},
}


async def test_every_connection_keeps_the_promises_of_its_journal(file: tuple[Journal, Database]) -> None:
    journal, database = file
    async with database.read() as one, database.read() as two, database.write() as three:
        for tx in (one, two, three):
            found = {name: await tx.scalar(text(f"PRAGMA {name}")) for name in PROMISED[journal]}
            assert found == PROMISED[journal]


async def test_without_being_told_sqlite_promises_less(tmp_path: Path) -> None:
    """The planted fault: an engine of nobody's keeps none of these."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/test.db")
    async with engine.connect() as connection:
        found = {
            name: await connection.scalar(text(f"PRAGMA {name}")) for name in PROMISED[Journal.FORGETFUL]
        }
    await engine.dispose()
    assert found["foreign_keys"] == 0
    assert found["temp_store"] != MEMORY


async def test_nothing_deleted_is_left_in_the_file(
    file: tuple[Journal, Database], metadata: MetaData
) -> None:
    journal, database = file
    table = notes(metadata)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
        await add(tx, table, 1, WORDS)
    assert database.file is not None
    kept = [path for path in database.file.parent.iterdir() if WORDS.encode() in path.read_bytes()]
    assert kept
    async with database.write() as tx:
        await tx.execute(delete(table))
    if journal is Journal.FORGETFUL:
        assert not [path for path in database.file.parent.iterdir() if WORDS.encode() in path.read_bytes()]
        assert [path.name for path in database.file.parent.iterdir()] == [database.file.name]


def files_with(database: Database, words: bytes) -> list[str]:
    """The files of the tables of a database that hold these words."""
    if database.file is not None:
        found = database.file.parent.glob("*")
    else:
        found = Path(str(database.url.query["host"])).joinpath("base").rglob("*")
    return [path.name for path in found if path.is_file() and words in path.read_bytes()]


@pytest.fixture(params=["wal", "delete", "postgresql"])
async def any_kind(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database of each kind that there is."""
    if request.param == "postgresql":
        url = await new_postgres_database(request.getfixturevalue("postgres"))
    else:
        url = f"sqlite+aiosqlite:///{tmp_path}/test.db"
    opened = Database(url, Journal.FORGETFUL if request.param == "delete" else Journal.EVERYDAY)
    yield opened
    await opened.close()


async def test_after_forgetting_no_deleted_word_is_left(any_kind: Database, metadata: MetaData) -> None:
    table, said = notes(metadata), WORDS + secrets.token_hex(8)
    async with any_kind.write() as tx:
        await tx.run_sync(metadata.create_all)
        await tx.execute(insert(table), [{"id": n, "words": f"note {n}"} for n in range(300)])
        await add(tx, table, 1_000, said)
    await any_kind.forget()
    assert files_with(any_kind, said.encode())
    async with any_kind.write() as tx:
        await tx.execute(delete(table).where(table.c.id == 1_000))
    if any_kind.file is None or any_kind.file.with_name("test.db-wal").exists():
        # The planted fault: a mere deletion leaves it.
        assert files_with(any_kind, said.encode())
    await any_kind.forget()
    assert files_with(any_kind, said.encode()) == []
    assert len(await words(any_kind, table)) == 300


async def test_somebody_who_reads_on_and_on_is_no_reason_to_say_it_is_forgotten(
    tmp_path: Path, metadata: MetaData, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.core.database._LONGEST_WAIT_MS", 20)
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/test.db", Journal.EVERYDAY)
    table = notes(metadata)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
        await add(tx, table, 1, WORDS)
    async with database.read() as reader:
        await reader.execute(select(table))
        with pytest.raises(TimeoutError):
            await database.forget()
    await database.forget()
    assert await words(database, table) == [WORDS]
    await database.close()


async def test_a_role_that_may_ask_for_no_checkpoint_forgets_all_the_same(
    postgres: str, metadata: MetaData
) -> None:
    url = await new_postgres_database(postgres)
    role = f"plain_{secrets.token_hex(4)}"
    owner = Database(url, Journal.EVERYDAY)
    async with owner.write() as tx:
        await tx.execute(text(f"CREATE ROLE {role} LOGIN"))
        await tx.execute(text(f"GRANT ALL ON SCHEMA public TO {role}"))
    plain = Database(url.replace("postgres@", f"{role}@"), Journal.EVERYDAY)
    table, said = notes(metadata), WORDS + secrets.token_hex(8)
    async with plain.write() as tx:
        await tx.run_sync(metadata.create_all)
        await add(tx, table, 1, said)
        await add(tx, table, 2, "kept")
    await owner.forget()
    assert files_with(plain, said.encode())
    async with plain.write() as tx:
        await tx.execute(delete(table).where(table.c.id == 1))
    await plain.forget()
    assert await words(plain, table) == ["kept"]
    await owner.close()
    await plain.close()


async def test_a_write_that_raises_leaves_nothing(database: Database, table: Table) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write() as tx:
            await add(tx, table, 1, "half")
            raise ZeroDivisionError
    assert await words(database, table) == []


async def test_a_write_that_is_cancelled_leaves_nothing_and_lets_the_next_one_in(
    database: Database, table: Table
) -> None:
    begun = asyncio.Event()

    async def never_ends() -> None:
        async with database.write() as tx:
            await add(tx, table, 1, "half")
            begun.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(never_ends())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.write() as tx:
        await add(tx, table, 2, "whole")
    assert await words(database, table) == ["whole"]


async def test_after_each_commit_it_says_that_something_changed(database: Database, table: Table) -> None:
    database.changed.clear()
    with pytest.raises(ZeroDivisionError):
        async with database.write():
            raise ZeroDivisionError
    assert not database.changed.is_set()
    async with database.write() as tx:
        await add(tx, table, 1, "one")
        assert not database.changed.is_set()
    assert database.changed.is_set()


async def test_two_writers_come_one_after_the_other(database: Database, table: Table) -> None:
    story: list[str] = []

    async def count(name: str) -> None:
        async with database.write() as tx:
            story.append(f"{name} begins")
            before = int(await tx.scalar(select(table.c.words)) or 0)
            await asyncio.sleep(0)
            await tx.execute(update(table).values(words=str(before + 1)))
            story.append(f"{name} ends")

    async with database.write() as tx:
        await add(tx, table, 1, "0")
    await asyncio.gather(*(count(str(number)) for number in range(8)))
    assert await words(database, table) == ["8"]
    begun = [line.split()[0] for line in story if line.endswith("begins")]
    assert story == [line for name in begun for line in (f"{name} begins", f"{name} ends")]


async def test_without_whole_writes_a_count_would_be_lost(database: Database, table: Table) -> None:
    """The planted fault: read in one unit of work, write in another."""

    async def count() -> None:
        async with database.read() as tx:
            before = int(await tx.scalar(select(table.c.words)) or 0)
        await met.wait()
        async with database.write() as tx:
            await tx.execute(update(table).values(words=str(before + 1)))

    met = asyncio.Barrier(4)
    async with database.write() as tx:
        await add(tx, table, 1, "0")
    await asyncio.gather(*(count() for _ in range(4)))
    assert await words(database, table) == ["1"]


async def test_a_second_process_waits_for_the_writer(tmp_path: Path, metadata: MetaData) -> None:
    """On a SQLite file, `doctor` or a backup may look in while the bot writes."""
    url = f"sqlite+aiosqlite:///{tmp_path}/test.db"
    bot, other = Database(url, Journal.FORGETFUL), Database(url, Journal.FORGETFUL)
    table = notes(metadata)
    async with bot.write() as tx:
        await tx.run_sync(metadata.create_all)

    async def write(database: Database, number: int) -> None:
        async with database.write() as tx:
            highest = await tx.scalar(select(table.c.id).order_by(table.c.id.desc()).limit(1)) or 0
            await asyncio.sleep(0)
            await add(tx, table, highest + 1, f"note {number}")

    await asyncio.gather(*(write(database, n) for n, database in enumerate([bot, other] * 3)))
    assert len(await words(bot, table)) == 6
    await bot.close()
    await other.close()


async def test_what_is_written_through_a_read_is_not_kept(database: Database, table: Table) -> None:
    async with database.read() as tx:
        await add(tx, table, 1, "by mistake")
        assert len((await tx.execute(select(table))).all()) == 1
    assert await words(database, table) == []


async def test_a_read_sees_one_state_from_beginning_to_end(
    file: tuple[Journal, Database], metadata: MetaData
) -> None:
    journal, database = file
    table = notes(metadata)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
    if journal is Journal.FORGETFUL:
        # Its readers hold the writer up, so a test on one loop would wait for itself.
        return
    async with database.read() as tx:
        before = (await tx.execute(select(table))).all()
        async with database.write() as writer:
            await add(writer, table, 1, "meanwhile")
        assert (await tx.execute(select(table))).all() == before == []


async def test_a_file_is_written_anew_while_others_wait(database: Database, table: Table) -> None:
    async with database.write() as tx:
        await add(tx, table, 1, "one")
    await database.vacuum()
    assert await words(database, table) == ["one"]


async def test_an_error_does_not_repeat_what_was_written(database: Database, table: Table) -> None:
    async with database.write() as tx:
        await add(tx, table, 1, WORDS)
    for number, said in ((1, f"{WORDS} again"), (2, WORDS), (3, WORDS * 3)):
        with pytest.raises(DBAPIError) as caught:
            async with database.write() as tx:
                await add(tx, table, number, said)
        assert WORDS not in str(caught.value)


async def test_the_machines_own_engine_would_repeat_it(tmp_path: Path, metadata: MetaData) -> None:
    """The planted fault."""
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/test.db")
    table = notes(metadata)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    with pytest.raises(DBAPIError, match=WORDS):
        async with engine.begin() as connection:
            await connection.execute(insert(table), [{"id": 1, "words": WORDS}] * 2)
    await engine.dispose()
