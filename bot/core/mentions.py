"""Taking somebody who has erased herself out of what is kept, or waits, for others."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.notices import Notice
from bot.core.wording import Line


def without(notice: Notice, account: int, someone: str) -> Notice:
    """The same message, with `someone` in the place of each mention of an account."""
    parts = tuple(
        without_in(part, account, someone) if isinstance(part, Line) else part for part in notice.parts
    )
    return replace(notice, parts=parts)


def without_in(line: Line, account: int, someone: str) -> Line:
    """The same sentence, with `someone` in the place of each mention of an account."""
    mention = re.compile(rf"<@!?{account}>")
    values = {
        name: mention.sub(someone, value) if isinstance(value, str) else value
        for name, value in line.values.items()
    }
    return replace(line, values=values)
