"""A fresh rehearsal for each test, and a raw bot in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from rehearsal import Rehearsal
from tests.conformance.checker import ConformanceObserver
from tests.conformance.document import DOCUMENT
from tests.rehearsal.raw import Api, Bot, Socket


@pytest.fixture
async def rehearsal() -> AsyncIterator[Rehearsal]:
    async with Rehearsal() as rehearsal:
        yield rehearsal


@pytest.fixture
async def checked(rehearsal: Rehearsal) -> AsyncIterator[None]:
    """Every exchange of the test is as Discord describes it, where its description is at hand."""
    if not DOCUMENT.exists():
        yield
        return
    observer = ConformanceObserver()
    rehearsal.observers.append(observer)
    yield
    assert observer.violations == []
    assert observer.exchanges + observer.events


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def api(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> Api:
    return Api(rehearsal, session)


@pytest.fixture
async def socket(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> AsyncIterator[Socket]:
    """A gateway connection that has heard HELLO and said nothing."""
    async with session.ws_connect(f"{rehearsal.gateway_url}?v=10&encoding=json") as connected:
        socket = Socket(connected)
        assert (await socket.frame())["op"] == 10
        yield socket


@pytest.fixture
async def bot(rehearsal: Rehearsal, api: Api, socket: Socket) -> Bot:
    """A bot that has identified, knows its community and has registered /ask."""
    await socket.identify(rehearsal.token)
    await socket.event("READY")
    await socket.event("GUILD_CREATE")
    bot = Bot(rehearsal, api, socket)
    await bot.register("ask")
    return bot
