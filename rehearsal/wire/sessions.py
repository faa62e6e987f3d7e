"""Gateway sessions: what a bot asked to hear, what it was told, and what it may still hear after a break.

A session outlives its connection for a while, unless the bot said goodbye (1000, 1001): what happens then is
kept and told, in order, to the connection that resumes it.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aiohttp import web


class Op(IntEnum):
    """The opcodes that are known here."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How many real seconds a session without a connection is kept, and how many events it can tell again."""

    kept_for: float = 120.0
    events: int = 1000


class Connection:
    """One bot connection, and what waits to be sent to it."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.session: Session | None = None
        self.heard_at = asyncio.get_running_loop().time()
        #: The code of the closing, by whichever side; None where the line broke off.
        self.closed_with: int | None = None
        self._outbox: asyncio.Queue[str | None] = asyncio.Queue()

    def put(self, op: Op, data: Any) -> None:
        """Queues a frame that is no event."""
        self.put_text(json.dumps({"op": int(op), "d": data, "s": None, "t": None}))

    def put_text(self, text: str) -> None:
        """Queues a frame as it is."""
        self._outbox.put_nowait(text)

    def finish(self) -> None:
        """Nothing is sent any more."""
        self._outbox.put_nowait(None)

    async def write(self) -> None:
        """Sends what is queued, until `finish`."""
        while (text := await self._outbox.get()) is not None:
            if self.socket.closed:
                return
            await self.socket.send_str(text)

    async def close(self, code: int, reason: str) -> None:
        """Closes it from this side."""
        self.closed_with = code
        await self.socket.close(code=code, message=reason.encode())


@dataclass(eq=False, slots=True)
class Session:
    """One session. `expected` says that its bot is there, or closed the line like one that comes back."""

    intents: int
    shard: tuple[int, int]
    remembered: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    connection: Connection | None = None
    has_guild: bool = False
    expected: bool = True
    sequence: int = 0
    _told: deque[str] = field(default_factory=deque)
    _end: asyncio.TimerHandle | None = None

    def tell(self, event: str, data: Any) -> None:
        """Sends an event, or keeps it for the connection that resumes; events are numbered from 1."""
        self.sequence += 1
        text = json.dumps({"op": int(Op.DISPATCH), "d": data, "s": self.sequence, "t": event})
        self._told.append(text)
        if len(self._told) > self.remembered:
            self._told.popleft()
        if self.connection is not None:
            self.connection.put_text(text)

    def remembers(self, sequence: int) -> bool:
        """Whether everything after this number can be told again."""
        return self.sequence - len(self._told) <= sequence <= self.sequence

    def attach(self, connection: Connection) -> None:
        """This connection is now the session's."""
        self.connection, connection.session, self.expected = connection, self, True
        self.stop_waiting()

    def tell_again(self, sequence: int) -> None:
        """Sends everything after this number, in order."""
        missed = self.sequence - sequence
        for text in list(self._told)[len(self._told) - missed :]:
            if self.connection is not None:
                self.connection.put_text(text)

    def wait(self, seconds: float, over: Callable[[], None]) -> None:
        """Without a connection from now on; `over` is called unless one resumes in time."""
        self.connection = None
        self._end = asyncio.get_running_loop().call_later(seconds, over)

    def stop_waiting(self) -> None:
        """Nobody is waited for any more."""
        if self._end is not None:
            self._end.cancel()
            self._end = None
