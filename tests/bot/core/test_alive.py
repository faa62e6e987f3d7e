"""A bot that hangs can be told from one that is at work."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bot.core.alive import Alive, is_alive


async def test_a_bot_that_rings_is_alive_and_one_that_stopped_is_not(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    now = time.time()
    assert not is_alive(file, now)
    await Alive(file).ring()
    assert is_alive(file, now)
    assert is_alive(file, now + 170)
    assert not is_alive(file, now + 190)


async def test_it_does_not_write_at_each_ring(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    alive = Alive(file)
    await alive.ring()
    os.utime(file, (0, 0))
    await alive.ring()
    assert file.stat().st_mtime == 0
    assert await alive.next_due() is None
