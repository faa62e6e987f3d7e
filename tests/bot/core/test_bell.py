"""A round does all that is due, and all that follows from it; a bell lets nobody wait for another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.core.bell import Bell, Round, Rung
from tests.support import FakeClock, turns, until


@dataclass
class Doer:
    """Something with dated work; `causes` says what each piece of work puts on another's list."""

    clock: FakeClock
    did: list[str]
    due: dict[str, datetime] = field(default_factory=dict)
    causes: dict[str, tuple[Doer, str]] = field(default_factory=dict)

    async def next_due(self) -> datetime | None:
        return min(self.due.values(), default=None)

    async def ring(self) -> None:
        for name in [name for name, due in self.due.items() if due <= self.clock.now()]:
            del self.due[name]
            await asyncio.sleep(0)
            self.did.append(name)
            if name in self.causes:
                other, what = self.causes[name]
                other.due[what] = self.clock.now()


async def test_what_an_alarm_causes_is_delivered_in_the_same_round(clock: FakeClock) -> None:
    did: list[str] = []
    alarms, postman = Doer(clock, did), Doer(clock, did)
    alarms.due["window"] = clock.now()
    alarms.causes["window"] = (postman, "card")
    assert await Round(clock, [alarms, postman]).make() is None
    assert did == ["window", "card"]


async def test_what_a_delivery_causes_is_done_in_the_same_round_too(clock: FakeClock) -> None:
    did: list[str] = []
    alarms, first, second = (Doer(clock, did) for _ in range(3))
    second.due["card"] = clock.now()
    second.causes["card"] = (alarms, "follow up")
    alarms.causes["follow up"] = (first, "note")
    assert await Round(clock, [alarms, first, second]).make() is None
    assert did == ["card", "follow up", "note"]


async def test_a_round_returns_when_the_next_thing_is_due(clock: FakeClock) -> None:
    did: list[str] = []
    alarms, postman = Doer(clock, did), Doer(clock, did)
    later = clock.now() + timedelta(seconds=20)
    alarms.due["window"] = later + timedelta(seconds=20)
    postman.due["card"] = later
    round_ = Round(clock, [alarms, postman])
    assert await round_.make() == later
    assert did == []
    clock.time = later
    assert await round_.make() == later + timedelta(seconds=20)
    assert did == ["card"]


async def test_two_rounds_at_once_do_nothing_twice(clock: FakeClock) -> None:
    did: list[str] = []
    alarms = Doer(clock, did)
    alarms.due["window"] = clock.now()
    round_ = Round(clock, [alarms])
    assert await asyncio.gather(round_.make(), round_.make()) == [None, None]
    assert did == ["window"]


# The bell itself


class Alarms:
    """Counts how often it was rung for."""

    def __init__(self, faults: int = 0) -> None:
        self.rung = 0
        self.faults = faults

    async def next_due(self) -> datetime | None:
        return None

    async def ring(self) -> None:
        if self.faults:
            self.faults -= 1
            raise OSError("no space left on device")
        self.rung += 1


class SlowPostman(Alarms):
    """Begins, and does not come to an end; when it is stopped, it puts down what it holds, in a while."""

    def __init__(self) -> None:
        super().__init__()
        self.put_down = False

    async def ring(self) -> None:
        self.rung += 1
        try:
            await asyncio.Event().wait()
        finally:
            await turns()
            self.put_down = True


@asynccontextmanager
async def ringing(*rung: Rung) -> AsyncIterator[Bell]:
    """A bell that rings a hundred times as often as the bot's."""
    bell = Bell(rung)
    bell.start()
    for job in bell._scheduler.get_jobs():
        job.reschedule("interval", seconds=0.01)
    try:
        yield bell
    finally:
        async with asyncio.timeout(10):
            await bell.stop()


async def test_a_postman_that_hangs_does_not_keep_alarms_from_ringing() -> None:
    alarms, slow, other = Alarms(), SlowPostman(), Alarms()
    async with ringing(slow, alarms, other):
        await until(lambda: alarms.rung >= 5 and other.rung >= 5)
    assert slow.rung == 1, "nobody is rung for while still at it"


async def test_whoever_fails_is_rung_for_again() -> None:
    alarms = Alarms(faults=3)
    async with ringing(alarms):
        await until(lambda: alarms.rung >= 2)


async def test_once_stopped_nobody_is_still_at_it_and_nobody_is_rung_for_again() -> None:
    alarms, slow = Alarms(), SlowPostman()
    async with ringing(slow, alarms) as bell:
        await until(lambda: slow.rung == 1 and alarms.rung >= 1)
        assert bell._scheduler.running
    assert slow.put_down
    rung = alarms.rung
    await turns()
    assert (slow.rung, alarms.rung) == (1, rung)
    assert not bell._scheduler.running


def test_it_rings_every_second_and_late_rather_than_never() -> None:
    jobs = Bell([Alarms(), Alarms()])._scheduler.get_jobs()
    assert [job.trigger.interval for job in jobs] == [timedelta(seconds=1)] * 2
    assert {(job.misfire_grace_time, job.coalesce, job.max_instances) for job in jobs} == {(None, True, 1)}


class Thorough(Alarms):
    """Once it may, it needs a moment, and then has done it."""

    def __init__(self) -> None:
        super().__init__()
        self.may = asyncio.Event()
        self.done = False

    async def ring(self) -> None:
        self.rung += 1
        await self.may.wait()
        await turns()
        self.done = True


async def test_what_is_under_way_is_done_before_the_bell_has_stopped_and_nothing_is_reported(
    caplog: pytest.LogCaptureFixture,
) -> None:
    thorough = Thorough()
    async with ringing(thorough, SlowPostman()):
        await until(lambda: thorough.rung == 1)
        thorough.may.set()
    assert thorough.done
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


async def test_who_was_about_to_be_rung_for_is_not_and_that_is_no_failure(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """APScheduler has rung, and nobody has come yet."""
    alarms = Alarms()
    bell = Bell([alarms])
    bell.start()
    (job,) = bell._scheduler.get_jobs()
    job.func()
    await bell.stop()
    job.func()
    await turns()
    assert alarms.rung == 0
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
