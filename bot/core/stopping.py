"""How what is under way is put down when the bot stops."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

#: In seconds. A transaction takes a few thousandths; a request to Discord that takes longer is tried again.
LONGEST_END = 1.0


async def to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Do some work; when cancelled, give it LONGEST_END to come to its end before it is broken off.

    A transaction that is broken off loses its connection to the database. Returns what the work returns and
    raises what it raises; raises CancelledError when cancelled, once the work has ended either way.
    """
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await _end(task)
        raise


async def _end(task: asyncio.Future[T]) -> None:
    try:
        await asyncio.wait([task], timeout=LONGEST_END)
    finally:
        task.cancel()
    await asyncio.wait([task])
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("what was under way could not be done", exc_info=error)
