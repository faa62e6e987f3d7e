"""What a term may hold, and what is wrong with one that holds something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.core.notices import Line, Words
from bot.glossary.rules.term import (
    LONGEST_EXAMPLE,
    LONGEST_NAME,
    LONGEST_PLAIN,
    LONGEST_PRECISE,
    LONGEST_SAID,
    MOST_ALSO,
    MOST_SHORTS,
    Term,
)

#: The most characters of each text, by its name in a Term.
LONGEST = {
    "name": LONGEST_NAME,
    "theme": 60,
    "plain": LONGEST_PLAIN,
    "precise": LONGEST_PRECISE,
    "example": LONGEST_EXAMPLE,
    "said": LONGEST_SAID,
    "source": 400,
    "by": LONGEST_NAME,
}
#: The most values of each list, by its name in a Term; a value is as long as a name at most.
MOST = {"shorts": MOST_SHORTS, "also": MOST_ALSO, "related": 20}
#: What divides values in one cell.
BAR = "|"

_BROKEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


class Fault(StrEnum):
    """What is wrong with a row of a file, or with a term."""

    NO_TERM = "no-term"
    NO_PLAIN = "no-plain"
    LONG = "long"
    MANY = "many"
    TWICE = "twice"
    NOT_TEXT = "not-text"
    DAY = "day"
    MARK = "mark"
    COLUMN = "column"
    CELLS = "cells"
    UNREADABLE = "unreadable"


#: What can be wrong with a term itself, wherever it comes from.
UNSOUND = (Fault.NO_TERM, Fault.NO_PLAIN, Fault.LONG, Fault.MANY, Fault.NOT_TEXT)


@dataclass(frozen=True, slots=True)
class Faulty:
    """Something wrong in a file: the line it begins in (the first is 1), the term, what, and in which column.

    The row was left out; but for an unknown column, which is named once, and the rows were read without it.
    """

    line: int
    name: str
    fault: Fault
    column: str = ""

    @property
    def is_left_out(self) -> bool:
        """Whether a row is missing because of it."""
        return self.fault is not Fault.COLUMN

    @property
    def said(self) -> Line:
        """What is wrong, for whoever chose the file."""
        return Line(
            f"glossary-fault-{self.fault}",
            {"line": self.line, "name": Words(self.name), "column": Words(self.column)},
        )


class Wrong(Exception):
    """A term cannot be as it is: which fault, and in which field of a Term (empty: in none of its own)."""

    def __init__(self, fault: Fault, field: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.field = field


def tidied(term: Term) -> Term:
    """The same term without needless space, and with no value of a list empty or there twice."""
    tidy: dict[str, Any] = {field: squeezed(getattr(term, field)) for field in LONGEST}
    tidy |= {field: values_of(getattr(term, field)) for field in MOST}
    return replace(term, **tidy)


def squeezed(text: str) -> str:
    """A text in one line, with single spaces."""
    return " ".join(text.split())


def values_of(values: Iterable[str]) -> tuple[str, ...]:
    """The values of a list, tidied; a bar divides values, so that one with a bar becomes two."""
    parts = (squeezed(part) for value in values for part in value.split(BAR))
    return tuple(dict.fromkeys(part for part in parts if part))


def check(term: Term) -> None:
    """Raises Wrong with the first thing that is wrong with a tidied term."""
    _check_text(term)
    if not term.name:
        raise Wrong(Fault.NO_TERM)
    if not term.plain:
        raise Wrong(Fault.NO_PLAIN)
    for field, most in LONGEST.items():
        if len(getattr(term, field)) > most:
            raise Wrong(Fault.LONG, field)
    for field, most in MOST.items():
        values = getattr(term, field)
        if any(len(value) > LONGEST_NAME for value in values):
            raise Wrong(Fault.LONG, field)
        if len(values) > most:
            raise Wrong(Fault.MANY, field)


def _check_text(term: Term) -> None:
    for field in LONGEST:
        if _BROKEN.search(getattr(term, field)):
            raise Wrong(Fault.NOT_TEXT, field)
    for field in MOST:
        if any(_BROKEN.search(value) for value in getattr(term, field)):
            raise Wrong(Fault.NOT_TEXT, field)


def key_of(term: Term) -> tuple[str, str]:
    """What a community has once only: a word in a theme, whatever its capital letters."""
    return term.name.casefold(), term.theme.casefold()


def marks_kept(before: Term | None, after: Term) -> Term:
    """The mark that patients or the public checked the plain meaning is earned again when that changes."""
    if before is None or before.plain == after.plain:
        return after
    return replace(after, is_checked_by_lay=False)
