"""What several contracts ask for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.database import Database, Journal
from bot.core.sealing import Seal
from tests.contracts.group import Group, open_group
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
