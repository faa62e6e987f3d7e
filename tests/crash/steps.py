"""The steps of a meeting, and at which of them the bot is killed.

In a list of steps each line is a kind of step; one that begins with PART names what people do from there on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

PART = "# "

#: How often each kind of step is chosen, where it occurs as often.
EACH_KIND = 5
#: Every other bot that was killed is found after so many minutes: later than Discord remembers a nonce.
MINUTES_DOWN = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a meeting: which one in all, of what kind, which of its kind (from 1), in which part."""

    number: int
    kind: str
    occurrence: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Kill:
    """Where the bot is killed, and how long nobody starts it again."""

    step: Step
    minutes_down: int = 0


def numbered(lines: Sequence[str]) -> tuple[Step, ...]:
    """The steps in a list of steps."""
    seen: dict[str, int] = {}
    steps: list[Step] = []
    part = ""
    for line in lines:
        if line.startswith(PART):
            part = line.removeprefix(PART)
            continue
        seen[line] = seen.get(line, 0) + 1
        steps.append(Step(len(steps) + 1, line, seen[line], part))
    return tuple(steps)


def choose(steps: Sequence[Step], kills: int, seed: int) -> tuple[Kill, ...]:
    """`kills` of these steps, in order; all of them if there are no more.

    Every kind is there before any is there twice, and so on up to EACH_KIND times, or as often as it occurs;
    the rest is spread over the whole meeting. The same seed gives the same.
    """
    rng = Random(seed)
    rounds = _rounds(steps, rng)[:kills]
    left = [step for step in steps if step not in set(rounds)]
    chosen = sorted([*rounds, *_spread(left, kills - len(rounds), rng)], key=lambda step: step.number)
    return tuple(Kill(step, MINUTES_DOWN if rng.random() < 1 / 2 else 0) for step in chosen)


def counted(steps: Sequence[Step]) -> dict[str, int]:
    """How many there are of each kind, by name."""
    return dict(sorted(Counter(step.kind for step in steps).items()))


def _rounds(steps: Sequence[Step], rng: Random) -> list[Step]:
    """One step of each kind, then another one of each, and so on: the first EACH_KIND of each."""
    of: dict[str, list[Step]] = {}
    for step in steps:
        of.setdefault(step.kind, []).append(step)
    drawn = [rng.sample(each, min(EACH_KIND, len(each))) for each in of.values()]
    rng.shuffle(drawn)
    return [each[turn] for turn in range(EACH_KIND) for each in drawn if turn < len(each)]


def _spread(steps: Sequence[Step], how_many: int, rng: Random) -> list[Step]:
    """One from each of so many equal parts."""
    parts = min(how_many, len(steps))
    ends = [part * len(steps) // parts for part in range(parts + 1)] if parts else [0]
    return [steps[rng.randrange(start, end)] for start, end in pairwise(ends)]
