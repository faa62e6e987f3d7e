"""The gateway, version 10, in JSON text frames.

Close codes: 4001 unknown opcode, 4002 what cannot be decoded or lacks a field, 4003 before IDENTIFY, 4004
wrong token, 4005 IDENTIFY or RESUME twice, 4007 RESUME from an event that never was, 4009 no heartbeats, 4010
impossible shard, 4012 another version, 4013 intents that do not exist, 4014 privileged intents that are not
switched on. After 1000, 1001, 4007 and 4009 the session is over; after any other closing it can be resumed
for a while. Op 9 refuses one that is not known, or no longer knows all that was missed.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import WSMsgType, web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rehearsal.wire import dispatching, payloads
from rehearsal.wire.events import violations
from rehearsal.wire.observing import Observer
from rehearsal.wire.sessions import Connection, Op, Session, SessionRules
from rehearsal.world.errors import BadEventError
from rehearsal.world.happenings import Happening
from rehearsal.world.world import World

HEARTBEAT_INTERVAL = 41.25
VERSION = "10"
_MISSED = 1.5
_RECONNECT = 4000
_GOODBYE = 1.0
_ENDING = {1000, 1001, 4009}


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


class _Resume(BaseModel):
    model_config = ConfigDict(strict=True)

    token: str
    session_id: str
    seq: int = Field(ge=0)


class Gateway:
    """All bot connections; happenings of the world go to those whose intents ask for them."""

    def __init__(
        self,
        world: World,
        observers: Sequence[Observer],
        heartbeat_interval: float = HEARTBEAT_INTERVAL,
        rules: SessionRules = SessionRules(),  # noqa: B008 - it is frozen
    ) -> None:
        self._world = world
        self._observers = observers
        self._heartbeat_interval = heartbeat_interval
        self._rules = rules
        self._connections: set[Connection] = set()
        self._sessions: dict[str, Session] = {}
        self._closings: set[asyncio.Task[None]] = set()
        self.url = ""
        world.subscribe(self._dispatch)

    @property
    def ready(self) -> bool:
        """Whether a bot has identified and was told about its community."""
        return any(session.connection and session.has_guild for session in self._sessions.values())

    async def drop(self, *, resumable: bool = True) -> None:
        """Closes every connection from this side, with 4000; unless `resumable`, forgets all sessions too."""
        if not resumable:
            for session in list(self._sessions.values()):
                self._end(session)
        for connection in list(self._connections):
            await connection.close(_RECONNECT, "dropped")

    def ask_to_reconnect(self) -> None:
        """Asks every bot that has identified to close and to resume (op 7)."""
        for session in self._sessions.values():
            if session.connection is not None:
                session.connection.put(Op.RECONNECT, None)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One conversation, from HELLO to its end."""
        socket = web.WebSocketResponse(timeout=_GOODBYE)
        await socket.prepare(request)
        connection = Connection(socket)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        try:
            _refuse_address(request.query)
            await self._converse(connection)
        except _Closing as closing:
            connection.finish()
            await writer
            await connection.close(closing.code, str(closing))
        finally:
            self._forget(connection)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        return socket

    def _forget(self, connection: Connection) -> None:
        """A connection is over; its session waits for another one, or ends with it."""
        self._connections.discard(connection)
        session, code = connection.session, connection.closed_with
        if session is not None and session.connection is connection:
            if code in _ENDING:
                self._end(session)
            else:
                # Where the line broke off without a word, the bot may well be dead.
                session.expected = code is not None
                session.wait(self._rules.kept_for, lambda: self._end(session))
        self._count()

    def _end(self, session: Session) -> None:
        session.stop_waiting()
        session.connection = None
        self._sessions.pop(session.id, None)
        self._count()

    def _count(self) -> None:
        """Tells the world who is there, and who comes back."""
        sessions = self._sessions.values()
        self._world.bot_connections = sum(each.connection is not None for each in sessions)
        self._world.bots_expected = sum(each.expected for each in sessions)
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
            if message.type is WSMsgType.CLOSE and connection.closed_with is None:
                connection.closed_with = message.data
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
            self._resume(connection, frame.d)
        elif connection.session is None and frame.op in (3, 4, 8):
            raise _Closing(4003, "not authenticated")
        else:
            raise _Closing(4001, f"the rehearsal does not know op {frame.op}")

    def _identify(self, connection: Connection, data: Any) -> None:
        if connection.session is not None:
            raise _Closing(4005, "already authenticated")
        try:
            said = _Identify.model_validate(data)
        except ValidationError:
            raise _Closing(4002, "IDENTIFY lacks a field") from None
        self._refuse_token(said.token)
        shard = _shard(said.shard)
        _refuse_intents(said.intents, self._world.application.privileged_intents)
        session = Session(said.intents, shard, self._rules.events)
        session.attach(connection)
        self._sessions[session.id] = session
        self._welcome(session, said.shard is not None)
        self._count()

    def _refuse_token(self, token: str) -> None:
        if not secrets.compare_digest(token.encode(), self._world.application.token.encode()):
            raise _Closing(4004, "authentication failed")

    def _resume(self, connection: Connection, data: Any) -> None:
        if connection.session is not None:
            raise _Closing(4005, "already authenticated")
        try:
            said = _Resume.model_validate(data)
        except ValidationError:
            raise _Closing(4002, "RESUME lacks a field") from None
        self._refuse_token(said.token)
        session = self._sessions.get(said.session_id)
        if session is None:
            connection.put(Op.INVALID_SESSION, False)
            return
        if said.seq > session.sequence:
            self._end(session)
            raise _Closing(4007, "invalid sequence")
        if not session.remembers(said.seq):
            self._end(session)
            connection.put(Op.INVALID_SESSION, False)
            return
        self._take_over(session, connection)
        session.tell_again(said.seq)
        self._send(session, "RESUMED", {})
        self._count()

    def _take_over(self, session: Session, connection: Connection) -> None:
        """A connection that the bot gave up is let go, if this side has not noticed yet."""
        former = session.connection
        session.attach(connection)
        if former is not None:
            former.finish()
            closing = asyncio.create_task(former.close(_RECONNECT, "resumed elsewhere"))
            self._closings.add(closing)
            closing.add_done_callback(self._closings.discard)

    def _welcome(self, session: Session, sharded: bool) -> None:
        guild = self._world.guild
        mine = dispatching.shard_of(guild.id, session.shard[1]) == session.shard[0]
        ready: dict[str, Any] = {
            "v": int(VERSION),
            "user": payloads.own_user(self._world.users[self._world.application.id]),
            "guilds": [{"id": str(guild.id), "unavailable": True}] if mine else [],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "application": {"id": str(self._world.application.id), "flags": 0},
        }
        if sharded:
            ready["shard"] = list(session.shard)
        self._send(session, "READY", ready)
        if mine and session.intents & dispatching.Intent.GUILDS:
            self._send(session, "GUILD_CREATE", dispatching.arriving_guild(self._world, session.intents))
            session.has_guild = True

    def _dispatch(self, happening: Happening) -> None:
        for session in self._sessions.values():
            if dispatching.concerns(self._world, happening, session.intents, session.shard):
                event, data = dispatching.event(self._world, happening)
                self._send(session, event, data)

    def _send(self, session: Session, event: str, data: Any) -> None:
        """Raises BadEventError, and sends nothing, when the event breaks its schema."""
        broken = violations(event, data)
        if broken:
            raise BadEventError(f"{event}: {'; '.join(broken)}")
        session.tell(event, data)
        for observer in self._observers:
            observer.sent(event, data)


def _refuse_address(query: Mapping[str, str]) -> None:
    if query.get("v") != VERSION:
        raise _Closing(4012, "invalid API version")
    if query.get("encoding", "json") != "json":
        raise _Closing(4002, "only JSON text frames are known")


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
