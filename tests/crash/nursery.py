"""Starts bots quickly: a process that has loaded all of the bot's code, and forks for each start.

A bot that was forked is a process of its own, with its own memory and files: killing it is the same as
killing one that was started from nothing. It only need not load everything again.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

_GOODBYE = 10.0


class Nursery:
    """One bot at a time, each as it would be if it had been started from nothing."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _there(self._process.stdin).close()
        self._process.wait()
        _there(self._process.stdout).close()

    async def start(self, environment: Mapping[str, str], log: Path) -> Newborn:
        """A bot that was given this environment and writes to this file."""
        answers = _there(self._process.stdout)
        orders = _there(self._process.stdin)
        orders.write(json.dumps({"environment": dict(environment), "log": str(log)}) + "\n")
        orders.flush()
        pid = int(await asyncio.to_thread(answers.readline))
        return Newborn(pid, asyncio.create_task(asyncio.to_thread(answers.readline)))


@dataclass(frozen=True, slots=True)
class Newborn:
    """A bot that was started; `over` is done when it has ended and its files are closed."""

    pid: int
    over: asyncio.Task[str]

    async def stop(self) -> None:
        """Ask it to end, and end it after ten seconds if it does not."""
        self._signal(signal.SIGTERM)
        try:
            await asyncio.wait_for(asyncio.shield(self.over), _GOODBYE)
        except TimeoutError:
            self._signal(signal.SIGKILL)
            await self.over

    def _signal(self, number: signal.Signals) -> None:
        # The nursery says first that it has ended, and only then may its id be somebody else's.
        if not self.over.done():
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                return


def _there(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the nursery is closed")
    return pipe


def main() -> None:
    """Fork a bot for each line that comes in; say its process id, and then that it has ended."""
    # Loaded here, once, and not when this file is read: whoever gives the orders needs none of it.
    from bot.core.wording import Wording  # noqa: PLC0415
    from config.settings import WORDING  # noqa: PLC0415
    from tests.crash import launcher  # noqa: PLC0415

    # To read every sentence takes a third of a bot's time.
    Wording(WORDING)
    gc.collect()
    gc.freeze()
    # Ctrl-C is for whoever gives the orders; when they are gone, no more come.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    woken = _wake_when_a_child_ends()
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become(order["environment"], order["log"])
            launcher.main()
            return
        _say(str(pid))
        if not _survived_by_orders(pid, woken):
            return
        _say("ended")


def _wake_when_a_child_ends() -> socket.socket:
    woken, wakes = socket.socketpair()
    for end in (woken, wakes):
        end.setblocking(False)
    signal.set_wakeup_fd(wakes.detach())
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    return woken


def _survived_by_orders(pid: int, woken: socket.socket) -> bool:
    """Return when the bot has ended. If nobody gives orders any more it is ended, and this is False."""
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        ready, _, _ = select.select([sys.stdin, woken], [], [])
        if sys.stdin in ready:
            # One bot at a time: what comes while it lives can only be the end.
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return False
        woken.recv(1)
    return True


def _become(environment: Mapping[str, str], log: str) -> None:
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(environment)
    nothing = os.open(os.devnull, os.O_RDONLY)
    written = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(nothing, 0)
    os.dup2(written, 1)
    os.dup2(written, 2)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
