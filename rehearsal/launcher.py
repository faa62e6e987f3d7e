"""Starts a bot as a child process, pointed at the rehearsal, with databases and key in a folder."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rehearsal.rehearsal import Rehearsal
from rehearsal.world.errors import BotFailedError

_GOODBYE = 10.0
_LONGEST_LOOK = 60.0
#: What opens something, and is not handed to a command that must open nothing.
_SECRETS = ("DISCORD_TOKEN", "KEY_FILE", "MASTER_KEY")
_INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH", "SYSTEMROOT")
#: How Equal Footing itself is started; any other client can be given instead.
OUR_BOT = (sys.executable, "-m", "bot", "run")


class BotProcess:
    """A bot in a process of its own. What it prints is kept in `log`."""

    def __init__(
        self,
        rehearsal: Rehearsal,
        folder: Path,
        command: Sequence[str] = OUR_BOT,
        extra: Mapping[str, str] | None = None,
    ) -> None:
        self._rehearsal = rehearsal
        self._folder = folder
        self._command = command
        self._extra = dict(extra or {})
        self._process: asyncio.subprocess.Process | None = None
        self.log = folder / "bot.log"

    async def start(self) -> None:
        """Start it; returns at once (`Rehearsal.bot_ready` waits for it)."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    @property
    def pid(self) -> int:
        """Its process id; raises RuntimeError before `start`."""
        return self._running().pid

    def last_lines(self, most: int = 20) -> str:
        """The last lines that it printed."""
        return "\n".join(self.log.read_text(encoding="utf-8").splitlines()[-most:])

    async def tables(self) -> dict[str, Any]:
        """All that lies in the bot's anonymous database, as whoever has the file and no key sees it.

        `{"database": about, "tables": [{"name", "about", "columns": [{"name", "about"}], "rows": [[...]]}]}`,
        each cell of a row a text or None. The bot need not be running, and nothing is changed. Raises
        BotFailedError with the last line that the command printed if it does not end well.
        """
        process = await asyncio.create_subprocess_exec(
            *(*self._command[:-1], "tables"),
            env={name: value for name, value in self._environment().items() if name not in _SECRETS},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            async with asyncio.timeout(_LONGEST_LOOK):
                out, err = await process.communicate()
        except TimeoutError:
            raise BotFailedError(f"The tables were not told within {_LONGEST_LOOK:.0f} seconds.") from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode != 0:
            last = err.decode(errors="replace").strip().splitlines()[-1:]
            raise BotFailedError(*last or [f"The tables were not told: exit code {process.returncode}."])
        try:
            told: dict[str, Any] = json.loads(out)
        except ValueError:
            raise BotFailedError("The bot's own command did not print its tables.") from None
        return told

    async def ended(self) -> int:
        """Returns its exit code, once it has ended by itself."""
        return await self._running().wait()

    async def stop(self) -> None:
        """Ask it to end, and end it after ten seconds if it does not."""
        process = self._running()
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _GOODBYE)
        except TimeoutError:
            process.kill()
            await process.wait()

    def _running(self) -> asyncio.subprocess.Process:
        if self._process is None:
            raise RuntimeError("the bot has not been started")
        return self._process

    def _environment(self) -> dict[str, str]:
        # Settings of a real bot on the same machine must not reach this one.
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        return {
            **inherited,
            **self._extra,
            "DISCORD_TOKEN": self._rehearsal.token,
            "DISCORD_API_URL": self._rehearsal.api_url,
            "DISCORD_GATEWAY_URL": self._rehearsal.gateway_url,
            "CLOCK_URL": self._rehearsal.clock_url,
            "DATABASE_URL": f"sqlite+aiosqlite:///{self._folder}/equal-footing.db",
            "ANONYMOUS_DATABASE_URL": f"sqlite+aiosqlite:///{self._folder}/anonymous.db",
            "KEY_FILE": str(self._folder / "master.key"),
        }
