"""What several contracts ask for."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.core.database import Database, Journal
from bot.core.sealing import Seal
from config.settings import Settings
from tests.conftest import new_postgres_database
from tests.contracts.group import Group, open_group
from tests.contracts.town_hall import fill, settings_in
from tests.support import FakeClock


@pytest.fixture
async def everyday(tmp_path: Path) -> AsyncIterator[Database]:
    """The everyday database, as a file."""
    opened = Database(f"sqlite+aiosqlite:///{tmp_path}/equal-footing.db", Journal.EVERYDAY)
    yield opened
    await opened.close()


@pytest.fixture
async def group(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Group:
    """A community in a meeting with quick windows."""
    return await open_group(database, everyday, seal, clock)


@pytest.fixture
async def quiet(database: Database, everyday: Database, seal: Seal, clock: FakeClock) -> Group:
    """A community between meetings."""
    return await open_group(database, everyday, seal, clock, meeting=False)


@pytest.fixture(scope="session")
def busy_hosts() -> dict[str, Settings]:
    """The settings of a host after a busy week, of each kind: only to be copied."""
    return {}


@pytest.fixture
async def busy_host(
    kind: str,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
    busy_hosts: dict[str, Settings],
) -> Settings:
    """A busy host's settings; the everyday database is of either kind."""
    server = request.getfixturevalue("postgres") if kind == "postgresql" else None
    if kind not in busy_hosts:
        url = server and await new_postgres_database(server)
        busy_hosts[kind] = settings_in(tmp_path_factory.mktemp("busy"), url)
        await fill(busy_hosts[kind])
    original = busy_hosts[kind]
    shutil.copytree(original.key_file.parents[1], tmp_path, dirs_exist_ok=True)
    name = make_url(original.database_url).database
    return settings_in(tmp_path, server and await new_postgres_database(server, like=name))
