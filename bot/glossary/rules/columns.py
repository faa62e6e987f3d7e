"""The columns of a file of terms, and cells that do no harm in a spreadsheet."""

from __future__ import annotations

import re

#: Each column of texts, and of lists of values, with the name of its field in a Term.
TEXTS = {
    "term": "name",
    "theme": "theme",
    "plain": "plain",
    "precise": "precise",
    "example": "example",
    "said": "said",
    "source": "source",
}
LISTS = {"short": "shorts", "also": "also", "related": "related"}
#: Columns that are there if a term in the file has something in them: when it was checked, and its marks.
DAY = "checked"
MARKS = {"lay": "is_checked_by_lay", "official": "is_official"}

#: The columns in the order in which they are written.
FIRST = ("term", "short", "also", "theme", "plain", "precise", "example", "said", "related", "source")
LAST = (DAY, *MARKS)
FIELDS = {**TEXTS, **LISTS, DAY: "checked_on", **MARKS}
#: What a file cannot be without.
NEEDED = frozenset({"term", "plain"})

#: Spreadsheets compute what begins so (the wide letters are for Chinese and Japanese ones). An apostrophe
#: before it is counted in, so that it can be taken off again exactly.
_COMPUTED = re.compile(r"'*[ \u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


def column_of(field: str) -> str:
    """The column of a field of a Term; the field's own name if it has none."""
    return next((column for column, each in FIELDS.items() if each == field), field)


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows as it is, and does not compute."""
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def as_written(cell: str) -> str:
    """What was in a cell before it was made harmless."""
    return cell[1:] if cell.startswith("'") and _COMPUTED.match(cell, 1) else cell
