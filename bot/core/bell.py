"""Rings: every second by APScheduler, and whenever a clock that is set from outside was moved."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.core.clock import Clock
from bot.core.stopping import is_ending, to_its_end

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
        self._is_stopped = False
        self._ringing: dict[int, asyncio.Task[None]] = {}
        # The tasks are ours: APScheduler's own cannot be waited for, and one that it broke off before it had
        # begun would be reported as a failure.
        self._scheduler = AsyncIOScheduler(timezone="UTC", executors={"default": DebugExecutor()})
        for number, each in enumerate(rung):
            self._scheduler.add_job(
                partial(self._begin, number, each),
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
        # APScheduler stops a moment later, and may ring once more until then.
        self._is_stopped = True
        self._scheduler.shutdown(wait=False)
        tasks = list(self._ringing.values())
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)

    def _begin(self, number: int, each: Rung) -> None:
        """Ring for one, unless that one is still at it."""
        if self._is_stopped or number in self._ringing:
            return
        self._ringing[number] = task = asyncio.create_task(_ring(each))
        task.add_done_callback(lambda _: self._ringing.pop(number))


async def _ring(each: Rung) -> None:
    try:
        await to_its_end(each.ring())
    # A full disk, a database that is away: it is rung for again.
    except Exception:
        log.exception("what is due could not be done")


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
                if due is None or due > self._clock.now() or is_ending():
                    return due

    async def _try(self, what: Callable[[], Awaitable[datetime | None]]) -> datetime | None:
        """Do it; if that cannot be done, it is due again soon."""
        try:
            return await what()
        # A full disk, a database that is locked: what is due stays due.
        except Exception:
            log.exception("what is due could not be done")
            return self._clock.now() + _AFTER_TROUBLE
