"""Waiting for the world to become so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Changes:
    """Wakes whoever waits for a condition, each time that something changed."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """`listener` is called at each change from now on."""
        self._listeners.append(listener)

    def forget(self, listener: Callable[[], None]) -> None:
        """`listener` is called no more; ValueError if it never was."""
        self._listeners.remove(listener)

    def notify(self) -> None:
        """Something changed: every listener is called, every waiting condition is looked at again."""
        for listener in list(self._listeners):
            listener()
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, condition: Callable[[], bool], timeout: float | None = None) -> bool:  # noqa: ASYNC109
        """Returns True as soon as `condition` holds, False when `timeout` real seconds passed first."""
        try:
            async with asyncio.timeout(timeout):
                while not condition():
                    await self._next()
        except TimeoutError:
            return condition()
        return True

    async def _next(self) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)
