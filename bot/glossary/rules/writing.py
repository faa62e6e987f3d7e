"""Terms as a file: CSV for a spreadsheet, or JSON with one object in each line.

Who wrote a term (`by`) is not in it: a name was given to be shown in one community, and a file goes anywhere.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Sequence
from datetime import date

from bot.glossary.rules.columns import FIELDS, FIRST, LAST, LISTS, harmless
from bot.glossary.rules.term import Term

_BETWEEN = " | "
_YES = "yes"


def csv_of(terms: Sequence[Term]) -> bytes:
    """CSV as in the starter glossary: UTF-8, a heading, a line for each tidied term, in the order given."""
    columns = _columns(terms)
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell_of(term, column)) for column in columns] for term in terms)
    return written.getvalue().encode()


def for_spreadsheet(content: bytes) -> bytes:
    """The same CSV, marked as UTF-8: without the mark some spreadsheets misread quotation marks."""
    return codecs.BOM_UTF8 + content


def json_of(terms: Sequence[Term]) -> bytes:
    """JSON, UTF-8: a list with an object for each term, each in a line of its own."""
    columns = _columns(terms)
    objects = ({column: _value(term, column) for column in columns} for term in terms)
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in objects)
    return f"[\n{lines}\n]\n".encode()


def _columns(terms: Sequence[Term]) -> tuple[str, ...]:
    is_marked = any(getattr(term, FIELDS[column]) for term in terms for column in LAST)
    return (*FIRST, *LAST) if is_marked else FIRST


def cell_of(term: Term, column: str) -> str:
    """What stands in a column, before it is made harmless."""
    value = _value(term, column)
    if isinstance(value, list):
        return _BETWEEN.join(value)
    return str(value or "") if value is not True else _YES


def _value(term: Term, column: str) -> object:
    value = getattr(term, FIELDS[column])
    if column in LISTS:
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
