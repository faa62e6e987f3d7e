"""What time it is. Nothing else in the project asks the machine.

`SystemClock` is the machine's own. `LoopbackClock` follows a clock that somebody else sets (the
rehearsal): it is told each move, does what is due, and answers when the next thing is.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import aiohttp

from bot.core.stopping import to_its_end

log = logging.getLogger(__name__)

#: Does everything that is due now, and returns when the next thing is (None: nothing waits).
Tick = Callable[[], Coroutine[Any, Any, datetime | None]]
#: Returns when what was pressed has been dealt with.
ComeToRest = Callable[[], Awaitable[None]]


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The time, aware, in UTC."""
        return datetime.now(UTC)


class LoopbackClock:
    """A clock that is set from outside, over a WebSocket on this machine.

    Each message in is `{"move": n, "now": ISO 8601, "rate": 0 | 1}` (rate 0: the time stands still
    until the next move); each is answered, once all that was due is done, with
    `{"idle": n, "next_due": ISO 8601 | null}`.
    """

    def __init__(self, url: str) -> None:
        """`url` is a `ws://` address on loopback."""
        self._url = url
        self._set_to: datetime | None = None
        self._set_at = 0.0
        self._rate = 0

    def now(self) -> datetime:
        """The time that was set, and what has passed since; raises RuntimeError before the first move."""
        if self._set_to is None:
            raise RuntimeError("the clock has not been set yet")
        return self._set_to + timedelta(seconds=(time.monotonic() - self._set_at) * self._rate)

    async def read_once(self) -> None:
        """Set the time without answering; for what happens before ticks can be served.

        Raises aiohttp.ClientError or OSError if nobody answers.
        """
        async with aiohttp.ClientSession() as session, session.ws_connect(self._url) as link:
            self._set(await link.receive_json())

    async def follow(self, tick: Tick, come_to_rest: ComeToRest) -> None:
        """Follow every move until cancelled; a lost connection is tried again each second.

        Before each move the bot comes to rest: what somebody pressed before is done at the time before.
        """
        while True:
            try:
                await self._follow_once(tick, come_to_rest)
            except (aiohttp.ClientError, OSError) as error:
                log.warning("clock lost: %s", type(error).__name__)
            await asyncio.sleep(1)

    async def _follow_once(self, tick: Tick, come_to_rest: ComeToRest) -> None:
        async with aiohttp.ClientSession() as session, session.ws_connect(self._url) as link:
            async for message in link:
                move = message.json()
                await come_to_rest()
                self._set(move)
                due = await to_its_end(tick())
                await link.send_json({"idle": move["move"], "next_due": due and due.isoformat()})

    def _set(self, move: dict[str, Any]) -> None:
        self._set_to = datetime.fromisoformat(move["now"])
        self._set_at = time.monotonic()
        self._rate = move["rate"]
