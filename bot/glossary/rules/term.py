"""One meaning of one word, and how long each of its parts may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: Characters, at most.
LONGEST_NAME = 100
LONGEST_PLAIN = 300
LONGEST_PRECISE = 600
LONGEST_EXAMPLE = 300
LONGEST_SAID = 100
#: How many short forms and other names a term may have.
MOST_SHORTS = 10
MOST_ALSO = 20


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning; two terms may share a name or a short form.

    `shorts` are abbreviations in their exact case, `also` other names, `related` names of other terms.
    `plain` is the plain meaning and `precise` the experts' one; `said` tells how the name is said. `by` is
    what is shown of who wrote it, empty for "somebody here".
    """

    id: str
    name: str
    shorts: tuple[str, ...]
    also: tuple[str, ...]
    theme: str
    plain: str
    precise: str
    example: str
    said: str
    related: tuple[str, ...]
    source: str
    by: str
    checked_on: date | None
    is_checked_by_lay: bool
    is_official: bool
