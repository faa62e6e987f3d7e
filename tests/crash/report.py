"""What is printed about many meetings."""

from __future__ import annotations

from collections.abc import Sequence

from tests.crash.run import Run
from tests.crash.steps import Step, counted


def failed(run: Run) -> str:
    """Where the bot was killed, what was wrong then, and where its log is."""
    died = run.killed_at
    where = "Nowhere" if died is None else f"Step {died.number}, {died.kind!r} in {died.part!r}"
    down = f", away for {run.kill.minutes_down} minutes" if run.kill and run.kill.minutes_down else ""
    return f"{where}{down}: {run.failure}\n    {run.folder}"


def counts(runs: Sequence[Run], steps: Sequence[Step]) -> list[str]:
    """For each kind of step at how many of how many the bot was killed; then all together.

    `steps` are those of the undisturbed meeting.
    """
    killed = counted([run.killed_at for run in runs if run.killed_at is not None])
    lines = [f"{killed.get(kind, 0):5} of {there:4}  {kind}" for kind, there in counted(steps).items()]
    deaths = sum(run.deaths for run in runs)
    later = sum(1 for run in runs if run.kill is not None and run.kill.minutes_down)
    failures = sum(1 for run in runs if run.failure is not None)
    return [
        *lines,
        f"{len(runs)} meetings, {deaths} kills, {deaths} restarts ({later} of them some minutes later), "
        f"{failures} failures",
    ]
