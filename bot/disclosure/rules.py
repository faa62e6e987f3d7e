"""What may be said about how many people did something: words, never a number, and nothing of a few."""

from __future__ import annotations

from enum import StrEnum

#: Of fewer people than this nothing is said at all.
FEWEST = 5
#: From so many on, "several" are "many".
MANY = 10


class Band(StrEnum):
    """How many different people, in a word; the larger one first."""

    MANY = "many"
    SEVERAL = "several"


def band(people: int) -> Band | None:
    """The word for so many different people; None where nothing may be said."""
    if people < FEWEST:
        return None
    return Band.MANY if people >= MANY else Band.SEVERAL


def can_show(group: int) -> bool:
    """Whether a group of so many could ever be told anything; otherwise it is told that beforehand."""
    return group >= FEWEST
