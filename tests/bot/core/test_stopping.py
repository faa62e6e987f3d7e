"""What is under way comes to its end when the bot stops, or is broken off soon."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.core import stopping
from bot.core.database import Database, Journal
from bot.core.stopping import all_over, is_ending, surely, to_its_end
from tests.support import turns


async def started(work: Awaitable[object]) -> asyncio.Future[object]:
    task = asyncio.ensure_future(work)
    await turns(1)
    return task


async def test_what_it_returns_and_raises_is_handed_on() -> None:
    async def seven() -> int:
        return 7

    async def failing() -> None:
        raise OSError("no space left on device")

    assert await to_its_end(seven()) == 7
    with pytest.raises(OSError, match="no space left"):
        await to_its_end(failing())


async def test_work_comes_to_its_end_when_it_is_cancelled() -> None:
    done = asyncio.Event()

    async def work() -> None:
        await turns()
        done.set()

    task = await started(to_its_end(work()))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done.is_set()


async def test_work_that_hangs_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "LONGEST_END", 0.01)
    put_down = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await turns()
            put_down.set()

    task = await started(to_its_end(work()))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert put_down.is_set()


async def test_who_is_cancelled_twice_does_not_wait() -> None:
    hangs = asyncio.Event()

    async def work() -> None:
        try:
            await hangs.wait()
        finally:
            hangs.set()

    task = await started(to_its_end(work()))
    task.cancel()
    await turns()
    assert not hangs.is_set()
    task.cancel()
    await asyncio.wait([task])
    await turns()
    assert hangs.is_set()


async def test_what_fails_while_the_bot_stops_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    async def work() -> None:
        await turns()
        raise OSError("no space left on device")

    task = await started(to_its_end(work()))
    task.cancel()
    await asyncio.wait([task])
    assert "what was under way could not be done" in caplog.text
    assert "no space left" in caplog.text


async def test_a_transaction_keeps_its_connection(tmp_path: Path) -> None:
    """Broken off, it would lose it: the warning of a connection nobody closed is an error here."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/stopping.db", Journal.EVERYDAY)

    async def write() -> None:
        async with database.write() as tx:
            await tx.execute(text("CREATE TABLE kept (number INTEGER)"))
            for number in range(20):
                await tx.execute(text(f"INSERT INTO kept VALUES ({number})"))

    task = await started(to_its_end(write()))
    await turns()
    task.cancel()
    await asyncio.wait([task])
    async with database.read() as tx:
        assert await tx.scalar(text("SELECT count(*) FROM kept")) == 20
    await database.close()
    gc.collect()


async def test_what_is_done_for_sure_is_done_however_often_somebody_is_cancelled() -> None:
    may = asyncio.Event()
    done: list[str] = []

    async def work() -> None:
        await may.wait()
        done.append("put down")

    task = await started(surely(work()))
    for _ in range(3):
        task.cancel()
        await turns()
    assert not task.done()
    may.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert done == ["put down"]


async def test_work_hears_that_it_shall_begin_nothing_new() -> None:
    done: list[bool] = []
    told = asyncio.Event()

    async def work() -> None:
        done.append(is_ending())
        await told.wait()
        done.append(is_ending())

    task = await started(to_its_end(work()))
    await turns()
    assert done == [False]
    task.cancel()
    await turns()
    told.set()
    await asyncio.wait([task])
    assert done == [False, True]
    assert not is_ending(), "only who was told to stop has to"


async def test_who_never_ends_is_broken_off_in_the_end(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(stopping, "LONGEST_ANSWER", 0.01)
    soon = asyncio.ensure_future(turns())
    hangs = asyncio.ensure_future(asyncio.Event().wait())
    async with asyncio.timeout(10):
        await all_over(lambda: [each for each in (soon, hangs) if not each.done()])
    assert (soon.cancelled(), hangs.cancelled()) == (False, True)
    assert "broken off, as the bot stops: 1" in caplog.text
