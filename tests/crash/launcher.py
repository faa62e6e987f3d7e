"""Runs the bot with a hook around each commit, request and event, and ends it with SIGKILL at one of them.

Nothing in the product knows of this. Steps are counted from the first press on; each is written to the
file CRASH_STEPS. At occurrence CRASH_AT of the kind CRASH_KIND the process kills itself. CRASH_FAULT makes a
copy of the bot that a crash test has to catch (see `faults.py`).
"""

from __future__ import annotations

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import discord
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot import app
from bot.core import logs
from bot.core.database import Database, Tx
from config.settings import read_settings
from tests.crash.faults import FAULTS
from tests.no_disk import hurry

_IDS_AND_TOKENS = re.compile(r"/(?:\d+|[^/]{30,})(?=/|$)")


class Steps:
    """Counts steps once a first press has come in."""

    def __init__(self, file: Path, kind: str, kill_at: int) -> None:
        self._file = file
        self._kind = kind
        self._left = kill_at
        self.counting = False

    def __call__(self, kind: str) -> None:
        """One step; the last one, if it is the one to die at."""
        if not self.counting:
            return
        with self._file.open("a", encoding="utf-8") as file:
            file.write(f"{kind}\n")
        if kind == self._kind:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def hook_presses(steps: Steps) -> None:
    """A step when a press comes in."""
    original = discord.state.ConnectionState.parse_interaction_create

    def parse(self: Any, data: Any) -> None:
        steps.counting = True
        steps("a press came in")
        original(self, data)

    discord.state.ConnectionState.parse_interaction_create = parse  # type: ignore[method-assign]


def hook_requests(steps: Steps) -> None:
    """A step before each request, and one when its answer is there."""
    original = aiohttp.ClientSession._request

    async def request(self: Any, method: str, url: Any, **kwargs: Any) -> Any:
        name = f"{method} {_IDS_AND_TOKENS.sub('/*', str(url).partition('/api/v10')[2].partition('?')[0])}"
        steps(f"before {name}")
        answer = await original(self, method, url, **kwargs)
        steps(f"after {name}")
        return answer

    aiohttp.ClientSession._request = request  # type: ignore[method-assign, assignment]


def hook_commits(steps: Steps) -> None:
    """A step before each commit and one after it."""
    original = Database.write

    @event.listens_for(Engine, "commit")
    def commit(connection: Any) -> None:
        steps(f"before commit to {Path(connection.engine.url.database).name}")

    @asynccontextmanager
    async def write(self: Database) -> AsyncIterator[Tx]:
        async with original(self) as tx:
            yield tx
        steps(f"after commit to {self.file.name if self.file else self.url.database}")

    Database.write = write  # type: ignore[method-assign]


def main() -> None:
    """Run the bot, hooked."""
    steps = Steps(
        Path(os.environ["CRASH_STEPS"]),
        os.environ.get("CRASH_KIND", ""),
        int(os.environ.get("CRASH_AT", "0")),
    )
    hook_presses(steps)
    hook_requests(steps)
    hook_commits(steps)
    hurry()
    fault = os.environ.get("CRASH_FAULT")
    if fault:
        FAULTS[fault]()
    logs.configure("INFO")
    asyncio.run(app.run(read_settings()))


if __name__ == "__main__":
    main()
