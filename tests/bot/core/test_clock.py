"""Clocks: the machine's, and one that is set over a WebSocket on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.core.clock import LoopbackClock, SystemClock
from tests.support import turns

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)
PATIENCE = 10


class Setter:
    """Sets the clock: sends moves to whoever is connected, and keeps the answers."""

    def __init__(self) -> None:
        self.links: asyncio.Queue[web.WebSocketResponse] = asyncio.Queue()
        self.answers: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        #: Sent to each link as soon as it is there.
        self.greeting: dict[str, Any] | None = None

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        link = web.WebSocketResponse()
        await link.prepare(request)
        if self.greeting is not None:
            await link.send_json(self.greeting)
        self.links.put_nowait(link)
        async for message in link:
            self.answers.put_nowait(message.json())
        return link

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        app = web.Application()
        app.router.add_get("/clock", self.serve)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        try:
            yield f"ws://127.0.0.1:{runner.addresses[0][1]}/clock"
        finally:
            await runner.cleanup()


def move(number: int, now: datetime, rate: int = 0) -> dict[str, Any]:
    return {"move": number, "now": now.isoformat(), "rate": rate}


@pytest.fixture
async def setter() -> Setter:
    return Setter()


@pytest.fixture
async def url(setter: Setter) -> AsyncIterator[str]:
    async with setter.running() as url:
        yield url


@asynccontextmanager
async def following(
    clock: LoopbackClock, tick: Callable[[], Any], come_to_rest: Callable[[], Any] = turns
) -> AsyncIterator[None]:
    async with asyncio.timeout(PATIENCE):
        task = asyncio.create_task(clock.follow(tick, come_to_rest))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def test_the_machine_tells_an_aware_time_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_a_clock_that_was_never_set_tells_no_time() -> None:
    with pytest.raises(RuntimeError, match="not been set"):
        LoopbackClock("ws://127.0.0.1:1/clock").now()


async def test_it_is_set_before_ticks_can_be_served(setter: Setter, url: str) -> None:
    setter.greeting = move(1, NOON)
    clock = LoopbackClock(url)
    await clock.read_once()
    assert clock.now() == NOON


async def test_nobody_to_ask_is_an_error() -> None:
    setter = Setter()
    async with setter.running() as url:
        pass
    with pytest.raises(OSError):
        await LoopbackClock(url).read_once()


async def test_what_was_pressed_before_a_move_is_done_at_the_time_before(setter: Setter, url: str) -> None:
    setter.greeting = move(1, NOON)
    clock = LoopbackClock(url)
    await clock.read_once()
    at_rest: list[datetime] = []

    async def tick() -> datetime | None:
        return clock.now()

    async def come_to_rest() -> None:
        await turns()
        at_rest.append(clock.now())

    setter.greeting = move(1, NOON + timedelta(hours=1))
    async with following(clock, tick, come_to_rest):
        answer = await setter.answers.get()
    assert at_rest == [NOON]
    assert answer == {"idle": 1, "next_due": (NOON + timedelta(hours=1)).isoformat()}


async def test_each_move_is_answered_once_all_that_was_due_is_done(setter: Setter, url: str) -> None:
    clock = LoopbackClock(url)
    did: list[datetime] = []

    async def tick() -> datetime | None:
        did.append(clock.now())
        return clock.now() + timedelta(minutes=1) if len(did) < 2 else None

    async with following(clock, tick):
        link = await setter.links.get()
        await link.send_json(move(1, NOON))
        first = await setter.answers.get()
        assert did == [NOON]
        assert first == {"idle": 1, "next_due": (NOON + timedelta(minutes=1)).isoformat()}
        await link.send_json(move(2, NOON + timedelta(minutes=1)))
        assert await setter.answers.get() == {"idle": 2, "next_due": None}
        assert did == [NOON, NOON + timedelta(minutes=1)]


async def nothing_due() -> None:
    return None


async def test_at_rate_0_time_stands_still(setter: Setter, url: str) -> None:
    setter.greeting = move(1, NOON)
    clock = LoopbackClock(url)
    async with following(clock, nothing_due):
        link = await setter.links.get()
        for number in range(2, 30):
            await setter.answers.get()
            assert clock.now() == NOON
            await link.send_json(move(number, NOON))


async def test_at_rate_1_time_passes(setter: Setter, url: str) -> None:
    setter.greeting = move(1, NOON, rate=1)
    clock = LoopbackClock(url)
    async with following(clock, nothing_due):
        await setter.answers.get()
        first = clock.now()
        # The machine's own clock may be coarse: look until it has moved.
        later = next(now for now in iter(clock.now, None) if now != first)
        assert NOON <= first < later < NOON + timedelta(seconds=PATIENCE)


async def test_a_lost_connection_is_made_again(setter: Setter, url: str) -> None:
    clock = LoopbackClock(url)
    async with following(clock, nothing_due):
        link = await setter.links.get()
        await link.close()
        again = await setter.links.get()
        await again.send_json(move(7, NOON))
        assert await setter.answers.get() == {"idle": 7, "next_due": None}
        assert clock.now() == NOON


async def test_a_setter_that_is_not_there_yet_is_waited_for() -> None:
    """The port is free until the setter starts; the clock must not give up."""
    first = Setter()
    async with first.running() as url:
        clock = LoopbackClock(url)
    port = int(url.split(":")[2].split("/")[0])
    refused = asyncio.Event()

    async def tick() -> None:
        refused.set()

    setter = Setter()
    setter.greeting = move(1, NOON)
    async with following(clock, tick):
        app = web.Application()
        app.router.add_get("/clock", setter.serve)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        for _ in range(20):
            await asyncio.sleep(0)
        await web.TCPSite(runner, "127.0.0.1", port, reuse_address=True).start()
        try:
            await refused.wait()
            assert clock.now() == NOON
        finally:
            await runner.cleanup()
