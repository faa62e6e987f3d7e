"""Where time flows by itself, what the world does by itself happens at its moment."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import datetime
from functools import partial

from rehearsal.world.world import World


class PassingTime:
    """Waits for the next moment at which something happens by itself, for as long as the server is up.

    Where time stands still there is nothing to wait for: who moves it lets things happen.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self._waiting: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to wait."""
        self._waiting = asyncio.create_task(self._wait())

    async def stop(self) -> None:
        """Waits no more. Raises what went wrong while it waited."""
        if self._waiting is not None:
            self._waiting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._waiting
            self._waiting = None

    async def _wait(self) -> None:
        world = self._world
        while True:
            await world.changed.until(partial(self._differs, self._look()), self._seconds())
            world.scheduled.run_due()

    def _differs(self, seen: tuple[datetime | None, int]) -> bool:
        return self._look() != seen

    def _look(self) -> tuple[datetime | None, int]:
        return self._world.scheduled.next_due, self._world.clock.rate

    def _seconds(self) -> float | None:
        """Real seconds to the next moment, or None where none comes by itself."""
        due = self._world.scheduled.next_due
        if due is None or not self._world.clock.rate:
            return None
        return max((due - self._world.clock.now()).total_seconds(), 0.0)
