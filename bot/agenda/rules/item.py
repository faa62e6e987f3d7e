"""One item of an agenda."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What an item is for."""

    HEAR = "to hear"
    TALK = "to talk about"
    DECIDE = "to decide"


class Experience(StrEnum):
    """Which experience is wanted for an item."""

    CONDITION = "living with a condition"
    SERVICES = "using services"
    CARING = "caring"
    RESEARCH = "taking part in research"


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `position` is its place, from 0. `minutes` are its own, 1 or more.

    `speaker` is what a facilitator typed, `group` the key of the role group the minutes fall to: either may
    be empty. `open` is what can still be influenced, `fixed` what cannot, in a facilitator's words.
    """

    id: str
    community: int
    meeting: str
    position: int
    title: str
    minutes: int
    speaker: str = ""
    group: str = ""
    purpose: Purpose = Purpose.TALK
    open: str = ""
    fixed: str = ""
    wanted: frozenset[Experience] = frozenset()
