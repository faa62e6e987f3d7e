"""Kills a host's command at each of its steps in turn, and looks at what is there afterwards.

A process of its own, which forks for each try: `python -m tests.crash.hosting COMMAND FOLDER [STEPS]`. In
FOLDER, `before` holds a host's files and `backup.db` a backup. For each step a line of JSON says what a start
finds after the kill, and what is there when the command has been called again. The last line is of a whole
run; with STEPS no more of them are tried.
"""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import os
import shutil
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.app import open_store
from bot.app.features import Features
from bot.app.hosting import erase, restore, rotate_keys
from bot.core.keyring import read_key_file
from bot.people.store import PeopleStore
from config.settings import Settings
from tests.contracts.group import ELSEWHERE, HERE
from tests.contracts.town_hall import settings_in
from tests.no_disk import hurry
from tests.support import FakeClock

Command = Callable[[Settings, Path], Awaitable[object]]


async def restore_by_halves(settings: Settings, folder: Path) -> None:
    """The planted fault: the old database goes before the new one is there."""
    (folder / "now" / "equal-footing.db").unlink()
    await restore(settings, folder / "backup.db", is_sure=True)


COMMANDS: dict[str, Command] = {
    "restore-by-halves": restore_by_halves,
    "restore": lambda settings, folder: restore(settings, folder / "backup.db", is_sure=True),
    "rotate": lambda settings, _: rotate_keys(settings),
    "erase": lambda settings, _: erase(settings, HERE, typed=str(HERE)),
}


def die_at(step: int) -> None:
    """Kill this process at its step of that number: before a commit, before and after a file is replaced."""
    left = [step]
    original = Path.replace

    def count() -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def replace(self: Path, target: Any) -> Path:
        count()
        done = original(self, target)
        count()
        return done

    Path.replace = replace  # type: ignore[method-assign]
    event.listen(Engine, "commit", lambda _: count())


async def state(settings: Settings) -> dict[str, object]:
    """What a start finds: the members' own words, and the keys in the file."""
    async with open_store(settings) as store:
        await Features(store, FakeClock()).before_start()
        found = {}
        async with store.everyday.read() as tx:
            for community in (HERE, ELSEWHERE):
                for each in await PeopleStore(store.seal).of_community(tx, community):
                    found[each.id] = each.about.own_words
    return {"members": found, "keys": list(read_key_file(settings.key_file).numbers)}


def in_a_fork(work: Callable[[], object]) -> int:
    """Do something in a process of its own; returns how that ended."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            sys.stdout.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def afresh(folder: Path) -> Settings:
    """The host's files as they were before, in `now`."""
    now = folder / "now"
    shutil.rmtree(now, ignore_errors=True)
    shutil.copytree(folder / "before", now)
    return settings_in(now)


def load(command: Command, folder: Path) -> None:
    """Do all of it once unharmed, so that no fork has to load and prepare the same again."""
    settings = afresh(folder)
    asyncio.run(_do(command(settings, folder)))
    asyncio.run(state(settings))
    gc.collect()
    gc.freeze()


def tried(command: Command, folder: Path, step: int) -> int:
    """One try, killed at a step; prints what is there then, and after the same again."""
    settings = afresh(folder)

    def run() -> None:
        die_at(step)
        asyncio.run(_do(command(settings, folder)))

    def look() -> None:
        after = asyncio.run(state(settings))
        asyncio.run(_do(command(settings, folder)))
        again = asyncio.run(state(settings))
        left = sorted(each.name for each in (folder / "now").rglob("*") if each.suffix in (".new", ".part"))
        print(json.dumps({"step": step, "after": after, "again": again, "left": left}))  # noqa: T201

    ended = in_a_fork(run)
    if in_a_fork(look) != 0:
        raise SystemExit(f"after step {step} it does not start")
    return ended


async def _do(work: Awaitable[object]) -> None:
    await work


def main() -> None:
    """Try each step, until a run comes to its end, or as many as were asked for."""
    command, folder = COMMANDS[sys.argv[1]], Path(sys.argv[2])
    hurry()
    load(command, folder)
    for step in itertools.count(1) if len(sys.argv) == 3 else range(1, int(sys.argv[3]) + 1):
        ended = tried(command, folder, step)
        if ended == 0:
            return
        if ended != -signal.SIGKILL:
            raise SystemExit(f"step {step} ended with {ended}")


if __name__ == "__main__":
    main()
