"""A server that was stopped leaves no connection open, however its clients behave."""

from __future__ import annotations

import asyncio
import gc
import socket
import warnings
from contextlib import closing
from typing import Protocol

import pytest
from aiohttp import web

from rehearsal.wire.listening import HOST, Listening

BIG = "x" * 20_000_000


class Server(Protocol):
    async def start(self, app: web.Application, port: int) -> int: ...

    async def stop(self) -> None: ...


class Plain:
    """What leaves connections open: a runner that is cleaned up, and no more."""

    async def start(self, app: web.Application, port: int) -> int:
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        taken: int = self._runner.addresses[0][1]
        return taken

    async def stop(self) -> None:
        await self._runner.cleanup()


async def big(_request: web.Request) -> web.Response:
    return web.Response(text=BIG)


async def visit(server: Server, client: socket.socket, turns: int, request: bytes) -> None:
    """Somebody connects, may ask for something and never reads it; so many turns later the server stops."""
    app = web.Application()
    app.router.add_get("/", big)
    port = await server.start(app, 0)
    client.setblocking(False)
    client.connect_ex((HOST, port))
    for _ in range(turns):
        await asyncio.sleep(0)
    if request:
        await asyncio.sleep(0.05)
        client.send(request)
        await asyncio.sleep(0.05)
    await server.stop()


def left_open(server: Server, turns: int, request: bytes = b"") -> list[str]:
    """What Python says was never closed."""
    with warnings.catch_warnings(record=True) as said, closing(socket.socket()) as client:
        warnings.simplefilter("always", ResourceWarning)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        asyncio.run(visit(server, client, turns, request))
        gc.collect()
    return [str(each.message) for each in said]


@pytest.mark.parametrize("turns", range(8))
def test_a_visitor_who_comes_as_it_closes_is_let_go(turns: int) -> None:
    assert left_open(Listening(), turns) == []


def test_a_visitor_who_does_not_read_is_let_go() -> None:
    assert left_open(Listening(), 0, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n") == []


def test_what_stays_open_is_seen() -> None:
    assert any(left_open(Plain(), turns) for turns in range(8))
    assert left_open(Plain(), 0, b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")


def test_a_port_that_is_taken_is_an_error() -> None:
    async def take_it_twice() -> None:
        first, second = Listening(), Listening()
        port = await first.start(web.Application(), 0)
        with pytest.raises(OSError, match="in use"):
            await second.start(web.Application(), port)
        await second.stop()
        await first.stop()

    asyncio.run(take_it_twice())
