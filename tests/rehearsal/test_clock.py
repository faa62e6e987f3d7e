"""The world's time: it stands or flows, is stepped from due to due, and never goes back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearsal import BotSilentError, Rehearsal
from rehearsal.world.clock import WorldClock
from rehearsal.world.snowflakes import Snowflakes, made_at
from tests.rehearsal.raw import Bot

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


class Ticker:
    """A clock client: it does what is due when it is due, and says when the next thing is."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse, due: list[datetime]) -> None:
        self._socket = socket
        self._due = due
        self.moves: list[dict[str, Any]] = []
        self.done: list[datetime] = []

    async def run(self) -> None:
        async for message in self._socket:
            move = json.loads(message.data)
            self.moves.append(move)
            now = datetime.fromisoformat(move["now"])
            self.done += [now for due in self._due if due <= now]
            self._due = [due for due in self._due if due > now]
            next_due = min(self._due).isoformat() if self._due else None
            await self._socket.send_json({"idle": move["move"], "next_due": next_due})


@asynccontextmanager
async def _ticking(
    rehearsal: Rehearsal, session: aiohttp.ClientSession, *after: timedelta
) -> AsyncIterator[Ticker]:
    async with session.ws_connect(rehearsal.clock_url) as socket:
        ticker = Ticker(socket, [START + span for span in after])
        running = asyncio.create_task(ticker.run())
        assert await rehearsal.world.changed.until(lambda: bool(ticker.moves), 5)
        yield ticker
        await socket.close()
        await running


async def test_it_steps_from_due_to_due(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> None:
    spans = [timedelta(minutes=1), timedelta(minutes=5), timedelta(hours=2)]
    async with _ticking(rehearsal, session, *spans) as ticker:
        assert await rehearsal.next_due() == START + spans[0]
        await rehearsal.advance(timedelta(minutes=10))

        assert ticker.done == [START + span for span in spans[:2]]
        assert rehearsal.world.clock.now() == START + timedelta(minutes=10)
        assert await rehearsal.next_due() == START + spans[2]
        assert {move["rate"] for move in ticker.moves} == {0}
        assert [move["move"] for move in ticker.moves] == sorted({move["move"] for move in ticker.moves})


async def test_settling_leaves_the_time_as_it_is(
    rehearsal: Rehearsal, session: aiohttp.ClientSession
) -> None:
    async with _ticking(rehearsal, session) as ticker:
        await rehearsal.settle()

        assert {move["now"] for move in ticker.moves} == {"2026-03-02T10:00:00.000000+00:00"}


async def test_without_a_client_it_jumps(rehearsal: Rehearsal) -> None:
    await rehearsal.advance(timedelta(days=3))

    assert rehearsal.world.clock.now() == START + timedelta(days=3)
    assert await rehearsal.next_due() is None


async def test_it_does_not_go_back(rehearsal: Rehearsal) -> None:
    with pytest.raises(ValueError, match="does not go back"):
        await rehearsal.move_to(START - timedelta(microseconds=1))


@pytest.mark.parametrize("said", ["{", '{"idle": 99, "next_due": null}', '{"idle": 1}'])
async def test_what_is_no_answer_is_hung_up_on(
    rehearsal: Rehearsal, session: aiohttp.ClientSession, said: str
) -> None:
    async with session.ws_connect(rehearsal.clock_url) as socket:
        await socket.receive_json()
        await socket.send_str(said)
        message = await socket.receive(timeout=5)

    assert message.type is aiohttp.WSMsgType.CLOSE
    assert message.data == 1008


async def test_a_client_that_leaves_is_not_waited_for(
    rehearsal: Rehearsal, session: aiohttp.ClientSession
) -> None:
    async with session.ws_connect(rehearsal.clock_url) as socket:
        await socket.receive_json()
        settling = asyncio.create_task(rehearsal.settle())
        await socket.receive_json()
        await socket.close()

    await asyncio.wait_for(settling, 5)


async def test_readiness_says_what_is_missing(bot: Bot, rehearsal: Rehearsal) -> None:
    await rehearsal.bot_ready(5, clock=False)

    with pytest.raises(BotSilentError, match="clock") as silent:
        await rehearsal.bot_ready(0.01)
    assert "identified" not in str(silent.value)


async def test_readiness_with_a_clock(bot: Bot, rehearsal: Rehearsal, session: aiohttp.ClientSession) -> None:
    async with _ticking(rehearsal, session):
        await rehearsal.bot_ready(5)


@given(st.lists(st.integers(min_value=0, max_value=10**6), max_size=50))
def test_ids_never_go_back(milliseconds: list[int]) -> None:
    moments = iter([START + timedelta(milliseconds=each) for each in milliseconds])
    ids = Snowflakes(lambda: next(moments))
    made = [ids.next() for _ in milliseconds]

    assert made == sorted(set(made))


def test_an_id_tells_its_time() -> None:
    assert made_at(Snowflakes(lambda: START).next()) == START


def test_time_stands_or_flows() -> None:
    standing, flowing = WorldClock(START, 0), WorldClock(START, 1)

    assert standing.now() == standing.now() == START
    assert START < flowing.now() < START + timedelta(minutes=1)
    flowing.reach(START)
    assert flowing.now() > START
    with pytest.raises(ValueError, match="zone"):
        WorldClock(START.replace(tzinfo=None))
    with pytest.raises(ValueError, match="flows"):
        WorldClock(START, 2)
