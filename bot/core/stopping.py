"""How what is under way is put down when the bot stops: soon, in order, and with nobody left alone at it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Coroutine, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from typing import Any, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")

#: In seconds. A transaction takes a few thousandths; a request to Discord that takes longer is tried again.
LONGEST_END = 1.0
#: In seconds: what somebody pressed for is answered within three, or Discord tells them that it failed.
LONGEST_ANSWER = 10.0
#: In seconds: all of it together. Less than `stop_grace_period` in compose.yaml.
LONGEST_STOP = 25.0


class _Work:
    """Some work that is done to its end."""

    def __init__(self) -> None:
        self.is_ending = False
        self._is_broken_off = False
        self._pieces = 0
        self._task: asyncio.Future[Any] | None = None

    def begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Future[T]:
        before = _present.set(self)
        try:
            self._task = task = asyncio.ensure_future(work)
        finally:
            _present.reset(before)
        return task

    def break_off(self) -> None:
        """Cancel it, as soon as it is not in one piece."""
        self._is_broken_off = True
        if self._task is not None and not self._pieces:
            self._task.cancel()
            # Never twice: see `_over`.
            self._task = None

    @contextmanager
    def in_one_piece(self) -> Iterator[None]:
        if self._is_broken_off:
            raise asyncio.CancelledError
        self._pieces += 1
        try:
            yield
        finally:
            self._pieces -= 1
            if self._is_broken_off:
                # No other piece can begin before that.
                asyncio.get_running_loop().call_soon(self.break_off)


_present: ContextVar[_Work | None] = ContextVar("_present", default=None)


async def to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """Do some work; when cancelled, give it LONGEST_END to come to its end before it is broken off.

    What is done `in_one_piece` is not broken off. Returns what the work returns and raises what it raises;
    raises CancelledError when cancelled, once the work has ended either way. Whoever is cancelled once more
    breaks the work off at once.
    """
    present = _Work()
    task = present.begin(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await _end(task, present)
        raise


@contextmanager
def in_one_piece() -> Iterator[None]:
    """For a transaction: broken off, it would lose its connection, and could keep its lock on the file.

    Raises CancelledError if the work that it belongs to has been broken off.
    """
    work = _present.get()
    with nullcontext() if work is None else work.in_one_piece():
        yield


def is_ending() -> bool:
    """Whether what is done `to_its_end` shall begin nothing new, so that it need not be broken off."""
    work = _present.get()
    return work is not None and work.is_ending


async def surely(work: Coroutine[Any, Any, T]) -> T:
    """Do some work to its end, however often its caller is cancelled; raises CancelledError after that."""
    task = asyncio.ensure_future(work)
    await _over(task)
    return task.result()


async def all_over(at_work: Callable[[], Collection[asyncio.Future[Any]]]) -> None:
    """Return when nobody is at work any more; who takes longer than LONGEST_ANSWER is broken off."""
    try:
        async with asyncio.timeout(LONGEST_ANSWER):
            while tasks := at_work():
                await asyncio.wait(tasks)
    except TimeoutError:
        left = at_work()
        log.warning("broken off, as the bot stops: %s", len(left))
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left)


async def _end(task: asyncio.Future[T], work: _Work) -> None:
    work.is_ending = True
    try:
        await asyncio.wait([task], timeout=LONGEST_END)
    finally:
        work.break_off()
        await _over(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("what was under way could not be done", exc_info=error)


async def _over(task: asyncio.Future[T]) -> None:
    """Return when it has ended.

    Whoever went away before would leave somebody at a database that is closed meanwhile; and what puts a
    connection down must not be cancelled a second time, as it then waits for ever (aiosqlite 0.22: `close`
    after `stop`).
    """
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
