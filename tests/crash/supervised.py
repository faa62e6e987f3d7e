"""A bot that somebody starts again when it was killed."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path

from rehearsal import Rehearsal
from tests.crash.nursery import Newborn, Nursery
from tests.crash.steps import PART, Kill, Step, numbered

_LONGEST_DEATH = 20
_INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")


class Supervised:
    """The hooked bot. When it was killed it is started again, without the hook that kills."""

    def __init__(
        self,
        rehearsal: Rehearsal,
        nursery: Nursery,
        folder: Path,
        kill: Kill | None = None,
        fault: str | None = None,
    ) -> None:
        """`kill`: where it dies, None for nowhere; `fault`: one of `faults.FAULTS`, in every life it has."""
        self._rehearsal = rehearsal
        self._nursery = nursery
        self._folder = folder
        self._kill = kill
        self._fault = fault
        self._bot: Newborn | None = None
        self.log = folder / "bot.log"
        self.steps = folder / "steps.txt"
        self.deaths = 0

    async def start(self) -> None:
        """Start it for the first time."""
        await self._start(self.steps, self._kill)

    async def stop(self) -> None:
        """End it, if it is there."""
        if self._bot is not None:
            await self._bot.stop()

    async def revive(self) -> bool:
        """If it has died, start another after a while, and return when that is ready; says whether it had."""
        if self._bot is None or not self._is_dead_or_dying(self._bot):
            return False
        async with asyncio.timeout(_LONGEST_DEATH):
            await asyncio.shield(self._bot.over)
        self.deaths += 1
        if self._kill is not None and self._kill.minutes_down:
            await self._rehearsal.advance(timedelta(minutes=self._kill.minutes_down))
        await self._start(self._folder / "later-steps.txt", None)
        return True

    def says(self, what: str) -> None:
        """Write down in the list of steps what people do from now on."""
        if not self.deaths:
            with self.steps.open("a", encoding="utf-8") as written:
                written.write(f"{PART}{what}\n")

    def taken(self) -> tuple[Step, ...]:
        """The steps of its first life."""
        return numbered(self.steps.read_text("utf-8").splitlines())

    def _is_dead_or_dying(self, bot: Newborn) -> bool:
        # A process that was killed closes its sockets, one after the other, and only then counts as dead.
        return bot.over.done() or not (self._rehearsal.bot_connected and self._rehearsal.clock_followed)

    async def _start(self, steps: Path, kill: Kill | None) -> None:
        self._bot = await self._nursery.start(self._environment(steps, kill), self.log)
        await self._rehearsal.bot_ready()

    def _environment(self, steps: Path, kill: Kill | None) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        dies = {} if kill is None else {"CRASH_KIND": kill.step.kind, "CRASH_AT": str(kill.step.occurrence)}
        return {
            **inherited,
            **dies,
            **({} if self._fault is None else {"CRASH_FAULT": self._fault}),
            "CRASH_STEPS": str(steps),
            "DISCORD_TOKEN": self._rehearsal.token,
            "DISCORD_API_URL": self._rehearsal.api_url,
            "DISCORD_GATEWAY_URL": self._rehearsal.gateway_url,
            "CLOCK_URL": self._rehearsal.clock_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self._folder}/equal-footing.db",
            "ANONYMOUS_DATABASE_URL": f"sqlite+aiosqlite:///{self._folder}/anonymous.db",
            "KEY_FILE": str(self._folder / "master.key"),
        }
