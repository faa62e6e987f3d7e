"""What outlives a gateway connection: the session, what is told again, and who is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
import pytest

from rehearsal import Rehearsal
from rehearsal.wire.sessions import SessionRules
from tests.rehearsal.raw import Api, Bot, Socket

Connect = Callable[[], Awaitable[Socket]]


@asynccontextmanager
async def connecting(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> AsyncIterator[Connect]:
    """New gateway connections that have heard HELLO."""
    async with AsyncExitStack() as stack:

        async def connect() -> Socket:
            address = f"{rehearsal.gateway_url}?v=10"
            socket = Socket(await stack.enter_async_context(session.ws_connect(address)))
            assert (await socket.frame())["op"] == 10
            return socket

        yield connect


@pytest.fixture
async def connect(rehearsal: Rehearsal, session: aiohttp.ClientSession) -> AsyncIterator[Connect]:
    async with connecting(rehearsal, session) as connect:
        yield connect


async def _identified(rehearsal: Rehearsal, connect: Connect) -> tuple[Socket, str]:
    """A connection that knows its community, and the id of its session."""
    socket = await connect()
    await socket.identify(rehearsal.token)
    session_id = (await socket.event("READY"))["session_id"]
    await socket.event("GUILD_CREATE")
    return socket, session_id


async def _dropped(rehearsal: Rehearsal, socket: Socket) -> None:
    """Discord drops the connection, and has noticed that it is gone."""
    dropping = asyncio.create_task(rehearsal.drop_connection())
    assert await socket.closed_with() == 4000
    await dropping
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)


async def _happens(rehearsal: Rehearsal, times: int) -> None:
    for number in range(times):
        await rehearsal.person("Amina").say("general", f"{number} <@{rehearsal.application_id}>")


async def _is_refused(rehearsal: Rehearsal, socket: Socket, session_id: str, seq: int) -> bool:
    """Whether resuming is refused; a refused bot can identify on the same connection."""
    await socket.resume(rehearsal.token, session_id, seq)
    frame = await socket.frame()
    if frame["op"] == 0:
        return False
    assert (frame["op"], frame["d"]) == (9, False)
    await socket.identify(rehearsal.token)
    assert (await socket.event("READY"))["session_id"] != session_id
    return True


async def test_what_was_missed_is_told_in_order(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await _happens(rehearsal, 1)
    await socket.event("MESSAGE_CREATE")
    await _dropped(rehearsal, socket)
    await _happens(rehearsal, 3)
    again = await connect()
    await again.resume(rehearsal.token, session_id, socket.sequence)
    frames = [await again.frame() for _ in range(4)]
    await _happens(rehearsal, 1)
    after = await again.frame()

    assert [each["t"] for each in frames] == ["MESSAGE_CREATE"] * 3 + ["RESUMED"]
    assert [each["d"]["content"][0] for each in frames[:3]] == ["0", "1", "2"]
    assert frames[3]["d"] == {}
    assert [each["s"] for each in (*frames, after)] == [4, 5, 6, 7, 8]
    assert rehearsal.bot_connected


async def test_what_was_sent_and_never_heard_is_told_again(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    heard = socket.sequence
    await _happens(rehearsal, 2)
    await socket.event("MESSAGE_CREATE")
    await _dropped(rehearsal, socket)
    again = await connect()
    await again.resume(rehearsal.token, session_id, heard)

    assert [(await again.frame())["t"] for _ in range(3)] == ["MESSAGE_CREATE"] * 2 + ["RESUMED"]


@pytest.mark.parametrize(("code", "over"), [(1000, True), (1001, True), (4000, False), (3001, False)])
async def test_which_goodbye_ends_a_session(
    rehearsal: Rehearsal, connect: Connect, code: int, *, over: bool
) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await socket.close(code)
    assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)

    assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence) is over


async def test_a_session_is_not_kept_for_ever(session: aiohttp.ClientSession) -> None:
    async with (
        Rehearsal(sessions=SessionRules(kept_for=0.05)) as rehearsal,
        connecting(rehearsal, session) as connect,
    ):
        socket, session_id = await _identified(rehearsal, connect)
        await _dropped(rehearsal, socket)
        assert await rehearsal.world.changed.until(lambda: not rehearsal.world.bots_expected, 5)

        assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


async def test_a_session_that_was_resumed_in_time_stays(session: aiohttp.ClientSession) -> None:
    async with (
        Rehearsal(sessions=SessionRules(kept_for=0.5)) as rehearsal,
        connecting(rehearsal, session) as connect,
    ):
        socket, session_id = await _identified(rehearsal, connect)
        await _dropped(rehearsal, socket)
        assert not await _is_refused(rehearsal, await connect(), session_id, socket.sequence)

        assert not await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 0.8)


@pytest.mark.parametrize(("missed", "refused"), [(2, False), (3, True)])
async def test_a_sequence_that_is_too_old(
    session: aiohttp.ClientSession, missed: int, *, refused: bool
) -> None:
    async with (
        Rehearsal(sessions=SessionRules(events=2)) as rehearsal,
        connecting(rehearsal, session) as connect,
    ):
        socket, session_id = await _identified(rehearsal, connect)
        await _dropped(rehearsal, socket)
        await _happens(rehearsal, missed)

        assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence) is refused


async def test_a_sequence_that_never_was(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await _dropped(rehearsal, socket)
    wrong = await connect()
    await wrong.resume(rehearsal.token, session_id, socket.sequence + 1)

    assert await wrong.closed_with() == 4007
    assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


async def test_an_unknown_session(rehearsal: Rehearsal, connect: Connect) -> None:
    assert await _is_refused(rehearsal, await connect(), "x", 1)


async def test_a_session_that_discord_lost(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    dropping = asyncio.create_task(rehearsal.drop_gateway())
    assert await socket.closed_with() == 4000
    await dropping

    assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


async def test_a_bot_without_a_heartbeat_loses_its_session(session: aiohttp.ClientSession) -> None:
    async with (
        Rehearsal(heartbeat_interval=0.2) as rehearsal,
        connecting(rehearsal, session) as connect,
    ):
        socket, session_id = await _identified(rehearsal, connect)
        assert await socket.closed_with() == 4009

        assert await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


async def test_resuming_what_is_not_ones_own(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await _dropped(rehearsal, socket)
    thief, hasty = await connect(), await connect()
    await thief.resume("wrong", session_id, socket.sequence)
    await hasty.say(6, {"token": rehearsal.token, "session_id": session_id})

    assert await thief.closed_with() == 4004
    assert await hasty.closed_with() == 4002
    assert not await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


async def test_resuming_twice(rehearsal: Rehearsal, connect: Connect) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await socket.resume(rehearsal.token, session_id, socket.sequence)

    assert await socket.closed_with() == 4005


async def test_a_connection_that_was_given_up_is_let_go(rehearsal: Rehearsal, connect: Connect) -> None:
    former, session_id = await _identified(rehearsal, connect)
    again = await connect()
    await again.resume(rehearsal.token, session_id, former.sequence)
    await again.event("RESUMED")

    assert await former.closed_with() == 4000
    await _happens(rehearsal, 1)
    assert await again.heard() == ["MESSAGE_CREATE"]
    assert rehearsal.world.bot_connections == 1


async def test_asking_to_reconnect(rehearsal: Rehearsal, connect: Connect) -> None:
    stranger = await connect()
    socket, session_id = await _identified(rehearsal, connect)
    rehearsal.ask_to_reconnect()
    asked = await socket.frame()
    await socket.close(4000)

    assert asked == {"op": 7, "d": None, "s": None, "t": None}
    assert await stranger.heard() == []
    assert not await _is_refused(rehearsal, await connect(), session_id, socket.sequence)


@pytest.mark.parametrize(
    ("query", "code"),
    [("", 4012), ("?v=9", 4012), ("?v=ten", 4012), ("?encoding=json", 4012), ("?v=10&encoding=etf", 4002)],
)
async def test_another_version_or_encoding(
    rehearsal: Rehearsal, session: aiohttp.ClientSession, query: str, code: int
) -> None:
    async with session.ws_connect(rehearsal.gateway_url + query) as connected:
        assert await Socket(connected).closed_with() == code


async def test_a_command_in_the_gap_is_told_and_answered(
    rehearsal: Rehearsal, api: Api, connect: Connect
) -> None:
    socket, session_id = await _identified(rehearsal, connect)
    await Bot(rehearsal, api, socket).register("ask")
    await _dropped(rehearsal, socket)
    using = asyncio.create_task(rehearsal.person("Amina").command("ask", channel="general"))
    again = await connect()
    bot = Bot(rehearsal, api, again)
    await again.resume(rehearsal.token, session_id, socket.sequence)
    interaction = await bot.begun(using)
    await interaction.answer(4, {"content": "Back again"})
    outcome = await interaction.outcome()

    assert outcome.failed is None
    assert outcome.message is not None
    assert outcome.message.text == "Back again"


async def test_a_bot_that_broke_off_is_not_waited_for(rehearsal: Rehearsal, api: Api) -> None:
    """A killed process says no goodbye; its session is kept all the same."""
    async with aiohttp.ClientSession() as dying, connecting(rehearsal, dying) as connect:
        socket, session_id = await _identified(rehearsal, connect)
        await Bot(rehearsal, api, socket).register("ask")
        await dying.close()
        assert await rehearsal.world.changed.until(lambda: not rehearsal.bot_connected, 5)
        async with asyncio.timeout(1):
            used = await rehearsal.person("Amina").command("ask", channel="general")
    async with aiohttp.ClientSession() as session, connecting(rehearsal, session) as connect:
        again = await connect()
        await again.resume(rehearsal.token, session_id, socket.sequence)
        replayed = [(await again.frame())["t"] for _ in range(2)]
        interaction = await Bot(rehearsal, api, again).used("Amina")
        await interaction.answer(4, {"content": "Here again"})

        assert used.failed == "The application did not respond"
        assert replayed == ["INTERACTION_CREATE", "RESUMED"]
        assert (await interaction.outcome()).failed is None
