"""Prints how long finding terms takes, and an acknowledgement beside a bare bot's reply.

Ends with 1 if one of them is too long.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from benchmarks.filling import Amount
from benchmarks.glossary import of_the_glossary
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
    parser.add_argument("--only-glossary", action="store_true")
    chosen = parser.parse_args()
    lines, is_found_quickly = of_the_glossary()
    print(lines)
    if chosen.only_glossary:
        sys.exit(0 if is_found_quickly else 1)
    code = asyncio.run(measure(chosen.rounds, Amount(chosen.communities, chosen.questions)))
    sys.exit(code if is_found_quickly else 1)


if __name__ == "__main__":
    main()
