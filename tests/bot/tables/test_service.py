"""What a host reads when there is nothing to look at."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.database import Database, Journal, Tx
from bot.core.errors import HostError
from bot.tables.rules import Table
from bot.tables.service import Tables


class NoTables:
    """A database in which nothing lies."""

    async def all(self, tx: Tx) -> list[Table]:
        return []


async def complaint(url: str) -> str:
    async def is_up_to_date() -> bool:
        return False

    database = Database(url, Journal.FORGETFUL, read_only=True)
    with pytest.raises(HostError) as caught:
        await Tables(database, NoTables(), is_up_to_date).look()
    await database.close()
    return str(caught.value)


async def test_a_database_that_is_not_there_or_of_another_version_is_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "anonymous.db"
    url = f"sqlite+aiosqlite:///{file}"
    assert await complaint(url) == f"There is no database {file} yet: the first “equal-footing run” makes it."
    assert not file.exists()
    file.touch()
    assert "anonymous.db is not up to date: the next “equal-footing run” makes it so." in await complaint(url)


async def test_the_password_of_a_server_is_not_told() -> None:
    told = await complaint("postgresql+asyncpg://bot:sesame-open@nowhere/cop")
    assert "nowhere/cop is not up to date" in told
    assert "sesame-open" not in told


async def test_what_is_up_to_date_is_looked_at(tmp_path: Path) -> None:
    """The planted fault of the others: they are not always told."""

    async def is_up_to_date() -> bool:
        return True

    file = tmp_path / "anonymous.db"
    file.touch()
    database = Database(f"sqlite+aiosqlite:///{file}", Journal.FORGETFUL, read_only=True)
    assert await Tables(database, NoTables(), is_up_to_date).look() == []
    await database.close()
