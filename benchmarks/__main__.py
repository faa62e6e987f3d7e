"""Prints how long an acknowledgement takes beside a bare bot's reply; ends with 1 if it is too long."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.filling import Amount
from benchmarks.report import is_quick, report
from benchmarks.rounds import PEOPLE, of_equal_footing, of_the_bare_bot


async def measure(rounds: int, amount: Amount) -> int:
    """Measure both, one after the other, in this run; returns the exit code."""
    with tempfile.TemporaryDirectory() as bare_folder, tempfile.TemporaryDirectory() as our_folder:
        bare = await of_the_bare_bot(Path(bare_folder), rounds)
        ours = await of_equal_footing(Path(our_folder), rounds, amount)
    about = (
        f"{PEOPLE} people at once, {rounds} rounds; {amount.open:,} open questions of "
        f"{amount.communities} communities in one database"
    )
    print(report(bare, ours, about))
    return 0 if is_quick(ours) else 1


def main() -> None:
    """What `make bench` runs."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--communities", type=int, default=100)
    parser.add_argument("--questions", type=int, default=50, help="of each community")
    chosen = parser.parse_args()
    sys.exit(asyncio.run(measure(chosen.rounds, Amount(chosen.communities, chosen.questions))))


if __name__ == "__main__":
    main()
