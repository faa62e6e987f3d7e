"""`make crash-test SCENE=meeting`: the bot killed at numbered steps of a meeting, a whole meeting for each.

Exit codes: 0 all there once, 1 not so, 2 wrong arguments.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from random import Random

from tests.crash.report import counts, failed
from tests.crash.run import Run
from tests.crash.scenes import SCENES
from tests.crash.steps import choose
from tests.crash.worker import held

_AT_ONCE = 2
_KILLS = 200
_TELL_EVERY = 20


def main(arguments: list[str] | None = None) -> int:
    """Hold the meetings, and say how they went."""
    chosen = _parsed(arguments)
    seed = Random().randrange(1_000_000) if chosen.seed is None else chosen.seed
    folder = Path(tempfile.mkdtemp(prefix=f"crash-{chosen.scene}-"))
    _say(f"Scene {chosen.scene}, seed {seed}, logs in {folder}")
    began = time.monotonic()
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn")) as workers:
        whole = workers.submit(held, chosen.scene, folder / "undisturbed", None).result()
        if whole.failure is not None:
            _say(failed(whole))
            return 1
        kills = choose(whole.steps, chosen.kills, seed)
        _say(f"{len(whole.steps)} steps undisturbed, in {whole.seconds:.0f} s; {len(kills)} kills.")
        runs = _gathered(
            [workers.submit(held, chosen.scene, folder / f"{kill.step.number:04}", kill) for kill in kills]
        )
    _say("\n".join([*counts(runs, whole.steps), f"Seed {seed}, {time.monotonic() - began:.0f} s"]))
    if any(run.failure is not None for run in runs):
        return 1
    shutil.rmtree(folder)
    return 0


def _gathered(meetings: list[Future[Run]]) -> list[Run]:
    runs: list[Run] = []
    for meeting in as_completed(meetings):
        run = meeting.result()
        runs.append(run)
        if run.failure is not None:
            _say(failed(run))
        if len(runs) % _TELL_EVERY == 0:
            _say(f"{len(runs)} of {len(meetings)}")
    return runs


def _parsed(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--scene", choices=sorted(SCENES), default="questions")
    parser.add_argument("--kills", type=int, default=_KILLS)
    parser.add_argument("--seed", type=int, default=None)
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
