"""Stopped at any step of its deliveries, the bot soon leaves the database alone; each arrives once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from sqlalchemy import MetaData, event

from bot.core import stopping
from bot.core.database import Database
from bot.core.deliveries import LEASE, Delivery
from bot.core.duty import on_duty
from bot.core.sealing import Seal
from tests.contracts.office import PostOffice, open_office, post
from tests.support import FakeClock, FakeDiscord, turns, until

LETTERS = 2


class Nothing:
    """Has nothing to do."""

    async def ring(self) -> None:
        return

    async def next_due(self) -> datetime | None:
        return None


class SlowDiscord(FakeDiscord):
    """Needs some time before it posts a message, some to say so, and some to put down what it holds."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__(clock)
        self.steps = Steps()
        self.may_end = asyncio.Event()
        self.may_end.set()

    async def send(self, delivery: Delivery) -> int:
        try:
            self.steps.take()
            await turns(3)
            message = await super().send(delivery)
            self.steps.take()
            await turns(3)
        finally:
            await turns(3)
            await self.may_end.wait()
        return message


class Steps:
    """Counts what is asked of a database and of Discord, and stops the bot at one of these steps."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.taken = 0
        self.stop_at = stop_at
        self.bot: asyncio.Task[None] | None = None

    def take(self, *_: object) -> None:
        self.taken += 1
        if self.taken == self.stop_at and self.bot is not None:
            self.bot.cancel()

    @contextmanager
    def counted(self, database: Database) -> Iterator[None]:
        """Count what is asked of this database."""
        engine = database.engine.sync_engine
        for kind in _KINDS:
            event.listen(engine, kind, self.take)
        yield
        for kind in _KINDS:
            event.remove(engine, kind, self.take)


_KINDS = ("begin", "before_cursor_execute", "commit", "rollback")


async def deliver(office: PostOffice) -> None:
    """What the bot does between its start and its end."""
    nothing = Nothing()
    async with asyncio.TaskGroup() as tasks:
        await office.postman.start()
        office.database.changed.set()
        async with on_duty(tasks, office.clock, [nothing], [office.postman], nothing, come_to_rest=turns):
            await asyncio.Event().wait()


async def stopped(office: PostOffice, slow: SlowDiscord, steps: Steps) -> set[asyncio.Task[object]]:
    """Deliver until the steps say stop, or until nothing is left; returns who is still at work after that."""
    others = asyncio.all_tasks()
    slow.steps = steps
    office.discord = slow
    office.postman = office.new_postman()
    bot = steps.bot = asyncio.create_task(deliver(office))
    await until(lambda: bot.done() or len(office.owner.told) == LETTERS)
    bot.cancel()
    async with asyncio.timeout(20):
        await asyncio.wait([bot])
    return asyncio.all_tasks() - others


@pytest.fixture
async def office(
    database: Database, metadata: MetaData, seal: Seal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> PostOffice:
    """One on a machine that is so slow that everything is broken off where it is."""
    monkeypatch.setattr(stopping, "LONGEST_END", 0)
    return await open_office(database, metadata, seal, clock)


async def test_stopped_anywhere_it_ends_and_each_message_arrives_once(
    office: PostOffice, clock: FakeClock
) -> None:
    stop_at, is_done = 0, False
    while not is_done:
        stop_at += 1
        office.owner.told.clear()
        await office.promise(*[post(f"letter {number}") for number in range(LETTERS)])
        steps = Steps(stop_at)
        with steps.counted(office.database):
            assert await stopped(office, SlowDiscord(clock), steps) == set()
        is_done = steps.taken < stop_at
        for _ in range(2):
            await office.ring_later(seconds=LEASE.total_seconds())
        assert await office.waiting() == 0
        assert sorted(office.said()) == [f"letter {number}" for number in range(LETTERS)]
    assert stop_at > 15


async def test_who_went_away_before_would_leave_somebody_at_work(
    office: PostOffice, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted fault."""

    async def goes_away(task: asyncio.Future[object], _: object) -> None:
        task.cancel()

    await office.promise(post("letter"))
    monkeypatch.setattr(stopping, "_end", goes_away)
    slow = SlowDiscord(clock)
    slow.may_end.clear()
    left = await stopped(office, slow, Steps(1))
    assert left
    slow.may_end.set()
    await asyncio.wait(left)
