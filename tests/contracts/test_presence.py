"""Who is at a meeting: said by each, counted, kept for a while; on every kind of database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.database import Database
from bot.core.sealing import Seal
from bot.meetings.rules import Meeting, Place
from bot.presence.rules import KEPT
from bot.presence.store import PresenceStore
from bot.sittings.rules import Sitting
from tests.contracts.floor import AMA, BEN, CAT, HERE, NOON, STRANGER, Floor, open_floor, words
from tests.support import FakeClock


@pytest.fixture
async def floor(database: Database, seal: Seal, clock: FakeClock) -> Floor:
    return await open_floor(database, seal, clock)


async def come(floor: Floor, *accounts: int) -> str:
    """These press [I'm here], all at once; what the last one reads."""
    read = await asyncio.gather(*(floor.presence.come(HERE, account) for account in accounts))
    return words(read[-1])


async def here(floor: Floor, sitting: str = "") -> list[str]:
    async with floor.database.read() as tx:
        return await floor.presence.here(tx, HERE, sitting)


async def on_now(floor: Floor) -> Sitting:
    """The meeting that is on."""
    async with floor.database.read() as tx:
        sitting = await floor.sittings.now(tx, HERE)
    assert sitting is not None
    return sitting


async def counted(floor: Floor) -> str:
    """What facilitators read."""
    return words(await floor.presence.count(HERE))


async def test_each_is_counted_once_and_can_take_it_back(floor: Floor) -> None:
    assert "Nobody has pressed" in await counted(floor)
    assert "You are counted as here." in await come(floor, AMA, AMA, BEN)
    assert await here(floor) == ["ama", "ben"]
    assert "**2 people** have pressed" in await counted(floor)
    assert "<@" not in await counted(floor)
    for _ in range(2):
        assert "You are not counted as here." in words(await floor.presence.undo(HERE, AMA))
    assert "**1 person** has pressed" in await counted(floor)
    assert "not everyone presses" in await counted(floor)


async def test_outside_a_meeting_and_without_having_joined_she_reads_what_to_press(floor: Floor) -> None:
    joining = await floor.presence.come(HERE, STRANGER)
    assert [each.action for each in joining.buttons] == ["people:join"]
    assert "You are not counted" in words(await floor.presence.undo(HERE, STRANGER))
    await floor.ends()
    for press in (floor.presence.come, floor.presence.undo):
        told = await press(HERE, AMA)
        assert "no meeting is on now" in words(told)
        assert [each.action for each in told.buttons] == ["questions:ask", "contacts:word"]
    assert "No meeting is on now." in await counted(floor)
    assert await here(floor) == []


async def test_in_a_voice_channel_it_works_and_says_where(floor: Floor) -> None:
    await floor.ends()
    await floor.plans(Meeting("m1", HERE, "First", NOON + timedelta(hours=2), place=Place(channel=5)))
    await floor.plans(Meeting("m2", HERE, "Second", NOON + timedelta(hours=8), place=Place(where="Teams")))
    await floor.passes_until(NOON + timedelta(hours=2))
    await floor.begins()
    assert "The meeting is in <#5>." in await come(floor, AMA)
    await floor.passes_until(NOON + timedelta(hours=8))
    await floor.begins()
    assert "The meeting is in" not in await come(floor, AMA)
    assert await floor.presence.export_for(HERE, "ama") == {
        "meetings_here": [
            {"meeting": "First", "meeting_began": (NOON + timedelta(hours=2)).isoformat()},
            {"meeting": "Second", "meeting_began": (NOON + timedelta(hours=8)).isoformat()},
        ]
    }


async def test_it_is_kept_for_30_days_from_the_last_end_on(floor: Floor) -> None:
    await come(floor, AMA, BEN)
    sitting = await on_now(floor)
    await floor.ends()
    floor.clock.move(minutes=30)
    await floor.begins()
    await come(floor, CAT)
    floor.starts()
    await floor.passes_until(floor.clock.now() + timedelta(hours=6))
    assert await here(floor) == ["ama", "ben", "cat"]
    ended = floor.clock.now()
    await floor.passes_until(ended + KEPT - timedelta(seconds=1))
    await floor.begins()
    assert await here(floor, sitting.id) == ["ama", "ben", "cat"]
    assert await here(floor) == []
    await floor.passes_until(ended + KEPT)
    assert await floor.rows() == [0, 0, 0]


async def test_who_has_left_or_is_erased_is_not_counted(floor: Floor) -> None:
    await come(floor, AMA, BEN, CAT)
    async with floor.database.write() as tx:
        await floor.presence.gone(tx, HERE, "ama")
        await floor.presence.erase(tx, HERE, "ben")
    assert await here(floor) == ["cat"]
    assert await floor.presence.export_for(HERE, "ben") == {}


async def test_300_people_are_300_those_who_press_at_once_too(floor: Floor) -> None:
    ama, sitting = await floor.joins(), await on_now(floor)
    people = [(f"m{number:03}", 190_000_000_000_001_000 + number) for number in range(300)]
    async with floor.database.write() as tx:
        for id_, account in people:
            await floor.members.put(tx, replace(ama, id=id_, account=account))
        for id_, _ in people[20:]:
            await PresenceStore().put(tx, HERE, sitting.id, id_)
    await come(floor, *(account for _, account in people[:20]))
    assert await here(floor) == [id_ for id_, _ in people]
    assert "**300 people** have pressed" in await counted(floor)
