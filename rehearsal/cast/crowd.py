"""More people than a play has parts for: made-up names, the same ones each time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice, product

_FIRST = ("Alder", "Briar", "Clover", "Dillon", "Elowen", "Fennimore", "Ginger", "Heather", "Ivy", "Juniper")
_LAST = (
    "Teapot",
    "Lantern",
    "Biscuit",
    "Puddle",
    "Button",
    "Marble",
    "Kettle",
    "Pebble",
    "Ribbon",
    "Whistle",
)


def names(number: int) -> list[str]:
    """So many display names, all different."""
    return list(islice(_all(), number))


def _all() -> Iterator[str]:
    for round_ in count(1):
        for last, first in product(_LAST, _FIRST):
            yield f"{first} {last}" + (f" {round_}" if round_ > 1 else "")
