"""A facilitator's own words in a preview: the way to have them looked at before anybody else reads them.

A feature that shows a facilitator what it will post for her passes that preview through here. Nothing of the
words is kept but in memory, for a quarter of an hour.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.notices import Notice

#: Makes the preview anew, with other words: as many as there were, in their order. It may raise Refused.
Again = Callable[[Sequence[str]], Awaitable[Notice]]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that she wrote herself, and how many characters they may have at most."""

    words: str
    most: int


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a facilitator wrote in one preview; `about` is the same in each preview of the same kind."""

    community: int
    account: int
    about: str
    passages: tuple[Passage, ...]
    again: Again


class Reading(Protocol):
    """Who looks at a facilitator's own words. Never give it a member's."""

    async def hint(self, preview: Notice, own: OwnWords) -> Notice:
        """The preview; with one line and a button more, where something in the words may be hard to read.

        It never raises, and says nothing twice about the same words: what was previewed can always be used.
        """


class AsItIs:
    """Nobody looks: the preview stays as it is."""

    async def hint(self, preview: Notice, own: OwnWords) -> Notice:
        """The preview."""
        return preview
