"""The pause of a whole community: what a person writes about it, and the dates that pass meanwhile."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.errors import Refused
from bot.core.notices import Line

#: In characters.
LONGEST_WORDS = 1_000


@dataclass(frozen=True, slots=True)
class PastDate:
    """A date that passed in the pause, as its feature offers it for revision.

    `action` and `token` are those of the button that opens it, `line` is what the button says, in no more
    than 80 characters.
    """

    action: str
    token: str
    line: Line


def check_words(typed: str) -> str:
    """What a person wrote for everybody; raises Refused if that is nothing or too much."""
    words = typed.strip()
    if not words:
        raise Refused("error-pause-empty")
    if len(words) > LONGEST_WORDS:
        raise Refused("error-pause-long", length=len(words), most=LONGEST_WORDS)
    return words
