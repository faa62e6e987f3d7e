"""Rings: every second by APScheduler, and whenever a clock that is set from outside was moved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.core.clock import Clock
from bot.core.stopping import to_its_end

log = logging.getLogger(__name__)

_AFTER_TROUBLE = timedelta(seconds=1)


class Rung(Protocol):
    """Something that does what is due when it is rung for: alarms, a postman."""

    async def ring(self) -> None:
        """Do all that is due."""

    async def next_due(self) -> datetime | None:
        """When the next thing is due."""


class Bell:
    """Rings for each of them every second, late rings made up by one.

    None waits for another: a slow message holds up nobody's window.
    """

    def __init__(self, rung: Sequence[Rung]) -> None:
        """Nothing rings before `start`."""
        self._ringing: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        for each in rung:
            self._scheduler.add_job(
                partial(self._ring, each),
                "interval",
                seconds=1,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        """Ring from now on."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Ring no more; returns when what was being done has been put down."""
        self._scheduler.shutdown(wait=False)
        if self._ringing:
            await asyncio.wait(self._ringing)

    async def _ring(self, each: Rung) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._ringing.add(task)
            task.add_done_callback(self._ringing.discard)
        try:
            await to_its_end(each.ring())
        except asyncio.CancelledError:
            # APScheduler would report as a failure that it was stopped.
            if self._scheduler.running:
                raise


class Round:
    """Rings for all of them in turn, until nothing is due; for a clock that is moved from outside."""

    def __init__(self, clock: Clock, rung: Sequence[Rung]) -> None:
        """Alarms should come first: what they cause is then delivered in the same turn."""
        self._clock = clock
        self._rung = rung
        self._one_at_a_time = asyncio.Lock()

    async def make(self) -> datetime | None:
        """Do all that is due; return when the next thing is."""
        async with self._one_at_a_time:
            while True:
                # What one does may make something due at another: all are rung for before any is asked.
                dates = [await self._try(each.ring) for each in self._rung]
                dates += [await self._try(each.next_due) for each in self._rung]
                due = min((date for date in dates if date is not None), default=None)
                if due is None or due > self._clock.now():
                    return due

    async def _try(self, what: Callable[[], Awaitable[datetime | None]]) -> datetime | None:
        """Do it; if that cannot be done, it is due again soon."""
        try:
            return await what()
        # A full disk, a database that is locked: what is due stays due.
        except Exception:
            log.exception("what is due could not be done")
            return self._clock.now() + _AFTER_TROUBLE
