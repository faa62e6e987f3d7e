"""What fits into one message: 4,000 characters as they are sent, and 40 parts with its buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from bot.core.notices import Line, Words

#: As they are sent, with room for what somebody is told in a preview and for sentences of ours.
ROOM = 3_200
#: The same for a page of many, where a single text of the longest kind has to fit.
PAGE = 3_500
#: A sentence of ours, without its values.
_SENTENCE = 75
_MOST_PARTS = 26
_MARKS = frozenset("\\*_~`|[<")
_ADDRESS_ENDS = re.compile(r"https?://")

Parts = Sequence[Line | Words]
Block = TypeVar("Block", bound=Parts)


def as_sent(part: Line | Words) -> int:
    """How many characters a part takes at most when it is sent: each of Discord's marks has one more."""
    if isinstance(part, Words):
        return _with_marks(part.words) + part.words.count("\n") + len(">>> ") + 1
    values = part.values.values()
    return _SENTENCE + sum(
        _with_marks(each.words if isinstance(each, Words) else str(each)) for each in values
    )


def fits(parts: Parts, room: int = ROOM) -> bool:
    """Whether all of it fits into one message."""
    return len(parts) <= _MOST_PARTS and sum(map(as_sent, parts)) <= room


def pages(blocks: Sequence[Parts]) -> list[list[Line | Words]]:
    """The blocks on as few pages as their order allows. A block stays together if it fits on a page."""
    made: list[list[Line | Words]] = [[]]
    for block in blocks:
        pieces = [block] if fits(block, PAGE) else [[part] for part in block]
        for piece in pieces:
            if made[-1] and not fits([*made[-1], *piece], PAGE):
                made.append([])
            made[-1] += piece
    return made


def shortened(text: str, room: int) -> str:
    """The beginning of a text on one line that takes `room` characters at most as it is sent."""
    line = " ".join(text.split())
    if _with_marks(line) <= room:
        return line
    while _with_marks(line) > room - 1:
        line = line[: -max(1, (_with_marks(line) - room) // 2)].rstrip()
    return f"{line}…"


def _with_marks(text: str) -> int:
    # After an address a mark takes a space, too.
    return len(text) + sum(each in _MARKS for each in text) + len(_ADDRESS_ENDS.findall(text))
