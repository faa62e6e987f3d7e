"""Goes on with a rotation of keys while the bot runs: the older key goes once nothing needs it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from bot.core.alarms import AfterCommit, Alarm, Alarms
from bot.core.clock import Clock
from bot.core.database import Database, Tx

NIGHT = "backup.keys"
_EACH_DAY = timedelta(days=1)


class Rotation(Protocol):
    """A rotation that may be under way; `bot.core.rotation` has the promises."""

    async def go_on(self) -> int: ...
    async def retire(self) -> tuple[int, ...]: ...


class Keys:
    """Looks once a day whether an older key is still needed; while there is only one key it does nothing."""

    def __init__(self, rotation: Rotation, database: Database, alarms: Alarms, clock: Clock) -> None:
        """`database` and `alarms` are the everyday ones."""
        self._rotation = rotation
        self._database = database
        self._alarms = alarms
        self._clock = clock

    async def start(self) -> None:
        """Go on with what was broken off, before anything else is done."""
        await self._rotation.go_on()
        if await self._rotation.retire():
            async with self._database.write() as tx:
                await self._look_tomorrow(tx, self._clock.now())

    def works(self) -> dict[str, Callable[[Tx, Alarm, datetime], Awaitable[AfterCommit | None]]]:
        """What is done for the alarm that this sets."""
        return {NIGHT: self._look}

    async def _look(self, tx: Tx, alarm: Alarm, now: datetime) -> AfterCommit | None:
        return self._retire

    async def _retire(self) -> None:
        if await self._rotation.retire():
            async with self._database.write() as tx:
                await self._look_tomorrow(tx, self._clock.now())

    async def _look_tomorrow(self, tx: Tx, now: datetime) -> None:
        await self._alarms.set(tx, Alarm(NIGHT, "", now + _EACH_DAY))
