"""Alarms and postmen at work, from the moment the bot is there until it is stopped."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.core.bell import Bell, Round, Rung
from bot.core.clock import Clock, ComeToRest, LoopbackClock
from bot.core.postman import Postman
from bot.core.stopping import surely


@asynccontextmanager
async def on_duty(
    tasks: asyncio.TaskGroup,
    clock: Clock,
    alarms: Sequence[Rung],
    postmen: Sequence[Postman],
    alive: Rung,
    *,
    come_to_rest: ComeToRest,
) -> AsyncIterator[None]:
    """Ring for all of them, and deliver after each commit, as tasks of the group.

    `come_to_rest` returns when what was pressed has been dealt with: a clock that is set from outside waits
    for that before it is moved.

    At the end, nobody is at a database any more, also when whoever runs this is cancelled.
    """
    rung = [*alarms, *postmen]
    running = [tasks.create_task(postman.run()) for postman in postmen]
    if isinstance(clock, LoopbackClock):
        running.append(tasks.create_task(clock.follow(Round(clock, rung).make, come_to_rest)))
    bell = Bell([*rung, alive])
    bell.start()
    try:
        yield
    finally:
        for task in running:
            task.cancel()
        await surely(_put_down(bell, running))


async def _put_down(bell: Bell, running: Sequence[asyncio.Task[None]]) -> None:
    await bell.stop()
    # The group would cancel them once more, and so break off what they put down.
    await asyncio.wait(running)
