"""Alarms: nothing that was due is lost, on every kind of database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import MetaData

from bot.core.alarms import AfterCommit, Alarm, Alarms, alarm_table
from bot.core.database import Database, Tx
from tests.support import FakeClock


class Diary:
    """Writes down which alarms rang, and fails when told to."""

    def __init__(self) -> None:
        self.rang: list[str] = []
        self.after: list[str] = []
        self.fail: set[str] = set()

    async def work(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        if alarm.subject in self.fail:
            raise ZeroDivisionError
        self.rang.append(alarm.subject)

        async def after() -> None:
            self.after.append(alarm.subject)

        return after


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
async def alarms(database: Database, metadata: MetaData, clock: FakeClock, diary: Diary) -> Alarms:
    alarms = Alarms(database, alarm_table(metadata), clock)
    async with database.write() as tx:
        await tx.run_sync(metadata.create_all)
    alarms.answer({"test": diary.work})
    return alarms


async def set_alarm(database: Database, alarms: Alarms, subject: str, due: datetime) -> None:
    async with database.write() as tx:
        await alarms.set(tx, Alarm("test", subject, due))


async def test_rings_when_due_once_and_in_order(
    database: Database, alarms: Alarms, clock: FakeClock, diary: Diary
) -> None:
    await set_alarm(database, alarms, "later", clock.now() + timedelta(seconds=40))
    await set_alarm(database, alarms, "sooner", clock.now() + timedelta(seconds=20))
    await alarms.ring()
    assert diary.rang == []
    clock.move(minutes=5)
    await alarms.ring()
    await alarms.ring()
    assert diary.rang == diary.after == ["sooner", "later"]
    assert await alarms.next_due() is None


async def test_of_two_for_the_same_the_earlier_counts(
    database: Database, alarms: Alarms, clock: FakeClock
) -> None:
    first = clock.now() + timedelta(seconds=20)
    await set_alarm(database, alarms, "window", first)
    await set_alarm(database, alarms, "window", first + timedelta(seconds=20))
    assert await alarms.next_due() == first
    await set_alarm(database, alarms, "window", first - timedelta(seconds=10))
    assert await alarms.next_due() == first - timedelta(seconds=10)


async def test_one_that_fails_holds_up_no_other_and_is_tried_again(
    database: Database, alarms: Alarms, clock: FakeClock, diary: Diary
) -> None:
    diary.fail.add("bad")
    await set_alarm(database, alarms, "bad", clock.now())
    await set_alarm(database, alarms, "good", clock.now())
    await alarms.ring()
    assert diary.rang == ["good"]
    diary.fail.clear()
    clock.move(minutes=1)
    await alarms.ring()
    assert diary.rang == ["good", "bad"]


async def test_what_is_undone_is_not_set(database: Database, alarms: Alarms, clock: FakeClock) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.write() as tx:
            await alarms.set(tx, Alarm("test", "undone", clock.now()))
            raise ZeroDivisionError
    assert await alarms.next_due() is None
