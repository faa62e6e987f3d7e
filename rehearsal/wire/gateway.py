"""The gateway, version 10, in JSON text frames.

Close codes: 4001 unknown opcode, 4002 what cannot be decoded or lacks a field, 4003 before IDENTIFY, 4004
wrong token, 4005 IDENTIFY twice, 4009 no heartbeats, 4010 impossible shard, 4013 intents that do not exist,
4014 privileged intents that are not switched on. RESUME is answered with op 9, "not resumable".
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from aiohttp import WSMsgType, web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rehearsal.wire import dispatching, payloads
from rehearsal.wire.events import violations
from rehearsal.wire.observing import Observer
from rehearsal.world.errors import BadEventError
from rehearsal.world.happenings import Happening
from rehearsal.world.world import World

HEARTBEAT_INTERVAL = 41.25
_MISSED = 1.5
_RECONNECT = 4000
_GOODBYE = 1.0


class Op(IntEnum):
    """The opcodes that are known here."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


class _Closing(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class _Frame(BaseModel):
    model_config = ConfigDict(strict=True)

    op: int
    d: Any = None


class _Identify(BaseModel):
    model_config = ConfigDict(strict=True)

    token: str
    properties: dict[str, Any]
    intents: int = Field(ge=0)
    shard: list[int] | None = None


class Connection:
    """One bot connection: what it said, and what waits to be sent to it."""

    def __init__(self, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.intents = 0
        self.shard = (0, 1)
        self.identified = False
        self.has_guild = False
        self.heard_at = asyncio.get_running_loop().time()
        self._sequence = 0
        self._outbox: asyncio.Queue[str | None] = asyncio.Queue()

    def put(self, op: Op, data: Any, event: str | None = None) -> None:
        """Queues a frame; events (op 0) are numbered from 1."""
        if op is Op.DISPATCH:
            self._sequence += 1
        number = self._sequence if op is Op.DISPATCH else None
        self._outbox.put_nowait(json.dumps({"op": int(op), "d": data, "s": number, "t": event}))

    def finish(self) -> None:
        """Nothing is sent any more."""
        self._outbox.put_nowait(None)

    async def write(self) -> None:
        """Sends what is queued, until `finish`."""
        while (text := await self._outbox.get()) is not None:
            if self.socket.closed:
                return
            await self.socket.send_str(text)


class Gateway:
    """All bot connections; happenings of the world go to those whose intents ask for them."""

    def __init__(
        self, world: World, observers: Sequence[Observer], heartbeat_interval: float = HEARTBEAT_INTERVAL
    ) -> None:
        self._world = world
        self._observers = observers
        self._heartbeat_interval = heartbeat_interval
        self._connections: set[Connection] = set()
        self.url = ""
        world.subscribe(self._dispatch)

    @property
    def ready(self) -> bool:
        """Whether a bot has identified and was told about its community."""
        return any(connection.has_guild for connection in self._connections)

    async def drop(self, code: int = _RECONNECT) -> None:
        """Closes every connection from this side."""
        for connection in list(self._connections):
            await connection.socket.close(code=code, message=b"dropped")

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One conversation, from HELLO to its end."""
        socket = web.WebSocketResponse(timeout=_GOODBYE)
        await socket.prepare(request)
        connection = Connection(socket)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        try:
            await self._converse(connection)
        except _Closing as closing:
            connection.finish()
            await writer
            await socket.close(code=closing.code, message=str(closing).encode())
        finally:
            self._forget(connection)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        return socket

    def _forget(self, connection: Connection) -> None:
        self._connections.discard(connection)
        self._world.bot_connections -= connection.identified
        self._world.changed.notify()

    async def _converse(self, connection: Connection) -> None:
        milliseconds = int(self._heartbeat_interval * 1000)
        connection.put(Op.HELLO, {"heartbeat_interval": milliseconds})
        while True:
            try:
                async with asyncio.timeout_at(connection.heard_at + _MISSED * self._heartbeat_interval):
                    message = await connection.socket.receive()
            except TimeoutError:
                raise _Closing(4009, "no heartbeat came") from None
            if message.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED, WSMsgType.ERROR):
                return
            self._take(connection, _frame(message.type, message.data))

    def _take(self, connection: Connection, frame: _Frame) -> None:
        for observer in self._observers:
            observer.received(frame.op, frame.d)
        if frame.op == Op.HEARTBEAT:
            connection.heard_at = asyncio.get_running_loop().time()
            connection.put(Op.HEARTBEAT_ACK, None)
        elif frame.op == Op.IDENTIFY:
            self._identify(connection, frame.d)
        elif frame.op == Op.RESUME:
            connection.put(Op.INVALID_SESSION, False)
        elif not connection.identified and frame.op in (3, 4, 8):
            raise _Closing(4003, "not authenticated")
        else:
            raise _Closing(4001, f"the rehearsal does not know op {frame.op}")

    def _identify(self, connection: Connection, data: Any) -> None:
        if connection.identified:
            raise _Closing(4005, "already authenticated")
        try:
            said = _Identify.model_validate(data)
        except ValidationError:
            raise _Closing(4002, "IDENTIFY lacks a field") from None
        if not secrets.compare_digest(said.token.encode(), self._world.application.token.encode()):
            raise _Closing(4004, "authentication failed")
        connection.shard = _shard(said.shard)
        _refuse_intents(said.intents, self._world.application.privileged_intents)
        connection.intents, connection.identified = said.intents, True
        self._world.bot_connections += 1
        self._welcome(connection, said.shard is not None)

    def _welcome(self, connection: Connection, sharded: bool) -> None:
        guild = self._world.guild
        mine = dispatching.shard_of(guild.id, connection.shard[1]) == connection.shard[0]
        ready: dict[str, Any] = {
            "v": 10,
            "user": payloads.own_user(self._world.users[self._world.application.id]),
            "guilds": [{"id": str(guild.id), "unavailable": True}] if mine else [],
            "session_id": secrets.token_hex(16),
            "resume_gateway_url": self.url,
            "application": {"id": str(self._world.application.id), "flags": 0},
        }
        if sharded:
            ready["shard"] = list(connection.shard)
        self._send(connection, "READY", ready)
        if mine and connection.intents & dispatching.Intent.GUILDS:
            self._send(connection, "GUILD_CREATE", payloads.arriving_guild(self._world))
            connection.has_guild = True
        self._world.changed.notify()

    def _dispatch(self, happening: Happening) -> None:
        for connection in self._connections:
            if connection.identified and dispatching.concerns(
                self._world, happening, connection.intents, connection.shard
            ):
                event, data = dispatching.event(self._world, happening)
                self._send(connection, event, data)

    def _send(self, connection: Connection, event: str, data: Any) -> None:
        """Raises BadEventError, and sends nothing, when the event breaks its schema."""
        broken = violations(event, data)
        if broken:
            raise BadEventError(f"{event}: {'; '.join(broken)}")
        connection.put(Op.DISPATCH, data, event)
        for observer in self._observers:
            observer.sent(event, data)


def _frame(kind: WSMsgType, data: Any) -> _Frame:
    if kind is not WSMsgType.TEXT:
        raise _Closing(4002, "only JSON text frames are known")
    try:
        return _Frame.model_validate_json(data)
    except ValidationError:
        raise _Closing(4002, "the frame cannot be decoded") from None


def _shard(said: list[int] | None) -> tuple[int, int]:
    if said is None:
        return (0, 1)
    if len(said) != 2 or not 0 <= said[0] < said[1]:  # noqa: PLR2004 - a shard is [id, count]
        raise _Closing(4010, "invalid shard")
    return (said[0], said[1])


def _refuse_intents(intents: int, switched_on: int) -> None:
    if intents & ~dispatching.ALL_INTENTS:
        raise _Closing(4013, "invalid intents")
    if intents & int(dispatching.PRIVILEGED) & ~switched_on:
        raise _Closing(4014, "disallowed intents")
