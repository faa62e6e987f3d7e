"""Percentiles, and what is printed of them."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass

#: An acknowledgement that takes longer, for one in a hundred, is too slow.
MOST_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Measured:
    """How long some answers took, in seconds; there is one at least."""

    what: str
    seconds: Sequence[float]

    def at(self, percent: float) -> float:
        """The time within which so many per cent of the answers came: the nearest one that was measured."""
        return percentile(self.seconds, percent)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of `values` that is no smaller than `percent` per cent of them.

    Raises ValueError without values, and for a percentage outside 0 to 100.
    """
    if not values or not 0 < percent <= 100:  # noqa: PLR2004 - per cent
        raise ValueError("a percentile needs values, and a percentage above 0 and up to 100")
    return sorted(values)[math.ceil(percent / 100 * len(values)) - 1]


def report(bare: Measured, ours: Measured, about: str) -> str:
    """Both in milliseconds, and how many times as long ours takes."""
    lines = [f"Python {platform.python_version()}, {os.cpu_count()} cores; {about}"]
    lines += [
        f"{each.what}: p50 {each.at(50) * 1000:.0f} ms, p99 {each.at(99) * 1000:.0f} ms "
        f"({len(each.seconds)} answers)"
        for each in (bare, ours)
    ]
    ratios = (f"p{percent} {ours.at(percent) / bare.at(percent):.1f}" for percent in (50, 99))
    verdict = "within" if is_quick(ours) else "NOT within"
    lines.append(f"Ratio: {', '.join(ratios)}. {verdict} {MOST_SECONDS:.0f} second at p99.")
    return "\n".join(lines)


def is_quick(measured: Measured) -> bool:
    """Whether 99 of 100 answers came in time."""
    return measured.at(99) <= MOST_SECONDS
