"""The bot's clock: a WebSocket on which the world says the time and hears that all is done.

At each move the world sends `{"move": n, "now": "<ISO 8601>", "rate": 0|1}`; a client does all that is due
and answers `{"idle": n, "next_due": "<ISO 8601>" | null}`.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web
from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from rehearsal.world.errors import BotSilentError
from rehearsal.world.world import World

PATIENCE = 30.0
_GOODBYE = 1.0
_MOST_STEPS = 100_000


class _Idle(BaseModel):
    model_config = ConfigDict(extra="forbid")

    idle: int
    next_due: AwareDatetime | None


@dataclass(eq=False, slots=True)
class _Client:
    socket: web.WebSocketResponse
    idle: int = 0
    next_due: datetime | None = None


class ClockLink:
    """Moves the world's clock step by step, each time waiting until every client is idle."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._clients: set[_Client] = set()
        self._move = 0
        self._stepping = asyncio.Lock()

    @property
    def idle(self) -> bool:
        """Whether somebody is connected and all have answered the latest move."""
        return bool(self._clients) and all(client.idle >= self._move for client in self._clients)

    @property
    def followed(self) -> bool:
        """Whether somebody follows the clock."""
        return bool(self._clients)

    @property
    def next_due(self) -> datetime | None:
        """The earliest moment at which a client has something to do."""
        return min((client.next_due for client in self._clients if client.next_due), default=None)

    async def settle(self) -> None:
        """The same time again; returns when every client has done what is due.

        Raises BotSilentError when a client does not answer within 30 real seconds.
        """
        async with self._stepping:
            await self._settle()

    async def move_to(self, moment: datetime) -> None:
        """Steps from due to due up to `moment`.

        Raises ValueError for the past, and BotSilentError as `settle`.
        """
        if moment < self._world.clock.now():
            raise ValueError(f"the world does not go back to {moment}")
        async with self._stepping:
            await self._settle()
            for _ in range(_MOST_STEPS):
                dues = [each for each in (self.next_due, self._world.scheduled.next_due) if each]
                if not dues or min(dues) > moment:
                    break
                await self._step(min(dues))
            else:
                raise BotSilentError("the bot always has something due at once")
            await self._step(moment)

    async def close(self) -> None:
        """Hangs up on every client."""
        for client in list(self._clients):
            await client.socket.close(code=WSCloseCode.GOING_AWAY)

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One client, from its first move to its end."""
        socket = web.WebSocketResponse(timeout=_GOODBYE)
        await socket.prepare(request)
        client = _Client(socket)
        self._move += 1
        self._clients.add(client)
        try:
            await self._say_to_all()
            await self._listen(client)
        finally:
            self._clients.discard(client)
            self._world.changed.notify()
        return socket

    async def _step(self, moment: datetime) -> None:
        self._world.clock.reach(moment)
        self._world.scheduled.run_due()
        await self._settle()

    async def _settle(self) -> None:
        if not self._clients:
            return
        self._move += 1
        move = self._move
        waited_for = set(self._clients)
        await self._say_to_all()

        def all_idle() -> bool:
            return all(client.idle >= move for client in waited_for & self._clients)

        if not await self._world.changed.until(all_idle, PATIENCE):
            raise BotSilentError(f"the bot did not say that it was idle at {self._world.clock.now()}")

    async def _say_to_all(self) -> None:
        now = self._world.clock.now().astimezone(UTC).isoformat(timespec="microseconds")
        message = {"move": self._move, "now": now, "rate": self._world.clock.rate}
        for client in list(self._clients):
            # One that has just gone is noticed by `handle`.
            with contextlib.suppress(ConnectionResetError):
                await client.socket.send_json(message)

    async def _listen(self, client: _Client) -> None:
        async for message in client.socket:
            answer = _understood(message.type, message.data)
            if answer is None or not client.idle <= answer.idle <= self._move:
                await client.socket.close(code=WSCloseCode.POLICY_VIOLATION, message=b"not an answer")
                return
            client.idle, client.next_due = answer.idle, answer.next_due
            self._world.changed.notify()


def _understood(kind: WSMsgType, data: Any) -> _Idle | None:
    if kind is not WSMsgType.TEXT:
        return None
    try:
        return _Idle.model_validate_json(data)
    except ValidationError:
        return None
