"""A database as it looks from outside: names, and rows of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

#: A cell of a row as it is shown; None where there is nothing in it.
Cell = str | None
_ByValue = tuple[bool, int, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `is_ours`: the bot made it, so there is a sentence on what it is."""

    name: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with all of its rows; each row has one cell for each column. `is_ours` as for a column."""

    name: str
    is_ours: bool
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def shown(value: object) -> Cell:
    """A value as text: bytes as hexadecimal in small letters, dates as ISO 8601 has them."""
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.hex()
    return value.isoformat() if isinstance(value, date) else str(value)


def all_shown(rows: Sequence[Sequence[object]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows as text, sorted by their cells from left to right.

    Where rows lie in a file means nothing, and is not to look as if it did. Numbers go by size, everything
    else as text, and an empty cell before all others.
    """
    return tuple(tuple(map(shown, row)) for row in sorted(rows, key=_by_values))


def _by_values(row: Sequence[object]) -> tuple[_ByValue, ...]:
    return tuple(_by_value(value) for value in row)


def _by_value(value: object) -> _ByValue:
    return value is not None, value if isinstance(value, int) else 0, shown(value) or ""
