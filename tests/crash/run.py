"""One meeting, with one kill at most."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rehearsal import Rehearsal
from tests.crash.crowd import Crowd
from tests.crash.nursery import Nursery
from tests.crash.scenes import SCENES
from tests.crash.steps import Kill, Step
from tests.crash.supervised import Supervised
from tests.tables import FILES, empty_file

_FEW = 3
_ERROR = re.compile(r"\[(error|critical)\s*\]")


@dataclass(frozen=True, slots=True)
class Run:
    """How a meeting went: the steps of the bot's first life, and in `failure` what was not as it must be."""

    kill: Kill | None
    steps: tuple[Step, ...]
    deaths: int
    seconds: float
    failure: str | None
    folder: Path

    @property
    def killed_at(self) -> Step | None:
        """The step at which it died: the last one of its first life."""
        return self.steps[-1] if self.deaths else None


async def hold(
    scene: str, nursery: Nursery, folder: Path, kill: Kill | None = None, fault: str | None = None
) -> Run:
    """Hold the meeting `scene` with its files in `folder`, and check it; what went wrong is in `failure`.

    One in which the step of `kill` did not come, by a few, is held again: with its last one of that kind.
    """
    run = await _held(scene, nursery, folder, kill, fault)
    if kill is None or run.failure is not None or run.deaths == 1:
        return run
    last = instead(kill.step, run.steps)
    if last is None:
        return replace(run, failure=f"it died {run.deaths} times")
    again = folder / "again"
    again.mkdir()
    return await hold(scene, nursery, again, replace(kill, step=last), fault)


async def _held(scene: str, nursery: Nursery, folder: Path, kill: Kill | None, fault: str | None) -> Run:
    began = time.monotonic()
    failure = None
    # Nobody is killed before the first press: the databases' whole history would only cost time.
    for name, branch in FILES.items():
        (folder / name).write_bytes(empty_file(branch))
    async with _bot(nursery, folder, kill, fault) as (rehearsal, bot):
        try:
            await bot.start()
            played = SCENES[scene](Crowd(rehearsal, bot))
            await played.play()
            await bot.stop()
            played.check(folder)
            check_log(bot.log)
        # Whatever went wrong is what the run has found out.
        except Exception as error:  # noqa: BLE001
            failure = f"{type(error).__name__}: {error}"
            (folder / "failure.txt").write_text(traceback.format_exc(), encoding="utf-8")
    if failure is None and kill is None and bot.deaths:
        failure = f"it died {bot.deaths} times"
    return Run(kill, bot.taken(), bot.deaths, time.monotonic() - began, failure, folder)


def instead(step: Step, taken: Sequence[Step]) -> Step | None:
    """The last step of the same kind among these, where this one did not come by a few only; else None.

    Two changes of one message that are due together may be sent as one, and a request that was too early for
    a limit is sent again: so a kind comes a little less often in one run than in another.
    """
    alike = [each for each in taken if each.kind == step.kind]
    return alike[-1] if alike and 0 < step.occurrence - len(alike) <= _FEW else None


def check_log(log: Path) -> None:
    """The bot met with nothing unexpected, in none of its lives."""
    errors = [line for line in log.read_text("utf-8").splitlines() if _ERROR.search(line)]
    assert errors == [], f"{len(errors)} errors in the log, first: {errors[0]}"


@asynccontextmanager
async def _bot(
    nursery: Nursery, folder: Path, kill: Kill | None, fault: str | None
) -> AsyncIterator[tuple[Rehearsal, Supervised]]:
    async with Rehearsal() as rehearsal:
        bot = Supervised(rehearsal, nursery, folder, kill, fault)
        try:
            yield rehearsal, bot
        finally:
            await bot.stop()
