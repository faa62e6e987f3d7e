"""One port of this machine's own on which an application answers, and which leaves nothing open behind it."""

from __future__ import annotations

import asyncio
import socket

from aiohttp import web

HOST = "127.0.0.1"
_GOODBYE = 1.0
#: A connection that was accepted is known to the server this many turns of the loop later, at most.
_TURNS = 3


class Listening:
    """An application behind a port of 127.0.0.1, from `start` to `stop`."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._runner: web.AppRunner | None = None

    async def start(self, app: web.Application, port: int) -> int:
        """Answer on this port, or on any free one if it is 0, and return it. OSError when it is taken."""
        self._socket = socket.create_server((HOST, port))
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_GOODBYE)
        await self._runner.setup()
        await web.SockSite(self._runner, self._socket).start()
        taken: int = self._socket.getsockname()[1]
        return taken

    async def stop(self) -> None:
        """Answer nobody any more; every connection is closed when this returns."""
        if self._socket is None or self._runner is None:
            return
        # asyncio leaves a connection open that is accepted in the turn in which its server is closed.
        asyncio.get_running_loop().remove_reader(self._socket)
        await _turns()
        server = self._runner.server
        transports = [] if server is None else [each.transport for each in server.connections]
        await self._runner.cleanup()
        # What is still to be written to somebody who does not read would hold a connection open for ever.
        for transport in transports:
            if transport is not None:
                transport.abort()
        await _turns()
        self._socket = self._runner = None


async def _turns() -> None:
    for _ in range(_TURNS):
        await asyncio.sleep(0)
