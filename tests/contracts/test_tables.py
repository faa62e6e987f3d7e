"""Looking into the anonymous database without the key, on every kind of database."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import BigInteger, Column, LargeBinary, MetaData, insert, select, text
from sqlalchemy import Table as SqlTable
from sqlalchemy.exc import DBAPIError

from bot.app import look_at_tables
from bot.core.database import Database, Journal
from bot.core.errors import HostError
from bot.core.schema import ANONYMOUS
from bot.core.wording import Wording
from bot.questions.store import claim_table, question_table, waiting_table
from bot.tables.rules import Table
from bot.tables.store import TableStore, declared
from bot.tables.text import say
from config.settings import WORDING, Settings
from tests.contracts.group import AN_ANSWER, BEN, HER_WORDS, HERE, Group


@pytest.fixture
def settings(url: str, tmp_path: Path) -> Settings:
    """The settings of a host whose key and token are elsewhere."""
    return Settings(anonymous_database_url=url, key_file=tmp_path / "nowhere" / "master.key")


@pytest.fixture
async def outside(url: str) -> AsyncIterator[Database]:
    """The same database as `database`, opened by somebody who only looks."""
    opened = Database(url, Journal.FORGETFUL, read_only=True)
    yield opened
    await opened.close()


def named(tables: list[Table], name: str) -> Table:
    (found,) = (table for table in tables if table.name == name)
    return found


def column(table: Table, name: str) -> list[str | None]:
    at = [each.name for each in table.columns].index(name)
    return [row[at] for row in table.rows]


async def fingerprint(database: Database) -> object:
    """What changes whenever anything in a database does."""
    if database.file is not None:
        found = database.file.parent.glob(database.file.name + "*")
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}
    async with database.read() as tx:
        return [
            (table.name, tuple(row))
            for table in ANONYMOUS.sorted_tables
            for row in await tx.execute(select(text("xmin, ctid, *")).select_from(table))
        ]


async def test_every_table_and_every_row_is_there_as_it_lies_there(group: Group, settings: Settings) -> None:
    token = await group.asked()
    await group.facilitating.answer(HERE, token, AN_ANSWER)
    await group.asks(BEN, "another")
    tables = await look_at_tables(settings)
    assert {table.name for table in tables} == {table.name for table in ANONYMOUS.sorted_tables} | {
        "alembic_version"
    }
    for declared_table in ANONYMOUS.sorted_tables:
        kept = await group.everything(declared_table)
        shown = named(tables, declared_table.name)
        assert {each.name for each in shown.columns} == set(declared_table.columns.keys())
        assert len(shown.rows) == len(kept)
    ((_, key, block),) = await group.everything(waiting_table)
    assert named(tables, "waiting").rows == ((str(HERE), key.hex(), block.hex()),)
    (question,) = named(tables, "question").rows
    assert question[1:4] == (str(HERE), "1", "answered")
    for words in (HER_WORDS, AN_ANSWER):
        assert not [cell for table in tables for row in table.rows for cell in row if words in str(cell)]


async def test_a_day_is_told_as_a_day(group: Group, settings: Settings) -> None:
    token = await group.answered()
    await group.facilitating.close(HERE, token)
    shown = named(await look_at_tables(settings), "question")
    assert column(shown, "closed_on") == [group.clock.now().date().isoformat()]
    assert column(shown, "merged_into") == [None]


async def test_all_that_is_there_has_a_sentence(group: Group, settings: Settings) -> None:
    found = await look_at_tables(settings)
    assert all(table.is_ours and all(each.is_ours for each in table.columns) for table in found)
    names = {table.name: sorted(each.name for each in table.columns) for table in found}
    assert names == {name: sorted(columns) for name, columns in declared().items()}
    assert say(found, Wording(WORDING))["tables"]


async def test_a_table_that_the_bot_did_not_make_is_shown_too(group: Group, settings: Settings) -> None:
    """Whatever leaks into the file must not be left out."""
    planted = SqlTable("planted", MetaData(), Column("Who", BigInteger), Column("x y", LargeBinary))
    async with group.database.write() as tx:
        await tx.run_sync(planted.metadata.create_all)
        await tx.execute(insert(planted), [{"Who": 7, "x y": b"\xff"}, {"Who": None, "x y": None}])
    shown = named(await look_at_tables(settings), "planted")
    assert not shown.is_ours
    assert shown.rows == ((None, None), ("7", "ff"))
    assert [each.name for each in shown.columns] == ["Who", "x y"]


async def test_the_order_of_rows_is_that_of_their_cells_at_each_look(
    group: Group, settings: Settings
) -> None:
    for number in range(8):
        await group.asks(BEN + number, f"This is question {number}.")
    shown = named(await look_at_tables(settings), "waiting")
    assert column(shown, "key") == sorted(str(key) for key in column(shown, "key"))
    assert len(shown.rows) == 8
    await group.next_window()
    ids = column(named(await look_at_tables(settings), "question"), "id")
    assert ids == sorted(map(str, ids))


async def test_looking_changes_nothing(group: Group, settings: Settings) -> None:
    await group.asked()
    await group.asks(BEN, "another")
    await group.database.close()
    before = await fingerprint(group.database)
    await group.database.close()
    await look_at_tables(settings)
    assert await fingerprint(group.database) == before


async def test_a_write_would_be_noticed(group: Group) -> None:
    """The planted fault."""
    await group.asks()
    before = await fingerprint(group.database)
    async with group.database.write() as tx:
        await group.store.wait(tx, HERE, await group.store.waiting(tx, HERE))
    assert await fingerprint(group.database) != before


async def test_who_only_looks_cannot_write(group: Group, outside: Database) -> None:
    await group.asks()
    for statement in ("DELETE FROM waiting", "CREATE TABLE planted (x INTEGER)"):
        with pytest.raises(DBAPIError, match=r"read-?only"):
            async with outside.write() as tx:
                await tx.execute(text(statement))
    assert len(await group.everything(waiting_table)) == 1
    async with group.database.write() as tx:
        await tx.execute(text("DELETE FROM waiting"))
    assert await group.everything(waiting_table) == []


async def test_what_was_made_and_has_no_sentence_is_found(group: Group, settings: Settings) -> None:
    """The planted fault: a column that a migration made and nobody wrote a sentence for."""
    async with group.database.write() as tx:
        await tx.execute(text("ALTER TABLE pause ADD COLUMN planted INTEGER"))
    shown = named(await look_at_tables(settings), "pause")
    assert [each.name for each in shown.columns if not each.is_ours] == ["planted"]


async def two_looks(database: Database, group: Group) -> list[list[str | None]]:
    """Which questions are out, at the beginning and at the end of one reading during which a window opens."""
    await group.asks()
    async with database.read() as tx:
        before = await TableStore().all(tx)
        await group.next_window()
        after = await TableStore().all(tx)
    return [column(named(tables, "question"), "number") for tables in (before, after)]


# Of a SQLite file's readers and its writer, the one waits for the other.
@pytest.mark.parametrize("kind", ["postgresql"])
async def test_all_of_one_look_is_one_moment(group: Group, outside: Database) -> None:
    assert await two_looks(outside, group) == [[], []]
    assert len(await group.everything(question_table)) == 1


@pytest.mark.parametrize("kind", ["postgresql"])
async def test_an_ordinary_look_would_see_two_moments(group: Group, database: Database) -> None:
    """The planted fault."""
    assert await two_looks(database, group) == [[], ["1"]]


async def test_a_database_without_tables_is_not_looked_into(
    database: Database, settings: Settings, kind: str
) -> None:
    if kind == "sqlite":
        with pytest.raises(HostError, match="There is no database"):
            await look_at_tables(settings)
        assert database.file is not None
        assert not database.file.exists()
    async with database.write() as tx:
        await tx.run_sync(question_table.metadata.create_all)
    with pytest.raises(HostError, match="is not up to date"):
        await look_at_tables(settings)


async def test_what_the_bot_holds_is_waited_for_as_the_bot_waits(outside: Database, group: Group) -> None:
    if group.database.is_sqlite:
        async with outside.read() as tx, group.database.read() as own:
            waits = [await each.scalar(text("PRAGMA busy_timeout")) for each in (tx, own)]
        assert waits == [5_000, 5_000]
        return
    async with group.database.write() as tx:
        await tx.execute(text("DELETE FROM waiting"))
        async with outside.read() as other:
            assert await TableStore().all(other), "a writer holds up no reader"


async def test_a_claim_that_is_gone_is_gone_from_what_is_shown(group: Group, settings: Settings) -> None:
    token = await group.answered()
    await group.mine()
    await group.next_window()
    await group.facilitating.close(HERE, token)
    assert len(named(await look_at_tables(settings), "claim").rows) == 1, "a blank stands there until night"
    assert await group.opened(claim_table) == []
    await group.nights(1)
    tables = await look_at_tables(settings)
    assert [len(named(tables, name).rows) for name in ("claim", "waiting", "pause")] == [0, 0, 0]


# SQLite's files


@pytest.fixture
def half_written(tmp_path: Path) -> Path:
    """A file that the bot was writing when its machine stopped, with the journal that puts that right."""
    file, copy = tmp_path / "written.db", tmp_path / "anonymous.db"
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("CREATE TABLE t (x)")
    # Too little room to keep what is being written in memory.
    connection.execute("PRAGMA cache_size = 1")
    connection.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 200)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE t SET x = hex(randomblob(250))")
    for ending in ("", "-journal"):
        shutil.copy(f"{file}{ending}", f"{copy}{ending}")
    connection.close()
    return copy


async def test_a_file_that_was_left_half_written_is_left_to_the_bot(half_written: Path) -> None:
    before = {path.name: path.read_bytes() for path in half_written.parent.iterdir()}
    with pytest.raises(HostError, match="left in the middle of a write; the next “equal-footing run” puts"):
        await look_at_tables(Settings(anonymous_database_url=f"sqlite+aiosqlite:///{half_written}"))
    assert {path.name: path.read_bytes() for path in half_written.parent.iterdir()} == before


@pytest.fixture
def held(tmp_path: Path) -> Iterator[str]:
    """The address of a file that somebody else writes to, and does not let go of."""
    connection = sqlite3.connect(tmp_path / "anonymous.db", isolation_level=None)
    connection.execute("CREATE TABLE t (x)")
    connection.execute("BEGIN EXCLUSIVE")
    yield f"sqlite+aiosqlite:///{tmp_path}/anonymous.db"
    connection.close()


async def test_without_patience_a_file_that_is_held_is_said_to_be(
    held: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault of waiting."""
    monkeypatch.setattr("bot.core.database._LONGEST_WAIT_MS", 0)
    with pytest.raises(HostError, match=r"anonymous\.db does not open: database is locked"):
        await look_at_tables(Settings(anonymous_database_url=f"{held}?timeout=0"))


@pytest.mark.parametrize("name", ["a b.db", "100%.db", "why?.db", "nr#1.db", "na%20me.db", "ä.db"])
async def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    connection = sqlite3.connect(tmp_path / name)
    connection.execute("CREATE TABLE here (x)")
    connection.close()
    look = Database(f"sqlite+aiosqlite:///{quote(str(tmp_path / name))}", Journal.FORGETFUL, read_only=True)
    async with look.read() as tx:
        assert [table.name for table in await TableStore().all(tx)] == ["here"]
    await look.close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
