"""A town after a busy quarter, and what was logged meanwhile.

A quarter takes a while: it is lived through once for each kind of database, and each test gets a copy.
"""

from __future__ import annotations

import copy
import io
import logging
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from bot import migrations
from bot.backup.store import BackupStore
from bot.core import logs
from bot.core.database import Database, Journal
from bot.core.keyring import make_key_file
from bot.core.sealing import Seal
from tests.conftest import new_postgres_database
from tests.privacy.busy import all_but_the_last_week, last_week
from tests.privacy.town import Town
from tests.support import FakeClock, FakeDiscord


@dataclass(frozen=True, slots=True)
class Lived:
    """A quarter that was lived through, or most of it: all that there is to be copied."""

    url: str
    folder: Path
    seal: Seal
    discord: FakeDiscord
    until: datetime
    logged: str

    def town(self, url: str, folder: Path) -> Town:
        """The town as it was then, on copies of its files."""
        clock, discord = FakeClock(), copy.deepcopy(self.discord)
        clock.time = self.until
        discord.clock = clock
        return Town(url, folder, self.seal, clock, discord)


@dataclass
class Quarters:
    """All but the last week, and the whole for each kind of database, as soon as it is asked for."""

    of: dict[str, Lived] = field(default_factory=dict)


@pytest.fixture(scope="session")
def quarters() -> Quarters:
    """What was lived through so far in this run."""
    return Quarters()


@pytest.fixture(autouse=True)
def log() -> Iterator[io.StringIO]:
    """All that is logged, as a host would read it."""
    written = io.StringIO()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.configure("INFO", written)
    yield written
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def town(  # noqa: PLR0917 - each is a fixture
    kind: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    quarters: Quarters,
    log: io.StringIO,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Town]:
    """A town of forty after a busy quarter."""
    address = "" if kind == "sqlite" else request.getfixturevalue("postgres")
    if "most" not in quarters.of:
        quarters.of["most"] = await _live_most(tmp_path_factory.mktemp("most"), log)
    if kind not in quarters.of:
        folder = tmp_path_factory.mktemp(f"quarter-{kind}")
        quarters.of[kind] = await _live_the_rest(quarters.of["most"], address, folder, log)
    lived = quarters.of[kind]
    log.write(lived.logged if lived.logged not in log.getvalue() else "")
    shutil.copytree(lived.folder, tmp_path / "town")
    made = lived.town(await _copy(address, lived, tmp_path / "town"), tmp_path / "town")
    await made.features.start()
    await made.round.make()
    yield made
    await made.close()


async def _live_most(folder: Path, log: io.StringIO) -> Lived:
    """Most of it is lived through once, on SQLite."""
    clock, seal = FakeClock(), make_key_file(folder / "keys" / "master.key")
    town = Town(_file(folder), folder, seal, clock, FakeDiscord(clock))
    await town.begin()
    await all_but_the_last_week(town)
    await town.close()
    return Lived(town.url, folder, seal, town.discord, clock.time, log.getvalue())


async def _live_the_rest(most: Lived, address: str, folder: Path, log: io.StringIO) -> Lived:
    """The last week, in which most of what waits at the end begins, on the database that is asked for."""
    shutil.copytree(most.folder, folder, dirs_exist_ok=True)
    url = await _move(folder, address) if address else _file(folder)
    town = most.town(url, folder)
    await town.features.start()
    await last_week(town)
    if address:
        await _know_the_tables(town.everyday)
    await town.close()
    return Lived(url, folder, most.seal, town.discord, town.clock.time, log.getvalue())


async def _move(folder: Path, address: str) -> str:
    """Put the everyday database on a PostgreSQL server; returns its address there."""
    url = await new_postgres_database(address)
    file, server = Database(_file(folder), Journal.EVERYDAY), Database(url, Journal.EVERYDAY)
    await migrations.upgrade(server, "everyday")
    async with file.read() as tx, server.write() as into:
        await BackupStore().copy(tx, into)
    for each in (file, server):
        await each.close()
    for path in folder.glob("equal-footing.db*"):
        path.unlink()
    return url


async def _know_the_tables(database: Database) -> None:
    """PostgreSQL does so by itself sooner or later: it keeps values out of each column, for its plans."""
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))


def _file(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder}/equal-footing.db"


async def _copy(address: str, lived: Lived, folder: Path) -> str:
    """The address of a database that is like the one of the quarter."""
    if not address:
        return _file(folder)
    name = f"test_{secrets.token_hex(6)}"
    server = Database(address.format(name="postgres"), Journal.EVERYDAY)
    async with server.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {make_url(lived.url).database}"))
    await server.close()
    return address.format(name=name)
