"""Bots from the nursery are processes like others, and none is left over."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.nursery import Newborn, Nursery


@pytest.fixture
def clock() -> Iterator[str]:
    """A clock that never says what time it is: a bot that follows it waits for ever."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"ws://127.0.0.1:{server.getsockname()[1]}/"


async def waiting(nursery: Nursery, folder: Path, clock: str) -> Newborn:
    environment = {"CRASH_STEPS": str(folder / "steps.txt"), "CLOCK_URL": clock}
    return await nursery.start(environment, folder / "bot.log")


def test_one_after_the_other_each_is_a_process_of_its_own(tmp_path: Path, clock: str) -> None:
    async def two() -> set[int]:
        with Nursery() as nursery:
            pids = set()
            for _ in range(2):
                bot = await waiting(nursery, tmp_path, clock)
                assert is_there(bot.pid)
                await bot.stop()
                pids.add(bot.pid)
            return pids

    assert len({os.getpid(), *asyncio.run(two())}) == 3


def test_one_that_is_killed_is_over_and_gone(tmp_path: Path, clock: str) -> None:
    async def killed() -> int:
        with Nursery() as nursery:
            bot = await waiting(nursery, tmp_path, clock)
            os.kill(bot.pid, signal.SIGKILL)
            await asyncio.wait_for(bot.over, 30)
            await bot.stop()
            return bot.pid

    assert not is_there(asyncio.run(killed()))


def test_none_outlives_the_nursery(tmp_path: Path, clock: str) -> None:
    async def left() -> int:
        with Nursery() as nursery:
            return (await waiting(nursery, tmp_path, clock)).pid

    assert not is_there(asyncio.run(left()))


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
