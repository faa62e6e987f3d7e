"""A statement on a SQLite file: the same as by the driver itself, with fewer visits to its thread."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.core.sqlite import OneVisit, connect

MANY = 1_001


class Counted(OneVisit):
    """A connection that counts its visits."""

    visits = 0

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        type(self).visits += 1
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]


@pytest.fixture(params=["ours", "the driver's"])
async def engine(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    how = {"async_creator_fn": connect} if request.param == "ours" else {}
    engine = create_async_engine(f"sqlite+aiosqlite:///{tmp_path}/test.db", connect_args=how)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT UNIQUE)"))
        rows = [{"words": f"word {number}"} for number in range(MANY)]
        await connection.execute(text("INSERT INTO note (words) VALUES (:words)"), rows)
    yield engine
    await engine.dispose()


async def test_rows_come_all_in_parts_or_one_by_one(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert len((await connection.execute(text("SELECT * FROM note"))).all()) == MANY
        assert await connection.scalar(text("SELECT words FROM note WHERE id = 7")) == "word 6"
        async with connection.stream(text("SELECT id FROM note ORDER BY id")) as streamed:
            assert [row.id async for row in streamed] == list(range(1, MANY + 1))
        async with connection.stream(text("SELECT id FROM note ORDER BY id")) as streamed:
            assert [row.id for row in await streamed.fetchmany(300)] == list(range(1, 301))
        assert (await connection.execute(text("SELECT id FROM note WHERE id > 5000"))).all() == []


async def test_it_says_how_many_rows_it_changed_and_what_it_made(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        changed = await connection.execute(text("UPDATE note SET words = words || '!' WHERE id <= 3"))
        assert changed.rowcount == 3
        made = await connection.execute(text("INSERT INTO note (words) VALUES ('new')"))
        assert made.lastrowid == MANY + 1


async def test_what_the_file_refuses_is_an_error_and_the_connection_is_of_use_after_it(
    engine: AsyncEngine,
) -> None:
    async with engine.connect() as connection:
        with pytest.raises(Exception, match="UNIQUE") as caught:
            await connection.execute(text("INSERT INTO note (words) VALUES ('word 1')"))
        assert isinstance(getattr(caught.value, "orig", None), sqlite3.IntegrityError)
        with pytest.raises(Exception, match="syntax"):
            await connection.execute(text("SELEKT"))
        assert await connection.scalar(text("SELECT count(*) FROM note")) == MANY


async def test_a_statement_makes_one_visit(tmp_path: Path) -> None:
    def counted(file: str, **how: Any) -> Counted:
        return Counted(lambda: sqlite3.connect(file, **how), 64)

    engine = create_async_engine(
        f"sqlite+aiosqlite:///{tmp_path}/test.db", connect_args={"async_creator_fn": counted}
    )
    async with engine.connect() as connection:
        for statement in ("CREATE TABLE note (id INTEGER)", "INSERT INTO note VALUES (1)", "SELECT 1"):
            before = Counted.visits
            (await connection.execute(text(statement))).close()
            assert Counted.visits - before == 1, statement
    await engine.dispose()
