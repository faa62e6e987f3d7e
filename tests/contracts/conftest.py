"""What several contracts ask for."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.database import Database, Journal


@pytest.fixture
async def everyday(tmp_path: Path) -> AsyncIterator[Database]:
    """The everyday database, as a file."""
    opened = Database(f"sqlite+aiosqlite:///{tmp_path}/equal-footing.db", Journal.EVERYDAY)
    yield opened
    await opened.close()
