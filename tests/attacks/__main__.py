"""The long attack: `make attack`, or `.venv/bin/python -m tests.attacks --help`."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from tests.attacks import key_scene, meeting, planted
from tests.attacks.scorer import Score, score

#: Chance is one in fifteen, 6.7 %.
MOST = 0.10
LEAST_PLANTED = 0.90
_HONEST = "the store as it is"


def main(
    seed: Annotated[str, typer.Option(help="Draws orders, times and texts; random if it is not given.")] = "",
    windows: Annotated[int, typer.Option(help="Windows on the store as it is.")] = 70,
    training: Annotated[int, typer.Option(help="Windows on which the rule is fixed.")] = 20,
    planted_windows: Annotated[int, typer.Option(help="Windows on each store with a planted leak.")] = 30,
) -> None:
    """Hold the windows, give the thief everything but the key, and say how many askers he finds."""
    console = Console()
    seed = seed or secrets.token_hex(4)
    console.print(
        f"Seed: {seed} (make attack ARGS='--seed {seed}'; the bot's own random numbers are not in it)"
    )
    scores = {}
    with _progress(console) as progress:
        for name in (_HONEST, *planted.LEAKS):
            number = windows if name == _HONEST else planted_windows
            scores[name] = _attack(name, number, training, seed, progress)
    with tempfile.TemporaryDirectory() as folder:
        month = asyncio.run(key_scene.play(Path(folder)))
    console.print(_table(scores))
    done = len(month.month_later.right)
    left = len(month.month_later.found)
    console.print(
        f"With the key: {len(month.open.found)} of {done} open questions resolved; closed and read or "
        f"closed for 30 days, {left} of {done}."
    )
    if not _holds(scores) or left:
        console.print("[bold]Not as promised.[/bold]")
        raise typer.Exit(1)


def _progress(console: Console) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=console)


def _attack(name: str, windows: int, training: int, seed: str, progress: Progress) -> Score:
    task = progress.add_task(name, total=windows)
    leak = planted.LEAKS[name]() if name in planted.LEAKS else nullcontext()
    with leak as whisper, tempfile.TemporaryDirectory() as folder:
        held = asyncio.run(meeting.hold(Path(folder), windows, seed, whisper, lambda: progress.advance(task)))
    return score(held.windows, held.truth, training)


def _holds(scores: dict[str, Score]) -> bool:
    leaks = (each for name, each in scores.items() if name != _HONEST)
    return scores[_HONEST].upper_bound < MOST and all(each.rate >= LEAST_PLANTED for each in leaks)


def _table(scores: dict[str, Score]) -> Table:
    table = Table(
        title="Askers found without the key (chance: 6.7 %)",
        caption=f"Wanted: an upper bound below {MOST:.0%} on the store as it is (pure guessing misses that "
        f"about once in twenty runs), and {LEAST_PLANTED:.0%} found where a leak was planted.",
    )
    for column in (
        "store",
        "best of so many views",
        "on training windows",
        "found",
        "rate",
        "95 % upper bound",
    ):
        table.add_column(column)
    for name, each in scores.items():
        view = f"{each.view}, of {each.views:,}"
        trained = f"{each.training_hits} of {each.training_questions}"
        found = f"{each.hits} of {each.questions}"
        table.add_row(name, view, trained, found, f"{each.rate:.1%}", f"{each.upper_bound:.1%}")
    return table


if __name__ == "__main__":
    typer.run(main)
